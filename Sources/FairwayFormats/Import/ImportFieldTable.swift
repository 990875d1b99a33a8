/// The columns of each kind of table; see `ImportField` for the layout of a line.
enum ImportFieldTable {
    static let registration = #"""
        =agencies
        code!|Code|Код|代码|id,编号,номер|Your own code, kept for ever|Ваш код, не меняется|自定代码，不再更改
        name_zh|Name (Chinese)|Название (китайский)|中文名称|名称,机构名称,name zh|At least one name|Хотя бы одно название|至少填一种名称
        name_ru|Name (Russian)|Название (русский)|俄文名称|название,наименование||
        name_en|Name (English)|Название (английский)|英文名称|name||
        kind!|Kind|Вид|类型|тип,type|exportCentre, province, federalEntity, chamber, ministry|exportCentre, province, federalEntity, chamber, ministry|exportCentre, province, federalEntity, chamber, ministry
        economy!|Country or region|Страна|国家或地区|country,economy,国家,国别,государство|ISO 3166-1 code or name|Код ISO 3166-1 или название|ISO 3166-1 代码或名称
        region|Province or federal entity|Регион|省州|region,province,省份,省,субъект,субъект рф,область|ISO 3166-2 code or name|Код ISO 3166-2 или название|ISO 3166-2 代码或名称
        =delegations
        code!|Code|Код|代码|id,编号,номер||
        name_zh|Name (Chinese)|Название (китайский)|中文名称|名称,代表团名称||
        name_ru|Name (Russian)|Название (русский)|俄文名称|название,наименование||
        name_en|Name (English)|Название (английский)|英文名称|name||
        agency!|Agency|Организация|机构|агентство,центр,机构代码|Code of the agency|Код организации|机构代码
        =enterprises
        code!|Code|Код|代码|id,编号,номер,企业代码,код предприятия|Your own code, kept for ever|Ваш код, не меняется|自定代码，不再更改
        name_zh|Name (Chinese)|Название (китайский)|中文名称|名称,企业名称,公司名称,name zh|At least one name|Хотя бы одно название|至少填一种名称
        name_ru|Name (Russian)|Название (русский)|俄文名称|название,наименование,предприятие,компания,организация||
        name_en|Name (English)|Название (английский)|英文名称|name,company,enterprise,company name||
        about_zh|About (Chinese)|О предприятии (китайский)|中文简介|简介,企业简介||
        about_ru|About (Russian)|О предприятии (русский)|俄文简介|описание,о компании||
        about_en|About (English)|О предприятии (английский)|英文简介|about,description||
        economy!|Country or region|Страна|国家或地区|country,economy,国家,国别,государство|ISO 3166-1 code or name|Код ISO 3166-1 или название|ISO 3166-1 代码或名称
        region|Province or federal entity|Регион|省州|region,province,省份,省,省市,субъект,субъект рф,область|ISO 3166-2 code or name|Код ISO 3166-2 или название|ISO 3166-2 代码或名称
        roles!|Roles|Роли|角色|role,роль,类型,企业类型,тип|manufacturer, brand, distributor, retailChain, logistics, investor, agency, service|Производитель, бренд, дистрибьютор, торговая сеть, логистика, инвестор, агентство, услуги|生产商、品牌商、经销商、连锁零售、物流、投资方、机构、服务
        sectors|Sectors|Отрасли|行业|sector,отрасль,所属行业|Codes such as S04, or names|Коды, напр. S04, или названия|代码（如 S04）或名称
        languages|Languages|Языки|语言|language,язык,工作语言|zh, ru, en…|zh, ru, en…|zh、ru、en……
        chains|Chains|Торговые сети|连锁品牌数|сети|Number|Число|数字
        stores|Stores|Магазины|门店数|магазинов,门店|Number|Число|数字
        distributors|Distributors|Дистрибьюторы|经销商数|дистрибьюторов|Number|Число|数字
        delegation|Delegation|Делегация|代表团|代表团代码|Code of the delegation|Код делегации|代表团代码
        website|Website|Сайт|网站|url,网址,веб-сайт||
        status|Status|Статус|状态|состояние|registered, approved, declined|registered, approved, declined|registered、approved、declined
        registered_on|Registered on|Дата регистрации|登记日期|date,дата,注册日期,日期|YYYY-MM-DD|ГГГГ-ММ-ДД|年-月-日
        parallel_meetings|Parallel meetings|Встреч одновременно|同时会面数|parallel|1 or more|1 или больше|1 或以上
        max_meetings|Most meetings|Предел встреч|会面上限|limit,max meetings|Empty: no limit|Пусто: без предела|空：不限
        unavailable_slots|Unavailable slots|Недоступные слоты|不可用时段|unavailable|Slot numbers: 0-15; 20|Номера слотов: 0-15; 20|时段号：0-15; 20
        =stands
        code!|Code|Код|代码|stand,стенд,展位,展位号,номер||
        hall!|Hall|Павильон|展馆|зал,馆号|Code of the hall|Код павильона|展馆代码
        enterprise|Enterprise|Предприятие|企业|exhibitor,экспонент,展商,企业代码|Code of the enterprise|Код предприятия|企业代码
        =representatives
        code!|Code|Код|代码|id,编号,номер||
        enterprise!|Enterprise|Предприятие|企业|company,компания,企业代码|Code of the enterprise|Код предприятия|企业代码
        name_zh|Name (Chinese)|Имя (китайский)|中文姓名|姓名,联系人||
        name_ru|Name (Russian)|Имя (русский)|俄文姓名|фио,имя||
        name_en|Name (English)|Имя (английский)|英文姓名|name,full name||
        position_zh|Position (Chinese)|Должность (китайский)|中文职务|职务,职位||
        position_ru|Position (Russian)|Должность (русский)|俄文职务|должность||
        position_en|Position (English)|Должность (английский)|英文职务|position,job title||
        languages|Languages|Языки|语言|language,язык|zh, ru, en…|zh, ru, en…|zh、ru、en……
        email|E-mail|Эл. почта|邮箱|email,почта,电子邮件,电子邮箱||
        phone|Phone|Телефон|电话|tel,手机,联系电话||
        is_released|Name released|Имя открыто|公开姓名|released,release name,показывать имя,同意公开|yes: other companies may read name and position; empty: no|да: имя и должность видны другим компаниям; пусто: нет|是：其他企业可见姓名和职务；空：否
        =products
        code!|Code|Код|代码|id,编号,номер,产品编号||
        enterprise!|Enterprise|Предприятие|企业|company,компания,企业代码|Code of the enterprise|Код предприятия|企业代码
        hs_code!|HS code|Код ТН ВЭД|HS编码|hs,тн вэд,тнвэд,海关编码,税号|2, 4 or 6 digits; 8 or 10 are cut|2, 4 или 6 цифр; 8 и 10 сокращаются|2、4 或 6 位；8、10 位截短
        name_zh|Name (Chinese)|Название (китайский)|中文名称|名称,产品名称,品名||
        name_ru|Name (Russian)|Название (русский)|俄文名称|название,наименование,товар||
        name_en|Name (English)|Название (английский)|英文名称|name,product||
        about_zh|About (Chinese)|Описание (китайский)|中文说明|说明,产品说明||
        about_ru|About (Russian)|Описание (русский)|俄文说明|описание||
        about_en|About (English)|Описание (английский)|英文说明|description,about||
        gtin|GTIN|GTIN|商品条码|ean,штрихкод,条码|8, 12, 13 or 14 digits|8, 12, 13 или 14 цифр|8、12、13 或 14 位
        brand|Brand|Бренд|品牌|trademark,торговая марка,商标||
        moq|MOQ|Мин. партия|最小起订量|minimum order,minimum order quantity,минимальная партия,минимальный заказ,起订量|Number|Число|数字
        moq_unit|MOQ unit|Единица мин. партии|起订量单位|unit,единица,ед. изм.,单位|kg, t, pcs, carton, pallet… or UN/ECE code|кг, т, шт., кор., пал.… или код ЕЭК ООН|千克、吨、件、箱、托盘……或 UN/ECE 代码
        incoterm|Incoterms 2020|Инкотермс 2020|国际贸易术语|incoterms,инкотермс,условия поставки,贸易术语|EXW, FCA, CPT, CIP, DAP, DPU, DDP, FAS, FOB, CFR, CIF|EXW, FCA, CPT, CIP, DAP, DPU, DDP, FAS, FOB, CFR, CIF|EXW、FCA、CPT、CIP、DAP、DPU、DDP、FAS、FOB、CFR、CIF
        incoterm_place|Named place|Место поставки|指定地点|delivery place,пункт поставки,交货地点|With the rule: Dalian|К условию: Далянь|与术语同填：大连
        certificates|Certificates|Сертификаты|认证|certificate,сертификат,证书|ISO 22000; EAC|ISO 22000; EAC|ISO 22000; EAC
        private_label|Private label|Частная марка|贴牌生产|oem,private label,стм,贴牌|yes, no|да, нет|是、否
        =demands
        code!|Code|Код|代码|id,编号,номер||
        enterprise!|Enterprise|Предприятие|企业|company,компания,企业代码|Code of the enterprise|Код предприятия|企业代码
        hs_prefix!|HS prefix|Код ТН ВЭД|HS编码|hs,hs code,тн вэд,тнвэд,海关编码|2, 4 or 6 digits|2, 4 или 6 цифр|2、4 或 6 位
        text_zh|Text (Chinese)|Текст (китайский)|中文需求|需求,采购需求||
        text_ru|Text (Russian)|Текст (русский)|俄文需求|запрос,потребность,текст||
        text_en|Text (English)|Текст (английский)|英文需求|text,demand||
        target_regions|Target regions|Целевые регионы|目标地区|regions,регионы|Codes: CN; RU-PRI|Коды: CN; RU-PRI|代码：CN; RU-PRI
        """# + "\n"
}
