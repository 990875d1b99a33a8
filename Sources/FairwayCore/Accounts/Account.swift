/// Someone who signs in: who they are, what they are here as, and what is theirs.
package struct Account: Equatable, Sendable {
    package typealias ID = Int64

    package enum Status: String, Sendable, Codable, CaseIterable {
        case active
        case disabled
    }

    package var id: ID
    /// Lower case; what the person signs in with.
    package var email: String
    /// As the person writes it, in whatever script.
    package var name: String
    package var part: Part
    /// Of mail to the person; pages follow the browser and the switch.
    package var language: Language
    package var status: Status
    /// Whether a second factor is asked after the password.
    package var hasSecondFactor: Bool
    package var hasPassword: Bool

    package init(
        id: ID,
        email: String,
        name: String,
        part: Part,
        language: Language,
        status: Status = .active,
        hasSecondFactor: Bool = false,
        hasPassword: Bool = false
    ) {
        self.id = id
        self.email = email
        self.name = name
        self.part = part
        self.language = language
        self.status = status
        self.hasSecondFactor = hasSecondFactor
        self.hasPassword = hasPassword
    }

    /// The part someone plays in the expo, with what their rights are bound to.
    package enum Part: Equatable, Sendable {
        case organiser
        case hallManager
        case agency(Agency.ID)
        case enterprise(Enterprise.ID)
        case interpreter(Interpreter.ID)
        case visitor

        package var role: Role {
            switch self {
            case .organiser: .organiser
            case .hallManager: .hallManager
            case .agency: .agency
            case .enterprise: .enterprise
            case .interpreter: .interpreter
            case .visitor: .visitor
            }
        }

        /// Whether the rights reach over the whole expo, so that a stolen sign-in is not to hand them on.
        package var runsExpo: Bool { self == .organiser || self == .hallManager }

        /// The code of what the rights are bound to; nil where they are not.
        package var scope: String? {
            switch self {
            case .agency(let id): id.code
            case .enterprise(let id): id.code
            case .interpreter(let id): id.code
            case .organiser, .hallManager, .visitor: nil
            }
        }

        /// - Returns: nil when the role needs a scope and has none, or has one and needs none.
        package init?(_ role: Role, scope: String?) {
            switch (role, scope) {
            case (.organiser, nil): self = .organiser
            case (.hallManager, nil): self = .hallManager
            case (.visitor, nil): self = .visitor
            case (.agency, let code?): self = .agency(.init(code))
            case (.enterprise, let code?): self = .enterprise(.init(code))
            case (.interpreter, let code?): self = .interpreter(.init(code))
            default: return nil
            }
        }
    }

    package enum Role: String, Sendable, Codable, CaseIterable {
        case organiser
        case hallManager
        case agency
        case enterprise
        case interpreter
        case visitor
    }
}

extension Account.Role {
    package func displayName(in language: Language) -> String {
        switch self {
        case .organiser: language.pick(zh: "主办方", ru: "организатор", en: "organiser")
        case .hallManager: language.pick(zh: "展馆经理", ru: "администратор павильона", en: "hall manager")
        case .agency: language.pick(zh: "组织机构", ru: "организация", en: "agency")
        case .enterprise:
            language.pick(zh: "企业代表", ru: "представитель предприятия", en: "enterprise representative")
        case .interpreter: language.pick(zh: "译员", ru: "переводчик", en: "interpreter")
        case .visitor: language.pick(zh: "观众", ru: "посетитель", en: "visitor")
        }
    }
}
