package import FairwayCore
package import FairwayStore
import Meaning
package import Workers

/// What a job does, in whose name it is stored, and by which right.
package struct JobEngines: Sendable {
    /// - Returns: how many matches there are.
    package var match: @Sendable (_ actor: String, _ claim: JobClaim) async throws -> Int
    package var schedule:
        @Sendable (
            _ actor: String, _ seconds: Double, _ claim: JobClaim,
            _ report: @escaping @Sendable (WorkerProgress) -> Void
        ) async throws -> Run

    package init(
        match: @escaping @Sendable (_ actor: String, _ claim: JobClaim) async throws -> Int,
        schedule:
            @escaping @Sendable (
                _ actor: String, _ seconds: Double, _ claim: JobClaim,
                _ report: @escaping @Sendable (WorkerProgress) -> Void
            ) async throws -> Run
    ) {
        self.match = match
        self.schedule = schedule
    }

    /// The engines in workers: values go there and come back, and are stored here.
    /// - Parameter perEnterprise: Partners proposed to each enterprise.
    package static func inWorkers(_ pool: WorkerPool, _ store: ExpoStore, perEnterprise: Int) -> JobEngines {
        JobEngines(
            match: { actor, claim in
                let answer = try await pool.run(MatchTask.self, for: actor) {
                    try await .whole(of: store, perEnterprise: perEnterprise)
                }
                guard case .all(let matches) = answer else { return 0 }
                try await store.matches.replace(matches, by: actor, under: .job(claim))
                return matches.count
            },
            schedule: { actor, seconds, claim, report in
                let startedAt = store.currentTime
                let answer = try await pool.run(ScheduleTask.self, for: actor, report: report) {
                    ScheduleTask.Input(
                        data: try await store.expo.programmeData(),
                        seed: Self.seed,
                        seconds: seconds
                    )
                }
                return try await store.programmes.save(
                    answer.programme,
                    seed: Self.seed,
                    timeLimitSeconds: seconds,
                    elapsedSeconds: answer.elapsedSeconds,
                    startedAt: startedAt,
                    by: actor,
                    under: .job(claim)
                )
            }
        )
    }

    /// The same data and time give the same programme.
    private static let seed: UInt64 = 1
}

extension MatchTask.Input {
    /// Everything that proposals depend on.
    /// - Throws: `TooManyToMatch`.
    static func whole(of store: ExpoStore, perEnterprise: Int) async throws -> Self {
        let data = try await store.expo.profileData()
        let count = data.enterprises.count { $0.status != .declined }
        guard count <= TooManyToMatch.most else { throw TooManyToMatch(count: count) }
        guard let model = try await store.vectors.richestModel() else {
            return .all(data, perEnterprise: perEnterprise, nil)
        }
        let none = GoodsBytes(
            scale: try await store.vectors.goodsScale(by: model),
            dimension: model.dimension
        )
        let goods = try await store.vectors.readGoods(of: data, by: model, into: none) {
            $0.append($2, of: $1)
        } demand: {
            $0.append($2, of: $1)
        }
        return .all(data, perEnterprise: perEnterprise, goods)
    }
}
