import SpecLanguage

/// A spec that was read, in whichever language it is written.
struct SpecSource {
    let text: SpecText
    let document: SpecDocument
    /// What to keep of the work once the spec is accepted; nil if nothing is new.
    private let novelty: Novelty?

    /// What a spec in Swift came to when it ran just now.
    private struct Novelty {
        let result: [UInt8]
        let cache: SpecCache
        let scratch: Scratch
        let hasNewModule: Bool
    }

    /// Reads a spec; one in Swift is compiled and run, unless that was done before.
    init(_ text: SpecText, limits: TimeLimits = TimeLimits()) throws(CommandFailure) {
        self.text = text
        guard isSwift(text.path) else {
            novelty = nil
            document = try reading(text) { () throws(SpecRejected) in try read(text) }
            return
        }
        let compiler = try SwiftCompiler.find()
        let cache = SpecCache(for: compiler)
        if let known = cache.documents(of: text.bytes) {
            novelty = nil
            document = try reading(text) { () throws(SpecRejected) in
                try read(known.json, madeBy: text)
            }
            return
        }
        var evaluation = try SwiftEvaluation(text, compiler: compiler, cache: cache, limits: limits)
        let result = try evaluation.result()
        document = try reading(text) { () throws(SpecRejected) in
            if result.isEmpty { throw noExtension(in: text) }
            guard let frame = ResultFrame(result) else { throw overwrittenResult(of: text) }
            return try read(frame.json, madeBy: text)
        }
        novelty = Novelty(
            result: result, cache: cache, scratch: evaluation.scratch,
            hasNewModule: evaluation.hasNewModule)
    }

    /// Spares the next run the work: the spec is right.
    func accept() {
        guard let novelty else { return }
        novelty.cache.keep(
            novelty.result, of: text.bytes, from: novelty.scratch,
            hasNewModule: novelty.hasNewModule)
    }
}

/// Whether a path is that of a spec in Swift.
func isSwift(_ path: String) -> Bool { path.hasSuffix(".swift") }

/// Tells the user why a spec is rejected.
func reading<Result>(
    _ spec: SpecText, _ work: () throws(SpecRejected) -> Result
) throws(CommandFailure) -> Result {
    do throws(SpecRejected) {
        return try work()
    } catch {
        throw CommandFailure(error, in: spec)
    }
}
