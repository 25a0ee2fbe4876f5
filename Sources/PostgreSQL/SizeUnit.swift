/// The units of memory that a setting takes (utils/misc/guc.c, memory_unit_conversion_table; 13 to 19).
package enum SizeUnit: String, CaseIterable, Sendable {
    case bytes = "B"
    case kilobytes = "kB"
    case megabytes = "MB"
    case gigabytes = "GB"
    case terabytes = "TB"

    package var bytes: Int64 {
        switch self {
        case .bytes: 1
        case .kilobytes: 1 << 10
        case .megabytes: 1 << 20
        case .gigabytes: 1 << 30
        case .terabytes: 1 << 40
        }
    }
}
