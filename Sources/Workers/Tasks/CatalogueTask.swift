import FairwayCore
package import FairwayFormats
import Foundation

/// Makes every file of the public catalogue in one language.
package struct CatalogueTask: WorkerTask {
    package static let name = "catalogue"
    package static let limits = WorkerLimits(memory: 1 << 30, cpuSeconds: 60, wallSeconds: 120)

    package init() {}

    /// - Returns: the files in the order of `CatalogueFile.allCases`.
    package mutating func run(_ input: PublicCatalogue, report: (WorkerProgress) -> Void) throws -> NamedFiles
    {
        NamedFiles(try CatalogueFile.allCases.map { ($0.rawValue, try $0.bytes(of: input)) })
    }
}
