import Testing

@testable import TextAnalysis

/// What a name may hold and what would deceive its reader.
struct TextSafetyTests {
    @Test(arguments: [
        ("Sber\u{202E}knab", TextFlaw.Kind.direction), ("\u{202A}x", .direction),
        ("x\u{2066}y\u{2069}", .direction),
        ("x\u{200E}", .direction), ("x\u{200F}", .direction), ("x\u{61C}", .direction),
        ("Sb\u{200B}er", .invisible),
        ("Sb\u{200D}er", .invisible), ("Сб\u{200C}ер", .invisible), ("\u{200D}", .invisible),
        ("Sb\u{AD}er", .invisible),
        ("\u{FEFF}Sber", .invisible), ("Sb\u{2060}er", .invisible), ("x\u{E0041}\u{E0042}", .invisible),
        ("x\u{FE0F}", .invisible), ("x\u{E0100}", .invisible), ("中\u{200D}国", .invisible),
        ("x\u{180B}", .invisible),
        ("x\u{3164}", .invisible), ("x\u{115F}", .invisible), ("x\u{FFF9}y", .invisible),
        ("\u{2800}", .invisible), ("x\u{2800}", .invisible), ("\u{1D159}", .invisible),
        ("\u{FFFC}", .invisible), ("\u{13441}\u{13442}", .invisible),
        ("x\u{0}", .control),
        ("x\ny", .control), ("x\ty", .control), ("x\u{85}y", .control), ("x\u{2028}y", .control),
        ("x\u{7F}", .control),
        ("x\u{E000}", .unassigned), ("x\u{F0000}", .unassigned), ("x\u{FFFE}", .unassigned),
        ("x\u{378}", .unassigned),
        ("x\u{10FFFF}", .unassigned), ("e\u{301}\u{302}\u{303}\u{304}\u{305}", .marks), ("\u{301}x", .marks),
        ("a \u{301}", .marks),
    ])
    func aNameThatDeceivesIsToldWithItsCharacter(name: String, kind: TextFlaw.Kind) {
        let flaw = TextSafety.flaw(in: name, .name)
        #expect(flaw?.kind == kind, "\(flaw?.code ?? "none")")
        #expect(flaw.map { name.unicodeScalars.contains($0.scalar) } == true)
    }

    /// Plainly fictional, as companies of these countries are really written.
    static let names = [
        "哈尔滨松北星河食品有限公司", "大连蓝湾国际物流股份有限公司", "黑龙江省北岭木业集团", "上海（浦东）云帆科技有限公司", "深圳市TCX电子有限公司",
        "绥芬河Восток-Запад商贸", "佳木斯·三江粮油公司", "北京A&B医疗器械有限公司", "辽宁「青松」机械厂", "𠮷野家北方店", "天津滨海〇一贸易行",
        "香港金龍 (遠東) 有限公司",
        "ООО «Сырная слобода»", "АО «Дальневосточный лес»", "ПАО „Северная верфь“", "ИП Ёлкина А. Ю.",
        "ТД «Вкус-Вилла 24»", "ГК «X5-Север»",
        "ООО «Медь & Никель»", "Завод № 7 им. Петрова", "ООО «ЧистаяВода+»", "НПП «Квант-М»",
        "Агрофирма «Заря»", "ООО «3Д-печать»",
        "Acme Trading Ltd.", "O’Hara & Sons Co.", "Smith's Dairy (UK) Limited", "Müller Maschinenbau GmbH",
        "Ærø Fisk A/S", "Łódź Textile Sp. z o.o.",
        "Café Crème S.A.", "Ñandú Foods S.R.L.", "3D Print, Inc.", "100% Natural!", "e-Trade.com",
        "C++ Systems",
        "Монгол Ноос ХХК", "Говь Өнгө ХК", "Улаанбаатар Үйлдвэр", "Хөвсгөл Мод ХХК", "ᠮᠣᠩᠭᠣᠯ ᠨᠣᠭᠣᠰᠣ",
        "ᠬᠠᠷ\u{180E}ᠠ", "ᠮᠣᠩᠭᠣᠯ\u{202F}ᠤᠨ",
        "주식회사 한빛식품", "㈜동해물산", "(주)새별전자", "서울무역 Seoul Trading", "北星무역", "한국·중국 교역", "㈜ABC 전자",
        "ТОО «Қазақ Астық»", "Ұлы Дала Экспорт ЖШС", "Әлем Өнімдері", "Шымкент Іскер ЖК",
        "Aqtöbe Qurylys JŞS", "«Жібек Жолы» АҚ",
        "株式会社北海水産", "ヨロズ商会", "บริษัท ดาวเหนือ จำกัด", "Công ty Biển Đông", "شرکت ستاره\u{200C}شرق",
        "कंपनी क्\u{200D}ष", "חברת כוכב", "ՀՀ Արև ՍՊԸ",
    ]

