import FairwayCore
import FairwayStore
import Foundation
import Testing

@testable import FairwayWeb

/// The profile that an enterprise keeps itself, and what others see of it.
struct ProfileTests {
    private static let data = RegistrationTests.data
    private static let id = data.enterprises[0].id
    private static let path = "/enterprises/\(id)/profile"

    /// The fields of the form as the page has them.
    private func form(_ client: RouterClient) async throws -> [String: String] {
        let page = try await client.get(Self.path).body
        var form: [String: String] = [:]
        for match in page.matches(of: /<input[^>]* name="([^"]+)"[^>]* value="([^"]*)"/) {
            form[String(match.1)] = PagesText.plain(String(match.2))
        }
        for match in page.matches(of: /type="checkbox" name="([^"]+)" value="1"( checked)?/) {
            form[String(match.1)] = match.2 == nil ? nil : "1"
        }
        for match in page.matches(of: /<select id="[^"]+" name="([^"]+)".*?<\/select>/) {
            form[String(match.1)] =
                match.0.firstMatch(of: /value="([^"]*)" selected/).map { String($0.1) } ?? ""
        }
        for match in page.matches(of: /<textarea id="[^"]+" name="([^"]+)"[^>]*>\n([^<]*)<\/textarea>/) {
            form[String(match.1)] = PagesText.plain(String(match.2))
        }
        form["token"] = nil
        return form
    }

    @Test func savingWhatThePageSaysChangesNothing() async throws {
        let client = try await RouterClient(data: Self.data, as: .enterprise(Self.id))
        let before = try await client.store.expo.data()
        let answer = try await client.submit(Self.path, try await form(client))
        #expect(answer.status == 303)
        let after = try await client.store.expo.data()
        #expect(after.enterprises == before.enterprises)
        #expect(after.representatives == before.representatives)
        #expect(after.products == before.products && after.demands == before.demands)
    }

    /// Without scripts: a button asks, another takes a heading; nothing typed is lost, nothing is saved before it is said.
    @Test func headingsAreProposedAndTaken() async throws {
        let client = try await RouterClient(
            data: Self.data,
            as: .enterprise(Self.id),
            proposals: { text in
                [
                    HeadingProposal(
                        heading: "1806",
                        name: LocalizedText(zh: "巧克力", ru: "Шоколад", en: "Chocolate"),
                        words: [text]
                    )
                ]
            }
        )
        let before = try await client.store.expo.data().products
        var form = try await form(client)
        let count = try #require(form["products-count"].flatMap { Int($0) })
        form["products-count"] = "\(count + 1)"
        form["products-\(count)-name_en"] = "Pralines"
        form["website"] = "https://typed.example"
        form["do"] = "propose-products-\(count)"
        let asked = try await client.submit(Self.path, form).body
        #expect(asked.contains("value=\"take-products-\(count)-1806\""))
        #expect(asked.contains("because of “Pralines”") && asked.contains("https://typed.example"))
        form["do"] = "take-products-\(count)-1806"
        let taken = try await client.submit(Self.path, form).body
        #expect(
            taken.contains("name=\"products-\(count)-hs\" type=\"text\" inputmode=\"numeric\" value=\"1806\"")
        )
        #expect(taken.contains("Pralines") && taken.contains("https://typed.example"))
        #expect(try await client.store.expo.data().products == before)
        let answer = try await client.get("/search/headings?q=Pralines", ["Accept-Language": "ru"]).body
        #expect(answer.contains("\"heading\":\"1806\"") && answer.contains("по словам «Pralines»"))
        #expect(try await client.get("/search/headings?q=12").body.contains("\"proposals\":[]"))
    }

    @Test func twoEditorsDoNotOverwriteEachOther() async throws {
        let one = try await RouterClient(data: Self.data, as: .enterprise(Self.id))
        let other = try RouterClient(sharing: one)
        try await other.signIn(as: .organiser)
        var ours = try await form(one)
        var theirs = try await form(other)
        theirs["about_en"] = "Written by the organiser"
        theirs["website"] = "https://theirs.example"
        #expect(try await other.submit(Self.path, theirs).status == 303)
        ours["about_en"] = "Written by the enterprise"
        let conflict = try await one.submit(Self.path, ours)
        #expect(conflict.status == 409)
        #expect(conflict.body.contains("Written by the organiser"))
        #expect(conflict.body.contains("Written by the enterprise"))
        #expect(conflict.body.contains("https://theirs.example"))
        #expect(
            try await one.store.enterprises.find(Self.id)?.enterprise.about.en == "Written by the organiser"
        )
        let next = try #require(conflict.body.firstMatch(of: /name="revision" value="([0-9a-f]+)"/)?.1)
        ours["revision"] = String(next)
        #expect(try await one.submit(Self.path, ours).status == 303, "the second time is meant")
        #expect(
            try await one.store.enterprises.find(Self.id)?.enterprise.about.en == "Written by the enterprise"
        )
    }

    @Test(arguments: [
        (Language.en, "is no HS code"), (.ru, "не код ТН ВЭД"), (.zh, "不是 HS 编码"),
    ])
    func mistakesNameTheFieldAndKeepWhatWasTyped(language: Language, words: String) async throws {
        let client = try await RouterClient(data: Self.data, as: .enterprise(Self.id))
        client.cookies[LanguageMiddleware.cookie] = language.rawValue
        let before = try await client.store.expo.data()
        var form = try await form(client)
        form["products-count"] = "1"
        form["products-0-hs"] = "99 99"
        form["products-0-name_en"] = "<Cheese>"
        form["people-count"] = "1"
        form["people-0-email"] = "nobody"
        form["people-0-latin-display"] = "Somebody"
        let answer = try await client.submit(Self.path, form)
        #expect(answer.status == 422)
        #expect(answer.body.contains(words) && answer.body.contains("aria-invalid=\"true\""))
        #expect(
            answer.body.contains("href=\"#f-products-0-hs\"")
                && answer.body.contains("id=\"f-products-0-hs\"")
        )
        #expect(answer.body.contains("href=\"#f-people-0-email\""))
        #expect(answer.body.contains("value=\"99 99\"") && answer.body.contains("&lt;Cheese&gt;"))
        #expect(try await client.store.expo.data() == before, "nothing was saved")
    }

    @Test func nothingIsForcedButANameAndAPlace() async throws {
        let client = try await RouterClient(data: Self.data, as: .enterprise(Self.id))
        let revision = try await Visitor.revision(client, Self.path)
        var form = [
            "name_zh": "只有名称", "economy": "CN", "people-count": "1", "people-0-han-given": "伟",
            "products-count": "1", "products-0-name_zh": "没有编码的产品", "demands-count": "0",
            "revision": revision,
        ]
        let stored = try #require(try await client.store.profiles.draft(of: Self.id)?.draft)
        for person in stored.people { form["people-gone-\(person.code)"] = "1" }
        for product in stored.products { form["products-gone-\(product.code)"] = "1" }
        for demand in stored.demands { form["demands-gone-\(demand.code)"] = "1" }
        #expect(try await client.submit(Self.path, form).status == 303)
        let profile = try #require(try await client.store.enterprises.find(Self.id))
        #expect(profile.enterprise.name == LocalizedText(zh: "只有名称"))
        #expect(profile.representatives.map(\.name.zh) == ["伟"])
        #expect(profile.products.map(\.hsCode) == [nil])
        let page = try await client.get("/enterprises/\(Self.id)").body
        #expect(page.contains("没有编码的产品"), "a product without a code is shown")
        // Given a code, it takes part in matching.
        var coded = try await self.form(client)
        coded["products-0-hs"] = "04061030"
        #expect(try await client.submit(Self.path, coded).status == 303)
        let products = try #require(try await client.store.enterprises.find(Self.id)?.products)
        #expect(products.map(\.hsCode?.digits) == ["040610"])
        #expect(products.map(\.id) == profile.products.map(\.id), "whoever keeps its address finds it")
    }

    @Test func rowsComeAndGoWithoutJavaScript() async throws {
        let client = try await RouterClient(data: Self.data, as: .enterprise(Self.id))
        var form = try await form(client)
        let count = Int(form["people-count"] ?? "") ?? 0
        form["do"] = "add-people"
        let more = try await client.submit(Self.path, form)
        #expect(more.status == 200)
        #expect(more.body.contains("name=\"people-count\" value=\"\(count + 1)\""))
        #expect(more.body.contains("id=\"f-people-\(count)-email\""))
        form["do"] = "remove-products-0"
        let fewer = try await client.submit(Self.path, form)
        let products = Int(form["products-count"] ?? "") ?? 0
        if products > 0 { #expect(fewer.body.contains("name=\"products-count\" value=\"\(products - 1)\"")) }
    }

    @Test func aFormThatWasCutShortDeletesNoRow() async throws {
        let client = try await RouterClient(data: Self.data, as: .enterprise(Self.id))
        let before = try await client.store.expo.data()
        var form = try await form(client)
        for name in form.keys where name.hasPrefix("products") || name.hasPrefix("demands") {
            form[name] = nil
        }
        #expect(try await client.submit(Self.path, form).status == 303)
        let after = try await client.store.expo.data()
        #expect(after.products == before.products && after.demands == before.demands)
        #expect(after.representatives == before.representatives)
    }

    @Test func onlyTheRowThatIsTakenOutIsDeleted() async throws {
        let client = try await RouterClient(data: Self.data, as: .enterprise(Self.id))
        let before = try #require(try await client.store.profiles.draft(of: Self.id)?.draft)
        let code = try #require(before.people.first?.code)
        var form = try await form(client)
        form["do"] = "remove-people-0"
        let page = try await client.submit(Self.path, form).body
        #expect(page.contains("name=\"people-gone-\(code)\""), "the page remembers it until it is saved")
        #expect(try await client.store.profiles.draft(of: Self.id)?.draft == before, "nothing is saved yet")
        form = try await self.form(client)
        for name in form.keys where name.hasPrefix("people-0-") { form[name] = nil }
        form["people-gone-\(code)"] = "1"
        #expect(try await client.submit(Self.path, form).status == 303)
        let after = try #require(try await client.store.profiles.draft(of: Self.id)?.draft)
        #expect(after.people == Array(before.people.dropFirst()))
        #expect(after.products == before.products)
    }

    /// Regions of an economy are there before it is chosen, so that one step is enough without JavaScript.
    @Test func regionsAreGroupedByEconomy() async throws {
        var data = Self.data
        data.economies.removeAll { $0.id == "KZ" }
        data.economies.append(Economy(id: "KZ", name: LocalizedText(en: "Kazakhstan")))
        data.regions.removeAll { $0.id == "KZ-75" }
        data.regions.append(Region(id: "KZ-75", economy: "KZ", name: LocalizedText(en: "Almaty")))
        data.enterprises[1].economy = "KZ"
        data.enterprises[1].region = nil
        let client = try await RouterClient(data: data, as: .enterprise(Self.id))
        let page = try await client.get(Self.path, ["accept-language": "en"]).body
        #expect(page.contains("<optgroup label=\"Kazakhstan\" data-economy=\"KZ\">"))
        #expect(page.contains("<option value=\"KZ-75\">Almaty</option>"))
    }

    @Test func aTextInAnotherLanguageIsMarked() async throws {
        var data = Self.data
        data.enterprises[0].name = LocalizedText(ru: "Сырная слобода")
        data.enterprises[0].status = .approved
        data.products = [
            Product(
                id: "X1",
                enterprise: Self.id,
                hsCode: HSCode("0406"),
                name: LocalizedText(zh: "奶酪", ru: "Сыр")
            )
        ]
        let client = try await RouterClient(data: data, as: nil)
        client.cookies[LanguageMiddleware.cookie] = "en"
        let mark = "<bdi lang=\"ru\">Сырная слобода</bdi><abbr class=\"tongue\" title=\"Russian\">RU</abbr>"
        #expect(try await client.get("/enterprises/\(Self.id)").body.contains("<h1>\(mark)</h1>"))
        #expect(try await client.get("/enterprises?q=слобода").body.contains(mark))
        #expect(
            try await client.get("/enterprises/\(Self.id)").body.contains(
                "<bdi lang=\"ru\">Сыр</bdi><abbr class=\"tongue\" title=\"Russian\">RU</abbr>"
            )
        )
        client.cookies[LanguageMiddleware.cookie] = "ru"
        let own = try await client.get("/enterprises/\(Self.id)").body
        #expect(own.contains("<h1><bdi lang=\"ru\">Сырная слобода</bdi></h1>"))
    }

    @Test func onlyItsOwnPeopleTheAgencyAndTheOrganiserEdit() async throws {
        let stranger = Self.data.enterprises[1].id
        let client = try await RouterClient(data: Self.data, as: .enterprise(stranger))
        #expect(try await client.get(Self.path).status == 403)
        #expect(try await client.submit(Self.path, ["name_en": "Mine"]).status == 403)
        client.signOut()
        #expect(try await client.submit(Self.path, ["name_en": "Mine"]).status == 401)
    }
}

