extension SampleGoods {
    /// HS chapters 1–24: HS code, then the goods in Chinese, Russian and English.
    static let foodTable = #"""
        010620|观赏龟苗|Черепахи декоративные|Ornamental turtles
        020130|冷鲜牛肉|Говядина охлаждённая бескостная|Chilled boneless beef
        020329|冷冻猪肉|Свинина замороженная|Frozen pork
        020714|冷冻鸡块|Куриные части замороженные|Frozen chicken cuts
        030312|冷冻鲑鱼|Лосось замороженный|Frozen Pacific salmon
        030367|冷冻明太鱼|Минтай замороженный|Frozen Alaska pollock
        030614|冷冻蟹|Краб замороженный|Frozen crab
        030822|海胆|Морской ёж|Sea urchin
        040210|脱脂奶粉|Сухое обезжиренное молоко|Skimmed milk powder
        040510|黄油|Масло сливочное|Butter
        040690|硬质奶酪|Сыр твёрдый|Hard cheese
        040900|天然蜂蜜|Мёд натуральный|Natural honey
        050400|天然肠衣|Оболочка натуральная|Natural casings
        060319|鲜切花|Цветы срезанные|Cut flowers
        070310|洋葱|Лук репчатый|Onions
        070190|马铃薯|Картофель|Potatoes
        071290|脱水蔬菜|Овощи сушёные|Dried vegetables
        071333|芸豆|Фасоль|Kidney beans
        080290|松子仁|Ядро кедрового ореха|Pine nut kernels
        081190|冷冻浆果|Ягоды замороженные|Frozen berries
        081340|干果|Сухофрукты|Dried fruit
        090121|焙炒咖啡|Кофе обжаренный|Roasted coffee
        090230|红茶|Чай чёрный|Black tea
        090210|绿茶|Чай зелёный|Green tea
        091099|混合香料|Смеси пряностей|Spice mixes
        100199|小麦|Пшеница|Wheat
        100490|燕麦|Овёс|Oats
        100630|大米|Рис|Milled rice
        110100|小麦粉|Мука пшеничная|Wheat flour
        110412|燕麦片|Хлопья овсяные|Rolled oats
        120190|大豆|Соевые бобы|Soya beans
        120400|亚麻籽|Семена льна|Linseed
        120740|芝麻|Кунжут|Sesame seeds
        121190|药用植物|Травы лекарственные|Medicinal herbs
        130219|植物提取物|Экстракты растительные|Plant extracts
        140190|柳编原料|Лоза для плетения|Willow for basketware
        150790|大豆油|Масло соевое|Soya-bean oil
        151219|葵花籽油|Масло подсолнечное|Sunflower oil
        151419|菜籽油|Масло рапсовое|Rapeseed oil
        160100|香肠|Колбасные изделия|Sausages
        160414|鱼罐头|Рыбные консервы|Canned fish
        160431|鲟鱼子酱|Икра осетровая|Sturgeon caviar
        170199|白砂糖|Сахар белый|White sugar
        170490|奶糖|Конфеты молочные|Milk sweets
        170410|口香糖|Жевательная резинка|Chewing gum
        180631|夹心巧克力|Шоколад с начинкой|Filled chocolate bars
        180690|巧克力糖果|Конфеты шоколадные|Chocolate sweets
        190531|甜饼干|Печенье сладкое|Sweet biscuits
        190532|华夫饼|Вафли|Wafers
        190230|方便面|Лапша быстрого приготовления|Instant noodles
        190590|蜂蜜糕点|Пряники медовые|Honey gingerbread
        200990|混合果汁|Соки смешанные|Mixed fruit juice
        200799|果酱|Варенье и джем|Jam
        200110|腌黄瓜|Огурцы маринованные|Pickled cucumbers
        210390|调味酱|Соусы|Sauces
        210500|冰淇淋|Мороженое|Ice cream
        210690|保健食品|Функциональное питание|Functional food
        220110|矿泉水|Вода минеральная|Mineral water
        220210|无酒精饮料|Напитки безалкогольные|Soft drinks
        220300|麦芽啤酒|Пиво солодовое|Malt beer
        220421|葡萄酒|Вино виноградное|Grape wine
        230400|豆粕|Шрот соевый|Soya-bean meal
        230910|宠物食品|Корм для животных|Pet food
        240220|卷烟（样品）|Сигареты (образцы)|Cigarettes (samples)
        """#
}
