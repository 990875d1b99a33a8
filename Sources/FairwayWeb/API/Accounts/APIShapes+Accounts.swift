import FairwayCore
import FairwayStore

/// Accounts and sign-ins; no shape here has anything secret.
extension APIShapes {
    static let time = APISchema.text(format: "date-time")

    static let someAccount = APIShape<Account>(
        "SomeAccount",
        [
            .integer("id") { Int($0.id) }, .code("email") { $0.email }, .code("name") { $0.name },
            .choice("role", accountRoles) { $0.part.role.rawValue },
            .text("scope", "The code of what the rights are bound to.") { $0.part.scope },
            .choice("language", languages, "Of letters.") { $0.language.rawValue },
            .choice("status", Account.Status.allCases.map(\.rawValue)) { $0.status.rawValue },
            .field("hasPassword", .boolean) { .bool($0.hasPassword) },
            .field("hasSecondFactor", .boolean) { .bool($0.hasSecondFactor) },
        ]
    )

    static let newAccount = APISchema.named(
        "NewAccount",
        .object([
            .required("email", .string(.line, length: 3...254)),
            .required("name", .string(.line, length: 1...200)),
            .required("role", .choice(accountRoles)),
            .optional("scope", .nullable(.code), "Of an agency, an enterprise or an interpreter."),
            .optional("language", .choice(languages)),
        ])
    )

    static let accountChange = APISchema.named(
        "AccountChange",
        .object([
            .optional("name", .string(.line, length: 1...200)),
            .optional("role", .choice(accountRoles), "Comes with its scope."),
            .optional("scope", .nullable(.code)),
            .optional("language", .choice(languages)),
            .optional("status", .choice(Account.Status.allCases.map(\.rawValue))),
        ])
    )

    static let signIn = APIShape<SignIn>(
        "SignIn",
        [
            .integer("id") { Int($0.id) }, .code("device") { DeviceWords.name($0.device) },
            .field("createdAt", time) { .time($0.createdAt) }, .field("seenAt", time) { .time($0.seenAt) },
            .field("expiresAt", time) { .time($0.expiresAt) },
        ]
    )

    /// How many things something was done to.
    static let done = APIShape<Int>("Done", [.integer("count", "How many things it was done to.") { $0 }])

    static let languages = Language.allCases.map(\.rawValue)
    private static let accountRoles = Account.Role.allCases.map(\.rawValue)

    // MARK: - Personal data

    /// As `PersonalData` writes it.
    static let personalData = APISchema.named(
        "PersonalData",
        .object([
            .optional("account", .anyObject), .optional("interpreter", .anyObject),
            .optional("registration", .anyObject),
            .required("representatives", .list(.anyObject, most: nil, isUnique: false)),
            .required("signIns", .list(.anyObject, most: nil, isUnique: false)),
            .required("knownBrowsers", .list(.anyObject, most: nil, isUnique: false)),
            .required("letters", .list(.anyObject, most: nil, isUnique: false)),
            .required("loggedActions", .integer(0...most), "Lines of the audit log by the account's number."),
        ])
    )
}

extension JSONValue {
    /// A moment of Unix time in seconds (RFC 3339).
    static func time(_ seconds: Double) -> JSONValue {
        .string(TimeWords.utc(seconds).replacing(" UTC", with: "Z").replacing(" ", with: "T"))
    }
}
