package import FairwayCore
import Foundation
package import Meaning

/// Which model gives texts their vectors: a service on the network if one is set, else the model in a folder, else none.
package enum MeaningSettings: Sendable {
    case endpoint(EmbeddingEndpoint.Settings)
    case folder(String)

    /// Where `scripts/install-model` puts the model.
    package static let defaultFolder = "data/model"

    /// From `FAIRWAY_EMBEDDINGS_URL`, `…_MODEL` and `…_KEY`, else from the folder given, else from `FAIRWAY_MODEL`.
    /// - Throws: `EmbeddingEndpointError`
    package init(folder: String?, environment: [String: String]) throws {
        guard folder == nil, let address = environment["FAIRWAY_EMBEDDINGS_URL"], !address.isEmpty else {
            self = .folder(folder ?? environment["FAIRWAY_MODEL"] ?? Self.defaultFolder)
            return
        }
        let url = URL(string: address)
        guard let url, ["http", "https"].contains(url.scheme), url.host?.isEmpty == false else {
            throw EmbeddingEndpointError.badAddress(address)
        }
        guard let model = environment["FAIRWAY_EMBEDDINGS_MODEL"], !model.isEmpty else {
            throw EmbeddingEndpointError.noModel
        }
        let key = environment["FAIRWAY_EMBEDDINGS_KEY"].flatMap { $0.isEmpty ? nil : $0 }
        self = .endpoint(EmbeddingEndpoint.Settings(baseURL: url, model: model, key: key))
    }

    /// Opens the model.
    /// - Throws: `ModelError` or `EmbeddingEndpointError`
    package func open() async throws -> any VectorSource {
        switch self {
        case .endpoint(let settings): CaseFolded(try await EmbeddingEndpoint.connect(settings))
        case .folder(let path): CaseFolded(try SentenceEncoder(folder: path))
        }
    }
}

extension ModelError: WordedError {
    package func words(in language: Language) -> String {
        switch self {
        case .missing(let folder):
            language.pick(
                zh: "\(folder) 中没有语义模型。请运行 scripts/install-model。",
                ru: "В \(folder) нет модели смысла. Выполните scripts/install-model.",
                en: description
            )
        case .unreadable(let file, let reason):
            language.pick(
                zh: "无法读取 \(file)：\(reason)",
                ru: "Не удаётся прочитать \(file): \(reason)",
                en: description
            )
        case .unknownFormat(let format, let file):
            language.pick(
                zh: "\(file) 的格式为 \(format)，本版本只能读取 1。请重新运行 scripts/install-model。",
                ru:
                    "Формат \(file) — \(format), эта версия читает 1. Выполните scripts/install-model ещё раз.",
                en: description
            )
        case .tensor(let name, _):
            language.pick(
                zh: "模型中的“\(name)”不完整。请重新运行 scripts/install-model。",
                ru: "Часть модели «\(name)» не такая, как нужно. Выполните scripts/install-model ещё раз.",
                en: description
            )
        }
    }
}
