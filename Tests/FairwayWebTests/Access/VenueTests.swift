import FairwayCore
import Testing

@testable import FairwayWeb

/// 2,000 people behind one address come in within ten minutes, whatever one of them tries; by a clock that the test turns,
/// through the throttle and the queue that the server has.
struct VenueTests {
    private static let hall = ClientSource("203.0.113.1")
    private static let people = 2000
    private static let stranger = SignInLimits.Visitor(source: hall, device: nil)

    /// A hall in which time goes on by a tenth of a second.
    private struct Hall {
        /// Somebody's try that waits to be hashed; nil for the attacker's.
        struct Try {
            var number: Int
            var person: Int?
            var charges: [Charge]
            /// Nobody's turn of one that is compared for an account.
            var isTurn = false
        }

        let clock = ThrottleTests.Uptime()
        let throttle: Throttle
        var queue = FairQueue<HashingThreads.Lane, ThrottleKey.Subject, Try>(HashingThreads.usualLimits)
        /// Who tries when, in ticks.
        var tries: [Int: [Int]] = [:]
        var wrongTries: Set<Int> = []
        var lastNumber = 0
        /// The tries whose turn as nobody's is still to come, and whose wrong answers wait for it.
        var turns: Set<Int> = []
        var held: [Int: Int] = [:]
        var busy: [Int: Int] = [:]
        var inBy: [Int: Int] = [:]
        var byMail: Set<Int> = []
        var guessed = 0
        var tick = 0

        /// - Parameter arrivals: The ticks within which everyone comes.
        init(arrivals: Int = 5200) {
            throttle = Throttle(now: clock.read)
            for person in 0..<people { tries[person * arrivals / people, default: []].append(person) }
        }

        mutating func wait(_ duration: Duration, _ person: Int) {
            tries[tick + max(1, Int(duration / .milliseconds(100)) + 1), default: []].append(person)
        }

        /// - Returns: whether it waits to be hashed.
        mutating func enter(_ email: String, _ person: Int?) async -> (isWaiting: Bool, wait: Duration) {
            let charges = SignInLimits.password(email, stranger)
            if case .refused(_, let wait) = await throttle.takes(charges, from: hall) { return (false, wait) }
            if add(email, person, charges) { return (true, .zero) }
            await throttle.giveBack(charges)
            return (false, .seconds(10))
        }

        /// As `HashingThreads.isRight` does; addresses with "person" have accounts.
        mutating func add(_ email: String, _ person: Int?, _ charges: [Charge]) -> Bool {
            lastNumber += 1
            let (number, lane) = (lastNumber, stranger.lane)
            let job = Try(number: number, person: person, charges: charges)
            guard email.hasPrefix("person") else {
                return queue.add(job, lane: lane, sender: .nobody, weight: .shared)
            }
            let turn = Try(number: number, person: person, charges: [], isTurn: true)
            let hasTurn = queue.add(turn, lane: lane, sender: .nobody, weight: .sharedWithoutWork)
            if queue.add(job, lane: lane, sender: .email(email)) {
                if hasTurn { turns.insert(number) }
                return true
            }
            guard hasTurn else { return false }
            _ = queue.remove(lane: lane, sender: .nobody) { $0.number == number }
            return queue.add(job, lane: lane, sender: .nobody, weight: .shared)
        }

        /// By password; who is told twice that too many sign in asks for a code.
        mutating func tryPassword(_ person: Int) async {
            let answer = await enter("person\(person)@example.com", person)
            guard !answer.isWaiting else { return }
            busy[person, default: 0] += 1
            if busy[person] == 2 { return await askForCode(person) }
            wait(answer.wait, person)
        }

        /// Half a minute later it is typed.
        mutating func askForCode(_ person: Int) async {
            let charges = SignInLimits.letter("person\(person)@example.com", stranger)
            guard await throttle.takes(charges, from: hall).isAdmitted else {
                return wait(.seconds(30), person)
            }
            inBy[person] = tick + 300
            byMail.insert(person)
        }

        /// A core hashes six passwords a second; every fifth person mistypes the first time.
        mutating func hash(_ budget: inout Double) async {
            budget = min(1, budget) + 0.6
            while budget >= 1, let job = queue.next() {
                if job.isTurn {
                    turns.remove(job.number)
                    if let person = held.removeValue(forKey: job.number) { wait(.seconds(5), person) }
                    continue
                }
                budget -= 1
                guard let person = job.person else {
                    guessed += 1
                    continue
                }
                if person.isMultiple(of: 5), wrongTries.insert(person).inserted {
                    mistyped(person, job.number)
                } else {
                    leaveTurn(job.number)
                    await throttle.clear(job.charges)
                    inBy[person] = tick
                }
            }
        }

        /// Without a place in nobody's line one is told to come again.
        mutating func mistyped(_ person: Int, _ number: Int) {
            if turns.contains(number) { held[number] = person } else { wait(.seconds(10), person) }
        }

        mutating func leaveTurn(_ number: Int) {
            guard turns.remove(number) != nil else { return }
            _ = queue.remove(lane: stranger.lane, sender: .nobody) { $0.number == number }
        }

