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
    # What a run of dynpgext-gen leaves when it is cut off; the next one mends it.
    .dynpgext.journal
    .*.dynpgext-new
    /compile_flags.txt
    /tmp_check/
    """
}

/// `.gitattributes`: which files a reviewer may skip, and git must check out as they are, whatever core.autocrlf says;
/// `generated` are their paths.
func gitAttributes(generated: [String]) -> Code<Patterns> {
    let paths = ([".gitattributes", "dynpgext.lock"] + generated).sorted()
    return lines {
        "# \(Code.marker)" as Code<Patterns>
        for path in paths { Code<Patterns>(verbatim: "\(path) linguist-generated text eol=lf") }
    }
}

/// `.githooks/pre-commit`, the user's own; written once.
func preCommitHook() -> Code<Shell> {
    """
    #!/bin/sh
    # Refuses a commit of generated files that do not fit the spec. To use it:
    #   chmod +x .githooks/pre-commit && git config core.hooksPath .githooks
    exec dynpgext-gen check
    """
}
