/// Names of people in three scripts, put together at random: nobody in particular.
enum SamplePeople {
    static let chineseFamily =
        SampleTable.texts(
            #"""
            林|Линь|Lin
            沈|Шэнь|Shen
            许|Сюй|Xu
            罗|Ло|Luo
            唐|Тан|Tang
            韩|Хань|Han
            冯|Фэн|Feng
            曹|Цао|Cao
            彭|Пэн|Peng
            潘|Пань|Pan
            """#
        )[""] ?? []

    static let chineseGiven =
        SampleTable.texts(
            #"""
            雪梅|Сюэмэй|Xuemei
            春河|Чуньхэ|Chunhe
            明远|Минъюань|Mingyuan
            思琪|Сыци|Siqi
            建岭|Цзяньлин|Jianling
            雨桐|Юйтун|Yutong
            晓峰|Сяофэн|Xiaofeng
            静安|Цзинъань|Jing’an
            """#
        )[""] ?? []

    static let russianFamily =
        SampleTable.texts(
            #"""
            克柳奇科|Ключко|Klyuchko
            博罗沃伊|Боровой|Borovoy
            扎列奇|Заречный|Zarechny
            斯涅日|Снежный|Snezhny
            卢戈沃|Луговой|Lugovoy
            列斯尼科|Леснико|Lesniko
            帕鲁斯|Парусов|Parusov
            梅多夫|Медовой|Medovoy
            """#
        )[""] ?? []

    static let russianGiven =
        SampleTable.texts(
            #"""
            基里尔|Кирилл|Kirill
            马特维|Матвей|Matvey
            季莫费|Тимофей|Timofey
            格列布|Глеб|Gleb
            尤利安|Юлиан|Yulian
            萨瓦|Савва|Savva
            """#
        )[""] ?? []

    static let otherFamily =
        SampleTable.texts(
            #"""
            阿姆波|Амбо|Ambo
            贝尔诺|Берно|Berno
            卡里奥|Карио|Cario
            德雷尔|Дрелл|Drell
            埃斯托|Эсто|Esto
            法林|Фарин|Farin
            戈尔维|Горви|Gorvy
            伊兰托|Иланто|Ilanto
            """#
        )[""] ?? []

    static let otherGiven =
        SampleTable.texts(
            #"""
            阿里安|Ариан|Arian
            米洛|Мило|Milo
            诺埃尔|Ноэль|Noel
            塔拉|Тара|Tara
            莉娅|Лия|Lia
            萨米|Сами|Sami
            """#
        )[""] ?? []

    static func name(from economy: Economy.ID, using random: inout SampleRandom) -> LocalizedText {
        switch SamplePlaces.culture(of: economy) {
        case .chinese:
            let (family, given) = (random.pick(chineseFamily), random.pick(chineseGiven))
            return LocalizedText(
                zh: family.zh + given.zh,
                ru: "\(family.ru) \(given.ru)",
                en: "\(family.en) \(given.en)"
            )
        case .russian:
            return joined(random.pick(russianGiven), random.pick(russianFamily))
        default:
            return joined(random.pick(otherGiven), random.pick(otherFamily))
        }
    }

    private static func joined(_ given: SampleText, _ family: SampleText) -> LocalizedText {
        LocalizedText(
            zh: "\(given.zh)·\(family.zh)",
            ru: "\(given.ru) \(family.ru)",
            en: "\(given.en) \(family.en)"
        )
    }
}
