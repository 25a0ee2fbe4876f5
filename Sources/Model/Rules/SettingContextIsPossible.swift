import SpecLanguage

/// A setting can be made when the library is loaded.
enum SettingContextIsPossible: Rule {
    static let reason = """
        A setting of context `postmaster` can only be made while the server starts, and the \
        loader may load the library later: when a database gets the extension. PostgreSQL \
        would then end the session.
        """
    static let source = """
        `init_custom_variable()` of `utils/misc/guc.c`, 13 to 19
        """

    static func breaches(in spec: Extension) -> [Diagnostic] {
        spec.settings.compactMap { setting in
            guard let context = setting.context, context.value == .postmaster else { return nil }
            return Diagnostic(
                .error,
                "setting \"\(setting.name.value)\" cannot wait for a restart: its library may be loaded while the server runs",
                at: context.range,
                hint: "Use \"sighup\", which follows a reload of the configuration.")
        }
    }
}
