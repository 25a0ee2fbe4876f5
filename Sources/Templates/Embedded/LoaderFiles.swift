import CodeText

/// The sources of the loader, as they stand in the repository.
package func loaderFiles() -> [GeneratedFile] {
    Embedded.loader.map {
        GeneratedFile(path: $0.path, contents: $0.contents, ownership: .generated)
    }
}
