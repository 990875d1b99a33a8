/// A set of meeting classes on a day that together can take no more interpreters' slots than `capacity`.
///
/// Hall's condition (Hall 1935, J. London Math. Soc. s1-10:26–30) for classes against the types that serve any of them.
struct InterpreterCut: Equatable {
    var day: Int
    /// Classes in the set, ascending.
    var classes: [Int]
    /// Types that serve any of them, ascending.
    var types: [Int]
    var capacity: Double

    /// The most violated condition of a day by the demand of each class (a minimum cut), nil when all hold.
    static func violated(day: Int, demand: [Double], resources: DayResources, dayCount: Int)
        -> InterpreterCut?
    {
        let typeCount = resources.typeCount
        let left = (0..<typeCount).map {
            resources.capacity[resources.typeBase + $0 * dayCount + day]
        }
        var flow = [Double](repeating: 0, count: demand.count * typeCount)
        var spare = left
        var missing = demand
        // Augmenting paths from a class to a type with spare slots; both sides are few.
        while let path = augmentingPath(missing, spare, flow, resources) {
            var amount = min(missing[path.classes[0]], spare[path.types[path.types.count - 1]])
            for index in path.types.indices.dropLast() {
                amount = min(amount, flow[path.classes[index + 1] * typeCount + path.types[index]])
            }
            for (index, type) in path.types.enumerated() {
                flow[path.classes[index] * typeCount + type] += amount
                if index + 1 < path.classes.count {
                    flow[path.classes[index + 1] * typeCount + type] -= amount
                }
            }
            missing[path.classes[0]] -= amount
            spare[path.types[path.types.count - 1]] -= amount
        }
        guard missing.contains(where: { $0 > 1e-6 }) else { return nil }
        let reached = reach(from: missing.indices.filter { missing[$0] > 1e-6 }, flow, resources)
        let types = (0..<typeCount).filter { reached.types[$0] }
        return InterpreterCut(
            day: day,
            classes: demand.indices.filter { reached.classes[$0] },
            types: types,
            capacity: types.reduce(0) { $0 + left[$1] }
        )
    }

    private static func augmentingPath(
        _ missing: [Double],
        _ spare: [Double],
        _ flow: [Double],
        _ resources: DayResources
    ) -> (classes: [Int], types: [Int])? {
        let typeCount = resources.typeCount
        var parentOfType = [Int](repeating: -1, count: typeCount)
        var parentOfClass = [Int](repeating: -2, count: missing.count)
        var queue = missing.indices.filter { missing[$0] > 1e-6 }
        for number in queue { parentOfClass[number] = -1 }
        var head = 0
        while head < queue.count {
            let number = queue[head]
            head += 1
            for type in resources.typesOfClass[number].map({ Int($0) }) where parentOfType[type] < 0 {
                parentOfType[type] = number
                if spare[type] > 1e-6 {
                    return path(to: type, parentOfType, parentOfClass)
                }
                for other in missing.indices
                where parentOfClass[other] == -2 && flow[other * typeCount + type] > 1e-6 {
                    parentOfClass[other] = type
                    queue.append(other)
                }
            }
        }
        return nil
    }

    private static func path(to last: Int, _ parentOfType: [Int], _ parentOfClass: [Int]) -> (
        classes: [Int], types: [Int]
    ) {
        var types = [last]
        var classes = [parentOfType[last]]
        while parentOfClass[classes[classes.count - 1]] >= 0 {
            let type = parentOfClass[classes[classes.count - 1]]
            types.append(type)
            classes.append(parentOfType[type])
        }
        return (classes.reversed(), types.reversed())
    }

    private static func reach(from sources: [Int], _ flow: [Double], _ resources: DayResources) -> (
        classes: [Bool], types: [Bool]
    ) {
        let typeCount = resources.typeCount
        var classes = [Bool](repeating: false, count: resources.typesOfClass.count)
        var types = [Bool](repeating: false, count: typeCount)
        var queue = sources
        for number in sources { classes[number] = true }
        while let number = queue.popLast() {
            for type in resources.typesOfClass[number].map({ Int($0) }) where !types[type] {
                types[type] = true
                for other in classes.indices where !classes[other] && flow[other * typeCount + type] > 1e-6 {
                    classes[other] = true
                    queue.append(other)
                }
            }
        }
        return (classes, types)
    }
}
