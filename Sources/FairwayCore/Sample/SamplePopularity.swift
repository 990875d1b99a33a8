/// Draws members in proportion to a heavy-tailed popularity.
struct SamplePopularity {
    private let members: [Int]
    private var upTo: [Double] = []

    /// One weight per enterprise; weights over 50 are cut: nobody could meet that many.
    static func weights(_ count: Int, using random: inout SampleRandom) -> [Double] {
        (0..<count).map { _ in min(50, random.pareto()) }
    }

    init(_ members: some Sequence<Int>, weights: [Double]) {
        self.members = Array(members)
        var sum = 0.0
        for member in self.members {
            sum += weights[member]
            upTo.append(sum)
        }
    }

    /// - Returns: nil when there is nobody to draw.
    func draw(_ random: inout SampleRandom) -> Int? {
        guard let sum = upTo.last else { return nil }
        let point = random.unit() * sum
        var low = 0
        var high = members.count - 1
        while low < high {
            let middle = (low + high) / 2
            if upTo[middle] > point { high = middle } else { low = middle + 1 }
        }
        return members[low]
    }
}
