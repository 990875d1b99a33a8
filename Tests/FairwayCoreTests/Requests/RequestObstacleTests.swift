import FairwayCore
import Testing

/// Each reason by itself, with a near miss beside it.
struct RequestObstacleTests {
    private func enterprise(
        _ code: String,
        roles: [Enterprise.Role] = [.manufacturer],
        delegation: String? = nil,
        status: Enterprise.Status = .approved
    ) throws -> Enterprise {
        Enterprise(
            id: .init(code),
            name: LocalizedText(en: code),
            economy: .init("CN"),
            roles: roles,
            delegation: delegation.map { .init($0) },
            status: status,
            registeredOn: try #require(CivilDate("2026-11-01"))
        )
    }

    private func request(_ from: String, _ to: String, _ status: MeetingRequest.Status) -> MeetingRequest {
        MeetingRequest(
            id: .init("R1"),
            requester: .init(from),
            recipient: .init(to),
            priority: 3,
            status: status
        )
    }

    private func facts() throws -> RequestFacts {
        RequestFacts(
            requester: try enterprise("A"),
            recipient: try enterprise("B", roles: [.distributor]),
            rules: RequestRules(),
            between: [],
            openCount: 0,
            hasNoThanks: false,
            isRefused: false
        )
    }

    @Test func nothingStandsInTheWayOfStrangers() throws { #expect(try facts().obstacle == nil) }

    @Test func approvalIsNeededOnBothSides() throws {
        var own = try facts()
        own.requester.status = .registered
        #expect(own.obstacle == .notApproved)
        var theirs = try facts()
        theirs.recipient.status = .declined
        #expect(theirs.obstacle == .partnerNotApproved)
    }

    @Test func onesOwnEnterpriseIsNoPartner() throws {
        var facts = try facts()
        facts.recipient = facts.requester
        #expect(facts.obstacle == .oneself)
    }

    @Test(arguments: [MeetingRequest.Status.pending, .accepted])
    func whoAskedAlreadyWaits(status: MeetingRequest.Status) throws {
        var facts = try facts()
        facts.between = [request("A", "B", status)]
        #expect(facts.obstacle == .alreadyAsked(.init("R1"), status))
    }

    @Test func whoWasAskedAccepts() throws {
        var facts = try facts()
        facts.between = [request("B", "A", .pending)]
        #expect(facts.obstacle == .askedByThem(.init("R1")))
    }

    @Test func aWithdrawnRequestMayBeMadeAnewADeclinedOneMayNot() throws {
        var facts = try facts()
        facts.between = [request("A", "B", .withdrawn)]
        #expect(facts.obstacle == nil)
        facts.between = [request("A", "B", .declined)]
        #expect(facts.obstacle == .partnerTakesNone)
        facts.between = [request("B", "A", .declined)]
        #expect(facts.obstacle == nil)
    }

    @Test func noThanksCountsFromBothSides() throws {
        var own = try facts()
        own.hasNoThanks = true
        #expect(own.obstacle == .ownNoThanks)
        var theirs = try facts()
        theirs.isRefused = true
        #expect(theirs.obstacle == .partnerTakesNone)
    }

    @Test func barredPairsHoldInBothDirectionsUnlessAnotherRoleMay() throws {
        var facts = try facts()
        facts.rules.barred = [.init(.distributor, .manufacturer)]
        #expect(facts.obstacle == .barred(.init(.manufacturer, .distributor)))
        swap(&facts.requester, &facts.recipient)
        #expect(facts.obstacle == .barred(.init(.manufacturer, .distributor)))
        facts.recipient.roles = [.manufacturer, .brand]
        #expect(facts.obstacle == nil)
    }

    @Test func membersOfOneDelegationMeetIfTheOrganiserLetsThem() throws {
        var facts = try facts()
        facts.requester.delegation = .init("D")
        facts.recipient.delegation = .init("D")
        #expect(facts.obstacle == nil)
        facts.rules.withinDelegation = false
        #expect(facts.obstacle == .sameDelegation)
        facts.recipient.delegation = .init("E")
        #expect(facts.obstacle == nil)
    }

    @Test func limitsAreByTheMostGenerousRole() throws {
        var facts = try facts()
        facts.rules.limits = [.manufacturer: 2, .brand: 4]
        facts.openCount = 1
        #expect(facts.obstacle == nil)
        facts.openCount = 2
        #expect(facts.obstacle == .limitReached(2))
        facts.requester.roles = [.manufacturer, .brand]
        #expect(facts.obstacle == nil)
        facts.openCount = 4
        #expect(facts.obstacle == .limitReached(4))
        facts.requester.roles = [.manufacturer, .retailChain]
        #expect(facts.obstacle == nil, "a role without a limit has none")
    }

    @Test func closedIsClosed() throws {
        var facts = try facts()
        facts.rules.isOpen = false
        #expect(facts.obstacle == .requestsClosed)
    }

    @Test(arguments: Language.allCases) func everyReasonIsOneSentence(language: Language) {
        let all: [RequestObstacle] = [
            .requestsClosed, .notApproved, .partnerNotApproved, .oneself, .alreadyAsked(.init("R"), .pending),
            .alreadyAsked(.init("R"), .accepted), .askedByThem(.init("R")), .askedForSession(.init("R"), .am),
            .ownNoThanks, .partnerTakesNone,
            .barred(.init(.brand, .investor)), .sameDelegation, .limitReached(7),
        ]
        let words = all.map { $0.words(in: language) }
        #expect(Set(words).count == words.count)
        for sentence in words {
            #expect(sentence.count { ".。".contains($0) } == 1 && ".。".contains(sentence.last ?? " "))
        }
    }
}
