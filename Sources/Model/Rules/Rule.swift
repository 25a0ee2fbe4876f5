import SpecLanguage

/// Something that a spec must hold beyond its shape. Each rule is one file and gives PostgreSQL's reason.
package protocol Rule: SendableMetatype {
    /// Why it is so, in Markdown, for docs/rules.md.
    static var reason: String { get }
    /// Where PostgreSQL, or what we write, says so.
    static var source: String { get }
    /// Every breach of the rule in `spec`.
    static func breaches(in spec: Extension) -> [Diagnostic]
}

/// Every rule; the order does not matter, since diagnostics are sorted by place.
package let allRules: [any Rule.Type] = [
    NamesAreIdentifiers.self,
    ExtensionNameIsFree.self,
    NamesAreUnique.self,
    SymbolsAreUnique.self,
    DerivedNamesFit.self,
    VersionIsFileName.self,
    SchemaIsOwn.self,
    RelocatableHasNoSchema.self,
    RequiredExtensionsFit.self,
    AdmissionIsSafe.self,
    MajorsAreSupported.self,
    InterfaceExists.self,
    SettingValuesFit.self,
    SettingWordsFit.self,
    SettingContextIsPossible.self,
    BlockHasContent.self,
    BlockKeysFit.self,
    LockIsSafe.self,
    InitialValuesFit.self,
    FieldShapeFits.self,
    BlockFitsInMemory.self,
    BudgetIsKept.self,
    ViewFitsInRow.self,
    ConnectionFitsWork.self,
    ConnectionNamesFit.self,
    ConnectionIsPossible.self,
    StatementsCanRun.self,
    PeriodIsPositive.self,
    ScheduleFits.self,
    WaitsArePositive.self,
    StartFitsConnection.self,
    TransactionFitsWork.self,
    StopIsBounded.self,
    HookDataFits.self,
    InstancesFit.self,
]