    @Test(arguments: names) func realNamesPassUnchanged(name: String) {
        #expect(TextSafety.flaw(in: name, .name) == nil, "\(TextSafety.flaw(in: name, .name)?.code ?? "")")
        let normalized = TextSafety.normalized(name, .name)
        #expect(
            normalized == name
                && TextSafety.normalized(normalized, .name).unicodeScalars.elementsEqual(
                    normalized.unicodeScalars
                )
        )
        // Nobody of these is taken for somebody else; the one that is written in two alphabets has them in two words.
        #expect(Lookalike.mixedWords(in: name).isEmpty, "\(Lookalike.mixedWords(in: name))")
    }

    @Test(arguments: names) func realNamesCanBeRead(name: String) {
        #expect(TextSafety.isReadable(name))
        #expect(TextSafety.addressMark(in: name) == nil)
    }

    @Test(arguments: ["", " ", "—", "***", "?!", "«»", "★☆", "🙂", "\u{2800}\u{1D159}\u{FFFC}", "..."])
    func signsAloneNameNobody(name: String) { #expect(!TextSafety.isReadable(name)) }

    @Test(arguments: [
        ("CLAIM PRIZE AT https://evil.example/x", "://"), ("Ann ftp://a", "://"),
        ("Ann WWW.evil.example", "www."),
        ("wWw.x", "www."), ("ann@evil.example", "@"), ("Ann @evil", "@"), ("@\u{301}", "@"),
        ("Ann ｈｔｔｐｓ：／／ｅｖｉｌ", "://"), ("ｗｗｗ．evil", "www."), ("www。evil", "www."), ("ann＠evil", "@"),
        ("ann﹫evil", "@"),
    ])
    func anAddressInANameIsFound(name: String, mark: String) {
        #expect(TextSafety.addressMark(in: name) == mark)
    }

    @Test(arguments: [
        "", "Анна-Мария О’Нил", "Wwwilliam", "www", "Jean: Paul", "J. R. R. Tolkien", "王芳", "A//B",
    ])
    func otherNamesHaveNoAddress(name: String) { #expect(TextSafety.addressMark(in: name) == nil) }

    @Test func thereAreSixtyOfThem() {
        #expect(Self.names.count >= 60 && Set(Self.names).count == Self.names.count)
    }

    @Test(arguments: [
        ("Cafe\u{301}", "Café"), ("и\u{306}", "й"), ("가", "가"), ("ООО\u{A0}«Рога»", "ООО «Рога»"),
        ("  two \u{3000} words\n", "two words"), ("a\tb", "a b"), ("a\u{2003}b", "a b"),
        ("ᠮ\u{202F}ᠤ", "ᠮ\u{202F}ᠤ"),
        ("plain", "plain"), ("", ""), ("\n", ""),
    ])
    func namesHaveOneForm(name: String, form: String) {
        #expect(TextSafety.normalized(name, .name).unicodeScalars.elementsEqual(form.unicodeScalars))
    }

    @Test func textsMayHaveLinesAndEmojiButTurnNothing() {
        for text in ["one\r\ntwo\tthree", "👩‍👩‍👧 ❤️", "\u{200F}חברה", "⠓\u{2800}⠊ \u{FFFC}"] {
            #expect(TextSafety.flaw(in: text, .text) == nil)
        }
        for text in [
            "x\u{202E}y", "x\u{2067}y", "x\u{0}", "x\u{E0041}", "x\u{FFFE}", "x\u{E000}", "x\u{2028}",
        ] {
            #expect(TextSafety.flaw(in: text, .text) != nil)
            #expect(TextSafety.flaw(in: TextSafety.cleaned(text, .text), .text) == nil)
        }
        #expect(TextSafety.cleaned("see \u{202E}you", .text) == "see you")
        #expect(TextSafety.cleaned("a\u{200B}b  c", .name) == "ab c")
    }

    @Test(arguments: [
        ("Sb\u{202E}er", "Sb⟨U+202E⟩er"), ("a\u{200B}\u{0}b", "a⟨U+200B⟩⟨U+0000⟩b"),
        ("one\r\ntwo", "one⟨U+000D⟩⟨U+000A⟩two"),
        ("x\u{E0041}", "x⟨U+E0041⟩"), ("ООО «Роса»", "ООО «Роса»"), ("星河", "星河"), ("", ""),
    ])
    func whatTurnsAQuotationIsWrittenOut(text: String, written: String) {
        #expect(TextSafety.writtenOut(text) == written)
        #expect(TextSafety.flaw(in: TextSafety.writtenOut(text), .name) == nil)
    }

    @Test func amongOtherWordsOnlyNamesOfTheOtherDirectionAreIsolated() {
        #expect(TextSafety.isolated("חברת כוכב") == "\u{2068}חברת כוכב\u{2069}")
        for name in ["Acme", "Сбер", "星河"] { #expect(TextSafety.isolated(name) == name) }
    }

    @Test(arguments: [
        ("Сбep", ["Сбep"]), ("Gаzprom", ["Gаzprom"]), ("Αcme", ["Αcme"]), ("ООО «Pога»", ["Pога"]),
        ("Ѕber", ["Ѕber"]),
        ("TCL科技", []), ("Восток-Zapad", []), ("X5 Групп", []), ("3D-печать", []), ("Сбер", []), ("ＡＢＣ", []),
    ])
    func wordsOfAlphabetsThatLookAlikeAreFound(name: String, words: [String]) {
        #expect(Lookalike.mixedWords(in: name) == words)
    }

    @Test(arguments: [
        ("Сбер", "C6ep"), ("СБЕР", "СБEР"), ("РОСА", "POCA"), ("роса", "poca"), ("Gazprom", "Gаzprоm"),
        ("Омега", "Oмeга"),
        ("ΑΒΕ", "ABE"), ("Ростех", "Poстex"), ("Apple", "Αpple"),
    ])
    func whatLooksTheSameHasASkeletonInCommon(one: String, other: String) {
        #expect(!Lookalike.skeletons(of: one).isDisjoint(with: Lookalike.skeletons(of: other)))
        #expect(Lookalike.skeletons(of: one).isDisjoint(with: Lookalike.skeletons(of: one + "х")))
    }
}
