extension SampleGoods {
    /// HS chapters 72–97.
    static let metalsTable = #"""
        720839|热轧卷板|Прокат горячекатаный|Hot-rolled coil
        721420|螺纹钢|Арматура|Reinforcing bars
        730630|焊接钢管|Трубы сварные|Welded tubes
        730890|钢结构|Металлоконструкции|Steel structures
        732393|不锈钢厨具|Посуда из нержавеющей стали|Stainless cookware
        740811|铜线|Проволока медная|Copper wire
        750210|电解镍|Никель|Nickel cathodes
        760421|铝型材|Профили алюминиевые|Aluminium profiles
        761510|铝制餐具|Посуда алюминиевая|Aluminium kitchenware
        780199|铅锭|Свинец в слитках|Lead ingots
        790111|锌锭|Цинк в слитках|Zinc ingots
        800110|锡锭|Олово в слитках|Tin ingots
        810890|钛材|Изделия из титана|Titanium products
        820559|手工具套装|Наборы ручного инструмента|Hand tool sets
        821192|厨刀|Ножи кухонные|Kitchen knives
        830210|五金铰链|Петли и фурнитура|Hinges
        830140|门锁|Замки дверные|Door locks
        840310|供暖锅炉|Котлы отопительные|Heating boilers
        841381|离心泵|Насосы центробежные|Centrifugal pumps
        841510|空调|Кондиционеры|Air conditioners
        841821|冰箱|Холодильники|Refrigerators
        842230|包装机械|Оборудование упаковочное|Packaging machinery
        842720|叉车|Погрузчики вилочные|Forklift trucks
        842952|挖掘机|Экскаваторы|Excavators
        843351|联合收割机|Комбайны зерноуборочные|Combine harvesters
        843880|食品加工机械|Оборудование пищевое|Food processing machinery
        845811|数控车床|Станки токарные с ЧПУ|CNC lathes
        847130|笔记本电脑|Ноутбуки|Laptops
        847982|搅拌设备|Смесительное оборудование|Mixing machinery
        848180|阀门|Арматура трубопроводная|Valves
        850131|小型电机|Электродвигатели|Small motors
        850440|电源转换器|Преобразователи питания|Power converters
        850760|锂电池|Аккумуляторы литиевые|Lithium batteries
        851671|电热水壶|Чайники электрические|Electric kettles
        851713|智能手机|Смартфоны|Smartphones
        852872|电视机|Телевизоры|Television sets
        853710|控制柜|Шкафы управления|Control cabinets
        853950|LED灯具|Лампы светодиодные|LED lamps
        854143|太阳能组件|Солнечные модули|Solar modules
        854449|电力电缆|Кабели силовые|Power cables
        860900|集装箱|Контейнеры грузовые|Freight containers
        860712|铁路转向架|Тележки железнодорожные|Railway bogies
        870193|拖拉机|Тракторы|Tractors
        870323|乘用车|Автомобили легковые|Passenger cars
        870423|重型卡车|Грузовики тяжёлые|Heavy lorries
        870829|汽车零件|Автозапчасти|Car parts
        871200|自行车|Велосипеды|Bicycles
        880622|民用无人机|Беспилотники гражданские|Civil drones
        890399|小型游艇|Катера|Small boats
        900130|隐形眼镜|Линзы контактные|Contact lenses
        901890|医疗器械|Медицинские инструменты|Medical instruments
        902710|气体分析仪|Газоанализаторы|Gas analysers
        910211|腕表|Часы наручные|Wrist watches
        920120|三角钢琴|Рояли|Grand pianos
        920290|吉他|Гитары|Guitars
        930320|猎枪（展样）|Ружья охотничьи|Hunting shotguns
        940161|软体沙发|Диваны мягкие|Upholstered sofas
        940360|实木家具|Мебель деревянная|Wooden furniture
        940610|木结构房屋|Дома деревянные сборные|Prefabricated timber houses
        950300|益智玩具|Игрушки развивающие|Educational toys
        950611|滑雪板|Лыжи|Skis
        950691|健身器材|Тренажёры|Fitness equipment
        960810|圆珠笔|Ручки шариковые|Ball-point pens
        961900|纸尿裤|Подгузники|Nappies
        970121|油画|Живопись|Oil paintings
        """#
}
