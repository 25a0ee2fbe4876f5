/// The units of time that a setting takes (utils/misc/guc.c, time_unit_conversion_table; 13 to 19).
package enum DurationUnit: String, CaseIterable, Sendable {
    case microseconds = "us"
    case milliseconds = "ms"
    case seconds = "s"
    case minutes = "min"
    case hours = "h"
    case days = "d"

    package var microseconds: Int64 {
        switch self {
        case .microseconds: 1
        case .milliseconds: 1000
        case .seconds: 1_000_000
        case .minutes: 60_000_000
        case .hours: 3_600_000_000
        case .days: 86_400_000_000
        }
    }
}
