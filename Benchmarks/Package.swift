// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "fairway-benchmarks",
    dependencies: [.package(name: "fairway", path: "..")],
    targets: [
        .executableTarget(
            name: "fairway-bench",
            dependencies: [.product(name: "Scheduling", package: "fairway")]
        )
    ],
    swiftLanguageModes: [.v6]
)
