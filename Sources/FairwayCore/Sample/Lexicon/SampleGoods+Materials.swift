extension SampleGoods {
    /// HS chapters 25–49.
    static let materialsTable = #"""
        250100|食用盐|Соль пищевая|Table salt
        250490|天然石墨|Графит природный|Natural graphite
        250510|石英砂|Песок кварцевый|Silica sand
        250850|硅线石矿|Силлиманит и андалузит|Andalusite and sillimanite
        251710|碎石|Щебень|Crushed stone
        251910|菱镁矿|Магнезит|Magnesite
        252020|石膏粉|Гипс строительный|Gypsum plaster
        252329|硅酸盐水泥|Портландцемент|Portland cement
        260111|铁矿石|Железная руда|Iron ore
        260300|铜精矿|Концентрат медный|Copper concentrate
        260800|锌精矿|Концентрат цинковый|Zinc concentrate
        270112|动力煤|Уголь энергетический|Steam coal
        270400|焦炭|Кокс|Coke
        271012|车用汽油|Бензины|Motor petrol
        271019|润滑油|Масла смазочные|Lubricating oils
        271111|液化天然气|Сжиженный природный газ|Liquefied natural gas
        271112|液化丙烷|Пропан сжиженный|Liquefied propane
        271320|石油沥青|Битум нефтяной|Petroleum bitumen
        280300|炭黑|Углерод технический|Carbon black
        281122|白炭黑|Диоксид кремния|Silica powder
        281511|固体烧碱|Сода каустическая|Caustic soda
        281700|氧化锌|Оксид цинка|Zinc oxide
        283620|纯碱|Сода кальцинированная|Soda ash
        290511|甲醇|Метанол|Methanol
        290531|乙二醇|Этиленгликоль|Ethylene glycol
        291570|硬脂酸|Стеариновая кислота|Stearic acid
        291814|柠檬酸|Лимонная кислота|Citric acid
        293627|维生素C|Витамин C|Vitamin C
        300215|免疫制剂|Препараты иммунологические|Immunological products
        300420|抗生素制剂|Препараты антибиотиков|Antibiotics in doses
        300490|中成药|Препараты растительные|Herbal medicines
        300590|医用敷料|Повязки медицинские|Medical dressings
        300650|急救箱|Аптечки|First-aid kits
        310100|有机肥|Удобрения органические|Organic fertiliser
        310210|尿素|Карбамид|Urea
        310420|氯化钾|Хлорид калия|Potassium chloride
        310520|复合肥|Удобрения комплексные|Compound fertiliser
        320611|钛白粉|Диоксид титана|Titanium dioxide pigment
        320820|丙烯酸涂料|Краски акриловые|Acrylic paints
        320910|水性漆|Краски водные|Water-based paints
        321410|填缝膏|Герметики и шпатлёвки|Sealants and fillers
        321519|印刷油墨|Краски печатные|Printing ink
        330129|植物精油|Масла эфирные|Essential oils
        330300|香水|Духи и туалетная вода|Perfumes
        330410|唇膏|Помады|Lipsticks
        330499|护肤品|Косметика уходовая|Skin care
        330510|洗发水|Шампуни|Shampoo
        330610|牙膏|Паста зубная|Toothpaste
        330720|香体剂|Дезодоранты|Deodorants
        340111|香皂|Мыло туалетное|Toilet soap
        340130|沐浴露|Гели для душа|Shower gels
        340250|洗衣粉|Порошки стиральные|Washing powder
        340540|擦洗膏|Пасты чистящие|Scouring pastes
        340600|香薰蜡烛|Свечи|Candles
        350400|植物蛋白粉|Белок растительный|Plant protein powder
        350510|变性淀粉|Крахмалы модифицированные|Modified starches
        350691|工业胶粘剂|Клеи промышленные|Industrial adhesives
        350790|酶制剂|Ферменты|Enzymes
        360490|信号弹|Ракеты сигнальные|Signal flares
        360500|安全火柴|Спички|Safety matches
        370130|印刷版材|Пластины печатные|Printing plates
        370320|彩色相纸|Бумага фотографическая|Colour photographic paper
        370790|显影剂|Химикаты для фотографии|Photographic chemicals
        380210|活性炭|Уголь активированный|Activated carbon
        380892|杀菌剂|Фунгициды|Fungicides
        380893|除草剂|Гербициды|Herbicides
        382000|防冻液|Антифриз|Antifreeze
        382440|混凝土外加剂|Добавки для бетона|Concrete admixtures
        390120|聚乙烯颗粒|Полиэтилен в гранулах|Polyethylene granules
        390210|聚丙烯颗粒|Полипропилен в гранулах|Polypropylene granules
        390410|聚氯乙烯树脂|Смола ПВХ|PVC resin
        391723|塑料管材|Трубы пластиковые|Plastic pipes
        391810|塑料地板|Покрытия напольные ПВХ|PVC flooring
        392010|包装薄膜|Плёнка упаковочная|Packaging film
        392310|塑料箱|Ящики пластиковые|Plastic boxes
        392330|塑料瓶|Бутылки пластиковые|Plastic bottles
        392410|塑料餐具|Посуда пластиковая|Plastic tableware
        392520|塑料门窗|Окна и двери пластиковые|Plastic doors and windows
        400122|标准橡胶|Каучук натуральный|Technical natural rubber
        400942|橡胶软管|Шланги резиновые|Rubber hoses
        401039|传动带|Ремни приводные|Transmission belts
        401110|乘用车轮胎|Шины легковые|Car tyres
        401120|卡车轮胎|Шины грузовые|Lorry tyres
        401519|橡胶手套|Перчатки резиновые|Rubber gloves
        401693|密封圈|Уплотнения резиновые|Rubber gaskets
        410441|牛皮坯革|Кожа полуфабрикат|Crust leather
        410711|牛皮革|Кожа крупного рогатого скота|Bovine leather
        411310|山羊皮革|Кожа козья|Goat leather
        420212|旅行箱|Чемоданы|Suitcases
        420221|皮手袋|Сумки кожаные|Leather handbags
        420231|皮夹|Кошельки кожаные|Leather wallets
        420292|旅行背包|Рюкзаки|Rucksacks
        420330|皮带|Ремни кожаные|Leather belts
        430211|貂皮|Мех норки выделанный|Dressed mink skins
        430310|皮草大衣|Шубы|Fur coats
        430390|皮毛毯|Пледы меховые|Fur throws
        440131|木颗粒燃料|Пеллеты древесные|Wood pellets
        440290|木炭|Уголь древесный|Charcoal
        440321|松木原木|Лес круглый сосновый|Pine logs
        440711|松木锯材|Пиломатериалы сосновые|Sawn pine
        440791|橡木板材|Пиломатериалы дубовые|Sawn oak
        440890|装饰单板|Шпон|Veneer sheets
        441011|刨花板|Плиты древесностружечные|Particle board
        441112|中密度纤维板|Плиты МДФ|Medium-density fibreboard
        441233|桦木胶合板|Фанера берёзовая|Birch plywood
        441299|层压木板|Плиты клеёные слоистые|Laminated wood panels
        441520|木托盘|Поддоны деревянные|Wooden pallets
        441829|木门|Двери деревянные|Wooden doors
        441875|实木地板|Паркет|Parquet flooring
        441990|木制厨具|Утварь деревянная|Wooden kitchenware
        450310|软木塞|Пробки корковые|Cork stoppers
        450410|软木制品|Изделия из пробки|Cork products
        460121|竹席|Циновки бамбуковые|Bamboo mats
        460211|竹篮|Корзины бамбуковые|Bamboo baskets
        460219|桦树皮编织品|Плетёные изделия из бересты|Birch-bark basketware
        470321|漂白纸浆|Целлюлоза белёная|Bleached pulp
        470329|阔叶木浆|Целлюлоза лиственная|Hardwood pulp
        470710|废纸板|Макулатура картонная|Recovered cardboard
        480100|新闻纸|Бумага газетная|Newsprint
        480256|复印纸|Бумага офисная|Copy paper
        480411|牛皮挂面纸|Крафт-лайнер|Kraftliner
        480810|瓦楞原纸|Картон гофрированный|Corrugated board
        481420|壁纸|Обои|Wallpaper
        481810|卫生纸|Бумага туалетная|Toilet paper
        481820|纸手帕|Платочки бумажные|Paper handkerchiefs
        481910|瓦楞纸箱|Коробки из гофрокартона|Corrugated boxes
        482010|笔记本册|Тетради и блокноты|Notebooks
        482369|纸杯|Посуда бумажная|Paper cups
        490199|儿童图书|Книги детские|Children’s books
        490300|儿童画册|Раскраски|Colouring books
        490900|贺卡|Открытки|Greeting cards
        491000|挂历|Календари|Calendars
        491110|商业画册|Каталоги рекламные|Trade catalogues
        """#
}
