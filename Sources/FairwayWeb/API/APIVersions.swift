import HTTPTypes

/// Versions of what is read and changed: the hash of what is shown.
extension APIAnswer {
    /// With its ETag.
    init(versioned body: JSONValue) {
        self.init(body, headers: ["ETag": EntityTag(of: body).text])
    }

    /// With its ETag, or 304 when the reader has it already.
    init(versioned body: JSONValue, for request: APIRequest) {
        let version = EntityTag(of: body)
        if let known = request.text("If-None-Match"), version.isIn(known, weakly: true) {
            self.init(.null, status: .notModified, headers: ["ETag": version.text])
        } else {
            self.init(body, headers: ["ETag": version.text])
        }
    }
}

extension APIRequest {
    /// Whether a change was made for what is there now.
    func isCurrent(_ body: JSONValue) -> Bool {
        EntityTag(of: body).isIn(text("If-Match") ?? "", weakly: false)
    }
}
