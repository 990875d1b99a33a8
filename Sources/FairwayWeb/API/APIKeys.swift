import FairwayCore
import FairwayStore
import HTTPTypes

/// Repeated requests are known by their key.
extension APIEndpoint {
    /// The same with an `Idempotency-Key`: the first request takes the key, does its work and leaves its answer under it.
    ///
    /// A request that was refused leaves the key free. One that never ended, since the server stopped, keeps it for a day:
    /// better not done again than done twice.
    func keyed(in store: ExpoStore) -> APIEndpoint {
        var endpoint = self
        endpoint.parameters.append(.idempotencyKey)
        endpoint.refusals += [.conflict, .unprocessableContent]
        let (status, handle) = (status, handle)
        endpoint.handle = { request in
            guard let key = request.idempotencyKey else { return try await handle(request) }
            do {
                if let known = try await store.idempotentAnswers.take(key) {
                    return APIAnswer(text: known, status: status)
                }
            } catch RequestRefusal.keyReused {
                throw APIProblem(.keyReused)
            } catch RequestRefusal.keyTaken {
                throw APIProblem(.keyTaken)
            }
            do {
                let answer = try await handle(request)
                try await store.idempotentAnswers.keep(answer.body, under: key)
                return answer
            } catch {
                try await store.idempotentAnswers.release(key)
                throw error
            }
        }
        return endpoint
    }
}

extension APIRequest {
    /// Keys are each account's own.
    var idempotencyKey: IdempotencyKey? {
        guard let key = text("Idempotency-Key"), let account = context.viewer else { return nil }
        return IdempotencyKey(account: account.id, key: key, request: "\(path)?\(query.query()) \(body)")
    }
}
