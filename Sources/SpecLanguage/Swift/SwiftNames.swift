/// How a key or a word of the spec is written in Swift: `hot_upgrade` as `hotUpgrade`.
package func swiftName(_ word: String) -> String {
    // The object `extension` has a key `schema` too, and both are arguments of one call.
    if word == "$schema" { return "jsonSchema" }
    let parts = word.split(separator: "_").map(String.init)
    return (parts.prefix(1) + parts.dropFirst().map(capitalized)).joined()
}

/// How the type of a key's value is called in Swift.
package func swiftTypeName(_ key: String) -> String {
    // `Type` is what Swift calls the type of a type.
    key == "type" ? "ValueType" : capitalized(swiftName(key))
}

/// How an element of a list is called in Swift, and what it is.
package func swiftElement(of key: String) -> (name: String, summary: String) {
    switch key {
    case "settings": ("Setting", "A configuration parameter of the extension.")
    case "shmem": ("Block", "A block of shared memory.")
    case "fields": ("Field", "A field of a block.")
    case "workers": ("Worker", "A background worker.")
    default: (capitalized(swiftName(key)), "An element of \(key).")
    }
}

private func capitalized(_ word: String) -> String {
    word.hasPrefix("uint")
        ? "UInt" + word.dropFirst(4) : word.prefix(1).uppercased() + word.dropFirst()
}
