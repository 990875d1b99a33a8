import FairwayCore
import Testing

/// What organisers read about unplaced requests and scarce resources.
struct UnplacedWordsTests {
    private func names(_ language: Language) throws -> ProgrammeNames {
        let starts = try #require(ClockTime("10:00"))
        let ends = try #require(ClockTime("10:30"))
        let date = try #require(CivilDate("2027-05-17"))
        let slot = Slot(number: 0, date: date, session: .am, starts: starts, ends: ends)
        return ProgrammeNames(
            language,
            expo: Expo(name: LocalizedText(en: "Expo"), timeZone: "Asia/Shanghai", slots: [slot]),
            enterprises: ["E1": LocalizedText(zh: "北方机床", ru: "Северный станок", en: "Northern Lathe")],
            halls: ["A": LocalizedText(zh: "一号馆", ru: "Павильон 1", en: "Hall 1")]
        )
    }

    private func request(_ remedy: UnplacedRemedy?) -> UnplacedRequest {
        UnplacedRequest(
            request: "R1",
            reason: .limitReached("E1", limit: 8),
            load: EnterpriseLoad(enterprise: "E1", placed: 8, placedWeight: 52, asked: 41, askedWeight: 153),
            rivals: ["R2"],
            outweighedBy: 3,
            remedy: remedy
        )
    }

    @Test func aReasonSaysWhatIsPlacedAndWhoWouldGiveWay() throws {
        let request = request(UnplacedRemedy(changes: [.raiseLimit("E1")], movedMeetings: 0))
        #expect(
            request.sentence(in: .en, names: try names(.en))
                == "“Northern Lathe” has reached its limit of 8 meetings (placed weight 52 of 153); "
                + "R2 would have to give way and weigh 3 more. "
                + "Smallest change: allow “Northern Lathe” one more meeting"
        )
        let russian = request.sentence(in: .ru, names: try names(.ru))
        #expect(russian.contains("(размещён вес 52 из 153)"))
        #expect(russian.hasSuffix("Наименьшее изменение: увеличить на 1 предел встреч: «Северный станок»"))
        let chinese = request.sentence(in: .zh, names: try names(.zh))
        #expect(chinese.hasSuffix("最小调整：“北方机床”的洽谈上限加 1"))
    }

    @Test(arguments: [
        (1, "перенести 1 другую встречу"), (2, "перенести 2 другие встречи"),
        (5, "перенести 5 других встреч"),
    ])
    func movesAreCountedInRussian(count: Int, words: String) throws {
        let request = request(UnplacedRemedy(changes: [], movedMeetings: count))
        #expect(request.remedyWords(in: .ru, names: try names(.ru)) == "Наименьшее изменение: \(words)")
    }

    @Test(arguments: Language.allCases)
    func everyChangeHasItsWords(language: Language) throws {
        let pair = try #require(LanguagePair(LanguageTag(.zh), LanguageTag(.ru)))
        let changes: [ProgrammeChange] = [
            .dropSession, .dropFixedSlot, .dropOrder, .raiseLimit("E1"), .openSlot("E1", slot: 0),
            .addTable("A", slot: 0), .addInterpreter(pair, slot: 0), .giveUp("R9"), .addRepresentative("E1"),
        ]
        let names = try names(language)
        let words = changes.map { $0.words(in: language, names: names) }
        #expect(Set(words).count == changes.count)
        #expect(words.count { $0.contains("10:00–10:30") } == 3)
        #expect(request(nil).remedyWords(in: language, names: names) == nil)
        let obstacles = UnplacedReason.hindered(by: UnplacedReason.Obstacle.allCases, pairs: [pair])
        #expect(!obstacles.words(in: language, names: names).isEmpty)
    }

    @Test func scarcityIsCounted() throws {
        let pair = try #require(LanguagePair(LanguageTag(.zh), LanguageTag(.ru)))
        let scarcity = ProgrammeScarcity(
            resource: .interpreters(pair, day: 0),
            added: 2,
            slots: 32,
            price: 2.5,
            placed: 41,
            placedWeight: 93,
            weightAtMost: 120
        )
        #expect(
            scarcity.words(in: .en, names: try names(.en))
                == "2 more interpreters (Russian–Chinese), 17 May: 41 more meetings (weight 93, at most 120)"
        )
        #expect(
            scarcity.words(in: .ru, names: try names(.ru))
                == "Ещё 2\u{A0}переводчика (русский — китайский), 17 мая: "
                + "дополнительно 41\u{A0}встреча (вес 93, не более 120)"
        )
        #expect(
            scarcity.words(in: .zh, names: try names(.zh))
                == "5月17日 俄语–中文增加 2 名翻译，可多安排 41 场洽谈（权重 93，至多 120）"
        )
        #expect(
            ProgrammeNames(.en).day(2) == "day 3" && ProgrammeNames(.ru).slot(5) == "слот 5"
        )
    }

    @Test func aShareIsInPercent() throws {
        let load = EnterpriseLoad(enterprise: "E1", placed: 8, placedWeight: 52, asked: 41, askedWeight: 153)
        #expect(
            load.words(in: .en, names: try names(.en))
                == "“Northern Lathe”: 8 of 41 requests placed, 34% of the weight"
        )
    }
}
