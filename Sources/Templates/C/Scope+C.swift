import CodeText
import SpecLanguage

extension Scope {
    /// The flag of dynpgext.h.
    var flag: Code<C> {
        switch self {
        case .global: "DYNPGEXT_SCOPE_GLOBAL"
        case .database: "DYNPGEXT_SCOPE_DATABASE_LOCAL"
        }
    }
}
