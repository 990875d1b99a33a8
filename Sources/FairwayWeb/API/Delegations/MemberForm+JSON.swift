import FairwayCore

/// The form of a company as a program fills it in: the same fields and the same rules.
extension MemberForm {
    /// - Parameter language: Of the letter when none is said.
    init(_ body: JSONValue, language: Language) {
        var fields: [String: String] = [:]
        func put(_ prefix: String, _ value: JSONValue?) {
            for language in Language.allCases {
                fields["\(prefix)_\(language)"] = value?[language.rawValue]?.text
            }
        }
        func check(_ prefix: String, _ value: JSONValue?) {
            for code in value?.items?.compactMap(\.text) ?? [] { fields["\(prefix)_\(code)"] = "1" }
        }
        let contact = body["contact"]
        put("name", body["name"])
        put("about", body["about"])
        put("contact", contact?["name"])
        for name in ["economy", "region", "website"] { fields[name] = body[name]?.text }
        for name in ["email", "phone"] { fields[name] = contact?[name]?.text }
        check("role", body["roles"])
        check("sector", body["sectors"])
        check("language", body["languages"])
        fields["letterLanguage"] = contact?["letterLanguage"]?.text ?? language.rawValue
        if contact?["invite"]?.bool == true { fields["invite"] = "1" }
        if body["evenIfDuplicate"]?.bool == true { fields["evenIfDuplicate"] = "1" }
        self.init(fields: fields)
    }
}

extension MemberForm.Flaw {
    /// The same by the names of the API.
    var fault: APIFault {
        let reason: APIFault.Reason =
            switch word {
            case "member.noName", "member.noContactName": .noName
            case "member.badPlace": .unknownCode
            case "member.noRole": .tooFew
            case "member.badWebsite": .badWebsite
            case "member.badEmail": .badEmail
            case "member.noEmail": .missing
            case "member.unsafe": .unsafeText
            case "registration.addressInName": .badForm
            default: .tooLong
            }
        let argument =
            switch reason {
            case .tooFew: "1"
            case .badForm: ProfileFlaw.formWithoutAddress
            default: ""
            }
        return APIFault(place: .pointer(pointer), reason: reason, argument: argument)
    }

    private var pointer: String {
        let parts = field.split(separator: "_").map(String.init)
        switch parts[0] {
        case "role": return "/roles"
        case "email", "phone": return "/contact/\(parts[0])"
        case "contact": return "/contact/name"
        case "name" where word == "member.noName": return "/name"
        default: return "/" + parts.joined(separator: "/")
        }
    }
}