/// Who sees an enterprise that the organiser has not approved.
struct UnapprovedTests {
    private static func data() -> (ExpoData, Enterprise, Agency.ID) {
        var data = RegistrationTests.data
        let index = data.enterprises.firstIndex { $0.delegation != nil } ?? 0
        data.enterprises[index].status = .registered
        data.enterprises[index].name = LocalizedText(en: "Waiting Woods")
        let enterprise = data.enterprises[index]
        let delegation = data.delegations.first { $0.id == enterprise.delegation }
        return (data, enterprise, delegation?.agency ?? "")
    }

    @Test func visitorsAndStrangersDoNotSeeIt() async throws {
        let (data, enterprise, _) = Self.data()
        let other = try #require(data.enterprises.first { $0.id != enterprise.id && $0.status == .approved })
        for part in [nil, .visitor, .enterprise(other.id)] as [Account.Part?] {
            let client = try await RouterClient(data: data, as: part)
            #expect(try await client.get("/enterprises/\(enterprise.id)").status == 404)
            #expect(try await client.get("/enterprises?q=Waiting+Woods").body.contains("role=\"status\">0 "))
        }
    }

    @Test func itsPeopleItsAgencyAndTheStaffDo() async throws {
        let (data, enterprise, agency) = Self.data()
        for part in [.organiser, .hallManager, .enterprise(enterprise.id), .agency(agency)] as [Account.Part]
        {
            let client = try await RouterClient(data: data, as: part)
            #expect(try await client.get("/enterprises/\(enterprise.id)").status == 200, "\(part)")
            #expect(
                try await client.get("/enterprises?q=Waiting+Woods").body.contains("Waiting Woods"),
                "\(part)"
            )
        }
    }

    /// Figures count registrations, and name nobody.
    @Test func figuresCountItAndDoNotNameIt() async throws {
        let (data, enterprise, _) = Self.data()
        let client = try await RouterClient(data: data, as: nil)
        let page = try await client.get("/").body
        #expect(!page.contains("Waiting Woods") && !page.contains(enterprise.id.code))
        let total = data.enterprises.count { $0.status != .declined }
        #expect(
            try await client.store.statistics.figures(asOf: try #require(CivilDate("9999-01-01"))).totals
                .enterprises
                == total
        )
    }

    @Test func allThatImportsBroughtAreApprovedAtOnce() async throws {
        let (data, enterprise, _) = Self.data()
        let client = try await RouterClient(data: data)
        let own = try await Visitor.register(
            try RouterClient(sharing: client),
            email: "f@example.com",
            name: "Сама"
        )
        #expect(try await client.submit("/organiser/registrations/approve-imported").status == 303)
        #expect(try await client.store.enterprises.find(enterprise.id)?.enterprise.status == .approved)
        #expect(try await client.store.enterprises.find(own)?.enterprise.status == .registered)
    }
}

extension PagesText {
    static func plain(_ html: String) -> String {
        html.replacing("&quot;", with: "\"").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}
