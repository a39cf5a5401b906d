"""Words that make one quantity another one: places, groups, highest against average."""

import re
from collections.abc import Sequence
from functools import lru_cache

_CONTRASTS = (
    ("城市|城镇", "农村|乡村"),
    ("男", "(?<![子儿妇])女"),
    ("春季|春播|春茶", "夏季|夏粮|夏收|夏播|早稻", "秋季|秋粮|秋收|秋播|晚稻", "冬季|冬播"),
    ("出口", "进口"),
    ("公立|公办", "私立|民办"),
    ("国有|国企", "私营|民营|外资"),
    ("网路|线上", "线下"),
    ("周末|双休", "夜间|晚间", "日间|白天"),
    ("最高|最大|最多|高达", "最低|最小|最少", "平均|人均|均"),
    ("新增", "累计|总共|共有|现有"),
    ("小学|国小", "初中|国中|中学", "高中|高中职", "高校|大学"),
    ("上半年", "下半年", "全年"),
    ("一季度|第一季", "二季度|第二季", "三季度|第三季", "四季度|第四季"),
    ("轻伤|轻症", "重伤|重症", "死亡|罹难|遇难"),
    ("红", "绿", "蓝", "黄线"),
    ("第一产业", "第二产业", "第三产业"),
    (
        "(?<![收投加进深引列纳汇融输])入(?![汛夏秋冬春库围口选手梅伏户职驻])|来(?=[访华台港])|抵(?![押抗御制])",
        "(?<![提突退支付杰推演派])出(?![现台口动生租售版资席租示发警院勤具让行])|离(?![不线散退职])",
    ),
    (r"\bmen\b|\bmale|\bboys", r"\bwomen\b|\bfemale|\bgirls"),
    (r"\bnorth", r"\bsouth", r"\beast", r"\bwest", r"\bcentral"),
    (r"\burban", r"\brural"),
    (r"\bexport", r"\bimport"),
    (
        r"\belementary|\bprimary",
        r"\bmiddle",
        r"\bhigh school|\bsecondary",
        r"\bcolleges?\b|\buniver",
    ),
    (
        r"\bmaximum|\bhighest|\blargest|\bpeak",
        r"\bminimum|\blowest|\bsmallest",
        r"\baverage|\bmedian",
    ),
    (r"\bmedian", r"\baverage|\bmean (?=[a-z])"),
    ("中位", "平均|人均"),
    (r"\bhalf\b", r"\bfull\b"),
    (r"\bpublic\b", r"\bprivate\b"),
    (r"\bfirst\b", r"\bsecond\b", r"\bthird\b", r"\bfourth\b", r"\blast\b"),
    (r"\bnew\b", r"\bexisting\b|\bold\b", r"\bin total|\btotal"),
    (r"\bdeaths?\b|\bdied|\bkilled", r"\bcases?\b", r"\binjur|\bwounded", r"\brecover"),
    (r"\bhospital", r"\bICU|\bintensive|\bventilat"),
)
_HALVES = (
    ("城市|城镇", "农村|乡村"),
    ("(?<!进)出口", "进口"),
    ("男", "(?<![子儿妇])女"),
    ("公立|公办", "私立|民办"),
    ("线上", "线下"),
    ("职工", "居民"),
    ("基金|统筹|财政|政府|单位|企业", "个人|群众|患者|自付|自费|自掏|家庭"),
    ("新建", "改扩建|改建|扩建"),
    ("国内|境内|省内", "国外|境外|海外|省外"),
    ("门诊", "住院"),
    ("外资", "内资|中资"),
    ("当场|当即", "限期"),
    ("本地", "外地"),
    ("南下|南向|上行", "北上|北向|下行"),
    ("进港|抵达", "出港|出发"),
    (r"\bnorthbound|\binbound|\barriv", r"\bsouthbound|\boutbound|\bdepart"),
    ("城区|市区", "郊区|农村|县里|县域|县[市区]"),
    ("已经?(?!未)", "未|没有?|尚无|无(?!论)|冇"),
    (r"\b(?:do|did|does|has|have|are|were)\b(?! not)", r"n[’']t\b|\bnot\b"),
    (r"\bmen\b|\bmale|\bboys", r"\bwomen\b|\bfemale|\bgirls"),
    (r"\burban", r"\brural"),
    (r"\bexport", r"\bimport"),
    (r"\bpublic\b", r"\bprivate\b"),
    (r"\badult", r"\bchild|\bminor"),
    (r"\bday(?:time)? (?:shift|crew)", r"\bnight(?:time)? (?:shift|crew)"),
    ("白班|日班|早班", "夜班|晚班"),
    (r"\bfull-time", r"\bpart-time"),
    (r"\bfixed", r"\bvariable|\bfloating|\badjustable"),
    (r"\b(?:home)?owners|\bowned", r"\brent(?:ers|ed)"),
    (r"\bawaiting trial|\bpre-?trial|\bunsentenced", r"\b(?<!un)sentenced|\bconvicted"),
    ("固定利率", "浮动利率"),
    ("家户|生活", "事业|产业|工业"),
    ("已(?:经)?(?:建成|投入|完工|交付|竣工|开业|投用|投产)", "在建|正在建|未完工|未开工"),
    (r"\bpass(?:es|ed)?\b", r"\bfail"),
    (r"\b(?:approved|accepted|granted)\b", r"\b(?:denied|rejected|refused|declined)\b"),
    (r"\bwon\b", r"\blost\b"),
    ("赞成|同意", "反对"),
    ("出席|到会|到场", "请假|缺席"),
    ("外籍|移工|外劳", "本国|本籍"),
    (r"\bdomestic", r"\binternational|\bforeign|\boverseas"),
)
_NO_MORE = re.compile(r"\A\s*(?:不|未|没有?|not )")
_DENIED = re.compile("(?:没有?|未(?!成年|来)|不)([\u4e00-\u9fff]{2})")
_SIDES = tuple(tuple(re.compile(side, re.IGNORECASE) for side in pair) for pair in _HALVES)


