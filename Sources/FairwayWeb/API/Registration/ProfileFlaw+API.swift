import FairwayCore
import TextAnalysis

/// Flaws of a profile by the names of the API.
extension ProfileFlaw {
    var reason: APIFault.Reason {
        switch problem {
        case .missing: .missing
        case .unknown: .unknownCode
        case .badHSCode, .unknownHeading: .badHSCode
        case .badGTIN: .badGTIN
        case .badEmail: .badEmail
        case .badWebsite: .badWebsite
        case .badCount, .badQuantity: .badCount
        case .tooLong: .tooLong
        case .regionElsewhere: .regionElsewhere
        case .namelessPerson, .namelessGood: .noName
        case .unsafe: .unsafeText
        case .addressInName, .unreadableName: .badForm
        }
    }

    /// What a person's name matches (`TextSafety.addressMark`), as an ECMA-262 regular expression.
    static let formWithoutAddress = #"^(?!.*(://|www\.|@)).*$"#

    var fault: APIFault {
        let argument =
            switch problem {
            case .tooLong(let most): "\(most)"
            case .unsafe(let flaw): flaw.code
            case .addressInName: Self.formWithoutAddress
            case .unreadableName: #"[\p{L}\p{N}]"#
            default: ""
            }
        return APIFault(place: .pointer(pointer), reason: reason, argument: argument)
    }

    /// `people-0-han-family` is `/people/0/names/han/family`, `demands-1-hs` is `/demands/1/hsPrefix`.
    var pointer: String {
        var parts = field.split(whereSeparator: { $0 == "-" || $0 == "_" }).map(String.init)
        // A name that is missing in all languages, or scripts, is nobody's in particular.
        if [.missing, .namelessGood].contains(problem), parts.last == "zh" { parts.removeLast() }
        if problem == .namelessPerson { return "/people/\(parts[1])/names" }
        switch (parts[0], parts.count > 2 ? parts[2] : "") {
        case ("people", let script) where NameScript(rawValue: script) != nil: parts.insert("names", at: 2)
        case ("products", "hs"): parts[2] = "hsCode"
        case ("products", "moq"): parts[2...] = ["minimumOrder", "quantity"]
        case ("products", "unit"): parts[2...] = ["minimumOrder", "unit"]
        case ("products", "incoterm"): parts[2...] = ["delivery", "incoterm"]
        case ("products", "place"): parts[2...] = ["delivery", "place"]
        case ("products", "label"): parts[2] = "isPrivateLabel"
        case ("demands", "hs"): parts[2] = "hsPrefix"
        case ("demands", "name"): parts[2] = "text"
        case ("demands", "targets"): parts[2] = "targetRegions"
        default: break
        }
        return "/" + parts.joined(separator: "/")
    }
}
