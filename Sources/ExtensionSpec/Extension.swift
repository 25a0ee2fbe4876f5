/// A spec as it was written: every shape is right, nothing else is proven.
package struct Extension: Sendable {
    package var name: Located<String>
    package var version: Located<String>
    package var comment: Located<String>?
    package var schema: Located<String>?
    /// Whether each version has a library of its own.
    package var hotUpgrade: Located<Bool>?
    /// The oldest PostgreSQL major to support.
    package var minimumMajor: Located<Int>?
    /// The newest PostgreSQL major to support.
    package var maximumMajor: Located<Int>?
    /// The revision of the Dynpgext interface.
    package var interface: Located<Int>?
    package var settings: [Setting]
    package var blocks: [Block]
    package var workers: [Worker]
}

/// How far a block or a worker reaches.
package enum Scope: String, Sendable, CaseIterable {
    /// One for the server.
    case global
    /// One in each database that has the extension.
    case database
}

extension Extension {
    /// The top level of the document.
    init(from object: inout ObjectDecoder) {
        _ = object.optional("$schema", .string, "the JSON Schema, for completion in editors")
        _ = object.required(
            "spec", .constant(1, hint: "This version of dynpgext-gen reads version 1 only."),
            "the version of this format, 1")
        let identity = object.required(
            "extension", .object(Identity.init(from:)), "the extension itself"
        ).value
        let majors = object.optional(
            "postgres", .object(Majors.init(from:)), "the PostgreSQL majors to support")?.value

        name = identity.name
        version = identity.version
        comment = identity.comment
        schema = identity.schema
        hotUpgrade = identity.hotUpgrade
        minimumMajor = majors?.minimum
        maximumMajor = majors?.maximum
        interface = object.optional(
            "interface", .major, default: "1", "the revision of the Dynpgext interface")
        settings =
            object.optional(
                "settings", .list(of: .object(Setting.init(from:))), "configuration parameters")?
            .value ?? []
        blocks =
            object.optional(
                "shmem", .list(of: .object(Block.init(from:))), "blocks of shared memory")?
            .value ?? []
        workers =
            object.optional(
                "workers", .list(of: .object(Worker.init(from:))), "background workers")?
            .value ?? []
    }

    /// The object `extension`.
    private struct Identity {
        let name: Located<String>
        let version: Located<String>
        let comment: Located<String>?
        let schema: Located<String>?
        let hotUpgrade: Located<Bool>?

        init(from object: inout ObjectDecoder) {
            name = object.required("name", .string, "what CREATE EXTENSION calls it")
            version = object.required("version", .string, "its version, such as \"1.0\"")
            comment = object.optional("comment", .string, "what it is for, in one line")
            schema = object.optional(
                "schema", .string, default: "the extension's name", "the schema of its objects")
            hotUpgrade = object.optional(
                "hot_upgrade", .boolean, default: "false",
                "whether each version has a library of its own")
            object.notYet("relocatable", "requires", "superuser", "trusted", "eager_preload")
        }
    }

    /// The object `postgres`.
    private struct Majors {
        let minimum: Located<Int>?
        let maximum: Located<Int>?

        init(from object: inout ObjectDecoder) {
            minimum = object.optional("min", .major, "the oldest major")
            maximum = object.optional("max", .major, "the newest major")
        }
    }
}

extension Shape<Int> {
    /// A version in one number.
    fileprivate static var major: Self { Shape<Int64>.integer.map(Int.init(clamping:)) }
}
