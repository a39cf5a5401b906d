"""Numbers that Chinese words on either side make a name or a grade of: 中铁四局, 国3甲, 市一院."""

import re

from annotator.suggest.figures.units import Vocabulary

_BUILDERS = re.compile("(?:中[铁建交冶核水]|水电|铁建|电建|能建|葛洲坝|建工|路桥)\\Z")
_MINISTRY = re.compile("(?:(?<![全内外干支底头西东南北中])部|委|总局|总署)\\Z")
_SQUADS = re.compile("(?:国道|刑侦|侦|保|警|消防|缉毒|反诈|海豹)\\Z")
_OF_A_TOWN = re.compile(
    "(?:(?<![城全各小社片校园林地])[市县区州]|省|医|医大|附|集团|公司|科技|科工|(?<![重盛])大)\\Z"
)
_ROAD = re.compile("(?:[国省县乡台]|(?<![一-鿿])[竹苗投彰嘉屏花宜桃])\\Z")
_GRADED = re.compile(
    "(?:响应|级火|火[情警势]|预警|警戒|警示|戒备|战备|应急|风险|防护|等级|级别|管控)(?:[^。;,\\n]|,(?=[后又再并由随现不约其0-9])){0,18}"
    "(?:(?<!分)为|至|到|(?<!分)成|是|转|启动|提升|发布)\\Z"
)
_RAISED_TO = re.compile(
    "(?:\\A|[,。;\n])[^,。;\n风震浪]*(?:升格?[为至]|提[升高][为至]|[降列定]为|降[级低]?[为至]|判定为|评定?为|调[升降整]为)\\Z"
)
"""What was made a grade of something, whose number is no count: 升为四级, 列为3级."""
_NEXT_GRADE = re.compile(
    "级(?:[^,。;\n]{0,40}?[、和及与或至到]|\\([^)\n]{1,60}\\)[、和及与或])[一二三四五六0-9]级"
)
_GRADE_BEFORE = re.compile(
    "(?<![风力震度浪])[一二三四五六0-9]级(?:\\([^)\n]{1,60}\\))?[、和及与或]\\Z"
)
_NO_FORCE = re.compile("[^风震浪]{8}\\Z|\\A[^风震浪]{0,7}\\Z")
"""Around one grade of a row of them, which are no winds: 分为一级、二级, 1级(轻度)和2级."""
_EXAMINED = re.compile(
    "(?:围棋|职业|业余|黑带|跆拳道|空手道|柔道|钢琴|古筝|二胡|小提琴|考级|英语|日语|普通话|计算机|[少中上][将校])\\Z"
)
"""What stands before the grade that somebody has in an art: 围棋九段, 钢琴十级."""
_POLICY = re.compile(
    "(?:新国|(?<![一-鿿])国|科创板|(?<![一-鿿])科|并购|创投|金融|外贸|民营经济|惠台|国安|稳外资|楼市)\\Z"
)
"""What stands before the number of a programme's points, which names it: 国九条, 金融16条."""
_ANYTHING = re.compile("")
_CENTURY = re.compile("(?<=[12十][0-9一二三四五六七八九])世纪|(?<=十)世纪")
"""What makes the name of a century of a number: 21世纪, but not 两世纪 nor 三个世纪."""
_ONE_DIGIT = "(?<=[^零一二三四五六七八九十][一二三四五六七八九])"
_THREE_DIGITS = "(?<=[0-9零一二三四五六七八九]{3})"
_CALLED_FOR = re.compile(
    "个(?:坚持|必须|注重|不能|不准|不得|严禁|一律|到位|确保|不摘|不变|不放过|不放松|着力|更加"
    "|聚焦|先行|统筹|强化|突出|带头|善于|敢于|紧盯|始终|努力|最严|服从)(?=[、,:。;”和与的要\\n]|$)"
)
"""What slogans call for, and no one counts: 六个必须, 四个不摘."""
_EVENT = re.compile(
    "(?:米|公尺)(?:短跑|长跑|赛跑|跨?栏|障碍|[男女]子|接力|预赛|决赛|半决赛|自由[泳式]|[蛙蝶仰]式|混合式|竞走|蛙泳|蝶泳|仰泳|混合泳|个人混"
    "|气步?枪|手枪|步枪|跳台|跳板)"
)
_METRES = re.compile("米|公尺")
_FOR_EVENT = re.compile("(?:[男女]子组?|男女|混合)\\Z")
"""Around the length that names a race: 男子100米, 4×100米接力."""
_OF_FLOOR = re.compile(
    "(?:单元|[0-9一二三四五六七八九十](?:号楼?|[幢栋座](?<!一[幢栋座]))|直通|位于|住在?"
    "|(?:蔓延|扩散|[烧窜爬跑逃冲坠掉跌]|困在?)[至到]?)\\Z"
)
_ON_FLOOR = re.compile(
    "(?<!两)层(?:[一-鿿]{0,6}?(?:会议室|[闻布告展餐会能大]厅|走廊|大堂)"
    "|起火|着火|失火|冒烟|发生|[住租]户|[东南西北]侧|楼道|楼梯|阳台|窗|坠)"
)
"""Around the floor of a house: 4单元3层起火."""
_SHAPE, _PLACE = "核轴带副主翼极廊屏芯环谷链心", "区城港园片组点线网门镇湾岸"
"""What a plan's layout is drawn with, and what beside one of these also is: 一核三区."""
_MANY = "[一二两三四五六七八九十百千多]"
_LAYOUT = (
    (re.compile(f"[{_SHAPE}]{_MANY}[{_SHAPE}{_PLACE}]|[{_PLACE}]{_MANY}[{_SHAPE}]"), _ANYTHING),
    (re.compile(f"[{_SHAPE}{_PLACE}]"), re.compile(f"{_MANY}[{_SHAPE}]\\Z")),
    (re.compile(f"[{_SHAPE}]"), re.compile(f"{_MANY}[{_PLACE}]\\Z")),
)
"""Two halves of a layout: 一核两翼, 一带三区."""
_NO_LENGTH = re.compile("(?<![近每前后用时第])\\Z")
_CLASS = re.compile("年[一二三四五六七八九0-9甲乙丙丁忠孝仁爱信义]{1,2}班(?![车次机轮])")
"""What makes the name of a class at school: 三年二班."""
_SESSION = re.compile("次(?:会议|全会|全体会|全委会|代表大会)")
_OF_A_BODY = re.compile(
    "(?:届[^,。;\n]{0,14}|人大|政协|[省市县区纪]委|常委会?|委员会|理事会|大会|中央)\\Z"
)
"""Around a number of the meeting of a body: 十四届全国人大三次会议."""
_ALL_ROUND = re.compile(
    "(?<=四)周(?:[都皆全围边环景墙是被有无没均为布设拉插张响火烟海林草田黑群]"
    "|的(?:山|房|居|环|邻|群|景|人|建)|一片|居民|住户|邻|道路|建筑|民[房居])"
)
_ROUND_WHAT = re.compile("(?:[向往朝其]|环顾|环视|[场区院楼房湖村城]的?|建筑物?)\\Z")
"""Around 四周 where it is no four weeks but what lies around: 四周都是山."""
_ON_A_DAY = re.compile(
    "(?:(?<=[0-9][.][0-9])|(?<=[0-9][.][0-9]{2}))(?:特大|特别重大)?"
    "(?:暴雨|洪灾|洪水|山洪|泥石流|事故|事件|专案|运动(?!员|会|鞋)|讲话|矿难|火灾|爆炸|惨案|学运|空难|购物节|大促)"
)
"""What the date of a day makes a name of: 7.20特大暴雨, 12.9运动."""
_OF_DAY = re.compile(
    "(?:[1-9]|1[0-2])[.]?(?:0[1-9]|[12][0-9]|3[01])(?![百千万亿])(?:当[晚天日]"
    "|[一-鿿]{0,8}?(?:非法集结|游行|(?<!大)集会|示威|冲突|袭击|暴动|惨案|静坐|悲剧|落闸|方案|事件))"
)
_NOT_SO_MANY = re.compile("(?<![有共达了起处生报计增加约近超逾过出布办0-9.])\\Z")
"""Around the day that names what happened on it: 612金钟示威, 8.31当晚."""
_CIRCLE = re.compile(
    "(?:个?小时|分钟|刻钟)(?:便民|通勤|生活|交通|经济|都市|健身|就医|医疗|养老|阅读|就业|服务|物流|救援"
    "|急救|商业|消费|文化|体育|旅游|出行|高铁|城市|优质|社区|品质|幸福){0,3}圈"
)
"""The time that names what can be reached in it: 15分钟便民生活圈."""
_ROUND_THE_CLOCK = re.compile(
    "(?:(?<=24)|(?<=二十四))小时[一-鿿]{0,6}?(?:热线|专线|便利店|超商|新闻[台频]|药[店房]|书店)"
)
"""What is open all day and is called so: 24小时求助热线."""
_POLICY_OF = re.compile(
    "(?<=[0-9]{3})(?:政策|计划|计画|方案|行动|工程|战略|专案|工作法|模式|系统|平台)"
)
"""What a code of three digits or more makes a name of, as a count has a classifier: 357政策."""
_PASS = re.compile("(?<=[0-9]{3})(?:定期票|月票|月卡)")
"""What is named for its price: 1200月票."""
_INNING = re.compile("局(?:[上下](?![来去场游])|(?:无人|[一两二]人?)出局)")
"""The half of an inning, or how one stood: 8局下, 6局无人出局."""
_TRAIN = re.compile("(?<=[0-9]{3})车次")
_ON_LINE = re.compile(
    "(?:[南北东西顺逆]下|[东西南北顺逆][上行向]|搭乘?|乘坐?|台铁|高铁|列车|的|第|[,。;、(\n]|\\A)\\Z"
)
"""Around the number of a train: 南下621车次."""
_MODEL = re.compile(
    "(?<!两)型(?!新|装备|武器|战机|飞机|产品|[0-9二两三四五六七八九十]+[架辆艘台套件])"
)
"""What a number makes the name of a model or of a sort of illness of: 95型步枪, 二型糖尿病."""
_VILLAGE = re.compile("(?<=[一二三四五六七八九十])村(?![民庄委个级支书落])")
_OF_A_PARISH = re.compile("(?<![全各该本两三四五六七八九十])(?:镇|乡|街道)\\Z")
"""Around the number that is a village's name: 南镇十二村."""
_RULES = (
    {
        "级": [
            (_ANYTHING, _GRADED),
            (_ANYTHING, _EXAMINED),
            (re.compile("级(?![阵大风地])"), _RAISED_TO),
            (_NEXT_GRADE, _NO_FORCE),
            (re.compile("级(?![风地])"), _GRADE_BEFORE),
        ],
        "所": [(_ANYTHING, re.compile("(?:科|研究)院\\Z"))],
        "段": [(_ANYTHING, _EXAMINED)],
        "条": [(_ANYTHING, _POLICY)],
        "年": [(_CLASS, _NO_LENGTH)],
        "局": [(_ANYTHING, _BUILDERS), (_ANYTHING, _MINISTRY), (_INNING, _ANYTHING)],
        "司": [(_ANYTHING, _MINISTRY)],
        "航": [(re.compile("航局"), _BUILDERS)],
        "周": [(_ALL_ROUND, _ANYTHING), (re.compile("(?<=四)周"), _ROUND_WHAT)],
        "公": [
            (_EVENT, _ANYTHING),
            (_METRES, _FOR_EVENT),
            (re.compile("公[司局]"), _BUILDERS),
            (re.compile("(?<=[0-9]{3})公投"), _ANYTHING),
        ],
        "四": [(re.compile("(?<=[0-9]{4})四大公投"), _ANYTHING)],
        "次": [
            (_ANYTHING, re.compile("届\\Z")),
            (_SESSION, _OF_A_BODY),
            (_ANYTHING, re.compile("(?:莒光|自强|普悠玛|太鲁阁|复兴|区间|车次|和谐|动感)号?\\Z")),
        ],
        "型": [(_MODEL, _ANYTHING)],
        "层": [(_ANYTHING, _OF_FLOOR), (_ON_FLOOR, _ANYTHING)],
        "米": [(_EVENT, _ANYTHING), (_ANYTHING, _FOR_EVENT)],
        "里": [(re.compile("里[、和及与]"), re.compile("[一-鿿][、和及与]\\Z"))],
        "计": [(_ANYTHING, re.compile("数以\\Z"))],
        "村": [(_VILLAGE, _OF_A_PARISH)],
        "世": [(_CENTURY, _ANYTHING)],
        "升": [(_ANYTHING, re.compile("(?:[小中初高]|(?<![^,。;、])大)\\Z"))],
        "冶": [(re.compile("冶(?![炼金])"), _ANYTHING)],
        "班": [(re.compile("班(?![车次机轮])"), re.compile("[1-9一二三四五六七八九]年\\Z"))],
        "队": [(_ANYTHING, _SQUADS)],
        "市": [(re.compile("(?<=[0-9]{3})市道"), _ANYTHING)],
        "期": [
            (
                re.compile(
                    "(?<=[一二三四五六七八九1-9])期(?=[工项等和及与封竣投动开已将、,。;]|$)"
                ),
                re.compile("[房园区厂线站路桥港库场馆院城坝科林](?<!全[区市])\\Z"),
            ),
            (_ANYTHING, re.compile("(?:基金|计划|计画|方案|工程|专案|农再|捷运)\\Z")),
        ],
        "题": [(_ANYTHING, re.compile("立法会\\Z"))],
        "站": [(_ANYTHING, re.compile("(?:特勤|消防|救援)\\Z"))],
        "院": [
            (
                re.compile(
                    "(?<=[^零一二三四五六七八九十][一二三四五六七八九])院(?![校士长落线内外区子两])"
                ),
                _OF_A_TOWN,
            )
        ],
        "部": [(re.compile(_THREE_DIGITS + "部队"), _ANYTHING)],
        "厂": [(re.compile(_THREE_DIGITS + "厂(?![家房商区矿])"), _ANYTHING)],
        "个": [
            (_CIRCLE, _ANYTHING),
            (re.compile("个(?:明确|转变|融合|到位)(?![的了地])"), re.compile("[、“,落做实]\\Z")),
            (_CALLED_FOR, _ANYTHING),
        ],
    }
    | {first: [(_ON_A_DAY, _ANYTHING)] for first in "大学惨事暴特专运讲矿火洪爆购山泥空"}
    | {
        "水": [(re.compile("(?<=8[78])水灾"), _ANYTHING)],
        "就": [(re.compile("(?<=[0-9]{3})就职(?!率)"), _ANYTHING)],
    }
    | {branch: [(_ANYTHING, _ROAD)] for branch in "甲乙丙丁戊己"}
    | dict.fromkeys(_SHAPE + _PLACE, _LAYOUT)
    | {first: [(_CIRCLE, _ANYTHING)] for first in "分刻"}
    | {first: [(_PASS, _ANYTHING)] for first in "定月"}
    | {"车": [(_TRAIN, _ON_LINE)]}
    | {"之": [(re.compile("之[一二三四五六七八九1-9]线"), _ANYTHING)]}
    | {"、": [(re.compile("、[一二三1-3]垒"), _ANYTHING)]}
    | {"小": [(_CIRCLE, _ANYTHING), (_ROUND_THE_CLOCK, _ANYTHING)]}
    | {first: [(_POLICY_OF, _ANYTHING)] for first in "政计方行战模工系平"}
)
"""By the character behind a number: what stands behind it and what must stand before it."""
BODIES = frozenset(_RULES)
_SUM = re.compile("[0-9.,零一二两三四五六七八九十百千]*[万亿兆]")
"""A number too large to number things by."""
_TO_DIAL = re.compile(
    "[0-9]{3,5}(?![0-9])[一-鿿]{0,6}?(?:专线|热线|电话|客服)(?![会交指接沟联访])"
    "|[2-9][0-9]{6,7}(?![0-9])(?:[专热接]线|来电|电话|咨询|总机)"
)
_ROW_SIGNS = frozenset("、或和及与,")
_DIALLED_ROW = re.compile(
    "[打拨致][^0-9。;,\\n]{0,6}(?:[0-9]{3,5}[^0-9。;,\\n]{0,6}[、或和及与,])+\\Z"
)
_ROW = re.compile("[0-9]{1,6}(?:[、和及与至到~-][0-9]{1,6}){0,9}[、和及与至到~-]\\Z")
"""What stands before another number of a row: 病例1、2和3."""
_IN_ROW = frozenset("、和及与至到~-")
_LUNAR = re.compile("(?:廿[四五六七八九]|三十)(?=[晚日至到、,。;及前起止的()—-])")
_OF_LUNAR = re.compile("(?:\\A|[^今去前明后每本该当几多零一二三四五六七八九十0-9])年\\Z")
"""Around a day at the end of the lunar year: 由年廿八至年三十."""
_BEFORE_PLACE = re.compile(
    "(?:[在往从赴去住于经抵回离沿]|(?:来|去|延伸|搬|通|连|开|回)[到至]|[县市省州区](?:的|境内)?|[一-鿿]{2}[、和与及跟]|[一-鿿]{2}(?<![延长短增减扩加缩近远])[至到])\\Z"
)
_AFTER_PLACE = re.compile(
    "[的、,。;)有也等和与及跟至到出停附沿可]|[县市区镇乡村里街路站桥海山溪港湾](?!个)|[社国]宅|商圈|夜市|老街|渔港"
)
"""Around a place whose name looks like a number of things: 住在八里的."""
_CLAUSE, _ROW_OF_PLACES = frozenset(("", *":;,。\n")), re.compile("、[一-鿿]{2}[、的及和与都,。]")
"""Around the first of a row of places: 八里、三重的居民."""
_LONGEST = 24


