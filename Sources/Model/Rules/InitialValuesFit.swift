import SpecLanguage

/// What a new block holds fits its fields.
enum InitialValuesFit: Rule {
    static let reason = """
        C would cut a value that does not fit without a word, and a timestamp is null until \
        something sets it.
        """
    static let source = """
        the generated C
        """

    static func breaches(in spec: Extension) -> [Diagnostic] {
        spec.blocks.flatMap { $0.fields?.value ?? [] }.compactMap(breach)
    }

    private static func breach(in field: Field) -> Diagnostic? {
        guard let value = field.defaultValue else { return nil }
        let type = field.type.value
        if type == .timestamptz {
            return Diagnostic(
                .error, "field \"\(field.name.value)\" of type timestamptz takes no default",
                at: value.range,
                hint:
                    "A timestamp is null until something sets it; a hook can (\"init\" of the block)."
            )
        }
        guard let initial = initialValue(value.value, of: type) else {
            return Diagnostic(
                .error, "\(value.value.text) is no default of type \(type.rawValue)",
                at: value.range, hint: type.defaultHint)
        }
        return tooLong(initial, field, at: value.range)
    }

    /// Text keeps a byte for its end.
    private static func tooLong(
        _ value: FieldModel.Initial, _ field: Field, at range: SourceRange
    ) -> Diagnostic? {
        guard let length = field.length?.value else { return nil }
        let (size, room): (Int, Int64) =
            switch value {
            case .text(let text): (text.utf8.count, length - 1)
            case .bytes(let bytes): (bytes.count, length)
            case .bool, .integer, .real: (0, 0)
            }
        guard size > room else { return nil }
        return Diagnostic(
            .error,
            "a default of \(size) bytes does not fit into field \"\(field.name.value)\" of \(room)",
            at: range, hint: "Raise \"length\", or shorten the default.")
    }
}

/// A default as the type of its field takes it; nil if it does not.
///
/// Text is ASCII, since each database that shows it may have another encoding; bytes are hexadecimal digits.
func initialValue(_ value: Scalar, of type: Field.ValueType) -> FieldModel.Initial? {
    switch (type, value) {
    case (.bool, .bool(let value)): .bool(value)
    case (.float4, .integer(let number)), (.float8, .integer(let number)): .real(Double(number))
    case (.float4, .real(let number)):
        abs(number) <= Double(Float.greatestFiniteMagnitude) ? .real(number) : nil
    case (.float8, .real(let number)): .real(number)
    case (.text, .string(let text)):
        text.utf8.allSatisfy { (0x01...0x7E).contains($0) } ? .text(text) : nil
    case (.bytes, .string(let digits)): bytes(ofHexadecimal: digits).map(FieldModel.Initial.bytes)
    case (_, .integer(let number)):
        type.integers.map { $0.contains(number) } ?? false ? .integer(number) : nil
    default: nil
    }
}

private func bytes(ofHexadecimal text: String) -> [UInt8]? {
    let digits = text.utf8.map {
        UInt8(ascii: "0") <= $0 && $0 <= UInt8(ascii: "9")
            ? $0 - UInt8(ascii: "0")
            : UInt8(ascii: "a") <= $0 && $0 <= UInt8(ascii: "f") ? $0 - UInt8(ascii: "a") + 10 : 255
    }
    guard digits.count % 2 == 0, !digits.contains(255) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { 16 * digits[$0] + digits[$0 + 1] }
}

extension Field.ValueType {
    /// The integers that a default can be; nil for types that hold none.
    fileprivate var integers: ClosedRange<Int64>? {
        switch self {
        case .int2: Int64(Int16.min)...Int64(Int16.max)
        case .int4: Int64(Int32.min)...Int64(Int32.max)
        case .int8: .min ... .max
        case .uint4, .oid, .atomicUInt32: 0...Int64(UInt32.max)
        case .uint8, .atomicUInt64: 0 ... .max
        case .bool, .float4, .float8, .timestamptz, .text, .bytes: nil
        }
    }

    fileprivate var defaultHint: String {
        switch self {
        case .bool: "Write true or false, without quotes."
        case .float4, .float8: "Write a number that fits, without quotes, such as 0.5."
        case .text: "Write ASCII characters in quotes: databases may have other encodings."
        case .bytes: "Write two hexadecimal digits for each byte, such as \"00ff\"."
        case .timestamptz: "Remove it."
        case .int2, .int4, .int8, .uint4, .uint8, .oid, .atomicUInt32, .atomicUInt64:
            integers.map { "Use an integer from \($0.lowerBound) to \($0.upperBound)." } ?? ""
        }
    }
}
