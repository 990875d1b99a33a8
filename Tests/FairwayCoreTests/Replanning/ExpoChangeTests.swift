import FairwayCore
import Scheduling
import Testing

/// Changes in the organiser's identifiers, and programmes that follow them.
struct ExpoChangeTests {
    private static let sample = SampleExpo.generate(seed: 5, scale: 0.02, regions: [], economies: [])

    private var data: ExpoData { Self.sample }

    /// Made once: what the tests change is what comes after it.
    private static let programme = Result {
        let plan = try ProgrammePlan(data: sample)
        let solution = try Scheduler.solve(
            plan.problem,
            settings: .init(seed: 1, stepLimit: 5000),
            share: { 0 },
            report: { _ in }
        )
        return plan.programme(from: solution)
    }

    /// The programme after a replan, which must keep every rule of the changed data.
    private func replanned(_ previous: Programme, _ data: ExpoData, _ edit: ExpoEdit) throws -> (
        Programme, Replan
    ) {
        let work = try ProgrammeReplan(previous, data: data)
        let replan = try Replanner.replan(work.request(now: 0, concerned: edit.concerned))
        let programme = work.plan.programme(from: replan.solution)
        #expect(try StoredProgrammeCheck(of: programme, in: data).violations.isEmpty)
        return (programme, replan)
    }

    @Test func slotsAreNamedByNumberRangeOrDate() throws {
        let days = try #require(data.expo).days
        let all = try #require(data.expo).slots
        #expect(try data.slots(named: "4,6-8") == [4, 6, 7, 8])
        #expect(try data.slots(named: "3 - 5") == [3, 4, 5])
        #expect(try data.slots(named: "\(days[1])") == all.filter { $0.date == days[1] }.map(\.number))
        for wrong in ["", "5-3", "x", "1,,2", "-1", "99999", "1900-01-01", "1-2-3"] {
            #expect(throws: ExpoChangeError.noSlots(wrong)) { try data.slots(named: wrong) }
        }
    }

    @Test func whatIsNotThereIsNamedAndNothingChanges() throws {
        let changes: [(ExpoChange, ExpoChangeError)] = [
            (.lateArrival("nobody", CivilDate.earliest), .unknownEnterprise("nobody")),
            (.interpreterAbsence("nobody", slots: [1]), .unknownInterpreter("nobody")),
            (.hallClosure("nowhere", slots: [1]), .unknownHall("nowhere")),
            (.decline("nothing"), .unknownRequest("nothing")),
        ]
        for (change, error) in changes {
            var changed = data
            #expect(throws: error) {
                try changed.apply([.departure(data.enterprises[0].id.code, from: nil), change])
            }
            #expect(changed == data)
        }
    }

    @Test func aDelegationThatComesLateMeetsNobodyBefore() throws {
        let previous = try Self.programme.get()
        let expo = try #require(data.expo)
        let delegation = try #require(data.enterprises.compactMap(\.delegation).first)
        let members = Set(data.enterprises.filter { $0.delegation == delegation }.map(\.id))
        var changed = data
        let edit = try changed.apply([.lateArrival(delegation.code, expo.days[1])])
        #expect(Set(edit.enterprises.map(\.id)).isSubset(of: members))
        let (after, _) = try replanned(previous, changed, edit)
        let sides = Dictionary(
            uniqueKeysWithValues: data.requests.map { ($0.id, [$0.requester, $0.recipient]) }
        )
        let early = Set(expo.slots.filter { $0.date < expo.days[1] }.map(\.number))
        let broken = after.meetings.filter { meeting in
            early.contains(meeting.slot) && !members.isDisjoint(with: sides[meeting.request] ?? [])
        }
        #expect(broken.isEmpty)
    }

    @Test func aDeclinedMeetingIsCalledOffAndNothingElseMoves() throws {
        let previous = try Self.programme.get()
        let meeting = try #require(previous.meetings.first)
        var changed = data
        let edit = try changed.apply([.decline(meeting.request)])
        let work = try ProgrammeReplan(previous, data: changed)
        #expect(work.calledOff == [meeting])
        let (after, replan) = try replanned(previous, changed, edit)
        #expect(!after.meetings.contains { $0.request == meeting.request })
        #expect(replan.moves == 0)
        let words = work.words(of: replan, in: .en, names: ProgrammeNames(.en, expo: changed.expo))
        #expect(words.first?.hasPrefix("\(meeting.request.code) is called off (was ") == true)
    }

    @Test func aClosedHallHoldsNoMeeting() throws {
        let previous = try Self.programme.get()
        let hall = try #require(previous.meetings.first).place.hall
        let slots = Array(2..<6)
        var changed = data
        let edit = try changed.apply([.hallClosure(hall, slots: slots)])
        let (after, _) = try replanned(previous, changed, edit)
        #expect(!after.meetings.contains { $0.place.hall == hall && slots.contains($0.slot) })
    }

    @Test func anInterpreterWhoIsIllServesNobody() throws {
        let previous = try Self.programme.get()
        let interpreter = try #require(previous.meetings.compactMap(\.interpreter).first)
        var changed = data
        let all = try #require(data.expo).slots.map(\.number)
        let edit = try changed.apply([.interpreterAbsence(interpreter, slots: all)])
        let (after, _) = try replanned(previous, changed, edit)
        #expect(!after.meetings.contains { $0.interpreter == interpreter })
    }

    @Test func aWalkInIsOfferedWhatTheProgrammeHasRoomFor() throws {
        let previous = try Self.programme.get()
        let desk = try WalkInDesk(previous, data: data)
        let guest = try #require(data.requests.first { $0.status == .accepted }).requester
        let options = try desk.options(for: guest, slots: 0..<16)
        #expect(options.map(\.weight) == options.map(\.weight).sorted(by: >))
        let closed = Dictionary(
            uniqueKeysWithValues: data.enterprises.map { ($0.id, Set($0.unavailableSlots)) }
        )
        for option in options {
            #expect(option.enterprise != guest)
            #expect(closed[option.enterprise]?.contains(option.slot) == false)
            #expect(closed[guest]?.contains(option.slot) == false)
        }
        #expect(throws: ExpoChangeError.unknownEnterprise("nobody")) {
            try desk.options(for: "nobody", slots: 0..<16)
        }
    }
}