def are_halves(*words: str) -> bool:
    """Say whether the words around two figures name two groups that make a whole.

    A bar stands in the figures' places; both groups stand on one side of them.
    """
    if len(words) != len(_SIDES[0]):
        return False
    sides = zip(*(x.partition("|")[::2] for x in words), strict=True)
    return any(_are_halves(*side) for side in (words, *sides))


@lru_cache(maxsize=4096)
def _are_halves(*words: str) -> bool:
    if any(_NO_MORE.sub("", words[at]) == words[1 - at] != words[at] for at in (0, 1)):
        return True
    return _is_one_denied(words) or any(_name_both(pair, words) for pair in _SIDES)


def _is_one_denied(words: Sequence[str]) -> bool:
    """Say whether one side denies what the other one says: 没有参加, 参加."""
    denied = [_DENIED.search(side) for side in words]
    return any(no and not denied[1 - at] and no[1] in words[1 - at] for at, no in enumerate(denied))


def _name_both(pair: Sequence[re.Pattern[str]], words: Sequence[str]) -> bool:
    """Say whether each side names one of two groups, and no side both."""
    told = [{n for n, group in enumerate(pair) if group.search(side)} for side in words]
    return told in ([{0}, {1}], [{1}, {0}])


_GROUPS = tuple(
    tuple(re.compile(side, re.IGNORECASE) for side in contrast) for contrast in _CONTRASTS
)
_PLACE = re.compile(
    r"(?<![全各我本该每整])([\u4e00-\u9fff]{2})"
    r"(?:省(?![道级内外钱时])|市(?![场民价值面])|县(?![级道域])|区(?![域间别分])|州|镇"
    r"|(?<!城)乡(?![村镇道])|村(?![民级委道])|线(?![上下路索])|站(?![点位在])|地区)"
)
_ERA = re.compile("([\u4e00-\u9fff]{4})时期")
_CODE = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Za-z]*-?[0-9]+(?:\.[0-9]+)?")
_LINE = re.compile("[红绿蓝黄橙紫](?=线)")
_NAME = re.compile(r"(?<![.!?:\"“”]\s)(?<!\A)\b[A-Z][A-Za-z’'\-]+")
_UNTOLD = re.compile(
    r"\A(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April"
    r"|May|June|July|August|September|October|November|December"
    r"|(?:I|We|You|He|She|The|It|They|That|There|This|What|Who)(?:[’'][a-z]+)?"
    r"|And|But|So|Yes|No|In|On|At|Of|For|As)\Z"
)


