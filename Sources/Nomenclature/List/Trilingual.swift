/// The same in Chinese, Russian and English.
package struct Trilingual<Value: Sendable & Equatable>: Sendable, Equatable {
    package let zh: Value
    package let ru: Value
    package let en: Value

    package init(zh: Value, ru: Value, en: Value) {
        self.zh = zh
        self.ru = ru
        self.en = en
    }

    /// In the order zh, ru, en.
    package var all: [Value] { [zh, ru, en] }
}
