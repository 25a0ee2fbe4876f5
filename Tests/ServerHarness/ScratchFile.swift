import Foundation

/// A file in memory without a name, gone with its last user however that ends.
package final class ScratchFile: Sendable {
    let descriptor: Int32

    package init(_ content: String = "") throws {
        descriptor = memoryFile("dynpgext", closeOnExec)
        guard descriptor >= 0 else {
            throw HarnessError("no file in memory: \(String(cString: strerror(errno)))")
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
        try handle.write(contentsOf: Data(content.utf8))
        try handle.seek(toOffset: 0)
    }

    deinit { close(descriptor) }

    /// Where a child finds the file while we have it open; each opening reads from the start.
    package var path: String { "/proc/\(getpid())/fd/\(descriptor)" }

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

/// The system's `memfd_create`, which the module Glibc lacks; a file on disk costs more than most programs that use it.
@_silgen_name("memfd_create") private func memoryFile(
    _ name: UnsafePointer<CChar>, _ flags: UInt32
) -> Int32
private let closeOnExec: UInt32 = 1
