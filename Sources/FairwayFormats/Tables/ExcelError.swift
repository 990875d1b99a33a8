/// What a spreadsheet shows when a formula fails.
enum ExcelError {
    static let texts: Set<String> = [
        "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#GETTING_DATA",
    ]
}
