import FairwayCore
import FairwayFormats
import Foundation
import Scheduling

/// Any bytes as the JSON of an instance and of a programme: either is read or refused, what was read is written and read
/// again the same, and what is read the checker judges without a trap.
///
/// The first byte chooses whether the rest is the file itself, or which of two sound files is to be damaged; one of eight of those
/// is read undamaged too.
package func fuzzProgrammeJSON(_ bytes: UnsafeRawBufferPointer) {
    let findings = programmeJSONFindings(bytes)
    precondition(findings.isEmpty, findings.joined(separator: "\n"))
}

package func programmeJSONFindings(_ bytes: UnsafeRawBufferPointer) -> [String] {
    var source = ByteSource(bytes)
    let kind = source.byte()
    if kind % 4 == 0 {
        let data = Data(source.rest())
        let (instance, findings) = readAgain(data, ProgrammeJSON.instance(from:named:), ProgrammeJSON.data)
        let (programme, others) = readAgain(data, ProgrammeJSON.programme(from:named:), ProgrammeJSON.data)
        if let instance { judge(programme, instance) }
        return findings + others
    }
    var maker = ExpoMaker(source)
    let instance = ProblemDescription.instance(maker.problem())
    source = maker.source
    let placements = instance.meetings.map { _ -> Placement? in
        source.chance(60) ? Placement(slot: source.below(8), hall: source.below(3), interpreter: nil) : nil
    }
    let programme = ProblemDescription.programme(placements, of: instance, bound: source.wildNumber())
    let isSoundToo = kind / 4 % 8 == 0
    if kind % 4 == 1 {
        guard let sound = try? ProgrammeJSON.data(programme) else { return ["a programme is not written"] }
        var findings: [String] = []
        if isSoundToo, (try? ProgrammeJSON.programme(from: sound, named: "fuzz")) != programme {
            findings.append("programme")
        }
        let data = damaged(sound, &source)
        let (read, others) = readAgain(data, ProgrammeJSON.programme(from:named:), ProgrammeJSON.data)
        judge(read, instance)
        return findings + others
    }
    guard let sound = try? ProgrammeJSON.data(instance) else { return ["an instance is not written"] }
    var findings: [String] = []
    if isSoundToo, (try? ProgrammeJSON.instance(from: sound, named: "fuzz")) != instance {
        findings.append("instance")
    }
    let data = damaged(sound, &source)
    let (read, others) = readAgain(data, ProgrammeJSON.instance(from:named:), ProgrammeJSON.data)
    if let read { judge(programme, read) }
    return findings + others
}

/// What a file says, and what is wrong with it when it is written and read again.
private func readAgain<File: Equatable>(
    _ data: Data,
    _ read: (Data, String) throws -> File,
    _ write: (File) throws -> Data
) -> (File?, [String]) {
    guard let file = try? read(data, "fuzz") else { return (nil, []) }
    let again = (try? write(file)).flatMap { try? read($0, "fuzz") }
    return (file, again == file ? [] : ["a \(File.self) that was read is not written the same"])
}

private func judge(_ programme: ProgrammeFile?, _ instance: ProgrammeInstance) {
    if let problem = try? instance.problem() { _ = try? problem.validate() }
    let empty = ProblemDescription.programme([], of: instance, bound: 0)
    _ = ProgrammeChecker.check(programme ?? empty, against: instance)
}

private func damaged(_ data: Data, _ source: inout ByteSource) -> Data {
    var bytes = [UInt8](data)
    damage(&bytes, &source)
    return Data(bytes)
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
