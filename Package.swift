// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// One setting for every target of ours: Swift 6 mode plus the upcoming rules that keep imports honest.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "fairway",
    products: [
        .library(name: "Scheduling", targets: ["Scheduling"]),
    ],
    dependencies: [
    ],
    targets: [
        .systemLibrary(name: "CCaDiCaL", providers: [.apt(["libcadical-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CIconv"),
        .systemLibrary(
            name: "CPangoCairo",
            pkgConfig: "pangocairo cairo-pdf",
            providers: [.apt(["libpango1.0-dev"])]
        ),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .target(name: "Scheduling", dependencies: ["CCaDiCaL"], swiftSettings: strict),
        .target(name: "FairwayCore", dependencies: ["Scheduling"], swiftSettings: strict),
        .target(
            name: "FairwayFormats",
            dependencies: ["FairwayCore", "CExpat", "CIconv", "CPangoCairo", "CXLSXWriter", "CZip"],
            swiftSettings: strict
        ),
        .testTarget(name: "FairwayCoreTests", dependencies: ["FairwayCore"], swiftSettings: strict),
        .testTarget(name: "FairwayFormatsTests", dependencies: ["FairwayFormats"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)

// The documentation plug-in slows every build, so it is there only for `make docs`.
if ProcessInfo.processInfo.environment["FAIRWAY_DOCS"] != nil {
    package.dependencies.append(.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0"))
}
