/// What registration forms say instead of the official names of places, where leaving out administrative words is not enough.
enum UsualPlaceNames {
    /// Name → ISO 3166-1 code.
    static let economies = table(
        """
        AE оаэ, эмираты, uae, emirates, 阿联酋
        BY белоруссия, беларусь
        CD дрк, drcongo, 刚果金
        CN китай, кнр, китайская народная, prc, peoples china, people's china, mainland china, 中国, 中华人民, 中国大陆, 大陆
        CZ чешская, czech, 捷克
        GB великобритания, британия, англия, uk, great britain, britain, england, 大不列颠, 联合王国
        HK гонконг, hongkong, 香港
        IR islamic iran, исламская иран, 伊朗伊斯兰
        KG кыргызстан, киргизстан, кыргызская, киргизская, kyrgyz, 吉尔吉斯
        KP кндр, dprk
        KR корея, южная корея, korea, south korea, 韩国, 大韩民国, 南韩
        KZ 哈萨克
        MD молдова
        MM бирма, burma
        MN 蒙古国, 蒙古
        MO макао, аомынь, macau, macao, 澳门
        NL голландия, holland
        RU россия, рф, российская федерация, russia, russian federation, 俄罗斯, 俄罗斯联邦, 俄联邦
        SA саудовская аравия, ksa, 沙特
        SK slovak, словацкая
        TM туркмения
        TR турция, turkey, turkiye, 土耳其
        TW тайвань, taiwan, 台湾
        US сша, соединенные штаты америки, usa, united states america, 美利坚合众国
        VN вьетнам, viet nam, vietnam
        ZA юар, rsa, 南非
        """
    )

    /// Name → ISO 3166-2 code.
    static let regions = table(
        """
        CN-GX гуанси, guangxi zhuang, гуанси чжуанский
        CN-NX нинся, ningxia hui, нинся хуэйский
        CN-NM внутренняя монголия, neimenggu, nei mongol
        CN-XJ синьцзян, xinjiang uygur, xinjiang uyghur, синьцзян уйгурский
        CN-XZ тибет, xizang
        RU-BA башкирия
        RU-BU buryatia
        RU-CE чеченская, chechnya
        RU-CHU чао
        RU-CU чувашская, chuvashia
        RU-IN ингушская
        RU-KAM камчатка
        RU-KB кабардино балкарская, kabardino balkaria
        RU-KC карачаево черкесская, karachay cherkessia
        RU-KEM кузбасс, кемеровская кузбасс, kuzbass
        RU-KHM хмао, хмао югра, ханты мансийский, югра, khanty mansiysk
        RU-MOS московский регион, подмосковье
        RU-NEN нао
        RU-PRI приморье, primorye
        RU-SA саха, саха якутия, sakha yakutia, yakutia, 雅库特, 萨哈雅库特
        RU-SE северная осетия, north ossetia
        RU-SPE спб, питер, санкт петербург, st petersburg, saint petersburg
        RU-TY тува, tyva
        RU-UD удмуртская, udmurtia
        RU-YAN янао, ямало ненецкий, yamal
        RU-YEV еао
        RU-ZAB забайкалье
        """
    )

    /// Keys as `ImportField.normalized` makes them.
    private static func table(_ lines: String) -> [String: String] {
        var result: [String: String] = [:]
        for line in lines.split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1)
            for name in parts.dropFirst().joined().split(separator: ",") {
                result[ImportField.normalized(String(name))] = String(parts[0])
            }
        }
        return result
    }
}
