import Foundation

/// A file without a name, gone with its last user however that ends.
final class ScratchFile: Sendable {
    let descriptor: Int32

    init(_ content: String = "") throws {
        let path = "/tmp/dynpgext-\(UUID().uuidString)"
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw HarnessError("cannot create \(path): \(String(cString: strerror(errno)))")
        }
        unlink(path)
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
        try handle.write(contentsOf: Data(content.utf8))
        try handle.seek(toOffset: 0)
    }

    deinit { close(descriptor) }

    /// Where a child finds the file while we have it open; each opening reads from the start.
    var path: String { "/proc/\(getpid())/fd/\(descriptor)" }

    /// All that is in the file by now.
    var text: String {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65536)
        while case let count = pread(descriptor, &chunk, chunk.count, bytes.count), count > 0 {
            bytes += chunk[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
