import FairwayCore
import Testing

@testable import FairwayWeb

/// What waits for the organiser's approval is not in the public catalogue of programs either.
struct APIVisibilityTests {
    private static let hidden = Enterprise.ID("E00001")
    private static let data: ExpoData = {
        var data = SampleExpo.generate(seed: 3, scale: 0.02, regions: [], economies: [])
        for index in data.enterprises.indices {
            data.enterprises[index].status = data.enterprises[index].id == hidden ? .registered : .approved
            data.enterprises[index].delegation = nil
        }
        return data
    }()

    @Test(
        arguments: [
            (nil, 404), (.visitor, 404), (.enterprise(.init("E00002")), 404), (.enterprise(hidden), 200),
            (.organiser, 200),
        ] as [(Account.Part?, Int)]
    )
    func anEnterpriseThatWaitsIsThereForItsOwnAndTheStaff(part: Account.Part?, status: Int) async throws {
        let client = try await RouterClient(data: Self.data, as: part)
        for path in ["", "/products", "/demands"] {
            #expect(
                try await client.get("/api/v1/enterprises/\(Self.hidden)\(path)").status == status,
                "\(path)"
            )
        }
        #expect(try await client.get("/enterprises/\(Self.hidden)").status == status)
        let list = try await client.get("/api/v1/enterprises?limit=5").body
        #expect(list.contains("\"\(Self.hidden)\"") == (status == 200))
    }
}
