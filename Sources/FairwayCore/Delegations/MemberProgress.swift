/// How far an enterprise of a delegation has come: what the agency's board shows of it.
package struct MemberProgress: Equatable, Sendable {
    /// What a profile lacks.
    package enum Gap: String, Sendable, CaseIterable {
        case about, sectors, languages
        /// No representative with an e-mail address.
        case contact
    }

    /// What a member still has to do.
    package enum ToDo: String, Sendable, CaseIterable {
        case profile
        /// Neither a product nor a demand.
        case goods
        /// Has asked nobody for a meeting.
        case requests
        /// Requests of others wait for its answer.
        case answers
        /// Has meetings in the published programme, and has not looked at it.
        case programme
    }

    package var enterprise: Enterprise
    package var representatives: [Representative]
    package var stands: Int
    package var products: Int
    package var demands: Int
    /// Requests, without withdrawn ones.
    package var sent: Int
    package var received: Int
    /// Of those received, the ones without an answer.
    package var waiting: Int
    /// Of those sent and received.
    package var accepted: Int
    /// In the published programme.
    package var meetings: Int
    /// When an account of the member first opened the published programme; Unix time in seconds.
    package var seenAt: Double?

    package init(
        enterprise: Enterprise,
        representatives: [Representative],
        stands: Int = 0,
        products: Int = 0,
        demands: Int = 0,
        sent: Int = 0,
        received: Int = 0,
        waiting: Int = 0,
        accepted: Int = 0,
        meetings: Int = 0,
        seenAt: Double? = nil
    ) {
        self.enterprise = enterprise
        self.representatives = representatives
        self.stands = stands
        self.products = products
        self.demands = demands
        self.sent = sent
        self.received = received
        self.waiting = waiting
        self.accepted = accepted
        self.meetings = meetings
        self.seenAt = seenAt
    }

    package var gaps: [Gap] {
        Gap.allCases.filter { gap in
            switch gap {
            case .about: enterprise.about.isEmpty
            case .sectors: enterprise.sectors.isEmpty
            case .languages: enterprise.languages.isEmpty
            case .contact: !representatives.contains { !($0.email ?? "").isEmpty }
            }
        }
    }

    /// Nothing for one that was declined.
    package var tasks: [ToDo] {
        guard enterprise.status != .declined else { return [] }
        return ToDo.allCases.filter { task in
            switch task {
            case .profile: !gaps.isEmpty
            case .goods: products + demands == 0
            case .requests: sent == 0
            case .answers: waiting > 0
            case .programme: meetings > 0 && seenAt == nil
            }
        }
    }
}
