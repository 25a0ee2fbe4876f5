import Model
import SpecLanguage

/// Resolves a spec of the extension `pulse` with these other members of its top level.
func pulse(_ members: String = "", identity: String = "") throws -> ExtensionModel {
    let text = """
        {"spec": 1, "extension": {"name": "pulse", "version": "0.1"\(identity)}\(members)}
        """
    return try resolve(decode(read(SpecText(path: "pulse.json", bytes: Array(text.utf8)))))
}

/// The messages of a spec that is refused; none if it is not.
func complaints(_ members: String = "", identity: String = "") throws -> [String] {
    do {
        _ = try pulse(members, identity: identity)
        return []
    } catch let rejected as SpecRejected {
        return rejected.diagnostics.map(\.message)
    }
}
