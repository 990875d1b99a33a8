import FairwayCore
import FairwayStore
import Meaning

/// How long matching takes: the parts of a whole run, and one changed profile.
struct MatchMeasurement {
    let store: ExpoStore
    let perEnterprise: Int
    /// Profiles weighed anew, spread over the expo.
    private static let changes = 200

    /// Prints name, milliseconds.
    func print() async throws {
        let data = try await store.expo.data()
        let clock = ContinuousClock()
        let model = try await store.vectors.richestModel()
        var vectors: GoodsVectors?
        var affinity: SemanticAffinity?
        if let model {
            row(
                "vectors read",
                try await clock.measure { vectors = try await store.vectors.goods(of: data, by: model) }
            )
            row("meaning of all pairs of goods", try clock.measure { affinity = try vectors?.affinity() })
        }
        var board = MatchBoard(data, perEnterprise: 0)
        row(
            "all pairs of \(data.enterprises.count) enterprises",
            clock.measure { board = MatchBoard(data, perEnterprise: perEnterprise, affinity: affinity) }
        )
        var matches: [Match] = []
        row("reasons", clock.measure { matches = board.matches })
        Swift.print("proposals\t\(matches.count)")
        try await measureChanges(&board, vectors, model, data)
    }

    /// Each enterprise tried gives up its last product and speaks one language less, then has all back.
    private func measureChanges(
        _ board: inout MatchBoard,
        _ vectors: GoodsVectors?,
        _ model: EmbeddingModel?,
        _ data: ExpoData
    ) async throws {
        let products = Dictionary(grouping: data.products, by: \.enterprise)
        let demands = Dictionary(grouping: data.demands, by: \.enterprise)
        let present = data.enterprises.filter { $0.status != .declined }
        var vectors = vectors
        var times: [Duration] = []
        for number in stride(from: 0, to: present.count, by: max(1, present.count * 2 / Self.changes)) {
            let enterprise = present[number]
            var less = enterprise
            less.languages = Array(enterprise.languages.dropLast())
            let offers = products[enterprise.id] ?? []
            let wishes = demands[enterprise.id] ?? []
            for (profile, offers) in [(less, Array(offers.dropLast())), (enterprise, offers)] {
                times.append(
                    try await ContinuousClock().measure {
                        var own: GoodsVectors?
                        if let model { own = try await store.vectors.goods(of: offers, wishes, by: model) }
                        let links = try own.flatMap {
                            try vectors?.replace(products: $0.products, demands: $0.demands)
                        }
                        _ = board.replace(profile, products: offers, demands: wishes, links: links ?? [])
                    }
                )
            }
        }
        times.sort()
        for (name, share) in [("median", 0.5), ("p95", 0.95), ("slowest", 1)] where !times.isEmpty {
            row("a changed profile, \(name)", times[Int(Double(times.count - 1) * share)])
        }
    }

    private func row(_ name: String, _ time: Duration) {
        Swift.print("\(name)\t\(((time / .milliseconds(1)) * 10).rounded() / 10) ms")
    }
}
