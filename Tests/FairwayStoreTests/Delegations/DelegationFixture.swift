import FairwayCore

/// The fictional expo with a second agency, so that there is somebody else's.
///
/// Delegation D1 has E3, delegation D2 has E1 and E2; E4 is in none.
enum DelegationFixture {
    static func data() throws -> ExpoData {
        var data = try ExpoFixture.data()
        data.agencies.append(
            Agency(id: "AG2", name: LocalizedText(zh: "省厅"), kind: .province, economy: "CN", region: "CN-HL")
        )
        data.delegations.append(Delegation(id: "D2", name: LocalizedText(zh: "黑龙江团"), agency: "AG2"))
        for index in data.enterprises.indices where ["E1", "E2"].contains(data.enterprises[index].id.code) {
            data.enterprises[index].delegation = "D2"
        }
        return data
    }

    /// Both accepted requests are placed, in slots of 25 minutes with an interpreter.
    static let programme = ExpoFixture.programme([
        ExpoFixture.meeting("Q1", slot: 0), ExpoFixture.meeting("Q2", slot: 2, stand: "B-01"),
    ])
}
