import FairwayCore
import TextAnalysis

/// What is wrong with one field of a request.
struct APIFault: Equatable, Sendable {
    enum Place: Equatable, Sendable {
        /// A JSON pointer (RFC 6901) into the body.
        case pointer(String)
        case parameter(String)
    }

    /// Keys of wordings: `fault.missing` and so on.
    enum Reason: String, Sendable, CaseIterable {
        case missing, unknown, repeated, notText, notInteger, notNumber, notBoolean, notList, notObject,
            isNull
        case tooShort, tooLong, tooFew, tooMany, tooSmall, tooLarge, notOffered, badForm, twice
        case noSuchDate, noName, unknownSlot, unknownRecipient, ownEnterprise, empty
        case unknownCode, badEmail, badWebsite, badCount, badHSCode, badGTIN, regionElsewhere, wrongCode,
            unknownPerson, half, badImage
        /// A character that deceives the reader; the argument is its code.
        case unsafeText
    }

    var place: Place
    var reason: Reason
    /// A limit or the values that are offered.
    var argument = ""
}

extension APISchema {
    /// As many as one answer names.
    static let maxFaults = 20

    /// What is wrong with a value, the first `maxFaults` of it; empty when it fits.
    func faults(in value: JSONValue, at pointer: String = "") -> [APIFault] {
        func fault(_ reason: APIFault.Reason, _ argument: some CustomStringConvertible = "") -> [APIFault] {
            [APIFault(place: .pointer(pointer), reason: reason, argument: argument.description)]
        }
        switch (self, value) {
        case (.nullable, .null): return []
        case (.nullable(let schema), _): return schema.faults(in: value, at: pointer)
        case (.named(_, let schema), _): return schema.faults(in: value, at: pointer)
        case (_, .null): return fault(.isNull)
        case (.string(let form, let length), .string(let text)):
            let count = text.unicodeScalars.count
            if count < length.lowerBound { return fault(.tooShort, length.lowerBound) }
            if count > length.upperBound { return fault(.tooLong, length.upperBound) }
            if form == .date, form.isMatched(by: text), CivilDate(text) == nil { return fault(.noSuchDate) }
            guard form.isMatched(by: text) else { return fault(.badForm, form.pattern) }
            return form.flaw(in: text).map { fault(.unsafeText, $0.code) } ?? []
        case (.text, .string): return []
        case (.string, _), (.text, _): return fault(.notText)
        case (.integer(let range), .integer(let number)):
            if number < range.lowerBound { return fault(.tooSmall, range.lowerBound) }
            return number > range.upperBound ? fault(.tooLarge, range.upperBound) : []
        case (.integer, _): return fault(.notInteger)
        case (.number, .number), (.number, .integer): return []
        case (.number, _): return fault(.notNumber)
        case (.boolean, .bool): return []
        case (.boolean, _): return fault(.notBoolean)
        case (.oneOf(let values), .integer(let number)):
            let offered = values.map { String($0) }.joined(separator: ", ")
            return values.contains(number) ? [] : fault(.notOffered, offered)
        case (.oneOf, _): return fault(.notInteger)
        case (.choice(let values), .string(let text)):
            return values.contains(text) ? [] : fault(.notOffered, values.joined(separator: ", "))
        case (.choice, _): return fault(.notText)
        case (.list(let schema, let most, let isUnique), .array(let items)):
            if let most, items.count > most { return fault(.tooMany, most) }
            if isUnique, Set(items.map(\.description)).count < items.count { return fault(.twice) }
            return Self.faults(schema, items, at: pointer)
        case (.list, _): return fault(.notList)
        case (.object(let fields), .object(let members)):
            return Self.faults(fields, members, at: pointer)
        case (.anyObject, .object): return []
        case (.object, _), (.anyObject, _): return fault(.notObject)
        }
    }

    private static func faults(
        _ schema: APISchema,
        _ items: [JSONValue],
        at pointer: String
    ) -> [APIFault] {
        var faults: [APIFault] = []
        for (index, item) in items.enumerated() {
            guard faults.count < maxFaults else { break }
            faults += schema.faults(in: item, at: "\(pointer)/\(index)")
        }
        return Array(faults.prefix(maxFaults))
    }

    private static func faults(
        _ fields: [Field],
        _ members: [JSONValue.Member],
        at pointer: String
    ) -> [APIFault] {
        func place(_ name: String) -> String {
            pointer + "/" + name.replacing("~", with: "~0").replacing("/", with: "~1")
        }
        // As bytes: of a name that Unicode takes for the same, nothing else of ours would know.
        func isSame(_ field: Field, _ member: JSONValue.Member) -> Bool {
            field.name.utf8.elementsEqual(member.name.utf8)
        }
        var faults: [APIFault] = []
        for member in members {
            guard faults.count < maxFaults else { break }
            if let field = fields.first(where: { isSame($0, member) }) {
                faults += field.schema.faults(in: member.value, at: place(member.name))
            } else {
                faults.append(APIFault(place: .pointer(place(member.name)), reason: .unknown))
            }
        }
        for field in fields where field.isRequired && !members.contains(where: { isSame(field, $0) }) {
            faults.append(APIFault(place: .pointer(place(field.name)), reason: .missing))
        }
        return Array(faults.prefix(maxFaults))
    }
}
