/// Why a model's folder cannot be used.
package enum ModelError: Error, Equatable, CustomStringConvertible {
    case missing(folder: String)
    case unreadable(file: String, reason: String)
    case unknownFormat(Int, file: String)
    case tensor(String, expected: String)

    package var description: String {
        switch self {
        case .missing(let folder):
            "There is no model in \(folder). Maybe run scripts/install-model first?"
        case .unreadable(let file, let reason): "\(file) cannot be read: \(reason)"
        case .unknownFormat(let format, let file):
            "\(file) has format \(format), this version reads 1. Maybe run scripts/install-model again?"
        case .tensor(let name, let expected):
            "The model's \"\(name)\" is not \(expected). Maybe run scripts/install-model again?"
        }
    }
}
