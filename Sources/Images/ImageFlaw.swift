/// Why a file is no image that can be taken.
package enum ImageFlaw: Error, Equatable, Sendable, Codable {
    case tooManyBytes(most: Int)
    case unknownFormat
    case tooManyPixels(width: Int, height: Int, most: Int)
    case tooSmall(width: Int, height: Int, least: Int)
    /// Decoding it would take more than `most` bytes.
    case tooMuchMemory(most: Int)
    /// The decoder would have to go over it more often than `most` times.
    case tooManyPasses(most: Int)
    case animated
    /// It begins like an image and cannot be read to its end.
    case damaged
}
