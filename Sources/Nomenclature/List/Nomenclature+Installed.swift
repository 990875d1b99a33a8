import Glibc

extension Nomenclature {
    /// The table beside the program, where the build puts it.
    package static var installedPath: String { installed("hs2022.tsv") }

    /// What was learnt from the table's texts about their vectors, to tell headings by meaning.
    package static var installedWeightsPath: String { installed("hs2022.weights") }

    private static func installed(_ file: String) -> String {
        var path = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        let length = readlink("/proc/self/exe", &path, Int(PATH_MAX))
        let program =
            length > 0 ? path[..<length].map { UInt8(bitPattern: $0) } : Array(CommandLine.arguments[0].utf8)
        let folder = program.lastIndex(of: UInt8(ascii: "/")).map { program[..<$0] } ?? [UInt8(ascii: ".")]
        return String(decoding: folder, as: UTF8.self)
            + "/fairway_Nomenclature.resources/Resources/" + file
    }

    /// Reads Fairway's own table; the only place in this target that reads a file.
    /// - Throws: `NomenclatureError`, `missing` with the path when there is no such file.
    package static func installed(at path: String = Nomenclature.installedPath) throws(NomenclatureError)
        -> Nomenclature
    {
        guard let file = fopen(path, "r") else { throw .missing(path) }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        var count = fread(&chunk, 1, chunk.count, file)
        while count > 0 {
            bytes += chunk[..<count]
            count = fread(&chunk, 1, chunk.count, file)
        }
        return try Nomenclature(tsv: String(decoding: bytes, as: UTF8.self))
    }
}
