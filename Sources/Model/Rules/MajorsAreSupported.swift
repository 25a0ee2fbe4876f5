import PostgreSQL
import SpecLanguage

/// The majors are ones that we support.
enum MajorsAreSupported: Rule {
    static let reason = """
        The generated code is compiled and run on these majors and on no other.
        """
    static let source = """
        PostgreSQL 13 to 19
        """

    static func breaches(in spec: Extension) -> [Diagnostic] {
        let bounds = [spec.minimumMajor, spec.maximumMajor].compactMap(\.self)
        let unsupported = bounds.filter { !Majors.supported.contains($0.value) }.map {
            Diagnostic(
                .error, "PostgreSQL \($0.value) is not supported", at: $0.range,
                hint:
                    "Use a major from \(Majors.supported.lowerBound) to \(Majors.supported.upperBound)."
            )
        }
        guard let low = spec.minimumMajor, let high = spec.maximumMajor, low.value > high.value
        else { return unsupported }
        return unsupported + [
            Diagnostic(
                .error, "\"min\" \(low.value) is above \"max\" \(high.value)",
                at: low.range,
                hint: "Swap the two.", notes: [.init("\"max\" is here", at: high.range)])
        ]
    }
}
