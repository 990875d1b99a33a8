import Foundation

/// The files of `iso-codes` and `unicode-cldr-core` by their meaning, whose absence names the package to install.
struct GeographyFiles {
    struct Entry: Equatable {
        var code: String
        var name: String
        var commonName: String?
    }

    var isoCodes: String
    var cldr: String
    var locale: String

    func economyEntries() throws -> [Entry] {
        let path = isoCodes + "/iso_3166-1.json"
        let file: EconomyFile = try decode(path)
        return file.economies.map { Entry(code: $0.code, name: $0.name, commonName: $0.commonName) }
    }

    func regionEntries() throws -> [Entry] {
        let path = isoCodes + "/iso_3166-2.json"
        let file: RegionFile = try decode(path)
        return file.regions.map { Entry(code: $0.code, name: $0.name, commonName: nil) }
    }

    /// The translations of a domain; empty when the catalogue is not installed.
    func translations(locale language: String, domain: String) throws -> MessageCatalogue {
        let path = "\(locale)/\(language)/LC_MESSAGES/\(domain).mo"
        guard FileManager.default.fileExists(atPath: path) else { return MessageCatalogue() }
        do {
            return try MessageCatalogue(try bytes(of: path, package: .isoCodes))
        } catch let error as MessageCatalogue.ParseError {
            throw GeographyError.damaged(path: path, package: Package.isoCodes.rawValue, detail: "\(error)")
        }
    }

    func cldrNames(_ name: String, element: String) throws -> CLDRNames {
        let path = "\(cldr)/\(name)"
        do {
            return try CLDRNames(try bytes(of: path, package: .cldr), element: element)
        } catch let error as CLDRNames.ParseError {
            let detail = "line \(error.line): \(error.message)"
            throw GeographyError.damaged(path: path, package: Package.cldr.rawValue, detail: detail)
        }
    }

    private enum Package: String {
        case isoCodes = "iso-codes"
        case cldr = "unicode-cldr-core"
    }

    private func decode<File: Decodable>(_ path: String) throws -> File {
        let data = Data(try bytes(of: path, package: .isoCodes))
        do {
            return try JSONDecoder().decode(File.self, from: data)
        } catch let error as DecodingError {
            throw GeographyError.damaged(path: path, package: Package.isoCodes.rawValue, detail: "\(error)")
        }
    }

    private func bytes(of path: String, package: Package) throws -> [UInt8] {
        guard FileManager.default.fileExists(atPath: path) else {
            throw GeographyError.missing(path: path, package: package.rawValue)
        }
        return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    }
}

private struct EconomyFile: Decodable {
    struct Record: Decodable {
        var code: String
        var name: String
        var commonName: String?

        enum CodingKeys: String, CodingKey {
            case code = "alpha_2"
            case name
            case commonName = "common_name"
        }
    }

    var economies: [Record]

    enum CodingKeys: String, CodingKey {
        case economies = "3166-1"
    }
}

private struct RegionFile: Decodable {
    struct Record: Decodable {
        var code: String
        var name: String
    }

    var regions: [Record]

    enum CodingKeys: String, CodingKey {
        case regions = "3166-2"
    }
}
