import CXLSXWriter
import FairwayCore
import Foundation
import PrivateFiles

/// Writes an Excel workbook through libxlsxwriter, row by row.
final class XLSXWriter {
    private let book: UnsafeMutablePointer<lxw_workbook>
    private var sheet: UnsafeMutablePointer<lxw_worksheet>?
    private let bold: UnsafeMutablePointer<lxw_format>?
    private let path: String
    private var isClosed = false

    /// - Parameter isLarge: Keep one row in memory; rows must then be added in order (libxlsxwriter, constant memory).
    init(path: String, isLarge: Bool = false) throws {
        var options = lxw_workbook_options()
        options.constant_memory = isLarge ? 1 : 0
        try PrivateFile.prepare(path)
        guard let book = workbook_new_opt(path, &options) else {
            throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path])
        }
        self.book = book
        self.path = path
        bold = workbook_add_format(book)
        format_set_bold(bold)
        format_set_bg_color(bold, 0xDDE6F0)
        // A fixed date of creation: the same content gives the same file.
        var properties = lxw_doc_properties()
        properties.created = 1_767_225_600
        workbook_set_properties(book, &properties)
    }

    deinit {
        if !isClosed { _ = workbook_close(book) }
    }

    /// A sheet with a frozen header row; rows go to the sheet added last.
    func addSheet(_ name: String, columns: [String], widths: [Double]) throws {
        guard let sheet = workbook_add_worksheet(book, name) else {
            throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path])
        }
        self.sheet = sheet
        for (column, title) in columns.enumerated() {
            worksheet_write_string(sheet, 0, lxw_col_t(column), title, bold)
        }
        for (column, width) in widths.enumerated() {
            worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), width, nil)
        }
        worksheet_freeze_panes(sheet, 1, 0)
    }

    /// Text cells: never formulas, whatever they begin with.
    /// - Parameter numbers: Columns whose cells are numbers if they can be, so that they sort and add up.
    func addRow(_ cells: [String], at row: Int, numbers: Set<Int> = []) {
        for (column, cell) in cells.enumerated() where !cell.isEmpty {
            if numbers.contains(column), let number = Int(cell, in: 0...1_000_000_000) {
                worksheet_write_number(sheet, lxw_row_t(row), lxw_col_t(column), Double(number), nil)
            } else {
                worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column), cell, nil)
            }
        }
    }

    func addFilter(rows: Int, columns: Int) {
        worksheet_autofilter(sheet, 0, 0, lxw_row_t(rows), lxw_col_t(max(0, columns - 1)))
    }

    func addNote(_ text: String, row: Int, column: Int) {
        worksheet_write_comment(sheet, lxw_row_t(row), lxw_col_t(column), text)
    }

    /// A drop-down list for the column's next thousand rows.
    func addChoices(_ values: [String], column: Int) {
        var copies: [UnsafeMutablePointer<CChar>?] = values.map { strdup($0) } + [nil]
        defer { copies.forEach { free($0) } }
        copies.withUnsafeMutableBufferPointer { list in
            var validation = lxw_data_validation()
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
            validation.value_list = list.baseAddress
            worksheet_data_validation_range(sheet, 1, lxw_col_t(column), 1000, lxw_col_t(column), &validation)
        }
    }

    func close() throws {
        isClosed = true
        let result = workbook_close(book)
        guard result == LXW_NO_ERROR else {
            throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path])
        }
    }
}
