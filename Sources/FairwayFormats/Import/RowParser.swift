import FairwayCore

/// Makes a model value of a row; a row with errors leaves the batch as it was.
struct RowParser {
    let names: RegionNames
    let importedOn: CivilDate

    func parse(_ row: inout RowCells, into batch: inout ImportBatch) {
        switch row.table.kind {
        case .slots: add(slot(&row), row, to: &batch.slots)
        case .halls:
            add(
                Hall(id: row.id("code"), name: row.localized("name", isRequired: true)),
                row,
                to: &batch.halls
            )
        case .tables:
            let table = MeetingTable(
                id: row.id("code"),
                hall: row.id("hall"),
                unavailableSlots: row.slots("unavailable_slots")
            )
            add(table, row, to: &batch.tableSeats)
        case .agencies: add(agency(&row), row, to: &batch.agencies)
        case .delegations:
            let delegation = Delegation(
                id: row.id("code"),
                name: row.localized("name", isRequired: true),
                agency: row.id("agency")
            )
            add(delegation, row, to: &batch.delegations)
        case .enterprises:
            add(enterprise(&row), row, to: &batch.enterprises)
            if row.columns["registered_on"] != nil, row.text("registered_on") == nil {
                batch.undated.insert(row.source)
            }
        case .stands:
            let stand = Stand(
                id: row.id("code"),
                hall: row.id("hall"),
                enterprise: row.optionalID("enterprise")
            )
            add(stand, row, to: &batch.stands)
        case .representatives: add(representative(&row), row, to: &batch.representatives)
        case .products: add(product(&row), row, to: &batch.products)
        case .demands: add(demand(&row), row, to: &batch.demands)
        case .interpreters: add(interpreter(&row), row, to: &batch.interpreters)
        case .requests: add(request(&row), row, to: &batch.requests)
        }
    }

    private func add<Value: Codable & Sendable>(
        _ value: Value?,
        _ row: RowCells,
        to list: inout [Sourced<Value>]
    ) {
        guard let value, !row.hasErrors else { return }
        list.append(Sourced(value, row.source))
    }

    private func slot(_ row: inout RowCells) -> Slot? {
        _ = row.required("number")
        _ = row.required("date")
        _ = row.required("session")
        _ = row.required("starts")
        _ = row.required("ends")
        let (number, date) = (row.integer("number", Slot.numberRange), row.date("date"))
        let session = row.choice("session", ImportVocabulary.sessions)
        let (starts, ends) = (row.time("starts"), row.time("ends"))
        guard let number, let date, let session, let starts, let ends else { return nil }
        if ends <= starts {
            row.report("ends", ends.description, .notAfter(start: starts.description))
        }
        return Slot(number: number, date: date, session: session, starts: starts, ends: ends)
    }

    private func economy(_ row: inout RowCells) -> Economy.ID {
        let text = row.required("economy")
        guard !text.isEmpty else { return "" }
        if let economy = row.meaning("economy", text, { names.economy(text) }) { return economy }
        let maybe = row.cache.suggestion("economy", text) { names.suggestion(for: text) }
        row.report("economy", text, .unknownValue(maybe: maybe))
        return ""
    }

    private func region(_ row: inout RowCells, in economy: Economy.ID) -> Region.ID? {
        // Whose region it should be is not known then, and that is said already.
        guard let text = row.text("region"), !economy.code.isEmpty else { return nil }
        if let region = row.meaning("region", text, scope: economy.code, { names.region(text, in: economy) })
        {
            return region
        }
        if let owner = names.owner(ofRegion: text), owner != economy {
            row.report("region", text, .foreignRegion(of: owner.code, economy: economy.code))
        } else {
            let maybe = row.cache.suggestion("region" + economy.code, text) {
                names.suggestion(for: text, in: economy)
            }
            row.report("region", text, .unknownValue(maybe: maybe))
        }
        return nil
    }

