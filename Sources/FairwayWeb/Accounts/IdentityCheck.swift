import FairwayCore
import FairwayStore

/// Whether someone who is signed in is also who they say: before what a stolen sign-in alone must not change.
///
/// The fields of a form: `factor` (authenticator or recovery code), `current` (password), `proof` (code from a letter).
struct IdentityCheck: Sendable {
    let store: ExpoStore
    let throttle: Throttle
    let passwords: PasswordService

    enum Refusal: Error, Equatable {
        case wrongFactor, wrongPassword, wrongCode
        case wait(Duration)
        case busy(Duration)
        /// Several letters went lately.
        case noLetter(Duration)

        /// The key of its sentence.
        var word: String {
            switch self {
            case .wrongFactor: "account.wrongFactor"
            case .wrongPassword: "account.wrongPassword"
            case .wrongCode: "account.wrongProof"
            case .wait: "signIn.wait"
            case .busy: "signIn.busy"
            case .noLetter: "account.proofWait"
            }
        }

        var wait: Duration? {
            switch self {
            case .wrongFactor, .wrongPassword, .wrongCode: nil
            case .wait(let wait), .busy(let wait), .noLetter(let wait): wait
            }
        }
    }

    /// The second factor.
    func checkFactor(_ form: [String: String], _ signIn: SignIn) async throws {
        try await attempt(form, signIn) { try await useFactor(form, signIn) }
    }

    /// The current password or a code from a letter; and the second factor where there is one.
    func checkOwner(_ form: [String: String], _ signIn: SignIn) async throws {
        try await attempt(form, signIn) {
            // A wrong factor is to use up no letter.
            if signIn.account.hasSecondFactor { try await useFactor(form, signIn) }
            let proof = form["proof"] ?? ""
            guard proof.isEmpty, signIn.account.hasPassword else { return try await useProof(proof, signIn) }
            let (account, current) = (signIn.account, form["current"] ?? "")
            guard try await passwords.isRight(current, of: account, for: .signedIn(account)) else {
                throw Refusal.wrongPassword
            }
        }
    }

    /// The second factor where there is one, else what there is.
    func checkStrongest(_ form: [String: String], _ signIn: SignIn) async throws {
        if signIn.account.hasSecondFactor {
            try await checkFactor(form, signIn)
        } else {
            try await checkOwner(form, signIn)
        }
    }

    /// A code from a letter.
    func checkMailbox(_ form: [String: String], _ signIn: SignIn) async throws {
        try await attempt([:], signIn) { try await useProof(form["proof"] ?? "", signIn) }
    }

    /// Sends such a code.
    func postProofCode(to signIn: SignIn) async throws {
        let charges = SignInLimits.proofLetter(signIn)
        if case .refused(_, let wait) = await throttle.takes(charges, from: .unknown) {
            throw Refusal.noLetter(wait)
        }
        guard let digits = try await store.signIns.makeProofCode(for: signIn) else {
            throw Refusal.noLetter(.seconds(SignInRepository.codeSeconds))
        }
        let letter = Letters.proof(digits, in: signIn.account.language)
        try await store.outbox.post(to: signIn.account.email, subject: letter.subject, body: letter.body)
    }

    private func useFactor(_ form: [String: String], _ signIn: SignIn) async throws {
        guard try await store.secondFactors.use(form["factor"] ?? "", of: signIn.account.id) else {
            throw Refusal.wrongFactor
        }
    }

    private func useProof(_ text: String, _ signIn: SignIn) async throws {
        guard try await store.signIns.useProofCode(text.filter(\.isNumber), of: signIn) else {
            throw Refusal.wrongCode
        }
    }

    private func attempt(
        _ form: [String: String],
        _ signIn: SignIn,
        _ check: () async throws -> Void
    ) async throws {
        let factor = signIn.account.hasSecondFactor ? form["factor"] ?? "" : ""
        let charges = SignInLimits.proof(factor, signIn, now: store.currentTime)
        if case .refused(_, let wait) = await throttle.takes(charges, from: .unknown) {
            throw Refusal.wait(wait)
        }
        do {
            try await check()
        } catch let busy as HashingThreads.Busy {
            await throttle.giveBack(charges)
            throw Refusal.busy(busy.wait)
        }
        // What was wrong before still counts: whoever has one kind of proof is not to guess another between two right ones.
        await throttle.giveBack(charges)
    }
}
