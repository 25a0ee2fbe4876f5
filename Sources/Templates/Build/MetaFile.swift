import CodeText
import Model

/// `META.json` for PGXN, the user's own; written once.
///
/// It is the user's because PGXN wants what no spec says, a maintainer and a license.
func metaFile(_ model: ExtensionModel, version: String) -> Code<JSON> {
    let comment =
        model.comment.flatMap { $0.isEmpty ? nil : $0 } ?? "The extension \(model.name.text)"
    return #"""
        {
          "name": "\#(model.name)",
          "abstract": \#(string: comment),
          "version": \#(string: version),
          "maintainer": "Your Name <you@example.org>",
          "license": "postgresql",
          "provides": {
            "\#(model.name)": {
              "abstract": \#(string: comment),
              "file": "\#(model.name).control",
              "version": \#(string: version)
            }
          },
          "meta-spec": {
            "version": "1.0.0"
          }
        }
        """#
}

/// A version as PGXN wants it, with three numbers: `0.1` is `0.1.0` and `2-beta1` is `2.0.0-beta1`.
///
/// - Returns: nil if the version is not made of one to three numbers and perhaps a word behind a `-`.
func semanticVersion(_ version: String) -> String? {
    let parts = version.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first else { return nil }
    let numbers = first.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...3).contains(numbers.count), numbers.allSatisfy(isNumber) else { return nil }
    let release = (numbers + ["0", "0"]).prefix(3).joined(separator: ".")
    guard parts.count == 2 else { return release }
    guard let letter = parts[1].utf8.first, isLetter(letter),
        parts[1].utf8.allSatisfy({ isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") })
    else { return nil }
    return "\(release)-\(parts[1])"
}

private func isNumber(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, text.utf8.allSatisfy(isDigit) else { return false }
    return first != UInt8(ascii: "0") || text.utf8.count == 1
}

private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}
