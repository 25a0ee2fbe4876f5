extension SpecDocument.Node {
    /// The node with the places of the Swift text that it was made from.
    ///
    /// - Parameters:
    ///   - places: what finds them.
    ///   - outer: where what holds this node stands; that of nodes which no call made.
    /// - Returns: the same values with other places, without the marks.
    func placed(by places: inout SwiftPlaces, within outer: SwiftNodePlace) -> Self {
        let place =
            mark.flatMap { places.call(line: $0.line, column: $0.column) }
            .map { SwiftNodePlace.arguments(of: $0) } ?? outer
        let range = places.range(place.range)
        switch value {
        case .object(let members):
            let placed = members.filter { $0.key.value != "#" }.map { member in
                let inner = place.member(member.key.value, in: places.bytes)
                let key = places.range(inner.key)
                return SpecDocument.Member(
                    key: Located(member.key.value, at: key),
                    value: member.value.placed(by: &places, within: inner.value))
            }
            return Self(value: .object(placed), range: range)
        case .array(let elements):
            let placed = elements.enumerated().map { index, element in
                element.placed(
                    by: &places, within: place.element(index, of: elements.count, in: places.bytes))
            }
            return Self(value: .array(placed), range: range)
        default: return Self(value: value, range: range)
        }
    }

    /// Where the call stands that made this object.
    private var mark: (line: Int, column: Int)? {
        guard case .object(let members) = value, let first = members.first, first.key.value == "#",
            case .array(let numbers) = first.value.value, numbers.count == 2,
            case .number(let line) = numbers[0].value, case .number(let column) = numbers[1].value,
            let line = Int(line), let column = Int(column)
        else { return nil }
        return (line, column)
    }
}

/// Where a node of the document stands in the Swift text.
enum SwiftNodePlace {
    /// The object that a call makes of its arguments.
    case arguments(of: SwiftCall)
    /// What a value says, of which an argument consists.
    case value(SwiftRange)
    /// The arguments without a label, which are an array.
    case list([SwiftRange], SwiftRange)

    var range: SwiftRange {
        switch self {
        case .arguments(let call): call.range
        case .value(let range): range
        case .list(_, let range): range
        }
    }

    /// Where a key of the object stands, and its value.
    func member(_ key: String, in text: [UInt8]) -> (key: SwiftRange, value: SwiftNodePlace) {
        let name = swiftName(key)
        let call: SwiftCall
        switch self {
        case .arguments(let ofThis): call = ofThis
        case .value(let range):
            guard let value = SwiftCall(value: range, in: text) else { return (range, self) }
            call = value
        case .list(_, let range): return (range, self)
        }
        if let argument = call.arguments.first(where: { $0.label?.name == name }),
            let label = argument.label
        {
            return (label.range, .value(argument.value))
        }
        let unlabelled = call.arguments.prefix { $0.label == nil }.map(\.value)
        if case .value = self, text[call.name].elementsEqual(name.utf8),
            let first = unlabelled.first, let last = unlabelled.last
        {
            let whole = first.lowerBound..<last.upperBound
            return (call.name, .list(unlabelled, whole))
        }
        if key == "name", let first = unlabelled.first { return (first, .value(first)) }
        // The object `extension`: its keys are arguments of the same call.
        return (call.name, self)
    }

    /// Where an element of the array stands.
    func element(_ index: Int, of count: Int, in text: [UInt8]) -> SwiftNodePlace {
        switch self {
        case .list(let values, _) where values.count == count: .value(values[index])
        case .list(let values, let range) where values.count == 1:
            SwiftNodePlace.value(range).element(index, of: count, in: text)
        case .value(let range):
            swiftArray(range, in: text).flatMap { $0.count == count ? .value($0[index]) : nil }
                ?? self
        default: self
        }
    }
}
