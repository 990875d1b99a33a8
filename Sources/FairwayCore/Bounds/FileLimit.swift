/// A limit that a file from outside goes beyond; what it is a limit of, and how much there may be.
package struct FileLimit: Equatable, Sendable, Codable {
    package enum Measure: String, Sendable, Codable, CaseIterable {
        /// Bytes of the file itself.
        case fileBytes
        /// Entries of an archive.
        case entries
        /// Bytes of one entry and of all, unpacked.
        case entryBytes, totalBytes
        /// How often a part is smaller packed than unpacked.
        case ratio
        /// Elements of XML within each other; elements in all; bytes of one tag, comment or instruction.
        case depth, elements, tagBytes
        /// Declarations of a document type and of entities: none.
        case declarations
        case sheets, rows, columns, cells
        /// Errors and warnings about rows.
        case findings
        /// Bytes that the texts and cells take in memory.
        case memory
        /// Values in the list of one cell.
        case listValues
        /// Marks on one letter (`StreamSafeText`).
        case marks
    }

    package let measure: Measure
    package let most: Int
    /// Which part of the file.
    package let part: String?

    package init(_ measure: Measure, most: Int, part: String? = nil) {
        self.measure = measure
        self.most = most
        self.part = part
    }
}

extension FileLimit {
    /// "more than 1,048,576 rows; read are at most …".
    package func words(in language: Language) -> String {
        let place = part.map { language.quoted($0) + language.pick(zh: "：", ru: ": ", en: ": ") } ?? ""
        return place + sentence(language)
    }

    private func sentence(_ language: Language) -> String {
        let most = shown(language)
        guard measure != .declarations else {
            return language.pick(
                zh: "不接受文档类型或实体声明（DTD）。",
                ru: "объявления типа документа и сущностей (DTD) не принимаются.",
                en: "declarations of a document type or of entities (DTD) are not taken."
            )
        }
        let name = name(language)
        return language.pick(
            zh: "\(name)过多，最多 \(most)。",
            ru: "слишком много: \(name); допустимо не больше \(most).",
            en: "too many \(name): at most \(most)."
        )
    }

    private func shown(_ language: Language) -> String {
        let numbers = NumberWords(language)
        let isOfMegabytes = [.fileBytes, .entryBytes, .totalBytes, .memory].contains(measure)
        guard isOfMegabytes else { return numbers.integer(most) }
        return "\(numbers.integer(most >> 20)) \(language.pick(zh: "MB", ru: "МБ", en: "MB"))"
    }

    private func name(_ language: Language) -> String {
        switch measure {
        case .fileBytes: language.pick(zh: "文件数据", ru: "данных в файле", en: "bytes in the file")
        case .entries: language.pick(zh: "压缩包内的文件", ru: "файлов в архиве", en: "files in the archive")
        case .entryBytes, .totalBytes:
            language.pick(zh: "解压后的数据", ru: "данных после распаковки", en: "bytes when unpacked")
        case .ratio: language.pick(zh: "压缩倍数", ru: "степень сжатия", en: "times of compression")
        case .depth: language.pick(zh: "XML 嵌套层数", ru: "уровней вложенности XML", en: "levels of nested XML")
        case .elements: language.pick(zh: "XML 元素", ru: "элементов XML", en: "elements of XML")
        case .tagBytes:
            language.pick(
                zh: "单个标签或注释的字节数",
                ru: "байтов в одном теге или комментарии",
                en: "bytes in one tag or comment"
            )
        case .declarations: "DTD"
        case .sheets: language.pick(zh: "工作表", ru: "листов", en: "sheets")
        case .rows: language.pick(zh: "行", ru: "строк", en: "rows")
        case .findings:
            language.pick(zh: "错误和提示", ru: "ошибок и предупреждений", en: "errors and warnings")
        case .columns: language.pick(zh: "列", ru: "столбцов", en: "columns")
        case .cells: language.pick(zh: "单元格", ru: "ячеек", en: "cells")
        case .memory: language.pick(zh: "表格内容", ru: "содержимого", en: "bytes of cells and texts")
        case .listValues: language.pick(zh: "列表中的值", ru: "значений в списке", en: "values in the list")
        case .marks:
            language.pick(zh: "一个字母上的符号", ru: "знаков при одной букве", en: "marks on one letter")
        }
    }
}
