package import FairwayCore
import Foundation
import PrivateFiles

/// The whole expo as one JSON document (`fairway-expo/1`, docs/formats/fairway-expo-1.schema.json).
///
/// Of representatives it has names and positions only, of interpreters names and what they interpret: the document is
/// made to be passed on.
package struct ExpoDocument: Encodable, Sendable {
    package static let format = "fairway-expo/1"

    var format = ExpoDocument.format
    var expo: Expo?
    var halls: [Hall]
    var tables: [MeetingTable]
    var economies: [Economy]
    var regions: [Region]
    var agencies: [Agency]
    var delegations: [Delegation]
    var enterprises: [Enterprise]
    var stands: [Stand]
    var representatives: [RepresentativeDocument]
    var products: [Product]
    var demands: [Demand]
    var interpreters: [InterpreterDocument]
    var requests: [MeetingRequest]
    var outcomes: [Outcome]
    var programme: ProgrammeDocument?

    struct RepresentativeDocument: Encodable, Sendable {
        var id: Representative.ID
        var enterprise: Enterprise.ID
        /// Of those who released theirs: the document is made to be passed on.
        var name: LocalizedText?
        var position: LocalizedText?
    }

    struct InterpreterDocument: Encodable, Sendable {
        var id: Interpreter.ID
        var name: LocalizedText
        var pairs: [[LanguageTag]]
        var unavailableSlots: [Int]
        var maxConsecutiveSlots: Int?
    }

    struct ProgrammeDocument: Encodable, Sendable {
        var publication: Int?
        var run: Int64?
        var value: ProgrammeValue
        var bound: ProgrammeBound
        var meetings: [Meeting]
        var unplaced: [UnplacedDocument]
    }

    struct UnplacedDocument: Encodable, Sendable {
        var request: MeetingRequest.ID
        /// The reason and the smallest change in the three languages.
        var reason: LocalizedText
    }

    /// Economies and regions are those that the expo has someone from.
    package init(data: ExpoData, programme: Programme?, publication: Publication?) {
        let economies = Set(data.enterprises.map(\.economy) + data.agencies.map(\.economy))
        let regions = Set(data.enterprises.compactMap(\.region) + data.agencies.compactMap(\.region))
        expo = data.expo
        halls = data.halls
        tables = data.tables
        self.economies = data.economies.filter { economies.contains($0.id) }
        self.regions = data.regions.filter { regions.contains($0.id) }
        agencies = data.agencies
        delegations = data.delegations
        enterprises = data.enterprises
        stands = data.stands
        representatives = data.representatives.map { person in
            RepresentativeDocument(
                id: person.id,
                enterprise: person.enterprise,
                name: person.isReleased ? person.name : nil,
                position: person.isReleased ? person.position : nil
            )
        }
        products = data.products
        demands = data.demands
        interpreters = data.interpreters.map { interpreter in
            InterpreterDocument(
                id: interpreter.id,
                name: interpreter.name,
                pairs: interpreter.pairs.map { [$0.first, $0.second] },
                unavailableSlots: interpreter.unavailableSlots,
                maxConsecutiveSlots: interpreter.maxConsecutiveSlots
            )
        }
        requests = data.requests
        outcomes = data.outcomes
        let enterprises = Dictionary(data.enterprises.map { ($0.id, $0.name) }) { first, _ in first }
        let halls = Dictionary(data.halls.map { ($0.id, $0.name) }) { first, _ in first }
        let names = Dictionary(
            uniqueKeysWithValues: Language.allCases.map {
                ($0, ProgrammeNames($0, expo: data.expo, enterprises: enterprises, halls: halls))
            }
        )
        self.programme = programme.map { programme in
            ProgrammeDocument(
                publication: publication?.number,
                run: publication?.run,
                value: programme.value,
                bound: programme.bound,
                meetings: programme.meetings,
                unplaced: programme.unplaced.map { Self.unplaced($0, names) }
            )
        }
    }

    private static func unplaced(_ request: UnplacedRequest, _ names: [Language: ProgrammeNames])
        -> UnplacedDocument
    {
        func words(_ language: Language) -> String? {
            names[language].map { request.sentence(in: language, names: $0) }
        }
        return UnplacedDocument(
            request: request.request,
            reason: LocalizedText(zh: words(.zh), ru: words(.ru), en: words(.en))
        )
    }

    package func write(to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try PrivateFile.write(encoder.encode(self), to: path)
    }
}
