/// What tells products of one kind apart, and what their descriptions say: by class of goods, so that nobody sells
/// butter in a heavy-duty model.
enum SampleGrades {
    enum GoodsClass: String, CaseIterable {
        case food
        case material
        case wear
        case machine

        /// - Parameter chapter: An HS chapter, 1 … 97.
        init(chapter: Int) {
            switch chapter {
            case ...24: self = .food
            case 41...43, 50...67, 71, 94...97: self = .wear
            case 82...93: self = .machine
            default: self = .material
            }
        }
    }

    static func names(of goodsClass: GoodsClass) -> [SampleText] {
        grades[goodsClass.rawValue] ?? []
    }

    static func descriptions(of goodsClass: GoodsClass) -> [SampleText] {
        (texts[goodsClass.rawValue] ?? []) + (texts["any"] ?? [])
    }

    private static let grades = SampleTable.texts(
        #"""
        =food
        优选|отборный сорт|select grade
        有机|органический стандарт|organic standard
        家庭装|семейная упаковка|family pack
        出口级|экспортный сорт|export grade
        礼盒装|подарочная упаковка|gift pack
        散装|на развес|in bulk
        餐饮装|упаковка для общепита|catering pack
        冬季系列|зимняя серия|winter range
        农场直供|прямо с фермы|farm-direct
        =material
        工业级|промышленный сорт|industrial grade
        出口级|экспортный сорт|export grade
        高纯型|высокая чистота|high purity
        标准型|стандартный сорт|standard grade
        吨袋装|в мягких контейнерах|in big bags
        耐寒型|морозостойкое исполнение|frost-resistant
        环保型|экологичная серия|low-emission range
        定制规格|размеры под заказ|cut to order
        =wear
        经典系列|классическая серия|classic range
        冬季系列|зимняя коллекция|winter collection
        青年系列|молодёжная серия|youth range
        手工款|ручная работа|handmade
        新款|новинка сезона|new this season
        旅行款|дорожная серия|travel range
        礼品款|подарочная серия|gift range
        北方系列|северная серия|northern range
        =machine
        轻量型|облегчённая модель|light model
        加强型|усиленная модель|heavy-duty model
        耐寒型|арктическое исполнение|arctic version
        节能型|энергосберегающая модель|energy-saving model
        智能型|«умная» модель|smart model
        标准型|базовая модель|standard model
        专业型|профессиональная серия|professional range
        紧凑型|компактная модель|compact model
        """#
    )

    /// `{goods}` stands for the name of the goods.
    private static let texts = SampleTable.texts(
        #"""
        =any
        {goods}，自有工厂生产，月供货稳定。|{goods}: собственное производство, стабильные ежемесячные поставки.|{goods} from our own plant, steady monthly supply.
        {goods}，可按客户品牌贴牌生产。|{goods}: возможен выпуск под маркой заказчика.|{goods}, available under the buyer’s own label.
        {goods}，起订量低，可先发样品。|{goods}: небольшая минимальная партия, высылаем образцы.|{goods} with a small minimum order; samples on request.
        {goods}，边境仓有现货，三天内发运。|{goods}: есть на приграничном складе, отгрузка за три дня.|{goods} in stock at a border warehouse, shipped within three days.
        =food
        {goods}，批次检验，随货提供中俄英三语标签。|{goods}: проверка каждой партии, маркировка на трёх языках.|{goods}: every batch tested, labelled in three languages.
        {goods}，全程冷链，可追溯到农场。|{goods}: холодовая цепь, прослеживаемость до хозяйства.|{goods}: unbroken cold chain, traceable to the farm.
        {goods}，适合商超货架的零售包装。|{goods}: розничная упаковка для полок супермаркетов.|{goods} in retail packs for supermarket shelves.
        =material
        {goods}，耐寒包装，适合铁路长途运输。|{goods}: морозостойкая упаковка для дальних железнодорожных перевозок.|{goods} in frost-proof packing made for long rail journeys.
        {goods}，每批附检测报告。|{goods}: протокол испытаний к каждой партии.|{goods} with a test report for every lot.
        {goods}，按图纸和规格定制。|{goods}: изготовление по чертежам и спецификациям.|{goods} made to drawings and specifications.
        =wear
        {goods}，面料与做工适应严寒气候。|{goods}: материалы и пошив для суровой зимы.|{goods}: materials and finish made for hard winters.
        {goods}，每季更新款式，尺码齐全。|{goods}: новые модели каждый сезон, полный размерный ряд.|{goods}: new designs every season, a full range of sizes.
        =machine
        {goods}，提供安装、培训和三年保修。|{goods}: монтаж, обучение и гарантия три года.|{goods} with installation, training and a three-year warranty.
        {goods}，说明书和界面有中俄英三语。|{goods}: инструкции и меню на трёх языках.|{goods} with manuals and menus in three languages.
        {goods}，零下四十度可正常工作。|{goods}: работает при сорока градусах мороза.|{goods}: works at forty degrees below zero.
        """#
    )
}
