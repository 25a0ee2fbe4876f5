// The front of the command under libFuzzer: read, decode, resolve and plan, on whatever bytes.
// scripts/fuzz builds and runs it; no target of the package holds it.

import CodeText
import Model
import SpecLanguage
import Templates

/// Takes bytes for a spec, to the files or to the diagnostics that follow from them.
///
/// It must come back, soon and with bounded memory. A spec that was proven gives some files, each
/// with a text; one that was rejected gives a report of every problem.
@_cdecl("LLVMFuzzerTestOneInput")
public func front(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let spec = SpecText(path: "fuzz.json", bytes: bytes)
    do throws(SpecRejected) {
        let files = plan(try resolve(decode(read(spec))))
        precondition(!files.isEmpty && files.allSatisfy { !$0.contents.isEmpty })
    } catch {
        let report = text(of: error.diagnostics, in: spec, color: false)
        precondition(report.contains("fuzz.json:"))
    }
    return 0
}
