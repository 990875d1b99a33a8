import Images

/// A file that came with a request, of a kind that its content shows.
struct UploadedFile: Equatable, Sendable {
    enum Kind: Sendable {
        case table
        case image

        var mostBytes: Int {
            switch self {
            case .table: UploadedTable.mostBytes
            case .image: ImagePress.mostBytes
            }
        }

        var formats: String {
            switch self {
            case .table: "XLSX, CSV"
            case .image: "JPEG, PNG, WebP"
            }
        }

        /// What the API's description shows; no image can be shown there.
        var example: String {
            switch self {
            case .table: "code,name_en,economy,roles"
            case .image: "(the bytes of a file)"
            }
        }
    }

    var name: String
    var bytes: [UInt8]

    /// - Returns: nil when the content is of another kind.
    init?(_ kind: Kind, name: String, bytes: [UInt8]) {
        switch kind {
        case .table:
            guard let table = UploadedTable(name: name, bytes: bytes) else { return nil }
            (self.name, self.bytes) = (table.name, table.bytes)
        case .image:
            guard ImageFormat(of: bytes) != nil else { return nil }
            (self.name, self.bytes) = (name, bytes)
        }
    }
}
