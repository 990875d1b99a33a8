package import FairwayCore

/// What a search finds.
///
/// Headings of the nomenclature are found beside these (`CatalogueSearch`).
package enum SearchKind: String, CaseIterable, Sendable {
    case product, demand, enterprise, region, economy
}

/// Something that a search can be narrowed by; one value of one of its lists.
///
/// Stored with each entry as one word, `role=importer`, so that a list of entries can be counted without any other table.
package struct SearchFacet: Hashable, Sendable {
    package enum List: String, CaseIterable, Sendable {
        case economy, region, sector, role, language
        /// Where a demand wants its partners.
        case wanted
        /// Of a product: a certificate, a rule of Incoterms, a range of the minimum order, whether under the buyer's brand.
        case certificate, incoterm, moq, label
    }

    package var list: List
    package var value: String

    package init(_ list: List, _ value: String) {
        self.list = list
        self.value = value
    }

    /// As it is stored.
    package var word: String { "\(list.rawValue)=\(value)" }

    init?(word: some StringProtocol) {
        let sides = word.split(separator: "=", maxSplits: 1)
        guard sides.count == 2, let list = List(rawValue: String(sides[0])) else { return nil }
        self.init(list, String(sides[1]))
    }
}

/// What somebody looks for.
package struct SearchQuery: Sendable {
    package var text: String
    /// Empty: all kinds.
    package var kinds: Set<SearchKind> = []
    /// All must hold; of the same list any.
    package var facets: Set<SearchFacet> = []
    package var page = PageNumber.first
    package var pageSize = 20
    /// Whether no correction may take the text's place; it is told all the same.
    package var isAsTyped = false

    package init(_ text: String) {
        self.text = text
    }
}

/// One thing found.
package struct SearchHit: Equatable, Sendable {
    /// Why something was found.
    package enum Evidence: String, Sendable {
        /// Words of the query.
        case words
        /// The name, read in another script.
        case name
        /// The customs heading that the query means.
        case heading
        /// Likeness in meaning.
        case meaning
    }

    package var kind: SearchKind
    package var code: String
    package var enterprise: Enterprise.ID?
    /// The four digits of the HS heading, of products and demands.
    package var heading: String?
    /// 0 … 1, to compare hits of one search.
    package var score: Double
    package var evidence: Set<Evidence>
    package var name = LocalizedText()
    package var about = LocalizedText()
    /// Of whose it is.
    package var enterpriseName = LocalizedText()
    /// The one that stands for a product.
    package var image: ProductImage.ID?
}

/// One page of what was found.
package struct SearchAnswer: Sendable {
    package var hits: [SearchHit]
    /// How many there are in all, at most `SearchWeights.mostCandidates` from each kind of evidence.
    package var total: Int
    package var counts: [SearchFacet: Int]
    package var kinds: [SearchKind: Int]
    /// Normal forms of the query's words, for highlighting.
    package var terms: Set<String>
    /// The headings that the query surely means.
    package var meant: [CatalogueSearch.MeantHeading]
    /// The query with its unknown words replaced, when that finds more.
    package var suggestion: String?
    /// Whether the hits are the suggestion's, because the query itself finds nothing.
    package var isCorrected = false
}
