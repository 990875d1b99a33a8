/// A synthetic expo that is worth looking at: all companies and people are invented.
package enum SampleExpo {
    /// - Parameters:
    ///   - scale: 1 is 1,400 exhibitors, 2,500 buyers and 25,000 accepted requests.
    ///   - regions: Where the names of regions come from; the sample uses 21 Chinese and 16 Russian ones.
    ///   - economies: Where the names of economies come from; the sample uses 44.
    /// - Returns: the same expo for the same seed and scale.
    package static func generate(
        seed: UInt64,
        scale: Double,
        regions: [Region],
        economies: [Economy]
    ) -> ExpoData {
        let sizes = SampleSizes(scale: scale)
        let places = SamplePlaces(economies: economies, regions: regions)
        var data = SampleTrade(
            SampleParties(places: places, sizes: sizes, seed: seed).data,
            sizes: sizes,
            seed: seed
        ).data
        data.economies = economies.isEmpty ? places.economies : economies
        data.regions = regions.isEmpty ? places.regions : regions
        return data
    }
}
