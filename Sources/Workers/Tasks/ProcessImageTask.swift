package import Foundation
package import Images

/// Makes images of our own of a picture that somebody sent.
package struct ProcessImageTask: WorkerTask {
    package struct Input: Codable, Sendable, CarriesBytes {
        /// Pixels of the longer side of each image to make.
        package var sides: [Int]
        package var blobs: [Data] = []

        package init(file: Data, sides: [Int]) {
            self.sides = sides
            blobs = [file]
        }

        private enum CodingKeys: CodingKey {
            case sides
        }
    }

    package struct Output: Codable, Sendable, CarriesBytes {
        package struct Size: Codable, Equatable, Sendable {
            package var width: Int
            package var height: Int
        }

        /// Nil when the images were made.
        package var flaw: ImageFlaw?
        package var sizes: [Size] = []
        /// One JPEG for each side.
        package var blobs: [Data] = []

        private enum CodingKeys: CodingKey {
            case flaw, sizes
        }
    }

    package static let name = "process-image"
    package static let limits = WorkerLimits(memory: 640 << 20, cpuSeconds: 20, wallSeconds: 60)

    package init() {}

    package mutating func run(_ input: Input, report: (WorkerProgress) -> Void) throws -> Output {
        do {
            let images = try ImagePress.press([UInt8](input.blobs.first ?? Data()), sides: input.sides)
            return Output(
                sizes: images.map { .init(width: $0.width, height: $0.height) },
                blobs: images.map { Data($0.bytes) }
            )
        } catch {
            return Output(flaw: error)
        }
    }
}
