import FairwayCore

/// The keys a file may have: a misspelt one must not be passed over, since it could be a rule.
indirect enum KnownKeys: Sendable {
    /// A value with no keys of its own, or one whose keys are free.
    case value
    case list(KnownKeys)
    case object([String: KnownKeys])

    static let instance = KnownKeys.object([
        "format": .value, "name": .value, "fairness": .value, "walk": .value,
        "slots": .list(.names("day", "session")),
        "participants": .list(.names("id", "languages", "unavailable", "parallel", "maxMeetings", "stand")),
        "halls": .list(.names("id", "tables")),
        "interpreters": .list(.names("id", "pairs", "unavailable", "maxConsecutive")),
        "meetings": .list(.names("id", "a", "b", "weight", "required", "session", "fixed", "after")),
    ])

    static let programme = KnownKeys.object([
        "format": .value, "instance": .value, "status": .value, "seconds": .value,
        "meetings": .list(.names("id", "slot", "hall", "interpreter")),
        "unplaced": .list(.names("id", "reason")),
        "value": .names("placedWeight", "placed", "breaks", "idleSlots", "hallChanges"),
        "bound": .names("placedWeight", "breaks"),
    ])

    private static func names(_ names: String...) -> KnownKeys {
        .object(Dictionary(uniqueKeysWithValues: names.map { ($0, .value) }))
    }

    /// - Throws: `ProgrammeFileError.unknownKey` with the path of the first one.
    func check(_ json: Any, at path: String = "") throws {
        switch self {
        case .value:
            return
        case .list(let element):
            guard let list = json as? [Any] else { return }
            for (index, item) in list.enumerated() { try element.check(item, at: "\(path)[\(index)]") }
        case .object(let known):
            guard let object = json as? [String: Any] else { return }
            for key in object.keys.sorted() {
                guard let inner = known[key] else {
                    throw ProgrammeFileError.unknownKey(path: path.isEmpty ? key : "\(path).\(key)")
                }
                if let value = object[key] {
                    try inner.check(value, at: path.isEmpty ? key : "\(path).\(key)")
                }
            }
        }
    }
}
