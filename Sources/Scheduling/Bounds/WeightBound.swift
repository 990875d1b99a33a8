import Glibc

/// A proven upper bound on placed weight: the Lagrangian dual of the linear relaxation by day.
///
/// In the relaxation each meeting is spread over the days on which it is allowed; a participant has its free slots of the
/// day and its limit over all days, the shared tables and each type of interpreter (those with the same pairs) their
/// slots of the day. For any prices `y ≥ 0` on these resources
///
///     B(y) = Σ capacity·y + Σ_m max(0, max_d (weight_m − price of what m needs on day d))
///
/// bounds the weight of every valid programme from above (weak duality: rest, walking, order and the hall of a table are
/// relaxed as well). The prices are improved by subgradient steps of Polyak's length with the Held–Karp rule of halving
/// (Held, Wolfe, Crowder 1974, Math. Programming 6:62–88).
///
/// - Complexity: O(meetings × days) a step.
struct WeightBound {
    private let problem: CompiledProblem
    private let typeCount: Int
    /// Class of meetings → the interpreter types that serve it.
    private let typesOfClass: [[Int32]]
    private let capacity: [Double]
    /// Resource numbers: participant-days, participants' limits, table days, interpreter type-days.
    private let limitBase: Int
    private let tableBase: Int
    private let typeBase: Int
    /// Options: (meeting, day) pairs with any allowed slot, grouped by meeting.
    private let optionStart: [Int32]
    private let optionDay: [Int32]

    /// The best prices so far, by resource; they say what a unit of each is worth in weight.
    private(set) var prices: [Double]
    private(set) var value: Double

    init(_ compiled: CompiledProblem, resources layout: DayResources) {
        problem = compiled
        typeCount = layout.typeCount
        typesOfClass = layout.typesOfClass
        capacity = layout.capacity
        limitBase = layout.limitBase
        tableBase = layout.tableBase
        typeBase = layout.typeBase
        var starts: [Int32] = [0]
        var days: [Int32] = []
        for meeting in 0..<compiled.meetingCount {
            for day in 0..<compiled.dayCount where compiled.allowed[meeting * compiled.dayCount + day] != 0 {
                days.append(Int32(day))
            }
            starts.append(Int32(days.count))
        }
        optionStart = starts
        optionDay = days
        prices = [Double](repeating: 0, count: capacity.count)
        value = 0
        value = evaluate(prices, usage: nil)
    }

    /// The bound at prices known from a like problem; any that are not negative prove one.
    init(_ compiled: CompiledProblem, resources: DayResources, prices: [Double]) {
        self.init(compiled, resources: resources)
        self.prices = prices
        value = evaluate(prices, usage: nil)
    }

    /// The bound as a whole number: weights are whole, so it may be rounded down.
    var rounded: Int { Int((value + 1e-6).rounded(.down)) }

    /// Takes prices found elsewhere if they bound better.
    mutating func adopt(_ found: [Double]) {
        let bound = evaluate(found, usage: nil)
        guard bound < value else { return }
        value = bound
        prices = found
    }

    /// Lowers the bound by at most `steps` subgradient steps.
    /// - Parameter target: the weight of a known programme.
    mutating func improve(steps: Int, target: Int, isCancelled: () -> Bool) {
        var current = prices
        var direction = [Double](repeating: 0, count: prices.count)
        var usage = direction
        var theta = 1.0
        var sinceBetter = 0
        for step in 0..<steps {
            if step % 16 == 0, isCancelled() { return }
            let bound = evaluate(current, usage: &usage)
            if bound < value - 1e-7 {
                sinceBetter = bound < value - 1e-5 * value ? 0 : sinceBetter + 1
                value = bound
                prices = current
            } else {
                sinceBetter += 1
            }
            if sinceBetter >= 25 {
                theta *= 0.6
                sinceBetter = 0
                current = prices
                if theta < 1e-5 { return }
                continue
            }
            var norm = 0.0
            for index in direction.indices {
                var gradient = usage[index] - capacity[index]
                if gradient < 0, current[index] <= 0 { gradient = 0 }
                direction[index] = 0.3 * direction[index] + gradient
                norm += direction[index] * direction[index]
            }
            guard norm > 1e-12 else { return }
            let length = theta * max(bound - Double(target), 1e-3) / norm
            for index in current.indices {
                current[index] = max(0, current[index] + length * direction[index])
            }
        }
    }

    /// The price of what a meeting needs on a day; -1 as type when it needs no interpreter.
    @inline(__always)
    private func cost(_ meeting: Int, day: Int, _ prices: [Double]) -> (price: Double, type: Int) {
        let days = problem.dayCount
        let a = Int(problem.sideA[meeting])
        let b = Int(problem.sideB[meeting])
        var price = prices[a * days + day] + prices[b * days + day]
        if problem.standHall[meeting] == CompiledProblem.tableNeeded { price += prices[tableBase + day] }
        let number = Int(problem.interpreterClass[meeting])
        guard number >= 0 else { return (price, -1) }
        var cheapest = Double.infinity
        var chosen = -1
        for type in typesOfClass[number] {
            let index = typeBase + Int(type) * days + day
            if capacity[index] > 0, prices[index] < cheapest {
                cheapest = prices[index]
                chosen = index
            }
        }
        return (price + cheapest, chosen)
    }

    /// `B(prices)`; fills `usage` with what the chosen options take of each resource.
    private func evaluate(_ prices: [Double], usage: UnsafeMutablePointer<[Double]>?) -> Double {
        var bound = 0.0
        for index in prices.indices { bound += capacity[index] * prices[index] }
        usage?.pointee.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
        for meeting in 0..<problem.meetingCount {
            let a = Int(problem.sideA[meeting])
            let b = Int(problem.sideB[meeting])
            let base = Double(problem.weight[meeting]) - prices[limitBase + a] - prices[limitBase + b]
            // A required meeting is placed even where that does not pay.
            var best = problem.required[meeting] ? -Double.infinity : 0
            var bestDay = -1
            var bestType = -1
            for option in Int(optionStart[meeting])..<Int(optionStart[meeting + 1]) {
                let day = Int(optionDay[option])
                let (price, type) = cost(meeting, day: day, prices)
                if base - price > best {
                    best = base - price
                    bestDay = day
                    bestType = type
                }
            }
            guard bestDay >= 0 else { continue }
            bound += best
            guard let usage else { continue }
            usage.pointee[a * problem.dayCount + bestDay] += 1
            usage.pointee[b * problem.dayCount + bestDay] += 1
            usage.pointee[limitBase + a] += 1
            usage.pointee[limitBase + b] += 1
            if problem.standHall[meeting] == CompiledProblem.tableNeeded {
                usage.pointee[tableBase + bestDay] += 1
            }
            if bestType >= 0 { usage.pointee[bestType] += 1 }
        }
        return bound
    }

    /// What placing the meeting is worth beyond the prices of what it takes, on its best day.
    func reducedWeight(_ meeting: Int) -> Double {
        let base =
            Double(problem.weight[meeting]) - prices[limitBase + Int(problem.sideA[meeting])]
            - prices[limitBase + Int(problem.sideB[meeting])]
        var best = -Double.infinity
        for option in Int(optionStart[meeting])..<Int(optionStart[meeting + 1]) {
            best = max(best, base - cost(meeting, day: Int(optionDay[option]), prices).price)
        }
        return best
    }
}
