package import FairwayCore
import GRDB

extension ExpoStore {
    /// The expo's figures as of the end of a date.
    package func statistics(asOf date: CivilDate) throws -> ExpoStatistics {
        try read { db in
            var data = ExpoData(expo: nil)
            data.economies = try self.all(Economy.self, db)
            data.regions = try self.all(Region.self, db)
            data.delegations = try self.all(Delegation.self, db)
            data.enterprises = try self.all(Enterprise.self, db)
            data.stands = try self.all(Stand.self, db)
            data.products = try self.all(Product.self, db)
            data.demands = try self.all(Demand.self, db)
            data.requests = try self.all(MeetingRequest.self, db)
            return ExpoStatistics(data: data, asOf: date)
        }
    }
}
