/// What the body of the request that is being answered is collected in.
struct BodyRoom: Sendable {
    let budget: BodyBudget
    let source: ClientSource

    /// Of the request whose task this is; `GuardMiddleware` sets it.
    @TaskLocal static var current: BodyRoom?
}
