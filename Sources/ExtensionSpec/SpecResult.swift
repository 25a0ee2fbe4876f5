import Glibc

/// What the spec comes to: an array of the documents of its extensions, written anew after each.
enum SpecResult {
    /// A spec is one thread: its extensions are made one after another.
    nonisolated(unsafe) private static var documents: [Node] = []

    /// Adds the document of an extension.
    static func add(_ document: Node) {
        documents.append(document)
        write(Node.array(documents).json)
    }

    /// Writes over what is in the file whose descriptor dynpgext-gen passed, whatever that is.
    ///
    /// That file has no name. One that has belongs to somebody who opened it after closing ours.
    private static func write(_ json: String) {
        guard CommandLine.arguments.count == 2, let descriptor = CInt(CommandLine.arguments[1])
        else { return }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_nlink == 0 else {
            print("The spec closed the file of its result.")
            exit(1)
        }
        let body = Array(json.utf8)
        let heading = "dynpgext-gen \(body.count) \(checksum(of: body))\n"
        var rest = (Array(heading.utf8) + body)[...]
        var offset = 0
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                pwrite(descriptor, $0.baseAddress, $0.count, offset)
            }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
            offset += count
        }
        ftruncate(descriptor, offset)
    }

    /// FNV-1a of 64 bits.
    private static func checksum(of bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
