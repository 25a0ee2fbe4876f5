/// A version that was generated, as all later ones must know it.
package struct Release: Sendable, Equatable {
    package let version: String
    package let name: Name
    /// Nil for a relocatable version, which has no schema of its own.
    package let schema: Name?
    /// The file of its library, without the suffix.
    package let library: String
    /// Its blocks, as far as later versions must know them.
    package let layouts: [Layout]

    /// What a version keeps under the key of a block.
    package struct Layout: Sendable, Equatable {
        package let block: String
        package let fingerprint: String
        package let key: String

        package init(block: String, fingerprint: String, key: String) {
            self.block = block
            self.fingerprint = fingerprint
            self.key = key
        }
    }
}

extension Release {
    /// What a file remembers of a version; nil if no spec can have led to it.
    package init?(
        version: String, name: String, schema: String?, library: String, layouts: [Layout]
    ) {
        guard VersionIsFileName.isVersion(version), let name = Name(name),
            schema.map({ Name($0) != nil }) ?? true,
            [name.text, Self.library(of: name, version: version)].contains(library)
        else { return nil }
        self.init(
            version: version, name: name, schema: schema.flatMap { Name($0) }, library: library,
            layouts: layouts)
    }

    /// The library of one version alone.
    private static func library(of name: Name, version: String) -> String {
        Symbols.library(version, of: name.text)
    }

    /// The version that a spec asks for.
    init(version: String, name: Name, schema: Name?, hotUpgrade: Bool, blocks: [BlockModel]) {
        self.init(
            version: version, name: name, schema: schema,
            library: hotUpgrade ? Self.library(of: name, version: version) : name.text,
            layouts: blocks.map {
                Layout(block: $0.name.text, fingerprint: $0.fingerprint, key: $0.key(in: name))
            })
    }
}

extension [Release] {
    /// Those that were released before `version`: a version is released when the spec goes on to another.
    package func released(before version: String) -> [Release] {
        last?.version == version ? dropLast() : self
    }
}
