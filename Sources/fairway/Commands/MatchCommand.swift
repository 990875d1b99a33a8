import ArgumentParser
import FairwayCore
import FairwayStore

/// `fairway match`: partners for everyone, with reasons.
struct MatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Propose partners for every enterprise, with a score and its reasons."
    )

    /// Enough for a page; more only makes the store larger.
    static let defaultPerEnterprise = 12

    @OptionGroup var store: StoreOptions
    @Option(help: "Proposals per enterprise and side.") var perEnterprise = MatchCommand.defaultPerEnterprise
    @Option(help: "Also print the matches of this enterprise.") var show: String?

    func run() throws {
        let terminal = Terminal()
        let watch = Stopwatch()
        let language = store.messages
        let target = try store.open()
        terminal.progress(language.pick(zh: "正在匹配……", ru: "Подбор партнёров…", en: "Matching …"))
        let count = try EngineRunner(store: target, actor: store.actor).match(perEnterprise: perEnterprise)
        terminal.note(
            language.pick(
                zh: "匹配建议 \(count) 条（\(watch.text)）。",
                ru: "Предложений партнёров: \(count) (\(watch.text)).",
                en: "\(count) matches proposed (\(watch.text))."
            )
        )
        if let show {
            try printMatches(of: Enterprise.ID(show), in: target, language: language)
        }
    }

    private func printMatches(of id: Enterprise.ID, in target: ExpoStore, language: Language) throws {
        guard try target.enterprise(id) != nil else {
            throw CommandError.unknownEnterprise(id.code)
        }
        let names = try MatchNames(store: target)
        for match in try target.matches(of: id, limit: perEnterprise) {
            let score = Int((match.match.score * 100).rounded())
            print("\(score) %\t\(match.partner.id)\t\(match.partner.name.text(in: language))")
            for reason in match.match.reasons {
                print("\t\(names.words(for: reason, in: language))")
            }
        }
    }
}
