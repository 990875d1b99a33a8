import FairwayCore

/// Why a file from outside is not read as a table.
enum TableError: Error, Equatable {
    /// It is not what it says it is, or is broken somewhere.
    case damaged
    /// Reading it would take more time or memory than any real table.
    case beyond(FileLimit)
}
