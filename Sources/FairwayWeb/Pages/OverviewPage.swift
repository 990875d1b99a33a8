import FairwayCore
import FairwayStore
import Hummingbird

/// The front page: the expo, its figures and charts.
struct OverviewPage: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer
    let figures: FigureCache

    func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let language = context.language
        guard let expo = try await store.expo.find() else {
            return try renderer.page(
                "empty",
                title: "Fairway",
                section: .overview,
                [:],
                request: request,
                context: context
            )
        }
        let asOf = request.uri.queryParameters["as_of"].flatMap { CivilDate(String($0)) }
        let statistics = try await figures.statistics(asOf: asOf ?? expo.days.last ?? .earliest)
        let publication = try await store.publications.latest()
        let run: Run? = if let publication { try await store.programmes.run(publication.run) } else { nil }
        return try renderer.page(
            "overview",
            title: expo.name.text(in: language),
            section: .overview,
            [
                "heading": [renderer.said(expo.name, language)],
                "dates": Self.dates(expo, language),
                "asOf": statistics.asOf.description,
                "isAsOf": asOf != nil,
                "figures": figureTiles(statistics, run, language),
                "programme": run.map { ProgrammeWords.summary($0, language) } ?? [:],
                "hasProgramme": run != nil,
                "charts": charts(statistics, language),
            ],
            request: request,
            context: context
        )
    }

    private static func dates(_ expo: Expo, _ language: Language) -> String {
        guard let first = expo.days.first, let last = expo.days.last else { return "" }
        return first == last
            ? first.words(in: language) : "\(first.words(in: language)) – \(last.words(in: language))"
    }

    private func figureTiles(_ statistics: ExpoStatistics, _ run: Run?, _ language: Language) -> [[String:
        Any]]
    {
        let totals = statistics.totals
        var tiles: [(String, Int, String)] = [
            ("figure.exhibitors", totals.exhibitors, "/enterprises?exhibitors=1"),
            ("figure.buyers", totals.buyers, "/enterprises"),
            ("figure.economies", totals.economies, "/enterprises?sort=economy"),
            ("figure.chineseRegions", totals.chineseRegions, "/enterprises?economy=CN&sort=economy"),
            ("figure.russianRegions", totals.russianRegions, "/enterprises?economy=RU&sort=economy"),
            ("figure.delegations", totals.delegations, "/enterprises"),
            ("figure.products", totals.products, "/enterprises"),
            ("figure.demands", totals.demands, "/enterprises"),
        ]
        if let run { tiles.append(("figure.meetings", run.value.placed, "/programme")) }
        let numbers = NumberWords(language)
        return tiles.map { key, value, link in
            ["label": renderer.word(key, language), "value": numbers.integer(value), "link": link]
        }
    }

    private func charts(_ statistics: ExpoStatistics, _ language: Language) -> [[String: Any]] {
        func chart(
            _ key: String,
            _ counts: [ExpoStatistics.Count],
            _ link: @escaping (ExpoStatistics.Count) -> String?
        ) -> [String: Any] {
            BarChart(title: renderer.word(key, language), counts: counts, language: language, link: link)
                .model
        }
        return [
            chart("chart.economies", statistics.byEconomy) { "/enterprises?economy=\($0.code)" },
            chart("chart.sectors", statistics.bySector) { "/enterprises?sector=\($0.code)" },
            chart("chart.chineseRegions", statistics.byChineseRegion) { "/enterprises?region=\($0.code)" },
            chart("chart.russianRegions", statistics.byRussianRegion) { "/enterprises?region=\($0.code)" },
            chart("chart.roles", statistics.byRole) { "/enterprises?role=\($0.code)" },
            chart("chart.delegations", statistics.byDelegation) { "/enterprises?delegation=\($0.code)" },
        ]
    }
}

/// What a run achieved, in words for a page.
enum ProgrammeWords {
    static func summary(_ run: Run, _ language: Language) -> [String: Any] {
        let numbers = NumberWords(language)
        let bound = run.bound.placedWeight
        let gap = bound > 0 ? Double(bound - run.value.placedWeight) / Double(bound) : 0
        return [
            "id": run.id, "placed": numbers.integer(run.value.placed),
            "weight": numbers.integer(run.value.placedWeight), "bound": numbers.integer(bound),
            "gap": numbers.percent(gap, places: 2), "breaks": numbers.integer(run.value.breaks),
            "idle": numbers.integer(run.value.idleSlots),
            "hallChanges": numbers.integer(run.value.hallChanges),
            "worstShare": run.value.worstShare.map { numbers.percent($0, places: 0) } ?? "–",
            "seconds": numbers.decimal(run.elapsedSeconds, places: 1),
        ]
    }
}
