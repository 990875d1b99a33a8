/// What one call of the analyser works with: stemmers, a segmenter and buffers that are used again.
///
/// `@unchecked Sendable` because its C handles serve one thread at a time, and `TextAnalyser` lends it to one caller at a time.
final class Workbench: @unchecked Sendable {
    let stemmers: Stemmers
    let segmenter: HanSegmenter
    private let simplifier: Simplifier

    private var terms: [Term] = []
    private var position = 0
    private var run: [UInt32] = []
    private var starts: [Int] = []
    private var chain = WordChain()

    init(simplifier: Simplifier) {
        self.simplifier = simplifier
        stemmers = Stemmers()
        segmenter = HanSegmenter()
    }

    func terms(of bytes: UnsafeBufferPointer<UInt8>) -> [Term] {
        terms = []
        terms.reserveCapacity(bytes.count / 5 + 4)
        position = 0
        let table = CharacterTable.shared
        var at = 0
        while at < bytes.count {
            let (point, length) = UTF8Reader.scalar(in: bytes, at: at)
            take(table.entry(for: point), point, at: at, length: length)
            at += length
        }
        closeChain()
        closeRun(at: at)
        return terms
    }

    @inline(__always)
    private func take(_ entry: CharacterTable.Entry, _ point: UInt32, at: Int, length: Int) {
        switch entry.kind {
        case .han:
            closeChain()
            run.append(entry.folded)
            starts.append(at)
        case .separator:
            closeRun(at: at)
            if !chain.isEmpty, !chain.connect(point) { closeChain() }
        case .mark:
            chain.mark(point, end: at + length)
        default:
            closeRun(at: at)
            chain.take(entry, at: at, end: at + length)
        }
    }

    private func closeChain() {
        guard !chain.isEmpty else { return }
        chain.emit(stemmers: stemmers, position: &position, into: &terms)
        chain.clear()
    }

    /// Words of the dictionary, and every pair of neighbours that is not itself such a word.
    private func closeRun(at end: Int) {
        guard !run.isEmpty else { return }
        starts.append(end)
        let characters = simplifier.simplified(run)
        var cuts = segmenter.ends(of: characters)[...]
        var wordStart = 0
        for index in characters.indices {
            var wordEnd = 0
            if index == wordStart {
                wordEnd = cuts.popFirst() ?? characters.count
                emit(characters, index..<wordEnd, .word)
                wordStart = wordEnd
            }
            if index + 1 < characters.count, wordEnd != index + 2 {
                emit(characters, index..<index + 2, .part)
            }
            position += 1
        }
        run.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
    }

    private func emit(_ characters: [UInt32], _ place: Range<Int>, _ kind: Term.Kind) {
        let text = String(scalars: characters[place])
        let range = starts[place.lowerBound]..<starts[place.upperBound]
        terms.append(Term(text: text, surface: text, position: position, range: range, kind: kind))
    }
}
