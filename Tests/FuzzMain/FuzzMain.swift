import Foundation
import FuzzHarnesses

/// What libFuzzer calls with each input; `FUZZ_TARGET` names the harness.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    harness.run(UnsafeRawBufferPointer(start: start, count: count))
    return 0
}

private let harness: FuzzHarness = {
    let environment = ProcessInfo.processInfo.environment
    let name = environment["FUZZ_TARGET"] ?? ""
    guard let harness = FuzzHarness.all.first(where: { $0.name == name }) else {
        FileHandle.standardError.write(
            Data("FUZZ_TARGET is one of \(FuzzHarness.all.map(\.name).joined(separator: ", "))\n".utf8)
        )
        exit(2)
    }
    if environment["FUZZ_LENGTH"] != nil {
        print(harness.maxLength)
        exit(0)
    }
    return harness
}()
