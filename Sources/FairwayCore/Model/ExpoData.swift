/// A whole expo (or any part of it) as plain values: what an import brings, a sample makes and an export writes.
package struct ExpoData: Equatable, Sendable, Codable {
    package var expo: Expo?
    package var halls: [Hall] = []
    package var tables: [MeetingTable] = []
    package var economies: [Economy] = []
    package var regions: [Region] = []
    package var agencies: [Agency] = []
    package var delegations: [Delegation] = []
    package var enterprises: [Enterprise] = []
    package var stands: [Stand] = []
    package var representatives: [Representative] = []
    package var products: [Product] = []
    package var demands: [Demand] = []
    package var interpreters: [Interpreter] = []
    package var requests: [MeetingRequest] = []
    package var outcomes: [Outcome] = []

    package init(expo: Expo? = nil) {
        self.expo = expo
    }
}
