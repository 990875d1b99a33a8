import FairwayCore
import Foundation

extension ProfileForm {
    /// What a form says, as it was typed but without blanks around.
    static func draft(_ form: [String: String]) -> ProfileDraft {
        func text(_ name: String) -> String {
            (form[name] ?? "").replacing("\r\n", with: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
        }
        func optional(_ name: String) -> String? { text(name).isEmpty ? nil : text(name) }
        func localized(_ name: String) -> LocalizedText {
            LocalizedText(
                zh: optional("\(name)_zh"),
                ru: optional("\(name)_ru"),
                en: optional("\(name)_en")
            )
        }
        func chosen(_ name: String, of all: [String]) -> [String] {
            all.filter { form["\(name)-\($0)"] != nil }
        }
        func rows(_ name: String) -> Range<Int> {
            0..<min(ProfileCheck.mostRows, Int(form["\(name)-count"] ?? "", in: 0...10_000) ?? 0)
        }
        let tongues = LanguageTag.common.map(\.code)
        var draft = ProfileDraft()
        draft.name = localized("name")
        draft.about = localized("about")
        draft.economy = text("economy")
        draft.region = text("region")
        draft.roles = chosen("role", of: Enterprise.Role.allCases.map(\.rawValue))
        draft.sectors = chosen("sector", of: Sector.all.map(\.id.code))
        draft.languages = chosen("language", of: tongues)
        draft.website = website(text("website"))
        draft.chains = text("chains")
        draft.stores = text("stores")
        draft.distributors = text("distributors")
        draft.people = rows("people").map { index in
            let start = "people-\(index)"
            var person = ProfileDraft.Person()
            person.code = text("\(start)-code")
            for script in NameScript.allCases {
                person.names[script] = PersonName(
                    family: optional("\(start)-\(script)-family"),
                    given: optional("\(start)-\(script)-given"),
                    patronymic: optional("\(start)-\(script)-patronymic"),
                    display: optional("\(start)-\(script)-display")
                )
            }
            person.position = localized("\(start)-position")
            person.languages = chosen("\(start)-language", of: tongues)
            person.email = text("\(start)-email")
            person.phone = text("\(start)-phone")
            person.isReleased = form["\(start)-release-\(releaseCode)"] != nil
            return person
        }
        func terms(_ start: String) -> TermsDraft? {
            var terms = TermsDraft()
            terms.brand = text("\(start)-brand")
            terms.quantity = text("\(start)-moq")
            terms.unit = text("\(start)-unit")
            terms.incoterm = text("\(start)-incoterm")
            terms.place = text("\(start)-place")
            terms.certificates = text("\(start)-certificates")
            terms.privateLabel = text("\(start)-label")
            return terms.isEmpty ? nil : terms
        }
        func goods(_ name: String) -> [ProfileDraft.Good] {
            rows(name).map { index in
                let start = "\(name)-\(index)"
                var good = ProfileDraft.Good()
                good.code = text("\(start)-code")
                good.hs = HSCode(text("\(start)-hs"))?.digits ?? text("\(start)-hs")
                good.name = localized("\(start)-name")
                good.about = localized("\(start)-about")
                good.gtin = text("\(start)-gtin")
                good.targets = text("\(start)-targets")
                if name == "products" { good.terms = terms(start) }
                return good
            }
        }
        draft.products = goods("products")
        draft.demands = goods("demands")
        return draft
    }

    private static let goneMark = "-gone-"

    /// Marks of the rows that the form says were taken out, with that of the row that `action` takes out now.
    static func gone(_ form: [String: String], _ action: Action, of draft: ProfileDraft) -> [String] {
        var marks = form.keys.filter { $0.contains(goneMark) }
        if case .remove(let list, let row) = action {
            let codes = rows(of: draft)[list] ?? []
            if codes.indices.contains(row), !codes[row].isEmpty { marks.append(list + goneMark + codes[row]) }
        }
        return marks.sorted()
    }

    private static func rows(of draft: ProfileDraft) -> [String: [String]] {
        [
            "people": draft.people.map(\.code), "products": draft.products.map(\.code),
            "demands": draft.demands.map(\.code),
        ]
    }

    /// With the stored rows that the form neither shows nor marks as taken out: a form that was cut short on its way
    /// deletes nothing.
    static func keepingRows(_ draft: ProfileDraft, of stored: ProfileDraft, except gone: [String])
        -> ProfileDraft
    {
        var draft = draft
        let shown = rows(of: draft)
        func isLost(_ list: String, _ code: String) -> Bool {
            !code.isEmpty && shown[list]?.contains(code) != true && !gone.contains(list + goneMark + code)
        }
        draft.people += stored.people.filter { isLost("people", $0.code) }
        draft.products += stored.products.filter { isLost("products", $0.code) }
        draft.demands += stored.demands.filter { isLost("demands", $0.code) }
        return draft
    }

    /// People leave the scheme out.
    private static func website(_ text: String) -> String {
        text.isEmpty || text.contains("://") || !text.contains(".") ? text : "https://\(text)"
    }
}
