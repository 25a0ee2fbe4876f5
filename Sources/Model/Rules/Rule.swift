import SpecLanguage

/// Something that a spec must hold beyond its shape. Each rule is one file and gives PostgreSQL's reason.
protocol Rule: SendableMetatype {
    /// Every breach of the rule in `spec`.
    static func breaches(in spec: Extension) -> [Diagnostic]
}

/// Every rule; the order does not matter, since diagnostics are sorted by place.
let allRules: [any Rule.Type] = [
    NamesAreIdentifiers.self,
    ExtensionNameIsFree.self,
    NamesAreUnique.self,
    SymbolsAreUnique.self,
    DerivedNamesFit.self,
    VersionIsFileName.self,
    SchemaIsOwn.self,
    MajorsAreSupported.self,
    InterfaceExists.self,
    SettingValuesFit.self,
    BlockHasContent.self,
    BlockKeysFit.self,
    LockIsSafe.self,
    InitialValuesFit.self,
    FieldShapeFits.self,
    BlockFitsInMemory.self,
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
