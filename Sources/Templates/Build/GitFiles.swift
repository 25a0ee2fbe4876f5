import CodeText
import Model

/// `.gitignore`, the user's own: what make builds; written once.
func gitIgnore(_ model: ExtensionModel) -> Code<Patterns> {
    """
    *.o
    *.so
    *.bc
    *.dylib
    /build/
    """
}

/// `.gitattributes`: which files a reviewer may skip.
func gitAttributes(_ model: ExtensionModel, after released: [Release]) -> Code<Patterns> {
    """
    # \(Code.marker)
    .gitattributes linguist-generated
    Makefile linguist-generated
    dynpgext.h linguist-generated
    dynpgext.lock linguist-generated
    pg_compat.h linguist-generated
    \(model.name).c linguist-generated
    \(model.name).control linguist-generated
    \(model.name).h linguist-generated
    \(model.name).sql linguist-generated
    \(needsControlFiles(released + [model.release]) ? "\(model.name)--*.control linguist-generated" : .empty)
    \(model.workers.isEmpty ? .empty : "\(model.name)_workers.c linguist-generated")
    \(released.isEmpty ? .empty : "releases/* linguist-generated")
    """
}
