extension SampleGoods {
    /// HS chapters 72–97.
    static let metalsTable = #"""
        720110|生铁|Чугун передельный|Pig iron
        720230|硅锰合金|Ферросиликомарганец|Ferro-silico-manganese
        720839|热轧卷板|Прокат горячекатаный|Hot-rolled coil
        721049|镀锌钢板|Прокат оцинкованный|Galvanised sheet
        721391|钢盘条|Катанка|Wire rod
        721420|螺纹钢|Арматура|Reinforcing bars
        721933|不锈钢板|Лист нержавеющий|Stainless sheet
        730210|钢轨|Рельсы|Rails
        730419|管线管|Трубы нефтегазовые|Line pipe
        730630|焊接钢管|Трубы сварные|Welded tubes
        730820|铁塔|Опоры и мачты|Steel towers
        730890|钢结构|Металлоконструкции|Steel structures
        731010|钢桶|Бочки стальные|Steel drums
        731210|钢丝绳|Канаты стальные|Steel ropes
        731700|铁钉|Гвозди|Nails
        731815|螺栓|Болты|Bolts
        732393|不锈钢厨具|Посуда из нержавеющей стали|Stainless cookware
        740311|电解铜|Катоды медные|Copper cathodes
        740811|铜线|Проволока медная|Copper wire
        741121|黄铜管|Трубы латунные|Brass tubes
        741820|铜制卫浴件|Сантехника латунная|Brass sanitary fittings
        750210|电解镍|Никель|Nickel cathodes
        750512|镍合金棒|Прутки никелевые|Nickel alloy bars
        760120|铝合金锭|Сплавы алюминиевые|Aluminium alloy ingots
        760421|铝型材|Профили алюминиевые|Aluminium profiles
        760711|铝箔|Фольга алюминиевая|Aluminium foil
        760900|铝管件|Фитинги алюминиевые|Aluminium fittings
        761510|铝制餐具|Посуда алюминиевая|Aluminium kitchenware
        780199|铅锭|Свинец в слитках|Lead ingots
        780411|铅板|Листы свинцовые|Lead sheets
        790111|锌锭|Цинк в слитках|Zinc ingots
        790500|锌板|Листы цинковые|Zinc sheets
        800110|锡锭|Олово в слитках|Tin ingots
        800300|焊锡条|Прутки оловянные|Tin bars
        810196|钨丝|Проволока вольфрамовая|Tungsten wire
        810419|镁锭|Магний|Magnesium ingots
        810890|钛材|Изделия из титана|Titanium products
        820130|园艺锄|Инвентарь садовый|Garden hoes and rakes
        820210|手锯|Пилы ручные|Hand saws
        820411|扳手|Ключи гаечные|Spanners
        820600|手工具套装|Наборы ручного инструмента|Hand tool sets
        820750|钻头|Свёрла|Drill bits
        821192|厨刀|Ножи кухонные|Kitchen knives
        821300|剪刀|Ножницы|Scissors
        821520|餐具套装|Наборы столовых приборов|Cutlery sets
        830140|门锁|Замки дверные|Door locks
        830210|五金铰链|Петли и фурнитура|Hinges
        830241|建筑五金|Фурнитура строительная|Fittings for buildings
        830300|保险柜|Сейфы|Safes
        831110|焊条|Электроды сварочные|Welding rods
        840310|供暖锅炉|Котлы отопительные|Heating boilers
        840734|汽油发动机|Двигатели бензиновые|Petrol engines
        840999|发动机零件|Запчасти двигателей|Engine parts
        841370|离心泵|Насосы центробежные|Centrifugal pumps
        841430|制冷压缩机|Компрессоры холодильные|Refrigeration compressors
        841451|风扇|Вентиляторы бытовые|Household fans
        841510|空调|Кондиционеры|Air conditioners
        841620|燃烧器|Горелки|Burners
        841821|冰箱|Холодильники|Refrigerators
        841861|热泵|Насосы тепловые|Heat pumps
        841934|粮食干燥机|Сушилки зерновые|Grain dryers
        842121|净水设备|Водоочистка|Water filters
        842230|包装机械|Оборудование упаковочное|Packaging machinery
        842430|高压清洗机|Мойки высокого давления|High-pressure cleaners
        842641|轮式起重机|Краны колёсные|Wheeled cranes
        842720|叉车|Погрузчики вилочные|Forklift trucks
        842833|带式输送机|Конвейеры ленточные|Belt conveyors
        842951|装载机|Погрузчики фронтальные|Front-end loaders
        842952|挖掘机|Экскаваторы|Excavators
        843139|输送设备零件|Запчасти конвейеров|Conveyor parts
        843210|犁|Плуги|Ploughs
        843241|施肥机|Разбрасыватели удобрений|Manure spreaders
        843351|联合收割机|Комбайны зерноуборочные|Combine harvesters
        843410|挤奶机|Доильные установки|Milking machines
        843810|烘焙机械|Оборудование пекарное|Bakery machinery
        843880|食品加工机械|Оборудование пищевое|Food processing machinery
        844332|打印机|Принтеры|Printers
        845011|洗衣机|Машины стиральные|Washing machines
        845210|家用缝纫机|Машины швейные бытовые|Household sewing machines
        845710|加工中心|Центры обрабатывающие|Machining centres
        845811|数控车床|Станки токарные с ЧПУ|CNC lathes
        846591|木工锯床|Станки деревообрабатывающие|Woodworking saws
        847130|笔记本电脑|Ноутбуки|Laptops
        847432|沥青搅拌设备|Установки асфальтосмесительные|Asphalt mixing plants
        847490|矿机零件|Запчасти дробилок|Crusher parts
        847710|注塑机|Термопластавтоматы|Injection moulding machines
        847982|搅拌设备|Смесительное оборудование|Mixing machinery
        848180|阀门|Арматура трубопроводная|Valves
        848210|滚珠轴承|Подшипники шариковые|Ball bearings
        848340|齿轮箱|Редукторы|Gearboxes
        850131|小型电机|Электродвигатели|Small motors
        850211|柴油发电机组|Генераторы дизельные|Diesel generating sets
        850423|电力变压器|Трансформаторы силовые|Power transformers
        850440|电源转换器|Преобразователи питания|Power converters
        850710|起动蓄电池|Аккумуляторы стартерные|Starter batteries
        850760|锂电池|Аккумуляторы литиевые|Lithium batteries
        850811|吸尘器|Пылесосы|Vacuum cleaners
        850940|搅拌机|Блендеры и миксеры|Blenders
        851310|手电筒|Фонари портативные|Portable torches
        851650|微波炉|Печи микроволновые|Microwave ovens
        851679|电热水壶|Чайники электрические|Electric kettles
        851713|智能手机|Смартфоны|Smartphones
        851762|网络设备|Оборудование сетевое|Network equipment
        851821|音箱|Колонки акустические|Loudspeakers
        852352|智能卡|Смарт-карты|Smart cards
        852589|监控摄像机|Камеры видеонаблюдения|Security cameras
        852691|导航终端|Приёмники навигационные|Navigation receivers
        852872|电视机|Телевизоры|Television sets
        853120|显示屏|Табло и индикаторы|Display panels
        853650|电气开关|Выключатели|Switches
        853710|控制柜|Шкафы управления|Control cabinets
        853952|LED灯具|Лампы светодиодные|LED lamps
        854143|太阳能组件|Солнечные модули|Solar modules
        854231|处理器芯片|Микросхемы процессорные|Processor chips
        854449|电力电缆|Кабели силовые|Power cables
        854470|光缆|Кабели оптические|Optical fibre cables
        860500|铁路客车|Вагоны пассажирские|Railway coaches
        860610|铁路罐车|Вагоны-цистерны|Rail tank wagons
        860712|铁路转向架|Тележки железнодорожные|Railway bogies
        860900|集装箱|Контейнеры грузовые|Freight containers
        870130|履带拖拉机|Тракторы гусеничные|Track-laying tractors
        870193|拖拉机|Тракторы|Tractors
        870210|大客车|Автобусы дизельные|Diesel buses
        870323|乘用车|Автомобили легковые|Passenger cars
        870380|纯电动轿车|Электромобили|Electric cars
        870423|重型卡车|Грузовики тяжёлые|Heavy lorries
        870530|消防车|Автомобили пожарные|Fire engines
        870829|汽车零件|Автозапчасти|Car parts
        870840|变速箱|Коробки передач|Vehicle gearboxes
        870899|底盘零件|Детали ходовой части|Chassis parts
        870911|电动牵引车|Тележки электрические|Electric works trucks
        871160|电动摩托车|Электромотоциклы|Electric motorcycles
        871200|自行车|Велосипеды|Bicycles
        871500|婴儿车|Коляски детские|Baby carriages
        871639|半挂车|Полуприцепы|Semi-trailers
        880400|降落伞|Парашюты|Parachutes
        880622|民用无人机|Беспилотники гражданские|Civil drones
        880623|农用无人机|Дроны сельскохозяйственные|Farm drones
        880730|飞机零件|Части самолётов|Aircraft parts
        890200|渔船|Суда рыболовные|Fishing vessels
        890331|小型游艇|Катера|Small boats
        890399|休闲小艇|Лодки гребные|Rowing boats
        890710|充气救生筏|Плоты спасательные|Inflatable life rafts
        900130|隐形眼镜|Линзы контактные|Contact lenses
        900311|眼镜架|Оправы для очков|Spectacle frames
        900580|望远镜|Трубы зрительные|Telescopes
        901180|光学显微镜|Микроскопы|Optical microscopes
        901530|水准仪|Нивелиры|Surveying levels
        901812|超声诊断仪|Сканеры ультразвуковые|Ultrasound scanners
        901890|医疗器械|Медицинские инструменты|Medical instruments
        901920|吸氧机|Аппараты кислородные|Oxygen therapy apparatus
        902131|人工关节|Суставы искусственные|Artificial joints
        902300|教学模型|Модели учебные|Teaching models
        902580|温湿度计|Гигрометры и термометры|Hygrometers
        902610|流量计|Расходомеры|Flow meters
        902710|气体分析仪|Газоанализаторы|Gas analysers
        902830|电能表|Счётчики электроэнергии|Electricity meters
        903180|测量仪器|Приборы измерительные|Measuring instruments
        910211|腕表|Часы наручные|Wrist watches
        910511|闹钟|Будильники|Alarm clocks
        910521|电子挂钟|Часы настенные|Wall clocks
        920120|三角钢琴|Рояли|Grand pianos
        920290|吉他|Гитары|Guitars
        920510|铜管乐器|Инструменты духовые медные|Brass instruments
        920600|打击乐器|Инструменты ударные|Percussion instruments
        920710|电子琴|Синтезаторы|Electronic keyboards
        930320|猎枪（展样）|Ружья охотничьи|Hunting shotguns
        930400|气枪（展样）|Пневматика спортивная|Sporting air guns
        940139|办公转椅|Кресла офисные|Swivel office chairs
        940161|软体沙发|Диваны мягкие|Upholstered sofas
        940320|金属货架|Стеллажи металлические|Metal shelving
        940340|厨房家具|Кухни деревянные|Wooden kitchen furniture
        940360|实木家具|Мебель деревянная|Wooden furniture
        940421|泡沫床垫|Матрасы|Foam mattresses
        940440|羽绒被|Одеяла|Quilts
        940511|LED吊灯|Люстры светодиодные|LED chandeliers
        940610|木结构房屋|Дома деревянные сборные|Prefabricated timber houses
        940620|钢结构活动房|Здания модульные стальные|Modular steel buildings
        950300|益智玩具|Игрушки развивающие|Educational toys
        950440|扑克牌|Карты игральные|Playing cards
        950510|圣诞饰品|Украшения новогодние|Christmas decorations
        950611|滑雪板|Лыжи|Skis
        950631|高尔夫球杆|Клюшки для гольфа|Golf clubs
        950670|冰鞋|Коньки|Ice skates
        950691|健身器材|Тренажёры|Fitness equipment
        950710|钓鱼竿|Удилища|Fishing rods
        960321|牙刷|Щётки зубные|Toothbrushes
        960340|油漆刷|Кисти малярные|Paint brushes
        960621|塑料纽扣|Пуговицы|Plastic buttons
        960719|拉链|Молнии застёжки|Zip fasteners
        960810|圆珠笔|Ручки шариковые|Ball-point pens
        961700|保温杯|Термосы|Vacuum flasks
        961900|纸尿裤|Подгузники|Nappies
        970191|油画|Живопись|Oil paintings
        970192|马赛克画|Мозаики и коллажи|Mosaics and collages
        970310|古董雕塑|Скульптура старинная|Antique sculptures
        970390|木雕|Скульптура деревянная|Wood sculptures
        """#
}
