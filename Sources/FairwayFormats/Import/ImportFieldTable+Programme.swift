extension ImportFieldTable {
    static let programme = #"""
        =slots
        number!|Number|Номер|序号|slot,слот,时段|From 0 in time order|С 0 по времени|从 0 起按时间
        date!|Date|Дата|日期|day,день||
        session!|Session|Сессия|场次|сессия|am or pm|am или pm|am 或 pm
        starts!|Starts|Начало|开始|start,开始时间|HH:MM|ЧЧ:ММ|时:分
        ends!|Ends|Конец|结束|end,окончание,结束时间|HH:MM|ЧЧ:ММ|时:分
        =halls
        code!|Code|Код|代码|hall,павильон,展馆,馆号||
        name_zh|Name (Chinese)|Название (китайский)|中文名称|名称||
        name_ru|Name (Russian)|Название (русский)|俄文名称|название||
        name_en|Name (English)|Название (английский)|英文名称|name||
        =tables
        code!|Code|Код|代码|table,стол,桌号||
        hall!|Hall|Павильон|展馆|зал,馆号|Code of the hall|Код павильона|展馆代码
        unavailable_slots|Unavailable slots|Недоступные слоты|不可用时段|unavailable|Slot numbers: 0-15; 20|Номера слотов: 0-15; 20|时段号：0-15; 20
        =interpreters
        code!|Code|Код|代码|id,编号,номер||
        name_zh|Name (Chinese)|Имя (китайский)|中文姓名|姓名,译员||
        name_ru|Name (Russian)|Имя (русский)|俄文姓名|фио,имя,переводчик||
        name_en|Name (English)|Имя (английский)|英文姓名|name,interpreter||
        pairs!|Language pairs|Языковые пары|语对|languages,языки,语言|zh-ru; zh-en|zh-ru; zh-en|zh-ru; zh-en
        unavailable_slots|Unavailable slots|Недоступные слоты|不可用时段|unavailable|Slot numbers: 0-15; 20|Номера слотов: 0-15; 20|时段号：0-15; 20
        max_consecutive_slots|Most slots in a row|Слотов подряд|连续时段上限|max consecutive|Empty: no limit|Пусто: без предела|空：不限
        =requests
        code!|Code|Код|代码|id,编号,номер||
        requester!|Requester|Заявитель|申请方|from,от кого,申请企业|Code of the enterprise|Код предприятия|企业代码
        recipient!|Recipient|Получатель|受邀方|to,кому,受邀企业|Code of the enterprise|Код предприятия|企业代码
        priority!|Priority|Приоритет|优先级|приоритет|1–5, 5 is the highest|1–5, 5 — высший|1–5，5 最高
        message|Message|Сообщение|留言|комментарий,备注信息||
        status|Status|Статус|状态||pending, accepted, declined, withdrawn|pending, accepted, declined, withdrawn|pending、accepted、declined、withdrawn
        is_mutual|Mutual|Взаимная|双向|взаимно,mutual|yes or no|да или нет|是或否
        session|Session|Сессия|场次||am, pm or empty|am, pm или пусто|am、pm 或空
        """# + "\n"
}
