package import FairwayCore

/// Finds economies and regions by code or by name in any of the three languages.
package struct RegionNames: Sendable {
    private var economies: [String: Economy.ID] = [:]
    private var regions: [String: [Region.ID]] = [:]
    private let economyOf: [Region.ID: Economy.ID]
    private let suggestions: [(key: String, name: String)]
    private var regionNames: [Economy.ID: [(key: String, name: String)]] = [:]

    package init(economies: [Economy], regions: [Region]) {
        economyOf = Dictionary(regions.map { ($0.id, $0.economy) }) { first, _ in first }
        var names: [(String, String)] = []
        for economy in economies {
            self.economies[ImportField.normalized(economy.id.code)] = economy.id
            for name in Language.allCases.compactMap({ economy.name[$0] }) {
                self.economies[ImportField.normalized(name)] = economy.id
                names.append((ImportField.normalized(name), "\(name) (\(economy.id))"))
            }
        }
        for region in regions {
            self.regions[ImportField.normalized(region.id.code), default: []].append(region.id)
            for name in Language.allCases.compactMap({ region.name[$0] }) {
                let key = ImportField.normalized(name)
                if self.regions[key]?.contains(region.id) != true {
                    self.regions[key, default: []].append(region.id)
                }
                regionNames[region.economy, default: []].append((key, "\(name) (\(region.id))"))
            }
        }
        suggestions = names
        addUsualNames()
    }

    /// What registration forms say instead of the official names.
    private mutating func addUsualNames() {
        let usual: [(String, String)] = [
            ("россия", "RU"), ("рф", "RU"), ("russia", "RU"), ("俄罗斯", "RU"), ("俄罗斯联邦", "RU"),
            ("китай", "CN"), ("кнр", "CN"), ("prc", "CN"), ("中国", "CN"), ("中华人民共和国", "CN"),
            ("usa", "US"), ("сша", "US"), ("uk", "GB"), ("оаэ", "AE"), ("uae", "AE"), ("беларусь", "BY"),
            ("белоруссия", "BY"), ("корея", "KR"), ("южнаякорея", "KR"), ("southkorea", "KR"), ("韩国", "KR"),
            ("вьетнам", "VN"), ("香港", "HK"), ("гонконг", "HK"), ("台湾", "TW"), ("澳门", "MO"),
        ]
        for (name, code) in usual where economies[name] == nil {
            if let id = economies[ImportField.normalized(code)] { economies[name] = id }
        }
    }

    func economy(_ text: String) -> Economy.ID? {
        Self.readings(text).lazy.compactMap { economies[$0] }.first
    }

    /// The whole text, else what stands before the bracket or in it: suggestions are written "China (CN)".
    private static func readings(_ text: String) -> [String] {
        ([text] + text.split(whereSeparator: { "()（）".contains($0) }).map(String.init))
            .map(ImportField.normalized).filter { !$0.isEmpty }
    }

    /// A region of the economy; names such as "Jilin Province" match without their last word.
    func region(_ text: String, in economy: Economy.ID?) -> Region.ID? {
        Self.readings(text).lazy.compactMap { region(key: $0, in: economy) }.first
    }

    private func region(key: String, in economy: Economy.ID?) -> Region.ID? {
        var candidates = regions[key] ?? []
        for ending in ["省", "市", "自治区", "край", "область", "province", "oblast", "krai"]
        where candidates.isEmpty {
            candidates = regions[key + ending] ?? []
            if candidates.isEmpty, key.hasSuffix(ending) {
                candidates = regions[String(key.dropLast(ending.count))] ?? []
            }
        }
        guard let economy else { return candidates.count == 1 ? candidates[0] : nil }
        return candidates.first { economyOf[$0] == economy }
    }

    /// The code of a region or economy.
    func placeCode(_ text: String) -> String? { region(text, in: nil)?.code ?? economy(text)?.code }

    /// Whose region it is, if there is only one of the name.
    func owner(ofRegion text: String) -> Economy.ID? { region(text, in: nil).flatMap { economyOf[$0] } }

    /// The name of a region of the economy that is most like a misspelt one.
    func suggestion(for text: String, in economy: Economy.ID) -> String? {
        let own = regionNames[economy] ?? []
        return Spelling.nearest(to: ImportField.normalized(text), in: own.map(\.key)).map { own[$0].name }
    }

    /// The name that is most like a misspelt one.
    func suggestion(for text: String) -> String? {
        let key = ImportField.normalized(text)
        return Spelling.nearest(to: key, in: suggestions.map(\.key)).flatMap { index in
            suggestions[index].name
        }
    }
}

/// Likely meanings of misspelt words.
enum Spelling {
    /// Index of the nearest candidate within a third of the word's length (optimal string alignment distance).
    static func nearest(to word: String, in candidates: [String]) -> Int? {
        let letters = Array(word)
        guard letters.count > 1 else { return nil }
        var best: (distance: Int, index: Int)?
        for (index, candidate) in candidates.enumerated() where abs(candidate.count - letters.count) <= 3 {
            let distance = distance(letters, Array(candidate))
            if distance <= max(1, letters.count / 3), distance < best?.distance ?? .max {
                best = (distance, index)
            }
        }
        return best?.index
    }

    private static func distance(_ one: [Character], _ other: [Character]) -> Int {
        var rows = [Array(0...other.count)]
        for i in 1...max(1, one.count) where i <= one.count {
            var row = [i] + [Int](repeating: 0, count: other.count)
            for j in stride(from: 1, through: other.count, by: 1) {
                let cost = one[i - 1] == other[j - 1] ? 0 : 1
                row[j] = min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + cost)
                if i > 1, j > 1, one[i - 1] == other[j - 2], one[i - 2] == other[j - 1] {
                    row[j] = min(row[j], rows[i - 2][j - 2] + 1)
                }
            }
            rows.append(row)
        }
        return rows[one.count][other.count]
    }
}
