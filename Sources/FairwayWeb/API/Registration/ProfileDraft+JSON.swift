import FairwayCore

/// Profiles as programs send them.
extension ProfileDraft {
    init(_ body: JSONValue) {
        self.init()
        func texts(_ name: String) -> [String] { body[name]?.items?.compactMap(\.text) ?? [] }
        func number(_ name: String) -> String { body[name]?.integer.map { String($0) } ?? "" }
        name = LocalizedText(filled: body["name"])
        about = LocalizedText(filled: body["about"])
        economy = body["economy"]?.text ?? ""
        region = body["region"]?.text ?? ""
        (roles, sectors, languages) = (texts("roles"), texts("sectors"), texts("languages"))
        website = body["website"]?.text ?? ""
        (chains, stores, distributors) = (number("chains"), number("stores"), number("distributors"))
        people = body["people"]?.items?.map(Person.init) ?? []
        products = body["products"]?.items?.map(Good.init(product:)) ?? []
        demands = body["demands"]?.items?.map(Good.init(demand:)) ?? []
    }
}

extension ProfileDraft.Person {
    fileprivate init(_ body: JSONValue) {
        self.init()
        code = body["id"]?.text ?? ""
        for script in NameScript.allCases {
            let name = body["names"]?[script.rawValue]
            func part(_ key: String) -> String? { name?[key]?.text.flatMap { $0.isEmpty ? nil : $0 } }
            names[script] = PersonName(
                family: part("family"),
                given: part("given"),
                patronymic: part("patronymic"),
                display: part("display")
            )
        }
        position = LocalizedText(filled: body["position"])
        languages = body["languages"]?.items?.compactMap(\.text) ?? []
        email = body["email"]?.text ?? ""
        phone = body["phone"]?.text ?? ""
        isReleased = body["isReleased"]?.bool ?? false
    }
}

extension ProfileDraft.Good {
    fileprivate init(product body: JSONValue) {
        self.init(body, hs: "hsCode", name: "name")
        about = LocalizedText(filled: body["about"])
        gtin = body["gtin"]?.text ?? ""
        terms = Self.terms(body)
    }

    private static func terms(_ body: JSONValue) -> TermsDraft? {
        var terms = TermsDraft()
        terms.brand = body["brand"]?.text ?? ""
        terms.quantity = body["minimumOrder"]?["quantity"]?.integer.map { String($0) } ?? ""
        terms.unit = body["minimumOrder"]?["unit"]?.text ?? ""
        terms.incoterm = body["delivery"]?["incoterm"]?.text ?? ""
        terms.place = body["delivery"]?["place"]?.text ?? ""
        terms.certificates = (body["certificates"]?.items?.compactMap(\.text) ?? []).joined(separator: "; ")
        terms.privateLabel = body["isPrivateLabel"]?.bool.map { $0 ? "yes" : "no" } ?? ""
        return terms.isEmpty ? nil : terms
    }

    fileprivate init(demand body: JSONValue) {
        self.init(body, hs: "hsPrefix", name: "text")
        targets = (body["targetRegions"]?.items?.compactMap(\.text) ?? []).joined(separator: ", ")
    }

    private init(_ body: JSONValue, hs key: String, name: String) {
        self.init()
        code = body["id"]?.text ?? ""
        let typed = body[key]?.text ?? ""
        hs = HSCode(typed)?.digits ?? typed
        self.name = LocalizedText(filled: body[name])
    }
}

extension LocalizedText {
    /// An empty text is none.
    fileprivate init(filled value: JSONValue?) {
        self.init(value)
        for language in Language.allCases where self[language]?.isEmpty ?? false { self[language] = nil }
    }
}
