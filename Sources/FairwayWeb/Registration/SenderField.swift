import FairwayCore
import Foundation

/// The name of whoever registers, as a field of the form: letters address them by it, and until the registration is sent it can
/// be put right.
struct SenderField {
    static let field = "sender"

    let value: String
    let problem: ProfileFlaw.Problem?

    /// As it is stored.
    init(_ registration: Registration) {
        value = registration.senderName ?? ""
        problem = nil
    }

    /// As it was typed; nil where the form does not have it.
    /// - Parameter isSent: A draft may do without a name.
    init?(_ form: [String: String], isSent: Bool) {
        guard let text = form[Self.field] else { return nil }
        value = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if value.isEmpty, isSent {
            problem = .missing
        } else {
            problem = ProfileCheck.problem(ofPerson: value)
        }
    }

    /// What is to be stored; nil to leave what there is.
    var name: String? { problem == nil && !value.isEmpty ? value : nil }

    /// Adds the field to what the form shows, and what is wrong with it to the summary on top.
    func add(to values: inout [String: Any], _ renderer: PageRenderer, _ language: Language) {
        let words = problem.map { ProfileFlaw(Self.field, $0).words(in: language) }
        let label = renderer.word("registration.yourName", language)
        values["senders"] = [
            [
                "senderField": Self.field, "senderLabel": label, "senderValue": value,
                "senderHint": renderer.word("registration.senderHint", language),
                "senderErrors": [words].compactMap { $0 }, "isBadSender": words != nil,
            ] as [String: Any]
        ]
        guard let words else { return }
        let others = values["flaws"] as? [[String: Any]] ?? []
        values["flaws"] = [["field": Self.field, "label": label, "words": words] as [String: Any]] + others
        values["hasFlaws"] = true
    }
}

extension Registration {
    /// Nil until a name was given by a code or link that was used: the address stands in its place till then.
    var senderName: String? { name == email ? nil : name }
}
