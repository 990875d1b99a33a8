import ArgumentParser
import FairwayCore
import FairwayStore

/// `fairway match`: partners for everyone, with reasons.
struct MatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Propose partners for every enterprise, with a score and its reasons."
    )

    /// Enough for a page; more only makes the store larger.
    static let defaultPerEnterprise = 12

    @OptionGroup var store: StoreOptions
    @Option(help: "Proposals per enterprise and side.", transform: NumberOption.whole(0...1000))
    var perEnterprise = MatchCommand.defaultPerEnterprise
    @Option(help: "Also print the matches of this enterprise.") var show: String?

    @Option(
        help: "Bound the concentration (Gini, 0 … 1) of how often each enterprise is shown.",
        transform: NumberOption.decimal(0...1)
    )
    var maxGini: Double?
    @Flag(help: "Fit the score anew on the stored requests and check it on those held out; store nothing.")
    var calibration = false

    @Flag(help: "Time a whole run and 200 changed profiles; store nothing.") var measure = false

    func run() async throws {
        if calibration { return try await printCalibration() }
        if measure {
            return try await MatchMeasurement(store: try store.open(), perEnterprise: perEnterprise).print()
        }
        let terminal = Terminal()
        let watch = Stopwatch()
        let language = store.messages
        let target = try store.open()
        terminal.progress(language.pick(zh: "正在匹配……", ru: "Подбор партнёров…", en: "Matching …"))
        let result = try await EngineRunner(store: target)
            .match(perEnterprise: perEnterprise, maxGini: maxGini, by: store.actor)
        let count = result.count
        terminal.note(
            language.pick(
                zh: "匹配建议 \(count) 条（\(watch.text)）。",
                ru: "Предложений партнёров: \(count) (\(watch.text)).",
                en: "\(count) matches proposed (\(watch.text))."
            )
        )
        terminal.note(meaningNote(result.links, language))
        printExposure(result.exposure, keptScore: result.keptScore, terminal, language)
        if let show {
            try await printMatches(of: Enterprise.ID(show), in: target, language: language)
        }
    }

    private func meaningNote(_ links: Int?, _ language: Language) -> String {
        guard let links else {
            return language.pick(
                zh: "文本尚无向量（见 fairway embed），仅按 HS 编码和行业匹配。",
                ru: "У текстов нет векторов (см. fairway embed): подбор по кодам ТН\u{A0}ВЭД и отраслям.",
                en: "Texts have no vectors (see fairway embed): matched by HS codes and sectors alone."
            )
        }
        return language.pick(
            zh: "含义相近的产品与需求 \(links) 对。",
            ru: "Товаров и запросов, близких по смыслу: \(links).",
            en: "\(links) products and demands are alike in meaning."
        )
    }

    private func printExposure(
        _ exposure: MatchExposure,
        keptScore: Double,
        _ terminal: Terminal,
        _ language: Language
    ) {
        let numbers = NumberWords(language)
        let gini = numbers.decimal(exposure.gini, places: 3)
        let lost = numbers.percent(1 - keptScore, places: 1)
        let unseen = exposure.unseen.count
        terminal.note(
            language.pick(
                zh: "展示集中度（基尼系数）\(gini)；未展示的企业 \(unseen) 家；限制集中度损失得分 \(lost)。",
                ru:
                    "Неравномерность показов (Джини) \(gini); не показаны никому: \(unseen); граница стоила \(lost) оценок.",
                en:
                    "Concentration (Gini) \(gini); shown to nobody: \(unseen); the bound cost \(lost) of the scores."
            )
        )
    }

    private func printCalibration() async throws {
        let target = try store.open()
        let data = try await target.expo.data()
        let affinity = try await EngineRunner(store: target).affinity(of: data)
        let calibration = MatchCalibration(data, affinity: affinity, seed: 1)
        let fit = LogisticFit(calibration.training, features: PairFeatures.names.count)
        print("intercept\t\(fit.intercept)")
        for (name, weight) in zip(PairFeatures.names, fit.weights) { print("\(name)\t\(weight)") }
        let report = ReliabilityReport(calibration.heldOut) { values in
            MatchWeights.score(goods: values[1], roles: values[2], place: values[3], language: values[4])
        }
        print("held out\t\(calibration.heldOut.count)\tBrier\t\(report.brier)\tlog loss\t\(report.logLoss)")
        for row in report.rows where row.count > 0 { print("\(row.count)\t\(row.said)\t\(row.observed)") }
    }

    private func printMatches(of id: Enterprise.ID, in target: ExpoStore, language: Language) async throws {
        guard try await target.enterprises.find(id) != nil else {
            throw CommandError.unknownEnterprise(id.code)
        }
        let names = try await MatchNames(store: target)
        for match in try await target.matches.all(of: id, limit: perEnterprise) {
            let score = Int((match.match.score * 100).rounded())
            print("\(score) %\t\(match.partner.id)\t\(match.partner.name.text(in: language))")
            for reason in match.match.reasons {
                print("\t\(names.words(for: reason, in: language))")
            }
        }
    }
}
