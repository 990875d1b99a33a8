import FairwayCore
import FairwayStore

/// A profile with what is to be said of it.
struct ProfileView: Sendable {
    var draft: ProfileDraft
    var meter: ProfileMeter
    var flaws: [ProfileFlaw]
    var similar: [SimilarEnterprise]
    /// Of the registration that it belongs to.
    var registration: Registration?
}

/// An enterprise that waits for the organiser, with what is to be said of it.
struct WaitingView: Sendable {
    var waiting: WaitingEnterprise
    var view: ProfileView
    var warnings: [NameWarning]
}

extension APIShapes {
    static let profile = APIShape<ProfileView>(
        "ProfileView",
        [
            .field("profile", profileDraft.schema) { profileDraft.json($0.draft) },
            .field("share", .number, "How much of what a match is made of is told, from 0 to 1.") {
                .number($0.meter.share)
            },
            .field(
                "steps",
                .list(step.schema, most: nil, isUnique: false),
                "What would bring most comes first."
            ) {
                .array($0.meter.steps.map(step.json))
            },
            .field("flaws", .list(flaw.schema, most: nil, isUnique: false), "What is wrong or missing.") {
                view in
                .array(view.flaws.map(flaw.json))
            },
            .field("similar", .list(similar.schema, most: nil, isUnique: false)) {
                .array($0.similar.filter { $0.status == .approved }.map(similar.json))
            },
        ]
    )

    static let registration = APIShape<ProfileView>(
        "Registration",
        [
            .text("email") { $0.registration?.email },
            .text("name", "As it was given with the code that was used last; null when none was.") {
                $0.registration?.senderName
            },
            .field("status", .nullable(.choice(registrationStates))) {
                .optional($0.registration) { .string($0.status.rawValue) }
            },
            .text("enterprise", "What it has become, once it is sent.") { $0.registration?.enterprise?.code },
            .text("note", "What the organiser asked for or gave as a reason.") { $0.registration?.note },
        ] + profile.fields
    )

    private static let registrationStates = Registration.Status.allCases.map(\.rawValue)

    private static let step = APIShape<ProfileStep>(
        "ProfileStep",
        [
            .choice("kind", ProfileStep.Kind.allCases.map(\.rawValue)) { $0.kind.rawValue },
            .field("gain", .number, "On the scale of the share.") { .number($0.gain) },
            .field("morePartners", .nullable(.integer(0...most)), "Where it can be counted.") {
                .optional($0.morePartners) { .integer($0) }
            },
            .localized("sentence") { step in
                LocalizedText(
                    zh: step.action(in: .zh),
                    ru: step.action(in: .ru),
                    en: step.action(in: .en)
                )
            },
        ]
    )

    private static let flaw = APIShape<ProfileFlaw>(
        "ProfileFlaw",
        [
            .code("pointer", "JSON pointer into the profile.") { $0.pointer },
            .choice("reason", APIFault.Reason.allCases.map(\.rawValue)) { $0.reason.rawValue },
            .field("isGap", .boolean, "Not there yet: a draft may have gaps.") { .bool($0.isGap) },
            .localized("sentence") { flaw in
                LocalizedText(zh: flaw.words(in: .zh), ru: flaw.words(in: .ru), en: flaw.words(in: .en))
            },
        ]
    )

    static let similar = APIShape<SimilarEnterprise>(
        "SimilarEnterprise",
        [
            .code("enterprise") { $0.id.code }, .localized("name") { $0.name },
            .choice("status", Enterprise.Status.allCases.map(\.rawValue)) { $0.status.rawValue },
        ]
    )

    // MARK: - The organiser's list

    static let waiting = APIShape<WaitingView>(
        "WaitingEnterprise",
        [
            .code("enterprise") { $0.waiting.enterprise.id.code },
            .localized("name") { $0.waiting.enterprise.name },
            .code("registeredOn") { $0.waiting.enterprise.registeredOn.description },
            .text("senderName", "Null when an import brought it, or no name was given.") {
                $0.waiting.registration?.senderName
            },
            .text("senderEmail") { $0.waiting.registration?.email },
            .text("note") { $0.waiting.registration?.note },
            .field("share", .number) { .number($0.view.meter.share) },
            .field("flaws", .list(flaw.schema, most: nil, isUnique: false)) {
                .array($0.view.flaws.map(flaw.json))
            },
            .field("similar", .list(similar.schema, most: nil, isUnique: false), "Names much like it.") {
                .array($0.view.similar.map(similar.json))
            },
            .field(
                "nameWarnings",
                .list(localized.schema, most: nil, isUnique: false),
                "Why the name may be taken for another's: alphabets mixed in a word, or letters that look like another name."
            ) { view in
                .array(
                    view.warnings.map { warning in
                        localized.json(
                            LocalizedText(
                                zh: warning.words(in: .zh),
                                ru: warning.words(in: .ru),
                                en: warning.words(in: .en)
                            )
                        )
                    }
                )
            },
        ]
    )

    static let decision = APISchema.named(
        "Decision",
        .object([
            .required("decision", .choice(RegistrationDesk.Answer.allCases.map(\.rawValue))),
            .optional(
                "note",
                .nullable(.string(.lines, length: 0...ProfileCheck.longestText)),
                "To decline and to ask: goes out by letter."
            ),
        ])
    )

    static let newRegistration = APISchema.named(
        "NewRegistration",
        .object([
            .required("email", .string(.line, length: 3...254)),
            .optional(
                "name",
                .nullable(.string(.line, length: 1...200)),
                "The registration's once the code is used, without web or mail addresses; null to resume only."
            ),
            .optional("language", .choice(languages), "Of the letters."),
        ])
    )

    static let registrationCode = APISchema.named(
        "RegistrationCode",
        .object([
            .required("email", .string(.line, length: 3...254)),
            .required("code", .string(.line, length: 8...40), "Eight digits, from the letter."),
        ])
    )

    static let registrationKey = APIShape<String>(
        "RegistrationKey",
        [.code("key", "For the header Registration-Key; shown once, works for a week.") { $0 }]
    )
}