    private func agency(_ row: inout RowCells) -> Agency? {
        let id: Agency.ID = row.id("code")
        let name = row.localized("name", isRequired: true)
        _ = row.required("kind")
        let kind = row.choice("kind", ImportVocabulary.agencyKinds)
        let economy = economy(&row)
        let region = region(&row, in: economy)
        return kind.map { Agency(id: id, name: name, kind: $0, economy: economy, region: region) }
    }

    private func enterprise(_ row: inout RowCells) -> Enterprise? {
        let id: Enterprise.ID = row.id("code")
        let name = row.localized("name", isRequired: true)
        let economy = economy(&row)
        let region = region(&row, in: economy)
        _ = row.required("roles")
        let registeredOn = row.date("registered_on")
        let most = 1_000_000
        return Enterprise(
            id: id,
            name: name,
            about: row.localized("about"),
            economy: economy,
            region: region,
            roles: row.choices("roles", ImportVocabulary.roles),
            sectors: row.choices("sectors", ImportVocabulary.sectors),
            languages: row.languages("languages"),
            reach: Reach(
                chains: row.integer("chains", 0...most),
                stores: row.integer("stores", 0...most),
                distributors: row.integer("distributors", 0...most)
            ),
            delegation: row.optionalID("delegation"),
            website: row.text("website"),
            status: row.choice("status", ImportVocabulary.statuses) ?? .registered,
            registeredOn: registeredOn ?? importedOn,
            parallelMeetings: row.integer("parallel_meetings", 1...99) ?? 1,
            maxMeetings: row.integer("max_meetings", 0...9999),
            unavailableSlots: row.slots("unavailable_slots")
        )
    }

    private func representative(_ row: inout RowCells) -> Representative? {
        Representative(
            id: row.id("code"),
            enterprise: row.id("enterprise"),
            name: row.localized("name", isRequired: true),
            position: row.localized("position"),
            languages: row.languages("languages"),
            email: row.text("email"),
            phone: row.text("phone"),
            isReleased: row.choice("is_released", ImportVocabulary.booleans) ?? false
        )
    }

    private func product(_ row: inout RowCells) -> Product? {
        let id: Product.ID = row.id("code")
        let enterprise: Enterprise.ID = row.id("enterprise")
        let hsCode = row.hsCode("hs_code")
        let name = row.localized("name", isRequired: true)
        let about = row.localized("about")
        let gtin = row.gtin("gtin")
        let terms = row.terms()
        return Product(
            id: id,
            enterprise: enterprise,
            hsCode: hsCode,
            name: name,
            about: about,
            gtin: gtin,
            terms: terms
        )
    }

    private func demand(_ row: inout RowCells) -> Demand? {
        let id: Demand.ID = row.id("code")
        let enterprise: Enterprise.ID = row.id("enterprise")
        let prefix = row.hsCode("hs_prefix")
        let text = row.localized("text")
        let regions = row.places("target_regions", names)
        return Demand(id: id, enterprise: enterprise, hsPrefix: prefix, text: text, targetRegions: regions)
    }

    private func interpreter(_ row: inout RowCells) -> Interpreter? {
        Interpreter(
            id: row.id("code"),
            name: row.localized("name", isRequired: true),
            pairs: row.pairs("pairs"),
            unavailableSlots: row.slots("unavailable_slots"),
            maxConsecutiveSlots: row.integer("max_consecutive_slots", 1...99)
        )
    }

    private func request(_ row: inout RowCells) -> MeetingRequest? {
        _ = row.required("priority")
        return MeetingRequest(
            id: row.id("code"),
            requester: row.id("requester"),
            recipient: row.id("recipient"),
            priority: row.integer("priority", 1...5) ?? 1,
            message: row.text("message"),
            status: row.choice("status", ImportVocabulary.requestStatuses) ?? .pending,
            isMutual: row.choice("is_mutual", ImportVocabulary.booleans) ?? false,
            session: row.choice("session", ImportVocabulary.sessions)
        )
    }
}
