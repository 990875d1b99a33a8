import Synchronization

/// Counts the values of facets.
///
/// The lists of the index are taken apart once and remembered: all goods of an enterprise have nearly the same, and reading
/// them word by word would take a good part of a search.
final class FacetLists: Sendable {
    private struct Known {
        /// Of each list as it is stored, the places of its facets.
        var lists: [String: [Int]] = [:]
        var facets: [SearchFacet] = []
        var places: [Substring: Int] = [:]
    }

    /// Beyond so many everything is forgotten, so that old lists do not gather for ever.
    private static let mostLists = 50_000

    private let known = Mutex(Known())

    /// How many of the lists have each facet.
    func counts(of lists: some Sequence<String>) -> [SearchFacet: Int] {
        known.withLock { known in
            if known.lists.count > Self.mostLists { known = Known() }
            var counts = [Int](repeating: 0, count: known.facets.count)
            for list in lists {
                for place in Self.places(of: list, &known) {
                    if place >= counts.count {
                        counts += [Int](repeating: 0, count: place + 1 - counts.count)
                    }
                    counts[place] += 1
                }
            }
            var result: [SearchFacet: Int] = [:]
            for (place, count) in counts.enumerated() where count > 0 { result[known.facets[place]] = count }
            return result
        }
    }

    private static func places(of list: String, _ known: inout Known) -> [Int] {
        if let places = known.lists[list] { return places }
        let places = list.split(separator: " ").compactMap { word -> Int? in
            if let place = known.places[word] { return place }
            guard let facet = SearchFacet(word: word) else { return nil }
            known.facets.append(facet)
            known.places[word] = known.facets.count - 1
            return known.facets.count - 1
        }
        known.lists[list] = places
        return places
    }
}
