import CVips
import ImageSamples
import Testing

@testable import Images

@Suite("Images that strangers send")
struct ImagePressTests {
    private static let sides = [1600, 480, 160]

    @Test("become JPEGs of the sizes asked for, in their own shape")
    func sizes() throws {
        let images = try ImagePress.press(SampleImage.png(2000, 1000), sides: Self.sides)
        #expect(images.map(\.width) == [1600, 480, 160])
        #expect(images.map(\.height) == [800, 240, 80])
        for image in images {
            #expect(ImageFormat(of: image.bytes) == .jpeg)
            #expect(image.bytes.suffix(2).elementsEqual([0xFF, 0xD9]))
        }
    }

    @Test("are never made larger")
    func small() throws {
        let images = try ImagePress.press(SampleImage.png(300, 200), sides: Self.sides)
        #expect(images.map(\.width) == [300, 300, 160])
    }

    @Test("of every kind keep their colours", arguments: ImageFormat.allCases)
    func colours(format: ImageFormat) throws {
        let png = SampleImage.png(120, 100)
        let bytes =
            switch format {
            case .png: png
            case .jpeg: try #require(ImagePress.press(png, sides: [120]).first).bytes
            case .webp: SampleImage.webp
            }
        #expect(ImageFormat(of: bytes) == format)
        let image = try #require(ImagePress.press(bytes, sides: [1600]).first)
        #expect((image.width, image.height) == (120, 100))
        let pixels = try Pixels(image)
        #expect(pixels.isNear(SampleImage.red, x: 20, y: 50))
        #expect(pixels.isNear(SampleImage.blue, x: 100, y: 50))
    }

    @Test("of a wide gamut come out in sRGB")
    func profile() throws {
        #expect(contains(SampleImage.wideColour, "ICC_PROFILE"))
        let image = try #require(ImagePress.press(SampleImage.wideColour, sides: [100]).first)
        #expect(try Pixels(image).isNear(SampleImage.red, x: 50, y: 50))
        #expect(!contains(image.bytes, "ICC_PROFILE"))
    }

    @Test("that are transparent stand on white")
    func transparent() throws {
        let image = try #require(
            ImagePress.press(SampleImage.png(200, 200, isTransparent: true), sides: [200]).first
        )
        let pixels = try Pixels(image)
        #expect(pixels.isNear(SampleImage.red, x: 20, y: 50))
        #expect(pixels.isNear([255, 255, 255], x: 180, y: 50))
    }

    @Test("are turned upright, and their notes are gone")
    func orientation() throws {
        let plain = try #require(ImagePress.press(SampleImage.png(400, 200), sides: [400]).first).bytes
        let note = "taken at 45.80 N 126.53 E"
        let sent = SampleImage.jpeg(plain, orientation: 6, note: note)
        #expect(contains(sent, note))
        let images = try ImagePress.press(sent, sides: [1600, 160])
        let image = try #require(images.first)
        // Turned by a quarter to the right: what was left is above.
        #expect((image.width, image.height) == (200, 400))
        let pixels = try Pixels(image)
        #expect(pixels.isNear(SampleImage.red, x: 100, y: 50))
        #expect(pixels.isNear(SampleImage.blue, x: 100, y: 350))
        for image in images {
            #expect(!contains(image.bytes, note))
            #expect(!contains(image.bytes, "Exif"))
        }
    }

    @Test("lose what is hidden behind them")
    func polyglot() throws {
        let script = "<script>alert(1)</script>"
        let image = try #require(
            ImagePress.press(SampleImage.png(200, 200) + Array(script.utf8), sides: [200]).first
        )
        #expect(!contains(image.bytes, script))
    }

    @Test("are the same for the same file")
    func deterministic() throws {
        let file = SampleImage.png(640, 480)
        #expect(try ImagePress.press(file, sides: Self.sides) == ImagePress.press(file, sides: Self.sides))
    }

    @Test(
        "are refused when they are something else",
        arguments: [
            "<svg xmlns='http://www.w3.org/2000/svg'/>", "GIF89a", "%PDF-1.7", "BM", "", "RIFF____AVI ",
        ]
    )
    func unknown(text: String) {
        #expect(throws: ImageFlaw.unknownFormat) { try ImagePress.press(Array(text.utf8), sides: Self.sides) }
    }

    @Test("are refused when they are too large or too small")
    func limits() {
        #expect(throws: ImageFlaw.tooManyPixels(width: 30000, height: 30000, most: ImagePress.mostPixels)) {
            try ImagePress.press(SampleImage.png(30000, 30000, rows: 1), sides: [160])
        }
        #expect(throws: ImageFlaw.tooSmall(width: 99, height: 400, least: 100)) {
            try ImagePress.press(SampleImage.png(99, 400), sides: [160])
        }
        let padded = SampleImage.png(200, 200) + [UInt8](repeating: 0, count: ImagePress.mostBytes)
        #expect(throws: ImageFlaw.tooManyBytes(most: ImagePress.mostBytes)) {
            try ImagePress.press(padded, sides: [160])
        }
    }

    @Test("are refused when they end early, wherever they are cut")
    func truncated() throws {
        let png = SampleImage.png(300, 300)
        let jpeg = try #require(ImagePress.press(png, sides: [300]).first).bytes
        for file in [png, jpeg, SampleImage.webp] {
            for tenth in 1...9 {
                let cut = Array(file.prefix(file.count * tenth / 10))
                #expect(throws: ImageFlaw.self) { try ImagePress.press(cut, sides: Self.sides) }
            }
        }
    }

    @Test("with any bytes changed give an image or a flaw, never a crash")
    func garbled() throws {
        var random = SeededRandom(seed: 5)
        let png = SampleImage.png(160, 120)
        let jpeg = try #require(ImagePress.press(png, sides: [160]).first).bytes
        for file in [png, jpeg, SampleImage.webp] {
            for _ in 0..<200 {
                var garbled = file
                for _ in 0..<Int.random(in: 1...8, using: &random) {
                    garbled[Int.random(in: garbled.indices, using: &random)] = .random(
                        in: 0...255,
                        using: &random
                    )
                }
                do {
                    let images = try ImagePress.press(garbled, sides: Self.sides)
                    #expect(images.allSatisfy { ImageFormat(of: $0.bytes) == .jpeg })
                } catch {
                    // Any flaw will do.
                }
            }
        }
    }

    private func contains(_ bytes: [UInt8], _ text: String) -> Bool {
        bytes.indices.contains { bytes[$0...].starts(with: text.utf8) }
    }
}

/// The pixels of a JPEG.
private struct Pixels {
    private let bytes: [UInt8]
    private let width: Int

    init(_ image: PressedImage) throws {
        width = image.width
        bytes = try image.bytes.withUnsafeBytes { file in
            let opened = try #require(fairway_vips_open(file.baseAddress, file.count))
            defer { g_object_unref(opened) }
            var length = 0
            let memory = try #require(vips_image_write_to_memory(opened, &length))
            defer { g_free(memory) }
            return Array(UnsafeRawBufferPointer(start: memory, count: length))
        }
    }

    /// Within what two passes through JPEG change.
    func isNear(_ colour: [UInt8], x: Int, y: Int) -> Bool {
        let start = 3 * (y * width + x)
        return zip(bytes[start..<start + 3], colour).allSatisfy { abs(Int($0) - Int($1)) <= 8 }
    }
}

/// SplitMix64.
private struct SeededRandom: RandomNumberGenerator {
    var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
