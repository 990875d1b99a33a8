/// The parts of which names and texts of the sample are made: all invented, none of a real company.
enum SampleWords {
    /// First half of a brand.
    static let heads =
        SampleTable.texts(
            #"""
            雪泉|Снежный Родник|Snowspring
            松影|Сосновая Тень|Pineshade
            银杉|Серебряная Ель|Silverfir
            晨帆|Утренний Парус|Dawnsail
            星桥|Звёздный Мост|Starbridge
            青穗|Зелёный Колос|Greenear
            琥河|Янтарная Река|Amberbrook
            北鹤|Северный Журавль|Northcrane
            金麦|Золотое Зерно|Goldgrain
            桦林|Берёзовый Лог|Birchdale
            云驿|Облачная Станция|Cloudpost
            玉枫|Яшмовый Клён|Jademaple
            远帆|Дальний Парус|Farsail
            蓝湾|Синяя Бухта|Bluecove
            红莓|Красная Ягода|Redberry
            石泉|Каменный Ключ|Stonewell
            飞鹿|Быстрый Олень|Fleetdeer
            暖阳|Тёплое Солнце|Warmsun
            冰晶|Ледяной Кристалл|Icecrystal
            月汐|Лунный Прилив|Moontide
            白桦|Белая Берёза|Whitebirch
            山岚|Горный Туман|Hillmist
            海风|Морской Ветер|Seabreeze
            麦田|Хлебное Поле|Wheatfield
            彩虹|Радужный Край|Rainbowland
            铁松|Железная Сосна|Ironpine
            黑土|Чёрная Земля|Blackloam
            清溪|Чистый Ручей|Clearcreek
            百草|Сто Трав|Hundredherb
            长风|Долгий Ветер|Longwind
            雁丘|Гусиный Холм|Goosehill
            赤霞|Алая Заря|Scarletdawn
            幽兰|Тихая Орхидея|Stillorchid
            瑞雪|Добрый Снег|Goodsnow
            苍鹰|Серый Ястреб|Greyhawk
            南星|Южная Звезда|Southstar
            柳岸|Ивовый Берег|Willowbank
            晓雾|Рассветный Туман|Mistmorn
            丰谷|Щедрая Долина|Fullvale
            天池|Небесное Озеро|Skylake
            """#
        )[""] ?? []

    /// Second half: what kind of house it is.
    static let tails =
        SampleTable.texts(
            #"""
            谷|Дол|Valley
            湾|Залив|Bay
            岭|Хребет|Ridge
            川|Поток|Stream
            原|Равнина|Plain
            港|Гавань|Harbour
            庄|Усадьба|Manor
            坊|Мастерская|Works
            阁|Терем|Pavilion
            洲|Остров|Isle
            渡|Переправа|Ferry
            塬|Нагорье|Upland
            园|Сад|Garden
            峰|Вершина|Peak
            津|Причал|Wharf
            """#
        )[""] ?? []

    /// Line of business by role.
    static let trades = SampleTable.texts(
        #"""
        =manufacturer
        制造|Производство|Manufacturing
        实业|Промышленность|Industries
        =brand
        品牌|Бренд|Brands
        优品|Марка|Select
        =distributor
        贸易|Торговля|Trading
        商贸|Оптовая торговля|Wholesale
        =retailChain
        连锁超市|Торговая сеть|Stores
        商超|Супермаркеты|Supermarkets
        =logistics
        国际物流|Логистика|Logistics
        货运|Грузоперевозки|Freight
        =investor
        投资|Инвестиции|Investment
        资本|Капитал|Capital
        =agency
        进出口代理|Торговое представительство|Agency
        商务代理|Агентство|Representation
        =service
        商务服务|Деловые услуги|Services
        检测服务|Экспертиза|Inspection
        """#
    )

    /// What a buyer writes; `{goods}` stands for the name of the goods inside a sentence.
    static let demandTexts =
        SampleTable.texts(
            #"""
            长期采购{goods}，寻求稳定供应商。|Постоянно закупаем: {goods}. Ищем надёжного поставщика.|Regular purchases of {goods}; looking for a steady supplier.
            为连锁门店寻找{goods}，要求三语标签。|Для сети магазинов нужны: {goods}, маркировка на трёх языках.|Looking for {goods} for our stores, labelled in three languages.
            寻找{goods}厂家，拟做区域总代理。|Ищем производителя ({goods}), готовы стать региональным дистрибьютором.|Seeking a maker of {goods}; we would distribute in our region.
            试订一柜{goods}，价格合适可长期合作。|Пробный контейнер: {goods}; при хорошей цене — долгосрочный контракт.|A trial container of {goods}, a long contract if the price is right.
            """#
        )[""] ?? []

    static let messages =
        SampleTable.texts(
            #"""
            希望讨论价格和交货期。|Хотим обсудить цены и сроки.|We would like to talk about prices and delivery times.
            想看样品并了解认证。|Интересуют образцы и сертификаты.|We are interested in samples and certificates.
            拟在本地区做代理。|Хотели бы представлять вас в нашем регионе.|We would like to represent you in our region.
            请介绍物流方案。|Расскажите о вариантах доставки.|Please tell us about delivery options.
            """#
        )[""] ?? []

    static let positions =
        SampleTable.texts(
            #"""
            总经理|Генеральный директор|General manager
            销售经理|Менеджер по продажам|Sales manager
            采购经理|Менеджер по закупкам|Purchasing manager
            出口部主管|Руководитель экспорта|Head of export
            业务代表|Представитель|Representative
            """#
        )[""] ?? []
}
