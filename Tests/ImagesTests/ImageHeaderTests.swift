import ImageSamples
import Testing

@testable import Images

@Suite("What images say of themselves")
struct ImageHeaderTests {
    @Test("is what the decoder finds", arguments: ImageFormat.allCases)
    func size(format: ImageFormat) throws {
        let png = SampleImage.png(120, 100)
        let bytes =
            switch format {
            case .png: png
            case .jpeg: try #require(ImagePress.press(png, sides: [120]).first).bytes
            case .webp: SampleImage.webp
            }
        let header = try ImageHeader(bytes)
        #expect(header.format == format)
        #expect((header.width, header.height) == (120, 100))
        #expect(header.frames == 1)
    }

    @Test("tells that our own JPEGs come in several scans")
    func passes() throws {
        let jpeg = try #require(ImagePress.press(SampleImage.png(200, 200), sides: [200]).first).bytes
        let header = try ImageHeader(jpeg)
        #expect(header.passes > 3 && header.bufferBytes > 0)
    }

    private static let photographs: [[UInt8]] = [
        HeaderFile.jpeg(8192, 6144),
        HeaderFile.jpeg(8160, 6120, marker: 0xC2, scans: 10),
        HeaderFile.jpeg(6144, 8192, marker: 0xC2, factors: [0x21, 0x11, 0x11], scans: 10),
        HeaderFile.png(8192, 6144),
        HeaderFile.png(8192, 6144, colour: 6),
        HeaderFile.png(8192, 6144, interlace: 1),
    ]

    @Test("lets a photograph of a 50-megapixel camera pass", arguments: photographs)
    func large(bytes: [UInt8]) throws {
        let header = try ImagePress.check(bytes)
        #expect(header.width * header.height > 49_000_000)
    }

    private static let gluttons: [[UInt8]] = [
        HeaderFile.png(8192, 6144, depth: 16, colour: 6, interlace: 1),
        HeaderFile.png(8192, 6144, depth: 16),
        HeaderFile.png(8192, 6144, colour: 6, interlace: 1),
        HeaderFile.jpeg(8192, 6144, marker: 0xC2, factors: [0x11, 0x11, 0x11]),
        HeaderFile.webp([HeaderFile.lossless(8192, 6144)]),
        // Taken by the count of its points, and out of memory when decoded: "damaged", it was said.
        HeaderFile.webp([HeaderFile.lossy(6400, 6400)]),
    ]

    @Test("is enough to refuse what takes too much memory, before anything is decoded", arguments: gluttons)
    func memory(bytes: [UInt8]) {
        #expect(throws: ImageFlaw.tooMuchMemory(most: ImagePress.maxMemory)) {
            try ImagePress.press(bytes, sides: [160])
        }
    }

    @Test("lets a WebP of 32 megapixels pass, with loss and without")
    func largeWebP() throws {
        for frame in [HeaderFile.lossy(5700, 5700), HeaderFile.lossless(5700, 5700)] {
            #expect(try ImagePress.check(HeaderFile.webp([frame])).width == 5700)
        }
    }

    @Test("shows a JPEG whose scans never end")
    func scans() {
        let many = HeaderFile.jpeg(4000, 3000, marker: 0xC2, scans: 500)
        #expect(throws: ImageFlaw.tooManyPasses(most: 64)) { try ImagePress.press(many, sides: [160]) }
    }

    @Test("shows an animation")
    func animation() {
        let frame = (name: "ANMF", bytes: [UInt8](repeating: 0, count: 24))
        let file = HeaderFile.webp([HeaderFile.canvas(200, 200, flags: 2), frame, frame, frame])
        #expect(throws: ImageFlaw.animated) { try ImagePress.press(file, sides: [160]) }
    }

    @Test("counts the larger where a WebP says two sizes")
    func twoSizes() {
        let file = HeaderFile.webp([HeaderFile.canvas(16_000, 16_000), HeaderFile.lossless(120, 100)])
        let tooLarge = ImageFlaw.tooManyPixels(width: 16_000, height: 16_000, most: ImagePress.mostPixels)
        #expect(throws: tooLarge) { try ImagePress.press(file, sides: [160]) }
    }

    private static let nonsense: [[UInt8]] = [
        HeaderFile.png(120, 100, depth: 3), HeaderFile.png(120, 100, colour: 5),
        HeaderFile.png(120, 100, interlace: 2), HeaderFile.png(0, 100), HeaderFile.png(0xFFFF_FFFF, 1),
        // A chunk that promises four gigabytes of text in a file of 41 bytes.
        HeaderFile.png(120, 100).dropLast(12) + [0xFF, 0xFF, 0xFF, 0xFF] + Array("tEXt".utf8),
        HeaderFile.png(120, 100).dropLast(12), HeaderFile.jpeg(0, 100),
        HeaderFile.jpeg(120, 100, marker: 0xC3),
        HeaderFile.jpeg(120, 100, factors: [0x22, 0x00, 0x11]),
        HeaderFile.jpeg(120, 100, factors: [0x22, 0x11]),
        HeaderFile.jpeg(120, 100).dropLast(2) + HeaderFile.jpeg(9000, 9000).dropFirst(2), [0xFF, 0xD8, 0xFF],
        HeaderFile.webp([]), HeaderFile.webp([(name: "VP8 ", bytes: [0])]),
        Array("RIFF____WEBPVP8X".utf8) + [0xFF, 0xFF, 0xFF, 0xFF],
    ]

    @Test("is refused where it says what cannot be", arguments: nonsense)
    func impossible(bytes: [UInt8]) {
        #expect(throws: ImageFlaw.damaged) { try ImagePress.press(bytes, sides: [160]) }
    }
}
