import FairwayStore
import Foundation
import Meaning
import NIOCore

/// What of an error may stand in a log: its type and case, and the numbers that a system or a store gave; never a text that it
/// carries, which may be a name, an address or a row of a table.
enum ErrorKind {
    static func text(of error: any Error) -> String {
        // A model is the operator's own file: the log says which, and what to do.
        if let error = error as? ModelError { return error.description }
        let name = String(reflecting: type(of: error))
        let code: String? =
            switch error {
            case let error as IOError: "errno \(error.errnoCode)"
            case let error as POSIXError: "errno \(error.code.rawValue)"
            case let error as CocoaError: "\(error.code.rawValue)"
            case let error as URLError: "\(error.code.rawValue)"
            default: ExpoStore.failure(error) ?? enumCase(error)
            }
        return code.map { "\(name) \($0)" } ?? name
    }

    /// The name of an enumeration's case, with the number that it carries if it carries one alone.
    private static func enumCase(_ error: any Error) -> String? {
        let mirror = Mirror(reflecting: error)
        guard mirror.displayStyle == .enum else { return nil }
        if let child = mirror.children.first, let label = child.label {
            return label + ((child.value as? any FixedWidthInteger).map { " \($0)" } ?? "")
        }
        // A case without values describes itself by its name, unless a description of its own says otherwise.
        let name = "\(error)"
        return name.allSatisfy { $0.isLetter && $0.isASCII } ? name : nil
    }
}
