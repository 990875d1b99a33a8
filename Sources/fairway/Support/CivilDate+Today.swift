import FairwayCore
import Foundation

extension CivilDate {
    /// The date that the clock shows now in the time zone, in UTC without one.
    static func today(in timeZone: String?) -> CivilDate {
        let zone = timeZone.flatMap { TimeZone(identifier: $0) } ?? .gmt
        let text = Date.ISO8601FormatStyle(timeZone: zone).year().month().day().format(Date())
        return CivilDate(text) ?? .earliest
    }
}
