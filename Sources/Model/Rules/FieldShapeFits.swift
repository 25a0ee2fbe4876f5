import SpecLanguage

/// Text and bytes need a length, since shared memory does not grow; other types have their own.
enum FieldShapeFits: Rule {
    static func breaches(in spec: Extension) -> [Diagnostic] {
        spec.blocks.flatMap { $0.fields?.value ?? [] }.flatMap { breaches(in: $0) }
    }

    private static func breaches(in field: Field) -> [Diagnostic] {
        var found: [Diagnostic] = []
        let name = field.name.value
        switch (field.type.value, field.length) {
        case (.text, nil), (.bytes, nil):
            found.append(
                Diagnostic(
                    .error, "field \"\(name)\" of type \(field.type.value.rawValue) has no length",
                    at: field.name.range,
                    hint: "Add \"length\", in bytes."))
        case (.text, let length?) where length.value < 2:
            found.append(
                Diagnostic(
                    .error, "length \(length.value) leaves no room for text", at: length.range,
                    hint: "Use at least 2: the last byte ends the text."))
        case (.bytes, let length?) where length.value < 1:
            found.append(
                Diagnostic(
                    .error, "length \(length.value) is not positive", at: length.range,
                    hint: "Use at least 1."))
        case (.text, _), (.bytes, _), (_, nil): break
        case (let type, let length?):
            found.append(
                Diagnostic(
                    .error, "field \"\(name)\" of type \(type.rawValue) takes no length",
                    at: length.range,
                    hint: "Remove \"length\"; for an array use \"count\"."))
        }
        if let count = field.count, count.value < 1 {
            found.append(
                Diagnostic(
                    .error, "count \(count.value) is not positive", at: count.range,
                    hint: "Use at least 1."))
        }
        return found
    }
}
