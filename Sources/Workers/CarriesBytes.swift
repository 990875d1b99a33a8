package import Foundation

/// A value with files or vectors in it: they travel as they are, beside the JSON of the rest, which must leave them out.
package protocol CarriesBytes {
    var blobs: [Data] { get set }
}
