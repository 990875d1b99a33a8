package import FairwayCore
package import Foundation

/// Proposes partners: for the whole expo, and then for one changed profile after the other without weighing all others anew.
package struct MatchTask: WorkerTask {
    package enum Input: CarriesLists, CarriesBytes {
        case whole(ExpoData, perEnterprise: Int, GoodsBytes?)
        case changed(Enterprise, [Product], [Demand], GoodsBytes?)

        package static var lists: [CarriedList<Input>] { CarriedList.ofExpo(\.data) }

        /// The whole expo; that of one changed profile is empty.
        private var data: ExpoData {
            get {
                guard case .whole(let data, _, _) = self else { return ExpoData() }
                return data
            }
            set {
                guard case .whole(_, let perEnterprise, let goods) = self else { return }
                self = .whole(newValue, perEnterprise: perEnterprise, goods)
            }
        }

        package var blobs: [Data] {
            get { goods?.blobs ?? [] }
            set { if goods != nil { goods?.blobs = newValue } }
        }

        private var goods: GoodsBytes? {
            get {
                switch self {
                case .whole(_, _, let goods), .changed(_, _, _, let goods): goods
                }
            }
            set {
                switch self {
                case .whole(let data, let perEnterprise, _):
                    self = .whole(data, perEnterprise: perEnterprise, newValue)
                case .changed(let enterprise, let products, let demands, _):
                    self = .changed(enterprise, products, demands, newValue)
                }
            }
        }

        package static func one(
            _ enterprise: Enterprise,
            _ products: [Product],
            _ demands: [Demand],
            _ goods: GoodsVectors?
        ) -> Input {
            .changed(enterprise, products, demands, goods.map { GoodsBytes($0) })
        }

        /// - Parameter data: The expo; what no match depends on is left out here.
        package static func all(_ data: ExpoData, perEnterprise: Int, _ goods: GoodsBytes?) -> Input {
            var less = ExpoData(expo: data.expo)
            less.enterprises = data.enterprises
            less.products = data.products
            // The longest texts, which no reason mentions.
            for place in less.enterprises.indices { less.enterprises[place].about = LocalizedText() }
            for place in less.products.indices { less.products[place].about = LocalizedText() }
            less.demands = data.demands
            less.interpreters = data.interpreters
            less.agencies = data.agencies
            less.delegations = data.delegations
            less.economies = data.economies
            less.regions = data.regions
            return .whole(less, perEnterprise: perEnterprise, goods)
        }
    }

    package enum Output: CarriesLists {
        case all([Match])
        /// Nil when only a whole run does justice to the change.
        case change(MatchBoard.Change?)

        package static var lists: [CarriedList<Output>] { [CarriedList(\.matches)] }

        private var matches: [Match] {
            get {
                guard case .all(let matches) = self else { return [] }
                return matches
            }
            set { if case .all = self { self = .all(newValue) } }
        }
    }

    package static let name = "match"
    package static let limits = WorkerLimits(
        memory: 1 << 30,
        cpuSeconds: 240,
        wallSeconds: 240,
        isLong: true
    )

    private var board: MatchBoard?
    private var goods: GoodsVectors?

    package init() {}

    package mutating func run(_ input: Input, report: (WorkerProgress) -> Void) throws -> Output {
        switch input {
        case .whole(let data, let perEnterprise, let bytes):
            goods = try bytes?.vectors()
            let board = MatchBoard(data, perEnterprise: perEnterprise, affinity: try goods?.affinity())
            self.board = board
            return .all(board.matches)
        case .changed(let enterprise, let products, let demands, let bytes):
            guard board != nil, (bytes == nil) == (goods == nil) else { return .change(nil) }
            let own = try bytes?.vectors()
            let links = try own.flatMap {
                try goods?.replace(products: $0.products, demands: $0.demands)
            }
            return .change(
                board?.replace(enterprise, products: products, demands: demands, links: links ?? [])
            )
        }
    }
}

/// Vectors on their way to a worker.
package struct GoodsBytes: Codable, Sendable, CarriesBytes {
    private let scale: MeaningScale
    private let dimension: Int
    private var products: [Product.ID] = []
    private var demands: [Demand.ID] = []
    /// Of the products, then of the demands.
    package var blobs: [Data] = []

    private enum CodingKeys: CodingKey {
        case scale, dimension, products, demands
    }

    /// No vectors yet.
    package init(scale: MeaningScale, dimension: Int) {
        self.scale = scale
        self.dimension = dimension
        blobs = [Data(), Data()]
    }

    package mutating func append(_ vector: [Float], of product: Product.ID) {
        products.append(product)
        blobs[0].append(contentsOf: TextVectors<Product>.bytes(of: vector))
    }

    package mutating func append(_ vector: [Float], of demand: Demand.ID) {
        demands.append(demand)
        blobs[1].append(contentsOf: TextVectors<Demand>.bytes(of: vector))
    }

    package init(_ vectors: GoodsVectors) {
        scale = vectors.scale
        dimension = vectors.products.dimension
        products = vectors.products.ids
        demands = vectors.demands.ids
        blobs = [
            vectors.products.withUnsafeBytes { Data($0) }, vectors.demands.withUnsafeBytes { Data($0) },
        ]
    }

    func vectors() throws -> GoodsVectors {
        guard blobs.count == 2 else { throw WorkerProtocolError.damaged }
        return GoodsVectors(
            scale: scale,
            products: try TextVectors(ids: products, dimension: dimension, bytes: blobs[0]),
            demands: try TextVectors(ids: demands, dimension: dimension, bytes: blobs[1])
        )
    }
}