        /// - Parameter guesses: Whom the attacker tries in a tick.
        mutating func run(byPassword: Bool, guesses: (Int) -> [String]) async {
            var budget = 0.0
            while tick < 6000 {
                for email in guesses(tick) { _ = await enter(email, nil) }
                for person in tries.removeValue(forKey: tick) ?? [] {
                    if byPassword { await tryPassword(person) } else { await askForCode(person) }
                }
                await hash(&budget)
                clock.turn(.milliseconds(100))
                tick += 1
            }
        }

        var inWithinTenMinutes: Int { inBy.values.count { $0 <= 6000 } }
    }

    @Test func aHallSignsInByPassword() async {
        var hall = Hall()
        await hall.run(byPassword: true) { _ in [] }
        #expect(hall.inWithinTenMinutes == Self.people && hall.byMail.isEmpty)
    }

    /// One person of the hall guesses as fast as the network goes at one company and now and then at whoever there may be.
    @Test func oneAttackersGuessesDoNotStopAHallThatSignsInByPassword() async {
        var hall = Hall()
        await hall.run(byPassword: true) { tick in
            Array(repeating: "person\(Self.people + tick % 20)@example.com", count: 10)
                + (tick.isMultiple(of: 10) ? ["invented\(tick)@example.com"] : [])
        }
        #expect(hall.inWithinTenMinutes == Self.people && hall.byMail.isEmpty)
        #expect(hall.guessed > 600, "the attacker was at it: \(hall.guessed)")
    }

    /// Five times what a core can hash: they are nobody's, and take one turn of each round.
    @Test func aFloodOfInventedAddressesDoesNotStopAHallThatSignsInByPassword() async {
        var hall = Hall(arrivals: 4500)
        await hall.run(byPassword: true) { tick in
            (0..<3).map { "invented\(tick * 3 + $0)@example.com" }
        }
        #expect(hall.inWithinTenMinutes == Self.people && hall.byMail.isEmpty)
        #expect(hall.guessed > 0, "the attacker was at it: \(hall.guessed)")
    }

    /// While the attacker guesses passwords, has letters sent to people of the hall and asks for as many to invented addresses.
    @Test func aHallSignsInByMailedCode() async {
        var hall = Hall()
        let throttle = hall.throttle
        for person in 0..<200 {
            let charges = SignInLimits.letter("person\(person)@example.com", Self.stranger)
            _ = await throttle.takes(charges, from: Self.hall)
        }
        for number in 0..<20_000 {
            let charges = SignInLimits.letter("invented\(number)@example.com", Self.stranger)
            _ = await throttle.takes(charges, from: Self.hall)
        }
        await hall.run(byPassword: false) { tick in
            (0..<5).map { "person\((tick * 5 + $0) % 2000)@example.com" }
        }
        #expect(hall.inWithinTenMinutes == Self.people)
        #expect(hall.byMail.count == Self.people)
    }

    // MARK: - What guessing comes to

    /// Tries as often as it is let, from some places, for a number of days.
    private func admitted(days: Int, places: Int, _ charges: (ClientSource) -> [Charge]) async -> Int {
        let clock = ThrottleTests.Uptime()
        let throttle = Throttle(now: clock.read)
        var count = 0
        for _ in 0..<days * 1440 {
            for place in 0..<places {
                let source = ClientSource("198.51.100.\(place)")
                while await throttle.takes(charges(source), from: source).isAdmitted { count += 1 }
            }
            clock.turn(.seconds(60))
        }
        return count
    }

    /// As docs/accounts.md says: 100 and then 96 a day, from one place or from many.
    @Test(arguments: [1, 20]) func passwordsOfAnAccountAreGuessed196TimesInADay(places: Int) async {
        let count = await admitted(days: 1, places: places) { place in
            SignInLimits.password("a@example.com", SignInLimits.Visitor(source: place, device: nil))
        }
        #expect((195...196).contains(count), "\(count)")
    }

    /// 30 and then 48 a day.
    @Test func secondFactorsOfAnAccountAreGuessed78TimesInADay() async {
        let count = await admitted(days: 1, places: 20) { place in
            SignInLimits.secondFactor("123456", 1, SignInLimits.Visitor(source: place, device: nil))
        }
        #expect((77...78).contains(count), "\(count)")
    }

    /// 12 and then 720 a day, each with five tries.
    @Test func lettersToAnAddressAre732InADay() async {
        let count = await admitted(days: 1, places: 20) { place in
            SignInLimits.letter("a@example.com", SignInLimits.Visitor(source: place, device: nil))
        }
        #expect((731...732).contains(count), "\(count)")
    }

    /// 4,000 and then one a second, whoever they are aimed at.
    @Test func guessesFromOnePlaceAreBounded() async {
        let clock = ThrottleTests.Uptime()
        let throttle = Throttle(now: clock.read)
        var count = 0
        for second in 0..<3600 {
            for number in 0..<4 {
                let charges = SignInLimits.password("\(second) \(number)@example.com", Self.stranger)
                if await throttle.takes(charges, from: Self.hall).isAdmitted { count += 1 }
            }
            clock.turn(.seconds(1))
        }
        #expect((7598...7600).contains(count), "\(count)")
    }
}
