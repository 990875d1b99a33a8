/// What is said of rows of requests between the same two enterprises.
extension Diagnostic {
    func requestSentence(_ cell: String, _ language: Language) -> String? {
        switch problem {
        case .mergedRequest(let code, let row, true):
            let other = Self.request(code, row, language)
            return language.pick(
                zh: "\(cell)与\(other)是同两家企业互相提出的申请：已合并为一条，双方均有意向，取较高优先级，保留双方留言。",
                ru:
                    "\(cell) и \(other): предприятия просят о встрече друг с другом. Объединено в одну взаимную заявку с большей важностью и обоими сообщениями.",
                en:
                    "\(cell) and \(other): the two ask for each other. Merged into one mutual request, with the higher priority and both messages."
            )
        case .mergedRequest(let code, let row, false):
            let other = Self.request(code, row, language)
            return language.pick(
                zh: "\(cell)与\(other)重复（同一企业向同一对象提出）：已合并为一条，取较高优先级，保留全部留言。",
                ru:
                    "\(cell) повторяет \(other): те же предприятия. Объединено в одну заявку с большей важностью и обоими сообщениями.",
                en:
                    "\(cell) asks the same as \(other). Merged into one request, with the higher priority and both messages."
            )
        case .contradictingSession(let code, let row):
            let other = Self.request(code, row, language)
            return language.pick(
                zh: "\(cell)：同两家企业的\(other)要求另一半天；请改为一致，或其中一条不填。",
                ru:
                    "\(cell): \(other) тех же предприятий — на другую половину дня. Укажите одну и ту же или оставьте одну из них пустой.",
                en:
                    "\(cell): \(other) of the same two enterprises asks for the other half of the day. Make them the same, or leave one empty."
            )
        default: return nil
        }
    }

    private static func request(_ code: String, _ row: Int?, _ language: Language) -> String {
        guard let row else { return code }
        return language.pick(
            zh: "\(code)（第 \(row) 行）",
            ru: "\(code) (строка \(row))",
            en: "\(code) (row \(row))"
        )
    }
}
