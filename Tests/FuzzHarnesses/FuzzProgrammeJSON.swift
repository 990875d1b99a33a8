import FairwayCore
import FairwayFormats
import Foundation
import Scheduling

/// Any bytes as the JSON of an instance and of a programme: either is read or refused, what was read is written and read
/// again the same, and what is read the checker judges without a trap.
///
/// The first byte chooses whether the rest is the file itself, or how a sound file is to be damaged.
package func fuzzProgrammeJSON(_ bytes: UnsafeRawBufferPointer) {
    let findings = programmeJSONFindings(bytes)
    precondition(findings.isEmpty, findings.joined(separator: "\n"))
}

package func programmeJSONFindings(_ bytes: UnsafeRawBufferPointer) -> [String] {
    var source = ByteSource(bytes)
    if source.byte() % 4 == 0 {
        let data = Data(source.rest())
        return judged(data, data)
    }
    var maker = ExpoMaker(source)
    let instance = ProblemDescription.instance(maker.problem())
    source = maker.source
    let placements = instance.meetings.map { _ -> Placement? in
        source.chance(60) ? Placement(slot: source.below(8), hall: source.below(3), interpreter: nil) : nil
    }
    let programme = ProblemDescription.programme(placements, of: instance, bound: source.wildNumber())
    guard let one = try? ProgrammeJSON.data(instance), let other = try? ProgrammeJSON.data(programme) else {
        return ["a sound file is not written"]
    }
    var findings: [String] = []
    if (try? ProgrammeJSON.instance(from: one, named: "fuzz")) != instance { findings.append("instance") }
    if (try? ProgrammeJSON.programme(from: other, named: "fuzz")) != programme {
        findings.append("programme")
    }
    var (first, second) = ([UInt8](one), [UInt8](other))
    damage(&first, &source)
    damage(&second, &source)
    return findings + judged(Data(first), Data(second))
}

private func judged(_ instanceData: Data, _ programmeData: Data) -> [String] {
    let instance = try? ProgrammeJSON.instance(from: instanceData, named: "fuzz")
    let programme = try? ProgrammeJSON.programme(from: programmeData, named: "fuzz")
    var findings: [String] = []
    if let instance {
        let again = (try? ProgrammeJSON.data(instance)).flatMap {
            try? ProgrammeJSON.instance(from: $0, named: "fuzz")
        }
        if again != instance { findings.append("an instance that was read is not written the same") }
        if let problem = try? instance.problem() { _ = try? problem.validate() }
        let empty = ProblemDescription.programme([], of: instance, bound: 0)
        _ = ProgrammeChecker.check(programme ?? empty, against: instance)
    }
    return findings
}

/// Exchanges numbers and words for others, and bytes for any.
private func damage(_ bytes: inout [UInt8], _ source: inout ByteSource) {
    let words = [
        "9223372036854775807", "-9223372036854775808", "9223372036854775808", "1e300", "-1", "0", "0.5",
        "null", "true",
        "\"\"", "[]", "{}", "1e-400", "\"\\u0000\"", "99999999999999999999999999", "[[[[[[[[", "\\ud800",
    ]
    for _ in 0..<1 + source.below(3) where !bytes.isEmpty {
        let place = source.below(min(bytes.count, 65_536))
        switch source.below(4) {
        case 0: bytes[place] = source.byte()
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(contentsOf: source.pick(words).utf8, at: place)
        default:
            // From the place on, the next number becomes another word.
            guard let start = bytes[place...].firstIndex(where: { (0x30...0x39).contains($0) }) else { break }
            let end = bytes[start...].firstIndex { !(0x30...0x39).contains($0) } ?? bytes.endIndex
            bytes.replaceSubrange(start..<end, with: source.pick(words).utf8)
        }
    }
}
