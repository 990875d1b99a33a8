extension SamplePlaces {
    /// ISO 3166-2 code, weight, trading city.
    static let chineseTable = #"""
        CN-HL|30|哈尔滨|Харбин|Harbin
        CN-JL|9|长春|Чанчунь|Changchun
        CN-LN|10|沈阳|Шэньян|Shenyang
        CN-BJ|8|北京|Пекин|Beijing
        CN-GD|10|广州|Гуанчжоу|Guangzhou
        CN-ZJ|9|杭州|Ханчжоу|Hangzhou
        CN-SD|8|青岛|Циндао|Qingdao
        CN-JS|7|南京|Нанкин|Nanjing
        CN-SH|7|上海|Шанхай|Shanghai
        CN-FJ|5|厦门|Сямынь|Xiamen
        CN-TJ|4|天津|Тяньцзинь|Tianjin
        CN-HE|4|石家庄|Шицзячжуан|Shijiazhuang
        CN-HA|3|郑州|Чжэнчжоу|Zhengzhou
        CN-HB|3|武汉|Ухань|Wuhan
        CN-HN|3|长沙|Чанша|Changsha
        CN-AH|3|合肥|Хэфэй|Hefei
        CN-SC|3|成都|Чэнду|Chengdu
        CN-CQ|3|重庆|Чунцин|Chongqing
        CN-SX|2|太原|Тайюань|Taiyuan
        CN-SN|2|西安|Сиань|Xi’an
        CN-YN|2|昆明|Куньмин|Kunming
        """#

    static let russianTable = #"""
        RU-PRI|24|符拉迪沃斯托克|Владивосток|Vladivostok
        RU-KHA|16|哈巴罗夫斯克|Хабаровск|Khabarovsk
        RU-AMU|13|布拉戈维申斯克|Благовещенск|Blagoveshchensk
        RU-MOW|12|莫斯科|Москва|Moscow
        RU-NVS|7|新西伯利亚|Новосибирск|Novosibirsk
        RU-IRK|6|伊尔库茨克|Иркутск|Irkutsk
        RU-SVE|6|叶卡捷琳堡|Екатеринбург|Yekaterinburg
        RU-SPE|6|圣彼得堡|Санкт-Петербург|Saint Petersburg
        RU-KYA|5|克拉斯诺亚尔斯克|Красноярск|Krasnoyarsk
        RU-ZAB|4|赤塔|Чита|Chita
        RU-BU|4|乌兰乌德|Улан-Удэ|Ulan-Ude
        RU-SA|4|雅库茨克|Якутск|Yakutsk
        RU-SAK|4|南萨哈林斯克|Южно-Сахалинск|Yuzhno-Sakhalinsk
        RU-TA|4|喀山|Казань|Kazan
        RU-TOM|3|托木斯克|Томск|Tomsk
        RU-KDA|3|克拉斯诺达尔|Краснодар|Krasnodar
        """#

    /// ISO 3166-1 code, weight, culture, language, legal form in Latin letters as it is written after English names.
    static let abroadTable = #"""
        KZ|20|russian|kk|LLP
        BY|18|russian|be|LLC
        KR|18|korean|ko|Co., Ltd.
        MN|12|mongolian|mn|LLC
        JP|11|japanese|ja|K.K.
        HK|14|chinese|zh|Ltd.
        UZ|9|russian|uz|LLC
        TH|8|southEastAsian|th|Co., Ltd.
        IN|8|southAsian|hi|Pvt. Ltd.
        DE|7|germanic|de|GmbH
        AE|7|middleEastern|ar|FZE
        TR|7|middleEastern|tr|A.Ş.
        VN|6|southEastAsian|vi|JSC
        MY|6|southEastAsian|ms|Sdn. Bhd.
        ID|6|southEastAsian|id|PT
        KG|6|russian|ky|LLC
        IT|6|romance|it|S.r.l.
        FR|5|romance|fr|S.A.S.
        PK|5|southAsian|ur|Pvt. Ltd.
        IR|5|middleEastern|fa|PJS
        MO|4|chinese|zh|Ltd.
        AU|4|english|en|Pty Ltd
        SG|4|english|en|Pte. Ltd.
        RS|4|germanic|sr|d.o.o.
        BR|4|romance|pt|Ltda.
        AM|4|russian|hy|LLC
        AZ|4|russian|az|LLC
        NZ|4|english|en|Ltd
        TJ|3|russian|tg|LLC
        LK|3|southAsian|si|PLC
        EG|3|middleEastern|ar|S.A.E.
        ES|3|romance|es|S.L.
        GB|3|english|en|Ltd
        PL|3|germanic|pl|Sp. z o.o.
        CA|3|english|en|Inc.
        ZA|3|english|en|(Pty) Ltd
        HU|2|germanic|hu|Kft.
        FI|2|germanic|fi|Oy
        CL|2|romance|es|SpA
        NP|2|southAsian|ne|Pvt. Ltd.
        LA|2|southEastAsian|lo|Co., Ltd.
        ET|2|english|am|PLC
        """#
}
