import ArgumentParser
import FairwayCore
import FairwayStore
import Foundation

/// `fairway expo`: what the expo is called, and when and where it is.
struct ExpoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "expo",
        abstract: "Print or change the expo's name and time zone.",
        discussion: "Days, sessions and slots come from the slots table that `fairway import` reads."
    )

    @OptionGroup var store: StoreOptions
    @Option(help: "Its name in Chinese.") var nameZh: String?
    @Option(help: "Its name in Russian.") var nameRu: String?
    @Option(help: "Its name in English.") var nameEn: String?
    @Option(help: "An IANA name, such as Asia/Shanghai.") var timeZone: String?
    @Option(
        help: "Days after the expo for which personal data is kept (365 unless set).",
        transform: NumberOption.whole(0...36_500)
    )
    var retentionDays: Int?

    func validate() throws {
        if let timeZone, TimeZone(identifier: timeZone) == nil {
            throw ValidationError("--time-zone: “\(timeZone)” is no IANA time zone.")
        }
        for name in [nameZh, nameRu, nameEn] where name?.trimmingCharacters(in: .whitespaces).isEmpty == true
        {
            throw ValidationError("A name must not be empty.")
        }
    }

    func run() async throws {
        let target = try store.open()
        let name = LocalizedText(zh: nameZh, ru: nameRu, en: nameEn)
        if name != LocalizedText() || timeZone != nil {
            try await target.expo.setDetails(name: name, timeZone: timeZone, by: store.actor)
        }
        if let retentionDays {
            try await target.personalData.setRetentionDays(retentionDays, by: store.actor)
        }
        guard let expo = try await target.expo.find() else { throw CommandError.noExpo(store.path) }
        for language in Language.allCases {
            print("name_\(language)\t\(expo.name[language] ?? "")")
        }
        print("time_zone\t\(expo.timeZone)")
        print("days\t\(expo.days.map(\.description).joined(separator: " "))")
        print("slots\t\(expo.slots.count)")
        let retention = try await target.personalData.retention()
        print("retention_days\t\(retention.days)")
        print("erased_from\t\(retention.erasedFrom?.description ?? "")")
    }
}
