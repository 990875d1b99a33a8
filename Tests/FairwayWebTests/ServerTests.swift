import fairway
import FairwayCore
import FairwayStore
import FairwayWeb
import Foundation
import Logging
import Testing

struct ServerTests {
    private func server() async throws -> FairwayServer {
        let path = FileManager.default.temporaryDirectory.path + "/server-\(UUID().uuidString).sqlite"
        return try await FairwayServer(
            store: ExpoStore(path: path, now: { 0 }),
            workers: TestWorkers.ownPool(),
            engines: JobEngines(match: { _, _ in 0 }, schedule: { _, _, _, _ in throw CancellationError() }),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    @Test func aTakenPortIsToldInWords() async throws {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 && listen(socket, 1) == 0
                    && getsockname(socket, $0, &length) == 0
            }
        }
        try #require(isListening)
        let port = Int(UInt16(bigEndian: address.sin_port))
        await #expect(throws: ServerError.portTaken(port)) { try await server().run(port: port) { _ in } }
        #expect(ServerError.portTaken(port).words(in: .ru).contains("Порт \(port) занят"))
    }
}
