import FairwayCore
import Foundation
import HTTPTypes
import Testing

@testable import FairwayStore
@testable import FairwayWeb

/// Who reads what of a representative: every page and endpoint is walked as each kind of reader, and what was seen is what the
/// table of `PersonReader` and the privacy page say.
struct PersonVisibilityTests {
    private static let base = SampleExpo.generate(seed: 3, scale: 0.02, regions: [], economies: [])
    private static let agencies: [Delegation] = {
        var seen: Set<Agency.ID> = []
        let found = base.delegations.filter { seen.insert($0.agency).inserted }.prefix(2)
        return found + [
            Delegation(id: "DX", name: LocalizedText(zh: nil, ru: nil, en: "X delegation"), agency: "AX")
        ]
    }()
    private static let ids = base.enterprises.map(\.id)
    private static let owner = ids[0]
    private static let requests = [
        MeetingRequest(id: "R1", requester: owner, recipient: ids[1], priority: 3, status: .pending),
        MeetingRequest(id: "R2", requester: ids[2], recipient: owner, priority: 3, status: .accepted),
        MeetingRequest(id: "R3", requester: ids[4], recipient: owner, priority: 3, status: .pending),
        MeetingRequest(id: "R4", requester: ids[5], recipient: owner, priority: 3, status: .declined),
        MeetingRequest(id: "R5", requester: owner, recipient: ids[7], priority: 3, status: .withdrawn),
    ]

    private static let released = ["Zorvintakle", "Qwelmister"]
    private static let unreleased = ["Brundelphexi", "Yolmkantrix"]
    private static let contacts = ["zorv@qqmail.example", "brund@qqmail.example", "+7 000 555-01-77"]

    private static let data: ExpoData = {
        var data = base
        data.requests = requests
        var agency = base.agencies[0]
        agency.id = "AX"
        data.agencies.append(agency)
        data.delegations.append(agencies[2])
        data.outcomes = []
        for index in data.enterprises.indices {
            data.enterprises[index].status = .approved
            data.enterprises[index].delegation = nil
        }
        data.enterprises[0].delegation = agencies[0].id
        data.enterprises[1].delegation = agencies[1].id
        data.enterprises[6].status = .registered
        data.representatives = [
            Representative(
                id: "RP1",
                enterprise: owner,
                name: LocalizedText(zh: released[0], ru: released[0], en: released[0]),
                position: LocalizedText(zh: released[1], ru: released[1], en: released[1]),
                email: contacts[0],
                isReleased: true
            ),
            Representative(
                id: "RP2",
                enterprise: owner,
                name: LocalizedText(zh: unreleased[0], ru: unreleased[0], en: unreleased[0]),
                position: LocalizedText(zh: unreleased[1], ru: unreleased[1], en: unreleased[1]),
                email: contacts[1],
                phone: contacts[2]
            ),
        ]
        return data
    }()

    struct Viewer: Sendable, CustomTestStringConvertible {
        var part: Account.Part?
        var reader: PersonReader
        var why: String
        var testDescription: String { why }
    }

    private static let viewers = [
        Viewer(part: .enterprise(owner), reader: .ownCompany, why: "the company"),
        Viewer(part: .agency(agencies[0].agency), reader: .ownAgency, why: "its agency"),
        Viewer(part: .organiser, reader: .organiser, why: "the organiser"),
        Viewer(part: .enterprise(ids[1]), reader: .partner, why: "whom the company asked"),
        Viewer(part: .enterprise(ids[2]), reader: .partner, why: "with whom it agreed to meet"),
        Viewer(part: .agency(agencies[1].agency), reader: .partner, why: "the agency of whom it asked"),
        Viewer(
            part: .interpreter(base.interpreters[0].id),
            reader: .interpreter,
            why: "the interpreter of its meeting"
        ),
        Viewer(part: .enterprise(ids[3]), reader: .participant, why: "another company"),
        Viewer(part: .enterprise(ids[4]), reader: .participant, why: "who asked and has no answer"),
        Viewer(part: .enterprise(ids[5]), reader: .participant, why: "who was declined"),
        Viewer(part: .enterprise(ids[7]), reader: .participant, why: "whose request was withdrawn"),
        Viewer(part: .agency(agencies[2].agency), reader: .participant, why: "another agency"),
        Viewer(part: .enterprise(ids[6]), reader: .others, why: "a company that is not approved"),
        Viewer(part: .interpreter(base.interpreters[1].id), reader: .others, why: "another interpreter"),
        Viewer(part: .hallManager, reader: .others, why: "a hall manager"),
        Viewer(part: .visitor, reader: .others, why: "a visitor"),
        Viewer(part: nil, reader: .others, why: "nobody"),
    ]

