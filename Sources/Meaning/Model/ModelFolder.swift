import Foundation

/// A model on disk: `manifest.json` with its name and the place of each tensor in `weights.bin` (little-endian).
struct ModelFolder {
    struct Manifest: Codable {
        struct Tensor: Codable {
            var name: String
            var type: String
            var shape: [Int]
            /// Bytes from the start of the file.
            var offset: Int
        }

        var format: Int
        var name: String
        var version: String
        var dimension: Int
        var tensors: [Tensor]
    }

    let manifest: Manifest
    let weights: MappedFile

    init(path: String) throws(ModelError) {
        let file = path + "/manifest.json"
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: file)) else {
            throw .missing(folder: path)
        }
        do {
            manifest = try JSONDecoder().decode(Manifest.self, from: data)
        } catch {
            throw .unreadable(file: file, reason: "It is not the manifest of a model.")
        }
        guard manifest.format == 1 else { throw .unknownFormat(manifest.format, file: file) }
        weights = try MappedFile(path: path + "/weights.bin")
    }

    /// A tensor of single-precision numbers of exactly this shape.
    func numbers(_ name: String, _ shape: [Int]) throws(ModelError) -> [Float] {
        let bytes = try bytes(name, type: "f32", shape: shape, size: MemoryLayout<Float>.size)
        return [Float](unsafeUninitializedCapacity: shape.reduce(1, *)) { buffer, count in
            UnsafeMutableRawBufferPointer(buffer).copyMemory(from: bytes)
            count = buffer.count
        }
    }

    /// A list of 32-bit numbers of any length.
    func words(_ name: String) throws(ModelError) -> [UInt32] {
        let count = try length(name)
        let bytes = try bytes(name, type: "u32", shape: [count], size: MemoryLayout<UInt32>.size)
        return [UInt32](unsafeUninitializedCapacity: count) { buffer, filled in
            UnsafeMutableRawBufferPointer(buffer).copyMemory(from: bytes)
            filled = count
        }
    }

    /// A list of bytes of any length.
    func bytes(_ name: String) throws(ModelError) -> [UInt8] {
        [UInt8](try bytes(name, type: "u8", shape: [try length(name)], size: 1))
    }

    /// The number of rows of a tensor, or of entries of a list.
    func length(_ name: String) throws(ModelError) -> Int {
        guard let length = tensor(name)?.shape.first else { throw .tensor(name, expected: "there") }
        return length
    }

    /// The bytes of a tensor where they lie in the file; valid as long as `weights` lives.
    func bytes(
        _ name: String,
        type: String,
        shape: [Int],
        size: Int
    ) throws(ModelError) -> UnsafeRawBufferPointer {
        let expected = ModelError.tensor(name, expected: "\(type) of shape \(shape)")
        guard let tensor = tensor(name), tensor.type == type, tensor.shape == shape,
            shape.allSatisfy({ (0...Int(Int32.max)).contains($0) })
        else { throw expected }
        let (count, isTooLarge) = shape.reduce((size, false)) { sum, next in
            let (product, overflow) = sum.0.multipliedReportingOverflow(by: next)
            return (product, sum.1 || overflow)
        }
        guard !isTooLarge, tensor.offset >= 0, tensor.offset <= weights.bytes.count,
            count <= weights.bytes.count - tensor.offset
        else { throw expected }
        return UnsafeRawBufferPointer(rebasing: weights.bytes[tensor.offset..<tensor.offset + count])
    }

    private func tensor(_ name: String) -> Manifest.Tensor? {
        manifest.tensors.first { $0.name == name }
    }
}