@lru_cache(maxsize=4096)
def names_in(words: str) -> frozenset[str]:
    """Return the places and the names in capitals that words speak of."""
    found = {name for name in _NAME.findall(words) if not _UNTOLD.match(name)}
    return frozenset(found | set(_PLACE.findall(words)) | set(_ERA.findall(words)))


def _codes_in(words: str) -> frozenset[str]:
    """Return the names of letters and digits in words: PM2.5 is not PM10."""
    return frozenset(_CODE.findall(words))


def differ_in_places(first: str, second: str) -> bool:
    """Say whether two titles or names of places name different ones."""
    a, b = (frozenset(_PLACE.findall(words) + _LINE.findall(words)) for words in (first, second))
    return bool(a and b) and not a & b


def differ_in_qualifiers(first: str, second: str) -> bool:
    """Say whether the words around two figures name different places or groups."""
    named = (names_in(first), names_in(second)), (_codes_in(first), _codes_in(second))
    if any(a and b and not a & b for a, b in named):
        return True
    told = zip(_sides_of(first), _sides_of(second), strict=True)
    return any(one and other and not one & other for one, other in told)


@lru_cache(maxsize=4096)
def _sides_of(words: str) -> tuple[frozenset[int], ...]:
    """Return which sides of each contrast words name."""
    return tuple(
        frozenset(n for n, side in enumerate(group) if side.search(words)) for group in _GROUPS
    )


_GROUP = (
    r"学生|儿童|老年|长者|(?<![子儿妇])女|男|未成年|困难|中小|民营|外籍|本地|规上|规模以上"
    r"|\b(?:students?|seniors?|child\w*|women|men|full-time|part-time|local|foreign|adjusted|core"
    r"|gross|net|organic|comparable|excluding|before (?:tax|interest)|underlying|seasonally)\b"
)
"""What makes a number one of some, or taken in another way."""
_NAMED_GROUP = re.compile(_GROUP, re.IGNORECASE)
_PART = re.compile(
    rf"{_GROUP}|重点|其中|(?<!的)部分|专项|延伸|改建|扩建|新建|检查|抽查|走访|省级|市级|县级"
    r"|另有|其他|其余|还有"
    r"|\b(?:new|newly|additional|more|another|others?|remaining|small|large|some|only)\b",
    re.IGNORECASE,
)


_HEARSAY = re.compile(
    r"(?:网友|网民|有人|传言|谣言|有消息|外界|有的?媒体|有(?:立委|议员|团体|专家|民众|家长))"
    r"[^。！？!?]{0,24}(?:说|称|指|认为|担心|报道|估计|质疑|传)"
    r"|\b(?:claim(?:s|ed|ing)?|rumou?rs?|critics?|opponents?|alleg\w+|opposition)\b",
    re.IGNORECASE,
)
_BUT = re.compile(r"实际上?|其实|事实上|不准确|不实|\bin fact\b|\bactually\b", re.IGNORECASE)


def is_hearsay(words: str) -> bool:
    """Say whether the words in front of a figure tell what others are said to claim."""
    found = _HEARSAY.search(words)
    return found is not None and _BUT.search(words, found.end()) is None


def one_is_a_part(first: str, second: str) -> bool:
    """Say whether only one of two clauses narrows what it counts: students, new ones, others."""
    told = [{found.lower() for found in _PART.findall(words)} for words in (first, second)]
    return told[0] != told[1]


def one_is_of_a_group(first: str, second: str) -> bool:
    """Say whether only one of two clauses names a group, or another way to take a number."""
    told = [{found.lower() for found in _NAMED_GROUP.findall(words)} for words in (first, second)]
    return told[0] != told[1]
