extension SampleGoods {
    /// HS chapters 25–49.
    static let materialsTable = #"""
        250100|食用盐|Соль пищевая|Table salt
        252329|硅酸盐水泥|Портландцемент|Portland cement
        250510|石英砂|Песок кварцевый|Silica sand
        260111|铁矿石|Железная руда|Iron ore
        270119|动力煤|Уголь энергетический|Steam coal
        271019|润滑油|Масла смазочные|Lubricating oils
        271112|液化丙烷|Пропан сжиженный|Liquefied propane
        280300|炭黑|Углерод технический|Carbon black
        283620|纯碱|Сода кальцинированная|Soda ash
        290511|甲醇|Метанол|Methanol
        291814|柠檬酸|Лимонная кислота|Citric acid
        300490|中成药|Препараты растительные|Herbal medicines
        300510|医用敷料|Повязки медицинские|Medical dressings
        310210|尿素|Карбамид|Urea
        310420|氯化钾|Хлорид калия|Potassium chloride
        320820|丙烯酸涂料|Краски акриловые|Acrylic paints
        320910|水性漆|Краски водные|Water-based paints
        330499|护肤品|Косметика уходовая|Skin care
        330510|洗发水|Шампуни|Shampoo
        330720|香体剂|Дезодоранты|Deodorants
        340130|沐浴露|Гели для душа|Shower gels
        340220|洗衣粉|Порошки стиральные|Washing powder
        350400|植物蛋白粉|Белок растительный|Plant protein powder
        350691|工业胶粘剂|Клеи промышленные|Industrial adhesives
        360500|安全火柴|Спички|Safety matches
        370130|印刷版材|Пластины печатные|Printing plates
        380893|除草剂|Гербициды|Herbicides
        382499|混凝土外加剂|Добавки для бетона|Concrete admixtures
        390120|聚乙烯颗粒|Полиэтилен в гранулах|Polyethylene granules
        392010|包装薄膜|Плёнка упаковочная|Packaging film
        392310|塑料箱|Ящики пластиковые|Plastic boxes
        392410|塑料餐具|Посуда пластиковая|Plastic tableware
        401110|乘用车轮胎|Шины легковые|Car tyres
        401120|卡车轮胎|Шины грузовые|Lorry tyres
        401519|橡胶手套|Перчатки резиновые|Rubber gloves
        410711|牛皮革|Кожа крупного рогатого скота|Bovine leather
        420221|皮手袋|Сумки кожаные|Leather handbags
        420212|旅行箱|Чемоданы|Suitcases
        430310|毛皮帽|Шапки меховые|Fur hats
        440710|松木锯材|Пиломатериалы сосновые|Sawn pine
        441233|桦木胶合板|Фанера берёзовая|Birch plywood
        440131|木颗粒燃料|Пеллеты древесные|Wood pellets
        441875|实木地板|Паркет|Parquet flooring
        441990|木制厨具|Утварь деревянная|Wooden kitchenware
        450410|软木制品|Изделия из пробки|Cork products
        460219|桦树皮编织品|Плетёные изделия из бересты|Birch-bark basketware
        470321|漂白纸浆|Целлюлоза белёная|Bleached pulp
        480100|新闻纸|Бумага газетная|Newsprint
        480256|复印纸|Бумага офисная|Copy paper
        481910|瓦楞纸箱|Коробки из гофрокартона|Corrugated boxes
        481810|卫生纸|Бумага туалетная|Toilet paper
        490199|儿童图书|Книги детские|Children’s books
        490300|儿童画册|Раскраски|Colouring books
        """#
}
