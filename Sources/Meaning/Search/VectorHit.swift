/// A vector that a search found.
package struct VectorHit: Equatable, Sendable {
    /// Its place in the index.
    package var row: Int
    /// Of the angle to what was sought: 1 the same, 0 unrelated.
    package var cosine: Float

    package init(row: Int, cosine: Float) {
        self.row = row
        self.cosine = cosine
    }

    /// Whether this hit is listed before the other: the nearer one, of equals the one that came into the index first.
    func precedes(_ other: VectorHit) -> Bool {
        cosine > other.cosine || cosine == other.cosine && row < other.row
    }
}

/// The best hits so far: a binary heap with the worst of them on top.
struct BestHits {
    private let limit: Int
    private var heap: [VectorHit] = []

    init(limit: Int) {
        self.limit = limit
        heap.reserveCapacity(limit)
    }

    /// Best first.
    var sorted: [VectorHit] { heap.sorted { $0.precedes($1) } }

    mutating func offer(_ hit: VectorHit) {
        if heap.count < limit {
            heap.append(hit)
            rise(from: heap.count - 1)
        } else if let worst = heap.first, hit.precedes(worst) {
            heap[0] = hit
            sink()
        }
    }

    private mutating func rise(from start: Int) {
        var place = start
        while place > 0, heap[(place - 1) / 2].precedes(heap[place]) {
            heap.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    private mutating func sink() {
        var place = 0
        while 2 * place + 1 < heap.count {
            let left = 2 * place + 1
            let worse = left + 1 < heap.count && heap[left].precedes(heap[left + 1]) ? left + 1 : left
            guard heap[place].precedes(heap[worse]) else { return }
            heap.swapAt(place, worse)
            place = worse
        }
    }
}
