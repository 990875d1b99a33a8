/// Who is in the way of an unplaced meeting.
extension SearchState {
    /// The placed meetings that would have to give way where those weigh least together, the lightest first: of each side
    /// that is full in the slot or has reached its limit, the lightest.
    /// - Complexity: O(slots).
    func rivals(of meeting: Int) -> [Int] {
        let sides = [Int(problem.sideA[meeting]), Int(problem.sideB[meeting])]
        let spare = sides.map { side in
            total[side] >= problem.maxMeetings[side] ? lightest(of: side) : nil
        }
        var best: (weight: Int, rivals: [Int])?
        for slot in slots({ problem.allowed[meeting * problem.dayCount + $0] }) {
            var rivals: [Int] = []
            for (side, spare) in zip(sides, spare) {
                let rival = isFull(side, slot: slot) ? lightest(meetings(of: side, slot: slot)) : spare
                if let rival, !rivals.contains(rival) { rivals.append(rival) }
            }
            let weight = rivals.reduce(0) { $0 + Int(problem.weight[$1]) }
            if best.map({ weight < $0.weight }) ?? true { best = (weight, rivals) }
        }
        return (best?.rivals ?? []).sorted { (problem.weight[$0], $0) < (problem.weight[$1], $1) }
    }

    private func lightest(of participant: Int) -> Int? {
        lightest((0..<problem.slotCount).flatMap { meetings(of: participant, slot: $0) })
    }

    private func lightest(_ cells: some Sequence<Int32>) -> Int? {
        cells.lazy.filter { $0 >= 0 }.map { Int($0) }
            .min { (problem.weight[$0], $0) < (problem.weight[$1], $1) }
    }
}
