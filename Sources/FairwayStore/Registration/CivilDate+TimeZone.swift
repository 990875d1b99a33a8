package import FairwayCore
import Foundation

extension CivilDate {
    /// The date that a clock in the time zone shows, in UTC without one.
    /// - Parameter unixTime: Seconds.
    package init(unixTime: Double, in timeZone: String?) {
        let zone = timeZone.flatMap { TimeZone(identifier: $0) } ?? .gmt
        let text = Date.ISO8601FormatStyle(timeZone: zone).year().month().day()
            .format(Date(timeIntervalSince1970: unixTime))
        self = CivilDate(text) ?? .earliest
    }
}
