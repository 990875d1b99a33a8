package import FairwayCore
import Foundation

/// What is asked of an embeddings service.
struct EmbeddingQuestion: Encodable {
    var model: String
    var input: [String]
    var encodingFormat: String

    enum CodingKeys: String, CodingKey {
        case model, input
        case encodingFormat = "encoding_format"
    }
}

/// What it answers.
struct EmbeddingAnswer: Decodable {
    struct Entry: Decodable {
        var index: Int
        var embedding: [Float]
    }

    private struct Complaint: Decodable {
        struct Detail: Decodable { var message: String }
        var error: Detail
    }

    var model: String?
    var data: [Entry]

    init(_ data: Data) throws(EmbeddingEndpointError) {
        do {
            self = try JSONDecoder().decode(EmbeddingAnswer.self, from: data)
        } catch {
            throw .answer("no list of embeddings")
        }
    }

    /// The vectors in the order of the question, each of length 1.
    func vectors(count: Int) throws(EmbeddingEndpointError) -> [[Float]] {
        let entries = data.sorted { $0.index < $1.index }
        guard entries.map(\.index) == Array(0..<count) else {
            throw .answer("\(data.count) embeddings for \(count) texts")
        }
        var vectors: [[Float]] = []
        for entry in entries {
            let square = entry.embedding.reduce(0) { $0 + $1 * $1 }
            guard square > 0, square.isFinite else { throw .answer("an embedding without direction") }
            vectors.append(entry.embedding.map { $0 / square.squareRoot() })
        }
        return vectors
    }

    /// Why a service refused, in its own words, shortened.
    static func complaint(_ data: Data) -> String {
        let said = (try? JSONDecoder().decode(Complaint.self, from: data))?.error.message
        return String((said ?? String(decoding: data.prefix(200), as: UTF8.self)).prefix(200))
    }
}

/// Why an embeddings service gave no vectors.
package enum EmbeddingEndpointError: WordedError, Equatable {
    case badAddress(String)
    case noModel
    case unreachable(String)
    case status(Int, String)
    case answer(String)

    package func words(in language: Language) -> String {
        switch self {
        case .badAddress(let address):
            language.pick(
                zh: "向量服务地址“\(address)”无效，应类似 https://example.org/v1。",
                ru: "Адрес службы векторов «\(address)» неверен; нужен, например, https://example.org/v1.",
                en:
                    "The address of the embeddings service “\(address)” is not valid. Maybe https://example.org/v1?"
            )
        case .noModel:
            language.pick(
                zh: "未设置向量模型名称：请设置 FAIRWAY_EMBEDDINGS_MODEL。",
                ru: "Не указано имя модели векторов: задайте FAIRWAY_EMBEDDINGS_MODEL.",
                en: "The embeddings model has no name: set FAIRWAY_EMBEDDINGS_MODEL."
            )
        case .unreachable(let reason):
            language.pick(
                zh: "无法连接向量服务：\(reason)",
                ru: "Служба векторов недоступна: \(reason)",
                en: "The embeddings service cannot be reached: \(reason)"
            )
        case .status(let status, let said):
            language.pick(
                zh: "向量服务返回 \(status)：\(said)",
                ru: "Служба векторов ответила \(status): \(said)",
                en: "The embeddings service answered \(status): \(said)"
            )
        case .answer(let what):
            language.pick(
                zh: "无法理解向量服务的回答：\(what)",
                ru: "Ответ службы векторов непонятен: \(what)",
                en: "The answer of the embeddings service makes no sense: \(what)"
            )
        }
    }
}
