/// What stands for the question marks of a statement, in their order.
package struct Arguments: ExpressibleByArrayLiteral, Sendable {
    package private(set) var values: [SQLValue]

    package init(arrayLiteral elements: (any SQLValueConvertible)?...) {
        values = elements.map { $0?.sqlValue ?? .null }
    }

    package init(_ values: some Sequence<SQLValue>) {
        self.values = Array(values)
    }

    package init(_ elements: some Sequence<(any SQLValueConvertible)?>) {
        values = elements.map { $0?.sqlValue ?? .null }
    }

    package init(_ elements: some Sequence<some SQLValueConvertible>) {
        values = elements.map(\.sqlValue)
    }

    package static func + (one: Arguments, other: Arguments) -> Arguments {
        Arguments(one.values + other.values)
    }

    package static func += (one: inout Arguments, other: Arguments) {
        one.values += other.values
    }
}
