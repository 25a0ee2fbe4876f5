/// A spec as it was written: every shape is right, nothing else is proven.
package struct Extension: Sendable {
    /// Where editors find the JSON Schema.
    package var jsonSchema: Located<String>?
    package var name: Located<String>
    package var version: Located<String>
    package var comment: Located<String>?
    package var schema: Located<String>?
    /// Whether ALTER EXTENSION may move its objects to another schema.
    package var relocatable: Located<Bool>?
    /// The extensions that must be there first, and the place of their array.
    package var required: Located<[Located<String>]>?
    /// Whether only superusers may create it.
    package var superuser: Located<Bool>?
    /// Whether others who may create objects in the database may create it all the same.
    package var trusted: Located<Bool>?
    /// Whether its requests may be made while the server starts.
    package var eagerPreload: Located<Bool>?
    /// Whether each version has a library of its own.
    package var hotUpgrade: Located<Bool>?
    /// The oldest PostgreSQL major to support.
    package var minimumMajor: Located<Int>?
    /// The newest PostgreSQL major to support.
    package var maximumMajor: Located<Int>?
    /// The revision of the Dynpgext interface.
    package var interface: Located<Int>?
    /// The most shared memory that the blocks may take, in PostgreSQL's units.
    package var budget: Located<String>?
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
        jsonSchema = object.optional(
            "$schema", .string, example: #""./dynpgext.schema.json""#,
            "the JSON Schema, for completion in editors; dynpgext-gen writes the file of the example"
        )
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
        relocatable = identity.relocatable
        required = identity.required
        superuser = identity.superuser
        trusted = identity.trusted
        eagerPreload = identity.eagerPreload
        hotUpgrade = identity.hotUpgrade
        minimumMajor = majors?.minimum
        maximumMajor = majors?.maximum
        interface = object.optional(
            "interface", .major, default: "1", example: "2",
            "the revision of the Dynpgext interface, 1 or 2")
        budget = object.optional(
            "budget", .size, default: "none", example: #""1MB""#,
            "the most shared memory that the blocks may take: the global ones, and those of one database"
        )
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
        let relocatable: Located<Bool>?
        let required: Located<[Located<String>]>?
        let superuser: Located<Bool>?
        let trusted: Located<Bool>?
        let eagerPreload: Located<Bool>?
        let hotUpgrade: Located<Bool>?

        init(from object: inout ObjectDecoder) {
            name = object.required("name", .name, "what CREATE EXTENSION calls it")
            version = object.required("version", .version, "its version, such as \"1.0\"")
            comment = object.optional("comment", .string, "what it is for, in one line")
            schema = object.optional(
                "schema", .name, default: "the extension's name",
                "the schema of its objects; CREATE EXTENSION makes it where it is missing")
            relocatable = object.optional(
                "relocatable", .boolean, default: "false",
                "whether it has no schema of its own: CREATE EXTENSION and ALTER EXTENSION put its objects where their SCHEMA says"
            )
            required = object.optional(
                "requires", .list(of: Shape<String>.string.located), default: "none",
                example: #"["plpgsql"]"#,
                "the extensions that must be there before it; CREATE EXTENSION ... CASCADE creates them"
            )
            superuser = object.optional(
                "superuser", .boolean, default: "true", "whether only superusers may create it")
            trusted = object.optional(
                "trusted", .boolean, default: "false",
                "whether whoever may create objects in a database may create it there all the same")
            eagerPreload = object.optional(
                "eager_preload", .boolean, default: "true",
                "whether the loader may ask the library for its requests while the server starts")
            hotUpgrade = object.optional(
                "hot_upgrade", .boolean, default: "false",
                "whether each version has a library of its own")
        }
    }

    /// The object `postgres`.
    private struct Majors {
        let minimum: Located<Int>?
        let maximum: Located<Int>?

        init(from object: inout ObjectDecoder) {
            minimum = object.optional(
                "min", .major, default: "13", example: "14", "the oldest major")
            maximum = object.optional(
                "max", .major, default: "19", example: "18", "the newest major")
        }
    }
}

extension Shape<Int> {
    /// A version in one number.
    fileprivate static var major: Self { Shape<Int64>.integer.map(Int.init(clamping:)) }
}
