import Glibc

/// How many bytes are read of one file: what is longer, or has no end, is not ours and must not fill the memory.
package struct ReadLimit: Sendable {
    let bytes: Int

    /// A spec. One with 10000 blocks and as many workers, more than a server can hold, has 5 MB.
    package static let spec = ReadLimit(bytes: 16 << 20)
    /// All else. The largest file that comes of such a spec has 29 MiB.
    package static let file = ReadLimit(bytes: 256 << 20)

    /// As people write it.
    var text: String { "\(bytes >> 20) MiB" }
}

extension Directory {
    /// The bytes of a regular file, or nil when there is none.
    package func contents(
        of file: String, limit: ReadLimit = .file
    ) throws(FileFailure) -> [UInt8]? {
        let shown = displayPath(of: file)
        let found = try atParent(of: file, forPurpose: "read", missing: neverMake) {
            (parent, name) throws(FileFailure) -> [UInt8]? in
            let flags = flagsToRead | O_NOFOLLOW
            let descriptor = openat(parent, name, flags)
            if descriptor < 0 {
                switch errno {
                case ENOENT: return nil
                case ELOOP: throw FileFailure("read", shown, reason: "it is a symbolic link")
                default: throw FileFailure("read", shown, errno)
                }
            }
            defer { close(descriptor) }
            return try readRegularFile(descriptor, path: shown, limit: limit)
        }
        return found.flatMap { $0 }
    }
}

/// All that comes on standard input, which may be a pipe.
package func readStandardInput(limit: ReadLimit) throws(FileFailure) -> [UInt8] {
    try readAll(from: STDIN_FILENO, path: "standard input", limit: limit)
}

/// The bytes of a regular file that the user named, be it by a link.
package func readFile(
    at path: String, limit: ReadLimit = .file
) throws(FileFailure) -> [UInt8] {
    let descriptor = open(path, flagsToRead)
    guard descriptor >= 0 else { throw FileFailure("open", path, errno) }
    defer { close(descriptor) }
    return try readRegularFile(descriptor, path: path, limit: limit)
}

/// O_NONBLOCK: a pipe must not make us wait, and a terminal must not become ours.
private let flagsToRead = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC

/// What has no end is no regular file; `path` names the file in a failure.
private func readRegularFile(
    _ descriptor: CInt, path: String, limit: ReadLimit
) throws(FileFailure) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileFailure("read", path, errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileFailure(notRegular: path) }
    guard status.st_size <= limit.bytes else { throw FileFailure(tooLong: path, limit) }
    return try readAll(from: descriptor, path: path, limit: limit)
}

/// Reads to the end, which is not further than the limit; `path` names the file in a failure.
package func readAll(
    from descriptor: CInt, path: String, limit: ReadLimit
) throws(FileFailure) -> [UInt8] {
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
        let count = read(descriptor, &buffer, buffer.count)
        if count == 0 { return result }
        if count > 0 { result += buffer[..<count] }
        if count < 0, errno != EINTR { throw FileFailure("read", path, errno) }
        if result.count > limit.bytes { throw FileFailure(tooLong: path, limit) }
    }
}

extension FileFailure {
    fileprivate init(notRegular path: String) {
        self.init(
            "read", path, reason: "it is not a regular file",
            hint: "Neither directories nor pipes nor devices are read; remove it or rename it.")
    }

    fileprivate init(tooLong path: String, _ limit: ReadLimit) {
        self.init(
            "read", path, reason: "it has more than \(limit.text)",
            hint: "No file that dynpgext-gen reads has so much; remove it or rename it.")
    }
}
