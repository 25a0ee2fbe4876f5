import Glibc

/// The file that a spec writes its documents to. It has no name, so nothing that is printed gets there by accident.
///
/// A line with the length and a checksum comes first: what somebody else has written into it is found.
struct ResultFrame {
    /// The documents, in JSON.
    let json: [UInt8]

    /// Takes the documents out; nil for anything but a whole frame.
    init?(_ bytes: [UInt8]) {
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        let words = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ")
        let body = Array(bytes[(end + 1)...])
        guard words.count == 3, words[0] == "dynpgext-gen", words[1] == "\(body.count)",
            words[2] == "\(checksum(of: body))"
        else { return nil }
        json = body
    }
}

/// FNV-1a of 64 bits, as in `ExtensionSpec/SpecResult.swift`.
private func checksum(of bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
}
