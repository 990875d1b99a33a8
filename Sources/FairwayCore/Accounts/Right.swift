/// What a door asks of whoever comes.
///
/// Every route of the server declares one; nothing else decides who may pass.
package enum Right: Equatable, Sendable {
    /// Everyone, signed in or not.
    case anyone
    case signedIn
    /// Whoever has one of these parts.
    case parts([Account.Role])
    /// What is an enterprise's own: itself, the agency that leads it, the organiser.
    case enterprise
    /// What is a delegation's own: the agency that leads it, the organiser.
    case delegation
    /// What is an interpreter's own: the interpreter, the organiser.
    case interpreter
    /// The work on this is the enterprise's alone; an organiser acts in its name to do it.
    case ownEnterprise
    /// The same for an agency.
    case ownAgency

    package static let organiser = Right.parts([.organiser])
    /// Those who run the expo on its days.
    package static let staff = Right.parts([.organiser, .hallManager])
}

/// What a right is about, as far as rights depend on it.
package struct RightObject: Equatable, Sendable {
    package var enterprise: Enterprise.ID?
    /// The agency that leads the enterprise's delegation, or the delegation itself.
    package var agency: Agency.ID?
    package var interpreter: Interpreter.ID?

    package init(
        enterprise: Enterprise.ID? = nil,
        agency: Agency.ID? = nil,
        interpreter: Interpreter.ID? = nil
    ) {
        self.enterprise = enterprise
        self.agency = agency
        self.interpreter = interpreter
    }
}

extension Right {
    /// Whether someone with this part (nil: not signed in) has the right to the object.
    package func allows(_ part: Account.Part?, _ object: RightObject = RightObject()) -> Bool {
        switch self {
        case .anyone: return true
        case .signedIn: return part != nil
        case .parts(let roles): return part.map { roles.contains($0.role) } ?? false
        case .enterprise:
            switch part {
            case .organiser: return true
            case .enterprise(let id): return id == object.enterprise
            case .agency(let id): return id == object.agency
            default: return false
            }
        case .delegation:
            switch part {
            case .organiser: return true
            case .agency(let id): return id == object.agency
            default: return false
            }
        case .interpreter:
            switch part {
            case .organiser: return true
            case .interpreter(let id): return id == object.interpreter
            default: return false
            }
        case .ownEnterprise: return part?.role == .enterprise
        case .ownAgency: return part?.role == .agency
        }
    }
}
