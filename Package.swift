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
        .executable(name: "fairway", targets: ["fairway"]),
        .library(name: "Scheduling", targets: ["Scheduling"]),
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        .systemLibrary(name: "CCaDiCaL", providers: [.apt(["libcadical-dev"])]),
        .systemLibrary(name: "CClp", pkgConfig: "clp", providers: [.apt(["coinor-libclp-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
        .systemLibrary(name: "CIconv"),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "COpenCC", providers: [.apt(["libopencc-dev"])]),
        .systemLibrary(
            name: "CPangoCairo",
            pkgConfig: "pangocairo cairo-pdf",
            providers: [.apt(["libpango1.0-dev"])]
        ),
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
        .systemLibrary(
            name: "CXLSXWriter",
            pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"])]
        ),
        .systemLibrary(name: "CVips", pkgConfig: "vips", providers: [.apt(["libvips-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        // Own C: the vector units of the processor are out of Swift's reach without unsafe flags.
        .target(name: "CVectorMath"),
        // Own C: a call with variable arguments, which Swift cannot make.
        .target(name: "CProcess"),
        .target(name: "Meaning", dependencies: ["CVectorMath"], swiftSettings: strict),
        .target(name: "Scheduling", dependencies: ["CCaDiCaL", "CClp"], swiftSettings: strict),
        .target(
            name: "TextAnalysis",
            dependencies: ["CICU", "COpenCC", "CStemmer"],
            swiftSettings: strict
        ),
        .target(
            name: "Nomenclature",
            dependencies: ["TextAnalysis"],
            resources: [.copy("Resources")],
            swiftSettings: strict
        ),
        .target(name: "FairwayCore", dependencies: ["Scheduling", "TextAnalysis"], swiftSettings: strict),
        .target(name: "PrivateFiles", dependencies: ["FairwayCore"], swiftSettings: strict),
        .target(name: "Images", dependencies: ["CVips", "FairwayCore"], swiftSettings: strict),
        .target(
            name: "FairwayFormats",
            dependencies: [
                "FairwayCore", "PrivateFiles", "TextAnalysis", "CExpat", "CIconv", "CPangoCairo",
                "CXLSXWriter",
                "CZip",
            ],
            swiftSettings: strict
        ),
        // Work that may die: in processes of its own, without the store.
        .target(
            name: "Workers",
            dependencies: [
                "CProcess", "FairwayCore", "FairwayFormats", "Images", "PrivateFiles", "Scheduling",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict
        ),
        // The only words a repository speaks to a database.
        .target(name: "StoreSQL", swiftSettings: strict),
        // The only target that knows GRDB.
        .target(
            name: "StoreSQLite",
            dependencies: [
                "PrivateFiles", "StoreSQL", "TextAnalysis",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            resources: [
                .embedInCode("Migrations/tables-19.sql"), .embedInCode("Migrations/triggers-19.sql"),
                .embedInCode("Migrations/tables-20.sql"), .embedInCode("Migrations/keep-21.sql"),
                .embedInCode("Migrations/tables-21.sql"), .embedInCode("Migrations/refill-21.sql"),
                .embedInCode("Migrations/triggers-21.sql"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "FairwayStore",
            dependencies: [
                "FairwayCore", "Meaning", "PrivateFiles", "StoreSQL", "TextAnalysis",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "FairwayWeb",
            dependencies: [
                "CZlib", "FairwayCore", "FairwayFormats", "FairwayStore", "Images", "Meaning",
                "PrivateFiles", "StoreSQL", "TextAnalysis", "Workers",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            resources: [.copy("Resources")],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "fairway",
            dependencies: [
                "CMalloc", "FairwayCore", "FairwayFormats", "FairwayStore", "FairwayWeb", "Meaning",
                "Nomenclature", "PrivateFiles", "Scheduling", "StoreSQL", "StoreSQLite", "TextAnalysis",
                "Workers",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "MeaningTests",
            dependencies: ["Meaning"],
            exclude: ["Golden"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ImagesTests",
            dependencies: ["CVips", "FairwayCore", "ImageSamples", "Images"],
            swiftSettings: strict
        ),
        .target(name: "TableSamples", path: "Tests/TableSamples", swiftSettings: strict),
        // Own C: SQLite takes a file system as C functions. It is for tests alone.
        .target(name: "PowerCutVFS", path: "Tests/PowerCutVFS", linkerSettings: [.linkedLibrary("sqlite3")]),
        // Own C: what another program does to a store's file. It is for tests alone.
        .target(name: "PlainSQLite", path: "Tests/PlainSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
        .testTarget(name: "PrivateFilesTests", dependencies: ["PrivateFiles"], swiftSettings: strict),
        .target(name: "ImageSamples", path: "Tests/ImageSamples", swiftSettings: strict),
        .target(name: "StatementLog", path: "Tests/StatementLog", swiftSettings: strict),
        .target(name: "PropertyRuns", path: "Tests/PropertyRuns", swiftSettings: strict),
        .testTarget(
            name: "SchedulingTests",
            dependencies: ["FuzzHarnesses", "PropertyRuns", "Scheduling"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "NomenclatureTests",
            dependencies: ["FairwayCore", "Meaning", "Nomenclature", "TextAnalysis"],
            exclude: ["Data"],
            swiftSettings: strict
        ),
        .testTarget(name: "TextAnalysisTests", dependencies: ["TextAnalysis"], swiftSettings: strict),
        .testTarget(
            name: "FairwayCoreTests",
            dependencies: ["FairwayCore", "PropertyRuns", "Scheduling"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "FairwayFormatsTests",
            dependencies: ["FairwayCore", "FairwayFormats", "TableSamples", "TextAnalysis"],
            exclude: ["Golden"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "FairwayStoreTests",
            dependencies: [
                "FairwayStore", "Meaning", "PlainSQLite", "PowerCutVFS", "PrivateFiles", "StatementLog",
                "StoreSQL", "StoreSQLite", "TextAnalysis",
            ],
            exclude: ["Schema/version-19.sqlite", "Schema/version-20.sqlite"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "FairwayWebTests",
            dependencies: [
                "fairway", "FairwayCore", "FairwayFormats", "FairwayStore", "FairwayWeb", "ImageSamples",
                "Images", "Meaning", "PowerCutVFS", "StatementLog", "StoreSQL", "Workers",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "FuzzHarnesses",
            dependencies: [
                "FairwayCore", "FairwayFormats", "FairwayStore", "FairwayWeb", "Images", "Scheduling",
                "TableSamples", "TextAnalysis",
            ],
            path: "Tests/FuzzHarnesses",
            exclude: ["Corpora", "make-corpora"],
            swiftSettings: strict
        ),
        .testTarget(name: "FuzzTests", dependencies: ["FuzzHarnesses"], swiftSettings: strict),
        .testTarget(
            name: "WorkersTests",
            dependencies: [
                "fairway", "FairwayCore", "ImageSamples", "Images", "Scheduling", "TableSamples", "TrapTasks",
                "TrapWorker", "Workers",
            ],
            swiftSettings: strict
        ),
        // A program whose workers die, to test how the pool lives with it.
        .target(name: "TrapTasks", dependencies: ["Workers"], path: "Tests/TrapTasks", swiftSettings: strict),
        .executableTarget(
            name: "TrapWorker",
            dependencies: ["TrapTasks", "Workers"],
            path: "Tests/TrapWorker",
            swiftSettings: strict
        ),
        .testTarget(
            name: "FairwayCommandTests",
            dependencies: [
                "fairway", "FairwayStore", "FairwayFormats", "Nomenclature", "PrivateFiles", "StoreSQL",
            ],
            swiftSettings: strict
        ),
    ],
    swiftLanguageModes: [.v6]
)

// The program of `make fuzz` has no main of its own: libFuzzer brings it.
if ProcessInfo.processInfo.environment["FAIRWAY_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "fairway-fuzz",
            dependencies: ["FuzzHarnesses"],
            path: "Tests/FuzzMain",
            swiftSettings: strict
        )
    )
    package.products.append(.executable(name: "fairway-fuzz", targets: ["fairway-fuzz"]))
}

// The documentation plug-in slows every build, so it is there only for `make docs`.
if ProcessInfo.processInfo.environment["FAIRWAY_DOCS"] != nil {
    package.dependencies.append(
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0")
    )
}
