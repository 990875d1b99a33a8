package import FairwayCore

extension SourceTable.Kind {
    /// What a column is called in templates; nil when files have no such column.
    package func title(ofField name: String, in language: Language) -> String? {
        ImportField.fields(of: self).first { $0.name == name }?.titles.text(in: language)
    }

    /// The names of the columns that files may have, and whether a file must have each.
    package var fields: [(name: String, isRequired: Bool)] {
        ImportField.fields(of: self).map { ($0.name, $0.isRequired) }
    }
}
