import FairwayCore

extension CarriedList {
    /// The lists of an expo, which may be long each.
    static func ofExpo(_ path: WritableKeyPath<Carrier, ExpoData>) -> [CarriedList] {
        [
            CarriedList(path.appending(path: \.tables)),
            CarriedList(path.appending(path: \.enterprises)),
            CarriedList(path.appending(path: \.stands)),
            CarriedList(path.appending(path: \.representatives)),
            CarriedList(path.appending(path: \.products)),
            CarriedList(path.appending(path: \.demands)),
            CarriedList(path.appending(path: \.requests)),
            CarriedList(path.appending(path: \.outcomes)),
        ]
    }

    /// The lists of what was read from tables.
    static func ofBatch(_ path: WritableKeyPath<Carrier, ImportBatch>) -> [CarriedList] {
        [
            CarriedList(path.appending(path: \.agencies)),
            CarriedList(path.appending(path: \.delegations)),
            CarriedList(path.appending(path: \.tableSeats)),
            CarriedList(path.appending(path: \.enterprises)),
            CarriedList(path.appending(path: \.stands)),
            CarriedList(path.appending(path: \.representatives)),
            CarriedList(path.appending(path: \.products)),
            CarriedList(path.appending(path: \.demands)),
            CarriedList(path.appending(path: \.interpreters)),
            CarriedList(path.appending(path: \.requests)),
            CarriedList(path.appending(path: \.refusedRows)),
        ]
    }
}
