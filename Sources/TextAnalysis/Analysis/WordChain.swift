/// A run of letters and digits up to the next space: pieces held together by single hyphens, dots and the like.
///
/// `полиэфир-хлопок` is a chain of two words, `WD-40` a code with two pieces, `8471.30` a customs code.
struct WordChain {
    private struct Piece {
        var points: Range<Int>
        var bytes: Range<Int>
        var hasLatin = false
        var hasCyrillic = false
        var hasDigit = false
        var hasOther = false
        /// What stands before it in the chain; 0 before the first.
        var connector: UInt32 = 0

        var hasLetter: Bool { hasLatin || hasCyrillic || hasOther }
    }

    private static let longestCode = 40

    private var points: [UInt32] = []
    private var pieces: [Piece] = []
    private var pending: UInt32 = 0
    private var isOpen = false

    var isEmpty: Bool { pieces.isEmpty }

    mutating func clear() {
        points.removeAll(keepingCapacity: true)
        pieces.removeAll(keepingCapacity: true)
        pending = 0
        isOpen = false
    }

    @inline(__always)
    mutating func take(_ entry: CharacterTable.Entry, at start: Int, end: Int) {
        if !isOpen {
            let place = points.count
            pieces.append(Piece(points: place..<place, bytes: start..<end, connector: pending))
            pending = 0
            isOpen = true
        }
        points.append(entry.folded)
        if entry.second != 0 { points.append(UInt32(entry.second)) }
        let last = pieces.count - 1
        pieces[last].points = pieces[last].points.lowerBound..<points.count
        pieces[last].bytes = pieces[last].bytes.lowerBound..<end
        switch entry.kind {
        case .latin: pieces[last].hasLatin = true
        case .cyrillic: pieces[last].hasCyrillic = true
        case .digit: pieces[last].hasDigit = true
        default: pieces[last].hasOther = true
        }
    }

    /// A combining mark is dropped; only и with a breve is a letter of its own.
    mutating func mark(_ point: UInt32, end: Int) {
        guard isOpen, let last = points.indices.last else { return }
        if point == 0x306, points[last] == 0x438 { points[last] = 0x439 }
        let piece = pieces.count - 1
        pieces[piece].bytes = pieces[piece].bytes.lowerBound..<end
    }

    /// Whether the chain may go on after this character.
    mutating func connect(_ point: UInt32) -> Bool {
        guard isOpen else { return false }
        switch point {
        case 0x2D, 0x2E, 0x2C, 0x2F, 0x27, 0x5F, 0xB7: pending = point
        case 0x2019, 0x2BC: pending = 0x27
        case 0x2010, 0x2011: pending = 0x2D
        case 0xAD: return true
        default: return false
        }
        isOpen = false
        return true
    }

    func emit(stemmers: Stemmers, position: inout Int, into terms: inout [Term]) {
        if let code = wholeNumber {
            let range = pieces[0].bytes.lowerBound..<pieces[pieces.count - 1].bytes.upperBound
            terms.append(Term(text: code, surface: code, position: position, range: range, kind: .code))
            position += 1
            return
        }
        emitJoined(position: position, into: &terms)
        for piece in pieces where !isEnglishEnding(piece) {
            emit(piece, stemmers: stemmers, position: position, into: &terms)
            position += 1
        }
    }

    /// `8471.30.00` as one customs code, `1,5` and `1.5` as one number, `1,500` without its comma.
    private var wholeNumber: String? {
        guard pieces.count > 1, pieces.allSatisfy({ $0.hasDigit && !$0.hasLetter }) else { return nil }
        let rest = pieces.dropFirst()
        if pieces[0].points.count == 4, rest.allSatisfy({ $0.connector == 0x2E && $0.points.count == 2 }) {
            return String(scalars: points)
        }
        guard pieces.count == 2 else { return nil }
        switch pieces[1].connector {
        case 0x2C where pieces[1].points.count == 3: return String(scalars: points)
        case 0x2C, 0x2E:
            return String(scalars: points[pieces[0].points]) + "." + String(scalars: points[pieces[1].points])
        default: return nil
        }
    }

    /// `WD-40` also as wd40, `t-shirt` also as tshirt.
    private func emitJoined(position: Int, into terms: inout [Term]) {
        guard (2...6).contains(pieces.count), points.count <= Self.longestCode else { return }
        let hasDigit = pieces.contains { $0.hasDigit }
        let rest = pieces.dropFirst()
        guard rest.allSatisfy({ $0.connector == 0x2D || (hasDigit && $0.connector != 0x2C) }) else { return }
        guard hasDigit || pieces.count == 2 else { return }
        let joined = String(scalars: hasDigit ? Lookalikes.code(points) : points)
        let range = pieces[0].bytes.lowerBound..<pieces[pieces.count - 1].bytes.upperBound
        terms.append(
            Term(
                text: joined,
                surface: joined,
                position: position,
                range: range,
                kind: hasDigit ? .code : .part
            )
        )
    }

    /// The s of men's, the t of don't.
    private func isEnglishEnding(_ piece: Piece) -> Bool {
        piece.connector == 0x27 && piece.points.count == 1
    }

    private func emit(_ piece: Piece, stemmers: Stemmers, position: Int, into terms: inout [Term]) {
        let letters = points[piece.points]
        func append(_ text: String, _ surface: String, _ kind: Term.Kind) {
            terms.append(
                Term(text: text, surface: surface, position: position, range: piece.bytes, kind: kind)
            )
        }
        guard piece.hasDigit else {
            let isMixed = piece.hasLatin && piece.hasCyrillic
            let word = isMixed ? Lookalikes.word(Array(letters)) : Array(letters)
            let isCyrillic = isMixed ? word.allSatisfy { $0 > 0x3FF } : piece.hasCyrillic
            let surface = String(scalars: word)
            guard !piece.hasOther else { return append(surface, surface, .word) }
            let forms = isCyrillic ? stemmers.russian(surface) : stemmers.english(surface)
            append(forms.stem, surface, .word)
            for root in forms.roots { append(root, surface, .part) }
            return
        }
        guard piece.hasLetter else {
            let digits = String(scalars: letters)
            return append(digits, digits, .code)
        }
        let code = String(scalars: Lookalikes.code(letters))
        append(code, code, .code)
        for run in letters.split(whereSeparator: { $0 < 0x3A }) where run.count > 1 {
            append(String(scalars: run), code, .part)
        }
    }
}