def is_chinese_name(text: str, start: int, number_end: int) -> bool:
    """Say whether the words on either side of a number make a name or a grade of it."""
    for after, before in _RULES.get(text[number_end : number_end + 1], ()):
        near = max(0, start - _LONGEST)
        if after.match(text, number_end) and before.search(text, near, start):
            return True
    return False


def is_place(text: str, start: int, end: int, words: Vocabulary) -> bool:
    """Say whether a number and its classifier are a place's name here: 住在八里的, 九份、金瓜石."""
    if text[start:end] not in words.lists["places"] or not _AFTER_PLACE.match(text, end):
        return False
    if text[start - 1 : start] in _CLAUSE and _ROW_OF_PLACES.match(text, end):
        return True
    return _BEFORE_PLACE.search(text, max(0, start - 4), start) is not None


def is_named_for_day(text: str, start: int) -> bool:
    """Say whether a number is the day that an event is called by: 721元朗袭击事件."""
    if _OF_DAY.match(text, start) is None:
        return False
    return _NOT_SO_MANY.search(text, max(0, start - 1), start) is not None


def is_line_to_dial(text: str, start: int) -> bool:
    """Say whether a number is of a telephone line: 1996内政专线, 拨打1957、1925."""
    if _TO_DIAL.match(text, start):
        return True
    near = max(0, start - 2 * _LONGEST)
    return text[start - 1] in _ROW_SIGNS and _DIALLED_ROW.search(text, near, start) is not None


def is_case(text: str, start: int, unit_start: int) -> bool:
    """Say whether a number is a case's, of which 则 only tells more: 案31则于昨日确诊."""
    return text[start - 1 : start] == "案" and text.startswith("则", unit_start)


def is_numbered(text: str, start: int, words: Vocabulary) -> bool:
    """Say whether a word that numbers things stands before a number or its row: 病例1、2、3."""
    named = start - (text[start - 1] == "—")
    if words.before_numbered.start(text, 0, named) is not None:
        return _SUM.match(text, start) is None
    if text[start - 1] == "年" and _LUNAR.match(text, start):
        return _OF_LUNAR.search(text, max(0, start - 2), start) is not None
    if text[start - 1] not in _IN_ROW:
        return False
    row = _ROW.search(text, max(0, start - 2 * _LONGEST), start)
    return row is not None and words.before_numbered.start(text, 0, row.start()) is not None
