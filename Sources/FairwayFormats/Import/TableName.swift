import FairwayCore

/// What kind of table the name of a file or sheet speaks of.
enum TableName {
    /// "enterprises.csv", "企业.xlsx#Sheet1", "Предприятия 2027".
    ///
    /// Of several words the head of the phrase decides: the last one in "展商产品" and "exhibitor products", the first one in "Товары
    /// предприятий".
    static func kind(of name: String) -> SourceTable.Kind? {
        let key = ImportField.normalized(name)
        var best: (rank: Int, length: Int, kind: SourceTable.Kind)?
        for (word, kind) in words {
            let isHeadFirst = word.unicodeScalars.first.map { (0x400...0x4FF).contains($0.value) } ?? false
            let ranges = key.ranges(of: word)
            guard let range = isHeadFirst ? ranges.first : ranges.last else { continue }
            let rank =
                isHeadFirst
                ? -key.distance(from: key.startIndex, to: range.lowerBound)
                : key.distance(from: key.startIndex, to: range.upperBound)
            if best.map({ (rank, word.count) > ($0.rank, $0.length) }) ?? true {
                best = (rank, word.count, kind)
            }
        }
        return best?.kind
    }

    private static let words: [(word: String, kind: SourceTable.Kind)] = [
        ("slot", .slots), ("时段", .slots), ("слот", .slots), ("hall", .halls), ("展馆", .halls),
        ("павильон", .halls), ("tables", .tables), ("洽谈桌", .tables), ("столы", .tables),
        ("agenc", .agencies), ("机构", .agencies), ("организаци", .agencies), ("delegation", .delegations),
        ("代表团", .delegations), ("делегаци", .delegations), ("enterprise", .enterprises),
        ("exhibitor", .enterprises), ("buyer", .enterprises), ("company", .enterprises),
        ("companies", .enterprises), ("企业", .enterprises), ("展商", .enterprises), ("采购商", .enterprises),
        ("предприяти", .enterprises), ("компани", .enterprises), ("экспонент", .enterprises),
        ("stand", .stands), ("展位", .stands), ("стенд", .stands), ("representative", .representatives),
        ("联系人", .representatives), ("代表人员", .representatives), ("企业代表", .representatives),
        ("представител", .representatives), ("контактныелица", .representatives), ("product", .products),
        ("产品", .products), ("商品", .products), ("товар", .products), ("demand", .demands), ("需求", .demands),
        ("потребност", .demands), ("запрос", .demands), ("interpreter", .interpreters), ("译员", .interpreters),
        ("翻译", .interpreters), ("переводчик", .interpreters), ("request", .requests), ("会面申请", .requests),
        ("申请", .requests), ("заявк", .requests),
    ]
}
