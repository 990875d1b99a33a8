import FairwayCore
import FairwayStore
import Foundation
import TextAnalysis

/// What registrations ask for and are told, whether by page or by program: letters, codes, and how often one may try.
///
/// Whether an address is known already is told to its mailbox only.
struct RegistrationDesk: Sendable {
    let store: ExpoStore
    let site: WebSite
    private let throttle: Throttle

    init(store: ExpoStore, site: WebSite, throttle: Throttle) {
        self.store = store
        self.site = site
        self.throttle = throttle
    }

    enum Refusal: Error, Equatable {
        case tooOften(wait: Duration)
        /// No other letter to this address now; whether any went is told to its mailbox only.
        case noLetter(wait: Duration)
        case wrongCode
    }

    /// Sends a way into the registration of an address.
    /// - Parameter name: Empty for somebody who wants to resume only.
    /// - Throws: `Refusal.noLetter`.
    func begin(_ email: String, name: String, from source: ClientSource, _ language: Language) async throws {
        let subject = ThrottleKey.Subject.email(email)
        let charges = SignInLimits.registrationLetter.charges(.registrationLetter, subject, from: source)
        if case .refused(_, let wait) = await throttle.takes(charges, from: source) {
            throw Refusal.noLetter(wait: wait)
        }
        try await post(to: email, name: name, language)
    }

    private func post(to email: String, name: String, _ language: Language) async throws {
        if let account = try await store.accounts.find(email: email) {
            let letter = Letters.knownAlready(address: site.address, in: account.language)
            return try await store.outbox.post(to: email, subject: letter.subject, body: letter.body)
        }
        let opened: (registration: Registration, code: SignInCode?)
        if name.isEmpty {
            // Nothing is begun for an address that only wants to resume.
            guard let resumed = try await store.registrations.resume(email: email) else { return }
            opened = (resumed.registration, resumed.code)
        } else {
            opened = try await store.registrations.open(email: email, name: name, language: language)
        }
        guard let code = opened.code else { return }
        let link = "\(site.address)/register/link?token=\(code.link.text)"
        let letter = Letters.registration(code.digits, link: link, in: language)
        try await store.outbox.post(to: email, subject: letter.subject, body: letter.body)
    }

    /// - Throws: `Refusal`.
    func useCode(_ digits: String, email: String, from source: ClientSource) async throws -> SecretToken {
        let subject = ThrottleKey.Subject.email(email)
        let charges = SignInLimits.registrationCode.charges(.registrationCode, subject, from: source)
        if case .refused(_, let wait) = await throttle.takes(charges, from: source) {
            throw Refusal.tooOften(wait: wait)
        }
        guard let secret = try await store.registrations.useCode(digits.filter(\.isNumber), email: email)
        else {
            throw Refusal.wrongCode
        }
        await throttle.clear(charges)
        return secret
    }

    // MARK: - The organiser's answers

    enum Answer: String, Sendable, CaseIterable {
        case approve, decline
        /// The decision stays open.
        case ask
    }

    /// Whether a note is one: it goes out by letter.
    static func isNote(_ note: String) -> Bool { !note.isEmpty && note.count <= ProfileCheck.longestText }

    func approve(_ id: Enterprise.ID, by actor: String) async throws {
        let registration = try await store.registrations.find(of: id)
        if let account = try await store.registrations.approve(id, by: actor) {
            let letter = Letters.invitation(name: account.name, address: site.address, in: account.language)
            try await store.outbox.post(to: account.email, subject: letter.subject, body: letter.body)
        } else if let registration {
            let letter = Letters.knownAlready(address: site.address, in: registration.language)
            try await store.outbox.post(to: registration.email, subject: letter.subject, body: letter.body)
        }
    }

    func decline(_ id: Enterprise.ID, note: String, by actor: String) async throws {
        let note = TextSafety.cleaned(note, .text)
        try await store.registrations.decline(id, note: note, by: actor)
        try await tell(id) { Letters.declined(enterprise: $0, reason: note, in: $1) }
    }

    func ask(_ id: Enterprise.ID, note: String, by actor: String) async throws {
        let note = TextSafety.cleaned(note, .text)
        try await store.registrations.askForMore(id, note: note, by: actor)
        try await tell(id) { Letters.asked(enterprise: $0, question: note, address: site.address, in: $1) }
    }

    private func tell(_ id: Enterprise.ID, _ letter: (String, Language) -> (subject: String, body: String))
        async throws
    {
        guard let registration = try await store.registrations.find(of: id) else { return }
        let name = try await store.enterprises.find(id)?.enterprise.name ?? LocalizedText()
        let letter = letter(TextSafety.isolated(name.text(in: registration.language)), registration.language)
        try await store.outbox.post(to: registration.email, subject: letter.subject, body: letter.body)
    }
}
