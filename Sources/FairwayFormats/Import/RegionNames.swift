package import FairwayCore

/// Finds economies and regions by code or by name in any of the three languages, as official lists and as people write them.
package struct RegionNames: Sendable {
    private var economies: [String: Economy.ID] = [:]
    /// By what is left without administrative words; nil where several economies would share it.
    private var economyCores: [String: Economy.ID?] = [:]
    private var regions: [String: [Region.ID]] = [:]
    private var regionCores: [String: [Region.ID]] = [:]
    /// What the names of a region in all languages say it is.
    private var kinds: [Region.ID: Set<PlaceName.Kind>] = [:]
    private let economyOf: [Region.ID: Economy.ID]
    private var economySpelling = SpellingList()
    private var regionSpelling: [Economy.ID: SpellingList] = [:]

    package init(economies: [Economy], regions: [Region]) {
        economyOf = Dictionary(regions.map { ($0.id, $0.economy) }) { first, _ in first }
        for economy in economies { add(economy) }
        for region in regions { add(region) }
        addUsualNames()
    }

    private mutating func add(_ economy: Economy) {
        economies[ImportField.normalized(economy.id.code)] = economy.id
        for name in Language.allCases.compactMap({ economy.name[$0] }) {
            let key = ImportField.normalized(name)
            economies[key] = economy.id
            economySpelling.add(key, meaning: "\(name) (\(economy.id))")
            let core = PlaceName(name).core
            if let known = economyCores[core], known != economy.id {
                economyCores[core] = .some(nil)
            } else {
                economyCores[core] = economy.id
            }
        }
    }

    private mutating func add(_ region: Region) {
        regions[ImportField.normalized(region.id.code), default: []].append(region.id)
        for name in Language.allCases.compactMap({ region.name[$0] }) {
            let (key, place) = (ImportField.normalized(name), PlaceName(name))
            if regions[key]?.contains(region.id) != true { regions[key, default: []].append(region.id) }
            if regionCores[place.core]?.contains(region.id) != true {
                regionCores[place.core, default: []].append(region.id)
            }
            kinds[region.id, default: []].formUnion(place.kinds)
            regionSpelling[region.economy, default: .init()].add(key, meaning: "\(name) (\(region.id))")
        }
    }

    private mutating func addUsualNames() {
        for (name, code) in UsualPlaceNames.economies {
            guard let id = economies[ImportField.normalized(code)] else { continue }
            if economies[name] == nil { economies[name] = id }
            economyCores[name] = id
        }
        for (name, code) in UsualPlaceNames.regions {
            let id = Region.ID(code)
            guard economyOf[id] != nil else { continue }
            if regions[name] == nil { regions[name] = [id] }
            if regionCores[name]?.contains(id) != true { regionCores[name, default: []].append(id) }
        }
    }

    func economy(_ text: String) -> Economy.ID? {
        let readings = Self.readings(text)
        return readings.lazy.compactMap { economies[ImportField.normalized($0)] }.first
            ?? readings.lazy.compactMap { economyCores[PlaceName($0).core] ?? nil }.first
    }

    /// The whole text, else what stands before the bracket or in it: suggestions are written "China (CN)".
    private static func readings(_ text: String) -> [String] {
        ([text] + text.split(whereSeparator: { "()（）".contains($0) }).map(String.init))
            .filter { $0.contains { $0.isLetter || $0.isNumber } }
    }

    /// A region of the economy; administrative words may be missing, shortened or others than in the official name.
    func region(_ text: String, in economy: Economy.ID?) -> Region.ID? {
        let readings = Self.readings(text)
        return readings.lazy.compactMap { exact($0, in: economy) }.first
            ?? readings.lazy.compactMap { loose(PlaceName($0), in: economy) }.first
    }

    private func exact(_ text: String, in economy: Economy.ID?) -> Region.ID? {
        let found = regions[ImportField.normalized(text)] ?? []
        guard let economy else { return found.count == 1 ? found[0] : nil }
        return found.first { economyOf[$0] == economy }
    }

    /// "Moscow Oblast" and "Moscow City" have the same core: then the kind decides, else there must be one alone.
    private func loose(_ name: PlaceName, in economy: Economy.ID?) -> Region.ID? {
        let found = (regionCores[name.core] ?? []).filter { economy == nil || economyOf[$0] == economy }
        let ofKind = found.filter { kinds[$0].map { !$0.isDisjoint(with: name.kinds) } ?? false }
        if ofKind.count == 1 { return ofKind[0] }
        if found.count == 1 { return found[0] }
        let ofNoKind = found.filter { kinds[$0]?.isEmpty ?? true }
        return ofNoKind.count == 1 ? ofNoKind[0] : nil
    }

    /// The code of a region or economy.
    func placeCode(_ text: String) -> String? { region(text, in: nil)?.code ?? economy(text)?.code }

    /// Whose region it is, if there is only one of the name.
    func owner(ofRegion text: String) -> Economy.ID? { region(text, in: nil).flatMap { economyOf[$0] } }

    /// The name of a region of the economy that is most like a misspelt one.
    func suggestion(for text: String, in economy: Economy.ID) -> String? {
        regionSpelling[economy]?.nearest(to: ImportField.normalized(text))
    }

    /// The name that is most like a misspelt one.
    func suggestion(for text: String) -> String? {
        economySpelling.nearest(to: ImportField.normalized(text))
    }
}
