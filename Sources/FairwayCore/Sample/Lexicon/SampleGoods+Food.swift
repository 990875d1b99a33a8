extension SampleGoods {
    /// HS chapters 1–24: HS code, then the goods in Chinese, Russian and English.
    static let foodTable = #"""
        010511|雏鸡|Цыплята суточные|Day-old chicks
        010620|观赏龟苗|Черепахи декоративные|Ornamental turtles
        010641|蜂种|Пчёлы|Honey bees
        020130|冷鲜牛肉|Говядина охлаждённая бескостная|Chilled boneless beef
        020230|冷冻牛肉|Говядина замороженная|Frozen beef
        020329|冷冻猪肉|Свинина замороженная|Frozen pork
        020442|冷冻羊排|Баранина на кости|Lamb cuts with bone
        020714|冷冻鸡块|Куриные части замороженные|Frozen chicken cuts
        021019|腌制猪肉|Свинина солёная и копчёная|Cured pork
        030312|冷冻鲑鱼|Лосось замороженный|Frozen Pacific salmon
        030367|冷冻明太鱼|Минтай замороженный|Frozen Alaska pollock
        030369|冷冻鳕类|Рыба тресковых пород|Frozen cod-like fish
        030399|鱼副产品|Субпродукты рыбные|Fish offal for processing
        030483|冷冻比目鱼片|Филе камбалы|Frozen flatfish fillets
        030614|冷冻蟹|Краб замороженный|Frozen crab
        030617|冷冻虾|Креветки замороженные|Frozen shrimps
        030743|冷冻鱿鱼|Кальмар замороженный|Frozen squid
        030819|干海参|Трепанг сушёный|Dried sea cucumber
        030822|海胆|Морской ёж|Sea urchin
        040120|常温牛奶|Молоко питьевое|Drinking milk
        040210|脱脂奶粉|Сухое обезжиренное молоко|Skimmed milk powder
        040221|全脂奶粉|Сухое цельное молоко|Whole milk powder
        040320|酸奶|Йогурты|Yogurt
        040410|乳清粉|Сыворотка сухая|Whey powder
        040510|黄油|Масло сливочное|Butter
        040610|鲜奶酪|Сыры мягкие|Fresh cheese
        040690|硬质奶酪|Сыр твёрдый|Hard cheese
        040721|鲜鸡蛋|Яйца куриные|Hens’ eggs
        040900|天然蜂蜜|Мёд натуральный|Natural honey
        050400|天然肠衣|Оболочка натуральная|Natural casings
        050510|羽绒|Пух и перо|Down and feathers
        050790|鹿茸|Панты оленя|Deer antler velvet
        060220|果树苗|Саженцы плодовые|Fruit tree seedlings
        060290|观赏盆栽|Растения комнатные|Pot plants
        060319|鲜切花|Цветы срезанные|Cut flowers
        070190|马铃薯|Картофель|Potatoes
        070200|番茄|Томаты|Tomatoes
        070310|洋葱|Лук репчатый|Onions
        070320|大蒜|Чеснок|Garlic
        070490|白菜|Капуста|Cabbages
        070610|胡萝卜|Морковь|Carrots
        070930|茄子|Баклажаны|Aubergines
        071080|速冻蔬菜|Овощи замороженные|Frozen vegetables
        071232|干木耳|Грибы древесные сушёные|Dried wood ears
        071290|脱水蔬菜|Овощи сушёные|Dried vegetables
        071310|干豌豆|Горох сушёный|Dried peas
        071333|芸豆|Фасоль|Kidney beans
        080232|核桃仁|Ядра грецких орехов|Shelled walnuts
        080292|松子仁|Ядро кедрового ореха|Pine nut kernels
        080510|橙|Апельсины|Oranges
        080610|鲜葡萄|Виноград свежий|Fresh grapes
        080810|苹果|Яблоки|Apples
        081040|蓝莓|Голубика и клюква|Blueberries and cranberries
        081190|冷冻浆果|Ягоды замороженные|Frozen berries
        081340|干果|Сухофрукты|Dried fruit
        090111|生咖啡豆|Кофе зелёный|Green coffee beans
        090121|焙炒咖啡|Кофе обжаренный|Roasted coffee
        090210|绿茶|Чай зелёный|Green tea
        090230|红茶|Чай чёрный|Black tea
        090422|辣椒粉|Перец красный молотый|Ground chillies
        091011|生姜|Имбирь|Ginger
        091091|混合香料|Смеси пряностей|Spice mixes
        100119|硬粒小麦|Пшеница твёрдая|Durum wheat
        100199|小麦|Пшеница|Wheat
        100390|大麦|Ячмень|Barley
        100490|燕麦|Овёс|Oats
        100590|玉米|Кукуруза|Maize
        100630|大米|Рис|Milled rice
        100810|荞麦|Гречиха|Buckwheat
        110100|小麦粉|Мука пшеничная|Wheat flour
        110220|玉米粉|Мука кукурузная|Maize flour
        110412|燕麦片|Хлопья овсяные|Rolled oats
        110710|麦芽|Солод|Malt
        110812|玉米淀粉|Крахмал кукурузный|Maize starch
        120190|大豆|Соевые бобы|Soya beans
        120242|花生仁|Арахис очищенный|Shelled peanuts
        120400|亚麻籽|Семена льна|Linseed
        120510|低芥酸油菜籽|Рапс|Rape seed
        120600|葵花籽|Семена подсолнечника|Sunflower seeds
        120740|芝麻|Кунжут|Sesame seeds
        121120|人参|Женьшень|Ginseng
        121190|药用植物|Травы лекарственные|Medicinal herbs
        121221|食用海带|Ламинария пищевая|Edible kelp
        121490|饲草|Сено и кормовые травы|Hay and forage
        130190|天然松脂|Живица и природные смолы|Natural resins
        130219|植物提取物|Экстракты растительные|Plant extracts
        140110|竹材|Бамбук|Bamboo
        140190|柳编原料|Лоза для плетения|Willow for basketware
        150420|鱼油|Жир рыбий|Fish oil
        150790|大豆油|Масло соевое|Soya-bean oil
        150930|初榨橄榄油|Масло оливковое первого отжима|Virgin olive oil
        151219|葵花籽油|Масло подсолнечное|Sunflower oil
        151419|菜籽油|Масло рапсовое|Rapeseed oil
        151529|玉米油|Масло кукурузное|Maize oil
        151710|人造黄油|Маргарин|Margarine
        160100|香肠|Колбасные изделия|Sausages
        160232|鸡肉制品|Изделия из мяса птицы|Prepared chicken
        160250|牛肉罐头|Тушёнка говяжья|Canned beef
        160419|鱼罐头|Рыбные консервы|Canned fish
        160431|鲟鱼子酱|Икра осетровая|Sturgeon caviar
        160432|红鱼子|Икра лососёвая|Salmon roe
        160521|即食虾仁|Креветки готовые|Prepared shrimps
        170199|白砂糖|Сахар белый|White sugar
        170230|葡萄糖浆|Сироп глюкозный|Glucose syrup
        170410|口香糖|Жевательная резинка|Chewing gum
        170490|奶糖|Конфеты молочные|Milk sweets
        180500|可可粉|Какао-порошок|Cocoa powder
        180620|巧克力块料|Шоколад в блоках|Chocolate blocks
        180631|夹心巧克力|Шоколад с начинкой|Filled chocolate bars
        180690|巧克力糖果|Конфеты шоколадные|Chocolate sweets
        190110|婴儿配方食品|Детское питание|Infant food
        190219|挂面|Макаронные изделия|Pasta
        190230|方便面|Лапша быстрого приготовления|Instant noodles
        190410|早餐谷物|Завтраки сухие|Breakfast cereals
        190531|甜饼干|Печенье сладкое|Sweet biscuits
        190532|华夫饼|Вафли|Wafers
        190590|蜂蜜糕点|Пряники медовые|Honey gingerbread
        200110|腌黄瓜|Огурцы маринованные|Pickled cucumbers
        200290|番茄酱|Паста томатная|Tomato paste
        200410|冷冻薯条|Картофель фри замороженный|Frozen chips
        200520|薯片|Чипсы картофельные|Potato crisps
        200551|豆类罐头|Фасоль консервированная|Canned beans
        200799|果酱|Варенье и джем|Jam
        200989|沙棘汁|Сок облепиховый|Sea buckthorn juice
        200990|混合果汁|Соки смешанные|Mixed fruit juice
        210111|速溶咖啡|Кофе растворимый|Instant coffee
        210210|食用酵母|Дрожжи|Yeast
        210310|酱油|Соус соевый|Soy sauce
        210390|调味酱|Соусы|Sauces
        210410|速食汤料|Супы и бульоны|Soups and broths
        210500|冰淇淋|Мороженое|Ice cream
        210690|保健食品|Функциональное питание|Functional food
        220110|矿泉水|Вода минеральная|Mineral water
        220210|无酒精饮料|Напитки безалкогольные|Soft drinks
        220300|麦芽啤酒|Пиво солодовое|Malt beer
        220410|起泡酒|Вина игристые|Sparkling wine
        220421|葡萄酒|Вино виноградное|Grape wine
        220830|谷物威士忌|Виски|Whisky
        220860|伏特加|Водка|Vodka
        220900|食醋|Уксус|Vinegar
        230120|鱼粉|Мука рыбная|Fish meal
        230400|豆粕|Шрот соевый|Soya-bean meal
        230910|宠物食品|Корм для животных|Pet food
        230990|配合饲料|Комбикорма|Compound feed
        240120|烟叶|Табак листовой|Leaf tobacco
        240220|卷烟（样品）|Сигареты (образцы)|Cigarettes (samples)
        """#
}
