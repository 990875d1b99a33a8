import FairwayCore
import FairwayStore

extension EnterprisePage {
    /// The agency's board shows who has seen the programme: the enterprise itself, not an organiser in its name.
    func noteView(of id: Enterprise.ID, _ context: WebContext) async throws {
        guard context.viewer?.part == .enterprise(id), context.signIn?.actingFor == nil else { return }
        try await store.publications.noteView(of: id, by: context.actor)
    }
}
