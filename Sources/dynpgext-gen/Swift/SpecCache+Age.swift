import Glibc
import Workspace

extension SpecCache {
    /// Removes what we made more than thirty days ago; what has another name, kind or owner is not ours.
    static func removeOld(from directory: String) {
        guard let names = try? Directory(at: directory).names() else { return }
        for name in names {
            var status = stat()
            let path = "\(directory)/\(name)"
            guard let kind = kind(ofEntry: name), OwnDirectory.isOwn(path, kind: kind),
                lstat(path, &status) == 0, status.st_mtim.tv_sec < time(nil) - 30 * 86_400
            else { continue }
            removeTree(path)
        }
    }

    /// What stands in the cache under such a name; nil for a name that we give to nothing.
    private static func kind(ofEntry name: String) -> mode_t? {
        if name == "module" { return S_IFLNK }
        if isNumbered(name, "spec-", 64, ".json") { return S_IFREG }
        if isNumbered(name, "module-", 64, "") || isNumbered(name, "run.", 6, "") { return S_IFDIR }
        return nil
    }

    /// Whether so many letters and digits stand between a beginning and an end.
    private static func isNumbered(
        _ name: String, _ start: String, _ count: Int, _ end: String
    ) -> Bool {
        guard name.hasPrefix(start), name.hasSuffix(end) else { return false }
        let middle = name.dropFirst(start.count).dropLast(end.count)
        return middle.utf8.count == count && middle.allSatisfy { $0.isLetter || $0.isNumber }
    }
}
