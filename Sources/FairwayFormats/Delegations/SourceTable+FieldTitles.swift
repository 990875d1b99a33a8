package import FairwayCore

extension SourceTable.Kind {
    /// What a column is called in templates; nil when files have no such column.
    package func title(ofField name: String, in language: Language) -> String? {
        ImportField.fields(of: self).first { $0.name == name }?.titles.text(in: language)
    }
}
