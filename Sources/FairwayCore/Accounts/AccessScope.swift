/// What a personal access token may be used for; the rights of its account still apply.
package enum AccessScope: String, Sendable, Codable, CaseIterable {
    case catalogueRead = "catalogue:read"
    case profileWrite = "profile:write"
    case requestsRead = "requests:read"
    case requestsWrite = "requests:write"
    case programmeRead = "programme:read"
    case account = "account"
    case delegation = "delegation"
    case organiser = "organiser"
    case metricsRead = "metrics:read"

    /// The scopes that would be of use to someone of this role.
    package static func offered(to role: Account.Role) -> [AccessScope] {
        allCases.filter { scope in
            switch scope {
            case .organiser, .metricsRead: role == .organiser
            case .delegation: role == .organiser || role == .agency
            default: true
            }
        }
    }

    package func displayName(in language: Language) -> String {
        switch self {
        case .catalogueRead:
            language.pick(zh: "读取企业目录", ru: "читать каталог предприятий", en: "read the catalogue")
        case .profileWrite:
            language.pick(
                zh: "修改企业资料",
                ru: "менять сведения о предприятии",
                en: "change the enterprise's profile"
            )
        case .requestsRead:
            language.pick(
                zh: "读取洽谈申请和推荐",
                ru: "читать заявки и подобранных партнёров",
                en: "read requests and proposed partners"
            )
        case .requestsWrite:
            language.pick(
                zh: "提交和答复洽谈申请",
                ru: "подавать заявки и отвечать на них",
                en: "ask for meetings and answer requests"
            )
        case .programmeRead:
            language.pick(zh: "读取洽谈日程", ru: "читать программу встреч", en: "read the programme of meetings")
        case .account:
            language.pick(
                zh: "查看自己的登录设备，管理个人数据",
                ru: "свои входы и личные данные",
                en: "one's own sign-ins and personal data"
            )
        case .delegation:
            language.pick(zh: "代表团的工作", ru: "работа с делегацией", en: "the work for a delegation")
        case .organiser:
            language.pick(zh: "组织方的工作", ru: "работа организатора", en: "the organiser's work")
        case .metricsRead:
            language.pick(zh: "读取服务器指标", ru: "читать показатели сервера", en: "read the server's metrics")
        }
    }
}