    @Test(arguments: viewers) func everyoneSeesWhatTheTableSays(viewer: Viewer) async throws {
        let reader = try await Self.seen(by: viewer)
        #expect(reader.released == (viewer.reader.nameAccess != .never), "\(reader)")
        #expect(reader.unreleased == (viewer.reader.nameAccess == .always), "\(reader)")
        #expect(reader.contacts == (viewer.reader.contactAccess == .always), "\(reader)")
    }

    @Test func thereIsSomeoneOfEachKind() {
        #expect(Set(Self.viewers.map(\.reader)) == Set(PersonReader.allCases))
    }

    /// The sentences of the page are made of what was seen, not of the table that the page is made of.
    @Test(arguments: Language.allCases) func thePrivacyPageSaysWhatWasSeen(language: Language) async throws {
        let client = try await RouterClient(data: Self.data, as: nil)
        let page = try await client.get("/privacy", ["accept-language": language.rawValue]).body
        var shown: Set<PersonReader> = []
        for viewer in Self.viewers where shown.insert(viewer.reader).inserted {
            let seen = try await Self.seen(by: viewer)
            let name: PersonReader.Access = seen.unreleased ? .always : seen.released ? .ifReleased : .never
            let contact: PersonReader.Access = seen.contacts ? .always : .never
            let row =
                "<th scope=\"row\">\(viewer.reader.words(in: language))</th><td>\(name.words(in: language))</td>"
                + "<td>\(contact.words(in: language))</td>"
            #expect(page.contains(row.replacing("'", with: "&#39;")), "\(row)")
        }
        #expect(page.components(separatedBy: "<th scope=\"row\">").count - 1 == PersonReader.allCases.count)
    }

    // MARK: - Walking

    private struct Seen {
        var released = false
        var unreleased = false
        var contacts = false
        /// Where each was found.
        var places: [String] = []

        mutating func look(_ body: String, at path: String) {
            let found = (
                PersonVisibilityTests.released.contains(where: body.contains),
                PersonVisibilityTests.unreleased.contains(where: body.contains),
                PersonVisibilityTests.contacts.contains(where: body.contains)
            )
            released = released || found.0
            unreleased = unreleased || found.1
            contacts = contacts || found.2
            if found.0 || found.1 || found.2 { places.append(path) }
        }
    }

