// swift-tools-version: 6.0
// Imports only go downwards; Sources/README.md draws the house.

import PackageDescription

let package = Package(
    name: "dynpgext-gen",
    products: [
        .executable(name: "dynpgext-gen", targets: ["dynpgext-gen"]),
        .library(name: "ExtensionSpec", targets: ["ExtensionSpec"]),
    ],
    targets: [
        // Facts and text: they import nothing of ours.
        .target(name: "PostgreSQL"),
        .target(name: "CodeText"),
        .target(name: "SpecLanguage"),
        // What a spec in Swift imports; the command carries its text and compiles it with the user's compiler.
        .target(name: "ExtensionSpec"),
        // What has been proven, and what is made of it.
        .target(name: "Model", dependencies: ["SpecLanguage", "PostgreSQL"]),
        .target(
            name: "Templates", dependencies: ["Model", "SpecLanguage", "CodeText", "PostgreSQL"]),
        .target(name: "Workspace", dependencies: ["CodeText"]),
        // The command composes the passes; it alone imports everything.
        .executableTarget(
            name: "dynpgext-gen",
            dependencies: [
                "SpecLanguage", "Model", "Templates", "CodeText", "PostgreSQL", "Workspace",
            ]),

        .testTarget(name: "CodeTextTests", dependencies: ["CodeText", "ServerHarness"]),
        .testTarget(
            name: "SpecLanguageTests", dependencies: ["SpecLanguage", "ServerHarness"]),
        .testTarget(
            name: "ModelTests", dependencies: ["Model", "SpecLanguage", "ServerHarness"]),
        .testTarget(name: "WorkspaceTests", dependencies: ["Workspace", "CodeText"]),
        // Throw-away servers and child processes, for the tests that run real things.
        .target(name: "ServerHarness", path: "Tests/ServerHarness"),
        .testTarget(
            name: "CommandTests",
            dependencies: ["dynpgext-gen", "Workspace", "ServerHarness"],
            exclude: ["Fixtures"]),
        .testTarget(
            name: "ServerHarnessTests", dependencies: ["ServerHarness"], exclude: ["Fixtures"]),
        .testTarget(
            name: "GoldenTests",
            dependencies: ["ServerHarness", "dynpgext-gen", "SpecLanguage", "Model", "Templates"],
            path: "Tests/Golden",
            exclude: ["Cases", "Expected", "Fixtures", "Rejected"]),
        .testTarget(
            name: "LoaderTests",
            dependencies: ["ServerHarness"],
            exclude: ["Fixtures"]),
    ]
)
