import FairwayCore
import FairwayStore
import Hummingbird

/// What the pages of an enterprise's own have in common.
enum Workspace {
    /// - Throws: 404 when the code of the path is nobody's.
    static func enterprise(_ context: WebContext, _ store: ExpoStore) async throws -> Enterprise {
        guard let code = context.parameters.get("enterprise"),
            let profile = try await store.enterprises.find(Enterprise.ID(code))
        else { throw HTTPError(.notFound) }
        return profile.enterprise
    }

    static func tabs(
        _ id: Enterprise.ID,
        current: String,
        _ renderer: PageRenderer,
        _ language: Language
    ) -> [[String: Any]] {
        let tabs = [
            ("programme", "/enterprises/\(id)"), ("profile", "/enterprises/\(id)/profile"),
            ("images", "/enterprises/\(id)/images"),
            ("matches", "/enterprises/\(id)/matches"),
            ("requests", "/enterprises/\(id)/requests"), ("free", "/enterprises/\(id)/free"),
        ]
        return tabs.map { name, path in
            [
                "path": path, "name": renderer.word("workspace.\(name)", language),
                "isCurrent": name == current,
            ]
        }
    }
}