    /// Every page by cookie and every endpoint by token, with the company in every place where a code goes; and searches.
    private static func seen(by viewer: Viewer) async throws -> Seen {
        let client = try await client()
        var token: String?
        if let part = viewer.part {
            token = try await client.token(as: part, AccessScope.offered(to: part.role))
            try await client.signIn(as: part)
        }
        var seen = Seen()
        for route in client.routes where route.method == .get && !route.path.hasSuffix("/progress") {
            for path in paths(route.path, viewer.part) {
                seen.look(try await client.get(path).body, at: path)
                guard route.isForPrograms, let token else { continue }
                seen.look(try await client.api(.get, path, token: token).body, at: path)
            }
        }
        // The company's own pages lead to it by the navigation.
        guard viewer.part != .enterprise(owner) else { return seen }
        for word in released + unreleased {
            for path in [
                "/search?q=", "/search/suggest?q=", "/enterprises?q=", "/api/v1/search?q=",
                "/api/v1/enterprises?q=",
            ] {
                let body = try await client.get(path + word).body
                // The page says what was asked; what was found leads to the company.
                #expect(
                    !body.contains("/enterprises/\(owner)\"") && !body.contains("\"\(owner)\""),
                    "\(path)\(word)"
                )
            }
        }
        return seen
    }

    private static func paths(_ pattern: String, _ part: Account.Part?) -> Set<String> {
        var own = [owner]
        if case .enterprise(let id) = part { own.append(id) }
        let interpreter = if case .interpreter(let id) = part { id } else { base.interpreters[0].id }
        var paths: Set<String> = []
        for enterprise in own {
            for delegation in agencies.prefix(3) {
                for person in ["zorv%40qqmail.example", "RP2"] {
                    let path = pattern.replacing("{enterprise}", with: enterprise.code).replacing(
                        "{other}",
                        with: owner.code
                    )
                    .replacing("{delegation}", with: delegation.id.code)
                    .replacing("{interpreter}", with: interpreter.code)
                    .replacing(
                        "{product}",
                        with: base.products.first { $0.enterprise == owner }?.id.code ?? ""
                    )
                    .replacing("{run}", with: "1").replacing("{account}", with: "1").replacing(
                        "{language}",
                        with: "en"
                    )
                    .replacing("{request}", with: "R2").replacing("{file}", with: "enterprises.csv")
                    let isOfPerson =
                        pattern.hasSuffix("/people") || pattern.hasSuffix("/personal-data")
                        || pattern.hasSuffix("/people/data")
                    paths.insert(isOfPerson ? "\(path)?person=\(person)" : path)
                }
            }
        }
        return paths
    }

    private static func client() async throws -> RouterClient {
        let client = try await RouterClient(data: data, as: nil)
        let run = try await client.store.programmes.save(
            Programme(
                meetings: [
                    Meeting(
                        request: "R2",
                        slot: 0,
                        place: Place(hall: data.halls[0].id),
                        interpreter: base.interpreters[0].id
                    )
                ],
                unplaced: [],
                value: ProgrammeValue(),
                bound: ProgrammeBound(placedWeight: 0)
            ),
            seed: 1,
            timeLimitSeconds: 1,
            elapsedSeconds: 1,
            startedAt: 0,
            by: "test"
        )
        _ = try await client.store.publishUnchecked(run.id, by: "test")
        return client
    }

    // MARK: - Preferences, release

    @Test func nothingIsSaidOfAPersonWhoseNameOneMayNotRead() async throws {
        let client = try await Self.client()
        let stranger = Self.ids[3]
        let token = try await client.token(as: .enterprise(stranger), AccessScope.offered(to: .enterprise))
        let path = "enterprises/\(stranger)/preferences/\(Self.owner)"
        for (person, status) in [("RP1", 200), ("RP2", 422), ("RP9", 422)] {
            let body = #"{"preference": "mustMeet", "person": "\#(person)"}"#
            let answer = try await client.api(.put, path, token: token, body)
            #expect(answer.status == status, "\(person): \(answer.body)")
        }
    }

    @Test func aPersonReleasesTheNameInTheProfileAndTakesItBack() async throws {
        let client = try await Self.client()
        let token = try await client.token(as: .enterprise(Self.owner), AccessScope.offered(to: .enterprise))
        let economy = Self.data.enterprises[0].economy
        for isReleased in [true, false] {
            let body = """
                {"name": {"en": "Owner"}, "economy": "\(economy)", "roles": ["service"], "people": [
                  {"id": "RP2", "names": {"latin": {"display": "\(Self.unreleased[0])"}}, "isReleased": \(isReleased)}]}
                """
            let path = "enterprises/\(Self.owner)/profile"
            let answer = try await client.api(.put, path, token: token, body, ["if-match": "*"])
            #expect(
                answer.status == 200 && answer.body.contains("\"isReleased\":\(isReleased)"),
                "\(answer.body)"
            )
            let shown = try await client.store.enterprises.people(
                of: Self.owner,
                shownTo: .enterprise(Self.ids[3])
            )
            #expect(shown.map(\.id) == (isReleased ? ["RP2"] : []))
        }
        let log = try await client.store.auditLog.latest(limit: 50).filter { $0.table == "representative" }
        #expect(log.contains { ($0.after ?? "").contains("\"is_released\":1") })
        #expect(!log.contains { (($0.after ?? "") + ($0.before ?? "")).contains(Self.unreleased[0]) })
    }

    @Test func theProfileFormHasTheSwitchForEachPerson() async throws {
        let client = try await Self.client()
        try await client.signIn(as: .enterprise(Self.owner))
        let page = try await client.get("/enterprises/\(Self.owner)/profile").body
        let boxes = page.matches(of: /name="people-[01]-release-yes"[^>]*>/).map { String($0.output) }
        #expect(boxes.count == 2 && boxes.count { $0.contains("checked") } == 1, "\(boxes)")
        let form = ["people-count": "2", "people-1-release-yes": "1"]
        #expect(ProfileForm.draft(form).people.map(\.isReleased) == [false, true])
    }

    /// Drafts that were stored before there was a release are read as not released.
    @Test func anOldDraftIsNotReleased() throws {
        let old =
            #"{"code": "", "names": {"han": {}, "cyrillic": {}, "latin": {}}, "position": {}, "languages": [], "#
            + #""email": "", "phone": ""}"#
        let person = try JSONDecoder().decode(ProfileDraft.Person.self, from: Data(old.utf8))
        #expect(!person.isReleased)
    }
}
