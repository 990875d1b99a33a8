/// Why the names of economies and regions cannot be read.
package enum GeographyError: Error, Equatable, CustomStringConvertible {
    /// The file is not there; it comes with this Debian package.
    case missing(path: String, package: String)
    /// The file is there, but it is not what the package ships.
    case damaged(path: String, package: String, detail: String)

    package var description: String {
        switch self {
        case .missing(let path, let package):
            "\(path) is missing. Install the Debian package \(package): sudo apt-get install \(package)"
        case .damaged(let path, let package, let detail):
            "\(path) cannot be read (\(detail)). "
                + "Install the Debian package \(package) again: sudo apt-get install --reinstall \(package)"
        }
    }
}
