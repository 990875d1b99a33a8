extension SampleGoods {
    /// HS chapters 50–71.
    static let wearTable = #"""
        500720|真丝面料|Ткань шёлковая|Silk fabric
        510529|羊毛条|Топс шерстяной|Wool tops
        511211|精纺毛料|Ткань шерстяная|Worsted fabric
        520811|棉布|Ткань хлопковая|Cotton fabric
        520524|棉纱|Пряжа хлопковая|Cotton yarn
        530919|亚麻面料|Ткань льняная|Linen fabric
        540752|涤纶面料|Ткань полиэфирная|Polyester fabric
        550320|涤纶短纤|Волокно полиэфирное|Polyester staple fibre
        560312|无纺布|Нетканый материал|Nonwovens
        560811|渔网|Сети рыболовные|Fishing nets
        570242|机织地毯|Ковры тканые|Woven carpets
        580632|织带|Ленты текстильные|Woven ribbons
        590390|涂层面料|Ткань с покрытием|Coated fabric
        600622|针织面料|Полотно трикотажное|Knitted fabric
        611020|针织衫|Джемперы трикотажные|Knitted jumpers
        611120|婴儿服|Одежда для младенцев|Babywear
        610910|棉T恤|Футболки хлопковые|Cotton T-shirts
        620193|羽绒服|Пуховики|Down jackets
        620342|男式裤装|Брюки мужские|Men’s trousers
        621133|工作服|Спецодежда|Workwear
        630231|床上用品|Постельное бельё|Bed linen
        630140|毛毯|Пледы|Blankets
        640391|保暖皮靴|Ботинки зимние кожаные|Winter leather boots
        640411|运动鞋|Кроссовки|Sports shoes
        650500|针织帽|Шапки вязаные|Knitted hats
        660191|折叠伞|Зонты складные|Folding umbrellas
        670290|仿真花|Цветы искусственные|Artificial flowers
        680221|大理石板|Плиты мраморные|Marble slabs
        680610|岩棉板|Плиты минераловатные|Mineral wool boards
        680911|石膏板|Гипсокартон|Plasterboard
        690721|瓷砖|Плитка керамическая|Ceramic tiles
        691110|瓷餐具|Посуда фарфоровая|Porcelain tableware
        691010|卫浴陶瓷|Сантехника керамическая|Ceramic sanitaryware
        700719|钢化玻璃|Стекло закалённое|Toughened glass
        701090|玻璃瓶|Бутылки стеклянные|Glass bottles
        701337|玻璃杯|Стаканы стеклянные|Drinking glasses
        711311|银首饰|Украшения серебряные|Silver jewellery
        711620|琥珀饰品|Изделия из янтаря|Amber ornaments
        711719|时尚饰品|Бижутерия|Fashion jewellery
        """#
}
