extension Run.Status {
    package func displayName(in language: Language) -> String {
        switch self {
        case .running: language.pick(zh: "运行中", ru: "Выполняется", en: "Running")
        case .finished: language.pick(zh: "已完成", ru: "Завершён", en: "Finished")
        case .failed: language.pick(zh: "失败", ru: "Прерван ошибкой", en: "Failed")
        }
    }
}

extension Session {
    package func displayName(in language: Language) -> String {
        switch self {
        case .am: language.pick(zh: "上午", ru: "Первая половина дня", en: "Morning")
        case .pm: language.pick(zh: "下午", ru: "Вторая половина дня", en: "Afternoon")
        }
    }
}
