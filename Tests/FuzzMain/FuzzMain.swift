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
    let harness = FuzzHarness.all.first { $0.name == environment["FUZZ_TARGET"] }
    // `_exit`, since libFuzzer takes any other end for a finding.
    guard let harness, environment["FUZZ_LIST"] == nil else {
        for harness in FuzzHarness.all {
            FileHandle.standardOutput.write(Data("\(harness.name) \(harness.maxLength)\n".utf8))
        }
        _exit(0)
    }
    return harness
}()
