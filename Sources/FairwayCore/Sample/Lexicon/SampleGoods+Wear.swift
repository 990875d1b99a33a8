extension SampleGoods {
    /// HS chapters 50–71.
    static let wearTable = #"""
        500400|蚕丝线|Пряжа шёлковая|Silk yarn
        500720|真丝面料|Ткань шёлковая|Silk fabric
        510121|洗净羊毛|Шерсть мытая|Degreased wool
        510529|羊毛条|Топс шерстяной|Wool tops
        510710|精纺毛纱|Пряжа шерстяная|Worsted yarn
        511211|精纺毛料|Ткань шерстяная|Worsted fabric
        520100|棉花|Хлопок-волокно|Raw cotton
        520524|棉纱|Пряжа хлопковая|Cotton yarn
        520811|棉布|Ткань хлопковая|Cotton fabric
        520942|牛仔布|Ткань джинсовая|Denim
        530110|亚麻原料|Лён-сырец|Raw flax
        530610|亚麻纱|Пряжа льняная|Flax yarn
        530919|亚麻面料|Ткань льняная|Linen fabric
        540233|涤纶变形丝|Нити полиэфирные|Textured polyester yarn
        540710|工业用布|Ткани технические|Technical woven fabric
        540752|涤纶面料|Ткань полиэфирная|Polyester fabric
        550320|涤纶短纤|Волокно полиэфирное|Polyester staple fibre
        550953|涤棉混纺纱|Пряжа полиэфирно-хлопковая|Polyester-cotton yarn
        551321|涤棉染色布|Ткань смесовая|Dyed blended fabric
        560121|化妆棉|Вата и ватные диски|Cotton wool
        560210|针刺毡|Войлок|Felt
        560312|无纺布|Нетканый материал|Nonwovens
        560750|合成绳索|Канаты синтетические|Synthetic ropes
        560811|渔网|Сети рыболовные|Fishing nets
        570242|机织地毯|Ковры тканые|Woven carpets
        570339|簇绒地毯|Ковры тафтинговые|Tufted carpets
        570500|门垫|Коврики придверные|Door mats
        580190|绒布|Ткани ворсовые|Pile fabric
        580632|织带|Ленты текстильные|Woven ribbons
        581092|机绣布|Вышивка|Embroidery
        590310|篷盖布|Ткань тентовая|Tarpaulin fabric
        590390|涂层面料|Ткань с покрытием|Coated fabric
        591190|工业滤布|Ткань фильтровальная|Filter cloth
        600192|长毛绒|Плюш трикотажный|Knitted plush
        600410|弹力针织布|Полотно эластичное|Stretch knitted fabric
        600622|针织面料|Полотно трикотажное|Knitted fabric
        610342|男式运动裤|Брюки спортивные|Men’s tracksuit trousers
        610462|女式紧身裤|Легинсы|Leggings
        610711|男式内裤|Бельё мужское|Men’s underwear
        610910|棉T恤|Футболки хлопковые|Cotton T-shirts
        611020|针织衫|Джемперы трикотажные|Knitted jumpers
        611030|抓绒衫|Толстовки|Fleece jumpers
        611120|婴儿服|Одежда для младенцев|Babywear
        611595|棉袜|Носки хлопковые|Cotton socks
        611610|涂胶手套|Перчатки с покрытием|Coated work gloves
        620140|羽绒服|Пуховики|Down jackets
        620240|女式防寒服|Куртки женские зимние|Women’s winter jackets
        620342|男式裤装|Брюки мужские|Men’s trousers
        620443|连衣裙|Платья|Dresses
        620520|男式衬衫|Рубашки мужские|Men’s shirts
        621133|工作服|Спецодежда|Workwear
        621210|文胸|Бюстгальтеры|Bras
        621430|围巾|Платки и шарфы|Scarves
        630140|毛毯|Пледы|Blankets
        630231|床上用品|Постельное бельё|Bed linen
        630260|毛巾|Полотенца махровые|Terry towels
        630392|窗帘|Шторы|Curtains
        630622|帐篷|Палатки|Tents
        630720|救生衣|Жилеты спасательные|Life jackets
        640110|防护胶靴|Сапоги защитные резиновые|Protective rubber boots
        640299|休闲鞋|Обувь повседневная|Casual shoes
        640391|保暖皮靴|Ботинки зимние кожаные|Winter leather boots
        640411|运动鞋|Кроссовки|Sports shoes
        640520|室内棉鞋|Тапочки тёплые|Warm slippers
        650500|针织帽|Шапки вязаные|Knitted hats
        650610|安全帽|Каски защитные|Safety helmets
        650699|毛皮帽|Шапки меховые|Fur hats
        660110|庭院伞|Зонты садовые|Garden umbrellas
        660191|折叠伞|Зонты складные|Folding umbrellas
        660200|登山杖|Палки трекинговые|Trekking poles
        670100|羽毛饰品|Украшения из пера|Feather ornaments
        670290|仿真花|Цветы искусственные|Artificial flowers
        670419|假发|Парики|Wigs
        680221|大理石板|Плиты мраморные|Marble slabs
        680293|花岗岩板|Плиты гранитные|Granite slabs
        680520|砂纸|Бумага наждачная|Sandpaper
        680610|岩棉板|Плиты минераловатные|Mineral wool boards
        680911|石膏板|Гипсокартон|Plasterboard
        681011|水泥砖|Блоки бетонные|Concrete blocks
        681381|刹车片|Колодки тормозные|Brake linings
        690220|耐火砖|Кирпич огнеупорный|Refractory bricks
        690410|建筑砖|Кирпич строительный|Building bricks
        690721|瓷砖|Плитка керамическая|Ceramic tiles
        691010|卫浴陶瓷|Сантехника керамическая|Ceramic sanitaryware
        691110|瓷餐具|Посуда фарфоровая|Porcelain tableware
        691200|陶制餐具|Посуда глиняная|Earthenware tableware
        691310|瓷摆件|Статуэтки фарфоровые|Porcelain figurines
        700529|浮法玻璃|Стекло листовое|Float glass
        700719|钢化玻璃|Стекло закалённое|Toughened glass
        700800|中空玻璃|Стеклопакеты|Insulating glass units
        700992|装饰镜|Зеркала|Framed mirrors
        701090|玻璃瓶|Бутылки стеклянные|Glass bottles
        701337|玻璃杯|Стаканы стеклянные|Drinking glasses
        701810|玻璃珠|Бусины стеклянные|Glass beads
        701990|玻璃纤维制品|Изделия из стекловолокна|Glass-fibre goods
        710110|天然珍珠|Жемчуг природный|Natural pearls
        710122|养殖珍珠|Жемчуг культивированный|Cultured pearls
        711311|银首饰|Украшения серебряные|Silver jewellery
        711319|金饰|Украшения золотые|Gold jewellery
        711411|银餐具|Столовое серебро|Silver tableware
        711620|玉石摆件|Изделия из нефрита|Jade ornaments
        711719|时尚饰品|Бижутерия|Fashion jewellery
        """#
}
