import FairwayCore
import FairwayStore

/// The row that headings are asked for, with what is proposed.
typealias HeadingRow = (row: String, headings: [HeadingProposal])

/// What the pages that edit a profile share: the form with its flaws, the meter, the hints and the two versions of a
/// conflict.
struct ProfileEditor: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer
    let search: CatalogueSearch
    /// Steps of the meter that a page shows.
    static let mostSteps = 5

    func places() async throws -> ProfilePlaces {
        ProfilePlaces(
            economies: try await store.expo.economies(),
            regions: try await store.expo.regions(),
            participating: Set(try await store.expo.participatingEconomies().map(\.code))
        )
    }

    /// - Parameters:
    ///   - flaws: Those to show; a new draft is not blamed for its gaps.
    ///   - gone: Marks of the rows taken out and not saved yet.
    ///   - proposed: The row that headings were asked for, with what is proposed.
    ///   - conflict: What someone else has saved in between.
    func values(
        _ draft: ProfileDraft,
        version: String,
        flaws: [ProfileFlaw],
        of id: Enterprise.ID?,
        gone: [String] = [],
        proposed: (row: String, headings: [HeadingProposal])? = nil,
        conflict: VersionedDraft? = nil,
        places: ProfilePlaces,
        _ language: Language
    ) async throws -> [String: Any] {
        let form = ProfileForm(
            draft: draft,
            flaws: flaws,
            language: language,
            renderer: renderer,
            places: places,
            gone: gone,
            proposed: proposed
        )
        return [
            "formSections": form.sections, "hiddens": form.hiddens, "revision": conflict?.version ?? version,
            "flaws": form.summary(flaws), "hasFlaws": !flaws.isEmpty,
            "meter": try await meter(draft, of: id, language),
            "similar": try await similar(draft, except: id, language),
            "hasConflict": conflict != nil,
            "conflicts": conflict.map { differences(form, $0.draft, places, language) } ?? [],
            "notices": [String](), "isDraft": false, "reasons": [String](), "senders": [[String: Any]](),
        ]
    }

    /// What a step of the form asks for: headings for one of its goods.
    func proposals(_ action: ProfileForm.Action, for draft: ProfileDraft) async -> HeadingRow? {
        guard case .propose(let list, let row) = action else { return nil }
        let goods = list == "products" ? draft.products : draft.demands
        guard goods.indices.contains(row) else { return nil }
        let texts = [goods[row].name, goods[row].about].flatMap { text in
            Language.allCases.compactMap { text[$0] }
        }
        return ("\(list)-\(row)", await search.proposals(for: texts.joined(separator: " ")))
    }

    /// Nobody learns here that an enterprise that is not public is there; the organiser sees it beside the registration.
    private func similar(_ draft: ProfileDraft, except id: Enterprise.ID?, _ language: Language) async throws
        -> [[String: Any]]
    {
        let found = try await store.names.enterprises(similarTo: draft.name, except: id)
            .filter { $0.status == .approved }
        guard !found.isEmpty else { return [] }
        return [["known": found.map { ["code": $0.id.code, "name": renderer.said($0.name, language)] }]]
    }

    func meter(_ draft: ProfileDraft, of id: Enterprise.ID?, _ language: Language) async throws
        -> [String: Any]
    {
        meter(try await ProfileMeter.measured(draft, of: id, in: store), language)
    }

    func meter(_ meter: ProfileMeter, _ language: Language) -> [String: Any] {
        let percent = Int((meter.share * 100).rounded(.down))
        return [
            "percent": percent, "share": NumberWords(language).percent(meter.share, places: 0),
            "isFull": meter.steps.isEmpty,
            "steps": meter.steps.prefix(Self.mostSteps).map {
                ["action": $0.action(in: language), "gain": $0.gainWords(in: language)]
            },
        ]
    }

    /// Where the two versions differ: the field, what is typed here, what is saved now.
    private func differences(
        _ form: ProfileForm,
        _ other: ProfileDraft,
        _ places: ProfilePlaces,
        _ language: Language
    ) -> [[String: Any]] {
        let saved = ProfileForm(
            draft: other,
            flaws: [],
            language: language,
            renderer: renderer,
            places: places
        )
        let theirs = Dictionary(saved.entries.map { ($0.name, $0) }) { first, _ in first }
        let ours = form.entries
        let names = Set(ours.map(\.name))
        let changed = ours.filter { $0.value != theirs[$0.name]?.value ?? "" }
            .map { (label: $0.label, ours: $0.value, theirs: theirs[$0.name]?.value ?? "") }
        let gone = saved.entries.filter { !names.contains($0.name) && !$0.value.isEmpty }
            .map { (label: $0.label, ours: "", theirs: $0.value) }
        return (changed + gone).map { ["label": $0.label, "ours": $0.ours, "theirs": $0.theirs] }
    }
}

extension ProfileMeter {
    /// How much a draft tells, and what each step would bring among those who are here.
    static func measured(_ draft: ProfileDraft, of id: Enterprise.ID?, in store: ExpoStore) async throws
        -> ProfileMeter
    {
        var facts = ProfileFacts(draft)
        facts.morePartners = try await store.profiles.morePartners(for: draft, of: id)
        return ProfileMeter(facts)
    }
}

/// A profile as its people edit it, and how much it tells.
struct MeasuredDraft: Sendable {
    let draft: ProfileDraft
    let meter: ProfileMeter

    /// Those of several enterprises, read at once.
    static func all(of ids: [Enterprise.ID], in store: ExpoStore) async throws -> [Enterprise.ID:
        MeasuredDraft]
    {
        let drafts = try await store.profiles.drafts(of: ids).mapValues(\.draft)
        let more = try await store.profiles.morePartners(for: drafts)
        return drafts.reduce(into: [:]) { all, entry in
            var facts = ProfileFacts(entry.value)
            facts.morePartners = more[entry.key] ?? [:]
            all[entry.key] = MeasuredDraft(draft: entry.value, meter: ProfileMeter(facts))
        }
    }
}

extension ProfileCheck {
    /// By the economies and regions that there are.
    static func present(in store: ExpoStore) async throws -> ProfileCheck {
        ProfilePlaces(economies: try await store.expo.economies(), regions: try await store.expo.regions())
            .check
    }

    /// - Throws: `APIProblem` that names all flaws.
    static func checkWhole(_ draft: ProfileDraft, in store: ExpoStore) async throws {
        let flaws = try await present(in: store).flaws(in: draft)
        guard flaws.isEmpty else { throw APIProblem(.invalidField, flaws.map(\.fault)) }
    }
}
