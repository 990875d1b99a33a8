package import Scheduling

extension ReplanDifference {
    /// One sentence for each meeting that differs: called off, lost, moved, with another interpreter, new.
    package func words(in language: Language, names: ReplanNames) -> [String] {
        let words = EntryWords(language: language, names: names)
        return cancelled.map { words.cancelled($0) } + lost.map { words.lost($0) }
            + moved.map { words.moved($0) } + reinterpreted.map { words.reinterpreted($0) }
            + added.map { words.added($0) }
    }
}

/// The sentences of one language.
private struct EntryWords {
    let language: Language
    let names: ReplanNames

    func cancelled(_ entry: ReplanDifference.Entry) -> String {
        let (name, old) = (names.meeting(entry.meeting), when(entry.meeting, entry.placement))
        return language.pick(
            zh: "\(name)已取消（原定\(old)）",
            ru: "\(name): отменена (была: \(old))",
            en: "\(name) is called off (was \(old))"
        )
    }

    func lost(_ loss: ReplanDifference.Loss) -> String {
        let (name, old) = (names.meeting(loss.meeting), when(loss.meeting, loss.from))
        let why = reason(loss)
        return language.pick(
            zh: "\(name)无法再安排（原定\(old)）：\(why)",
            ru: "\(name): больше нет места (была: \(old)). \(why)",
            en: "\(name) no longer has a place (was \(old)): \(why)"
        )
    }

    func moved(_ move: ReplanDifference.Move) -> String {
        let name = names.meeting(move.meeting)
        let (old, new) = (when(move.meeting, move.from), when(move.meeting, move.to))
        let interpreter = move.from.interpreter == move.to.interpreter ? "" : interpreter(move.to)
        return language.pick(
            zh: "\(name)从\(old)改到\(new)\(interpreter)",
            ru: "\(name): вместо \(old) теперь \(new)\(interpreter)",
            en: "\(name) moves from \(old) to \(new)\(interpreter)"
        )
    }

    func reinterpreted(_ move: ReplanDifference.Move) -> String {
        let (name, time) = (names.meeting(move.meeting), when(move.meeting, move.to))
        return language.pick(
            zh: "\(name)时间地点不变（\(time)）\(interpreter(move.to))",
            ru: "\(name): время и место прежние (\(time))\(interpreter(move.to))",
            en: "\(name) stays on \(time)\(interpreter(move.to))"
        )
    }

    func added(_ entry: ReplanDifference.Entry) -> String {
        let (name, new) = (names.meeting(entry.meeting), when(entry.meeting, entry.placement))
        let interpreter = entry.placement.interpreter == nil ? "" : interpreter(entry.placement)
        return language.pick(
            zh: "\(name)为新安排：\(new)\(interpreter)",
            ru: "\(name): новая, \(new)\(interpreter)",
            en: "\(name) is new: \(new)\(interpreter)"
        )
    }

    /// Slot and place.
    private func when(_ meeting: Int, _ placement: Placement) -> String {
        let slot = names.slot(placement.slot)
        guard let hall = placement.hall else { return slot }
        let place = names.place(meeting, hall)
        return language.pick(zh: "\(slot)、\(place)", ru: "\(slot), \(place)", en: "\(slot), \(place)")
    }

    private func interpreter(_ placement: Placement) -> String {
        guard let interpreter = placement.interpreter.map(names.interpreter) else {
            return language.pick(zh: "；无需翻译", ru: "; без переводчика", en: "; no interpreter")
        }
        return language.pick(
            zh: "；翻译\(interpreter)",
            ru: "; переводчик \(interpreter)",
            en: "; interpreter \(interpreter)"
        )
    }

    private func reason(_ loss: ReplanDifference.Loss) -> String {
        switch loss.reason {
        case .lockedPlaceGone:
            language.pick(
                zh: "该洽谈已锁定，原时段和地点不再可用",
                ru: "Встреча закреплена, а её слот или место больше недоступны",
                en: "it is locked, and its slot or place can no longer be had"
            )
        case .noSlotLeft:
            language.pick(
                zh: "双方可用的时段均已过去",
                ru: "Все слоты, в которые она была возможна, уже прошли",
                en: "every slot in which it could be held is past"
            )
        case .cause(let cause):
            names.reason(loss.meeting, cause)
        }
    }
}
