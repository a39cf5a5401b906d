"""Numbers that tell one thing from another by what stands close around them.

Rooms and houses, files of a court or the police, handles, highways and numbers to text.
"""

import re

from annotator.suggest.figures.named_years import is_named_year
from annotator.suggest.figures.numerals import HAN
from annotator.suggest.figures.units import Vocabulary

_HOME = re.compile("单元|[幢栋座号][0-9]|室(?![0-9内])")
_HOUSE = re.compile("[0-9]{1,3}(?:[幢栋座](?![一-鿿])|单元)")
_LONG_NUMBER = 3
_AT_HOME = re.compile("(?:[幢栋座]|单元|房号|号楼|小区|公寓|大厦|花园|家园|苑)\\Z")
_TRAIN = re.compile(
    "次“?(?:慢火车|车(?!祸)|列车|普速|快速|特快|直达|动车|高铁|自强|普悠玛|太鲁阁|莒光|区间)"
)
_LAW = re.compile("(?:(?<![立修])法|条例|细则)[》)]{0,2}\\Z")
_TROOP = re.compile(
    "(?:支|大|中|总|分)队(?![伍列])|中(?=[、，,。和的校])(?<=[一-鿿]{2}中)|(?<=[0-9零〇一二三四五六七八九]{3})(?:关税|调查|措施|医院|舰(?![艇船])|联队|指挥部|两栖|高地)|(?<=[0-9])型(?!号)"
)
"""What stands behind the number of a troop, a school, a hospital or a model: 三支队, 301医院."""
_PLACE = re.compile(
    "里[梁镇乡街桥铺亭店庄屯堡河岗坪墩塘沟营坡峡堤台湾坑埔寮]|家(?:[屯堡庄坳塘沟湾]|桥(?!梁)|子村|村(?![民委]))"
    "|眼桥|(?<!两)道(?:[沟湾拐](?!壑)|街(?![道口])|河(?!流))|台子(?=[村镇乡街站、,。]|$)|岔[口河沟]|[间棵块][房楼树石][村镇乡站街社]|曲[桥巷溪]"
    "|甲(?:[路里街]|国宅)|门口(?=[村镇长水、,。]|$)"
)
"""What stands behind the numeral of a place's name: 二十里铺, 九眼桥."""
_HANDLE = re.compile(
    r"(?:@[0-9a-z_㐀-鿿-]{1,16}|[a-z]\+|[a-z0-9]\.[a-z]{2,4}/[a-z0-9/_-]*"
    r"|(?<![a-z0-9/])(?:ga|sc|hrc|ecosoc|wha|(?:[aesl]|sg|hr|dc|pi)/[a-z]{1,5})/)\Z"
)
"""What stands before a number in @Chief12, ASEAN+3, gov.uk/2024 and S/RES/2712."""
_HANDLE_SIGNS = frozenset("@+/")
_FILE = re.compile(
    r"\b(?:case|docket|cause|file|report|incident|complaint|warrant)\s"
    r"(?:(?:number|no\.?)\s(?:is\s)?|#\s?)?\Z"
)
_FILED = re.compile(r"[0-9]{2,4}-[0-9]{3,7}(?![0-9])")
_TEXT_TO = re.compile(r"\btext\s(?:[a-z0-9“”\"']{1,16}\s){1,4}to\s(?:the\snumber\s)?\Z")
_THING = re.compile(
    r"\b(?P<word>in|on|at|of|from|by|for|to|via|into|onto|off|near|inside|outside|past|beyond)\s"
    r"(?P<noun>[a-z]{2,})(?<!s)(?<!ly)(?<!ing)(?<!ed)\s\Z"
)
_NUMBERED = re.compile(
    r"[0-9]{1,3}(?![0-9])\s?(?:[,.;:?!)](?![0-9])|\Z|(?<=\s)(?:and|or|in|on|at|of|is|was|has"
    r"|because|when|where|which)\b)"
)
"""A number that ends a phrase behind one thing's noun: on lap 17, in bed 4 and."""
_BY_YEAR = re.compile(r"\b(?:by|in|at|through|until|to|and|into|from|for|after|of)\syear\s\Z")
_SIZE = re.compile(r"\.[0-9]{2,3}\s")
_CODE = re.compile(r"(?:[0-9]{2,4}|(?:(?<=\ba\s)|(?<=\bthe\s))[2-9])[a-z]?\s")
_THINGS = re.compile(r"\s(?P<word>[a-z]+[^suiw\W]s|skis)\b")
"""What the number counts where it stands behind a noun: 12 bus drivers."""
_RUNWAY = re.compile(
    r"(?<!\b(?:have|only)\s)(?<!\b(?:are|has|had|was)\s)(?:0?[1-9]|[12][0-9]|3[0-6])\s(?:left|right|cent(?:er|re))\b"
    r"(?!\s(?:the|in|at|to|from|with)\b)"
)
_FLOWN = re.compile(r"\b(?:runways?|taxiway|cleared\s(?:to|for))\b")
"""Around the number of a runway: cleared to land, 28 left."""
_HOLE = re.compile(r"(?:1[0-8]|[1-9])(?=[,.;:?!)]|\s(?!of\b|[a-z]+s\b)[a-z]|\Z)")
_AT_HOLE = re.compile(
    r"\b(?:at|on|through|stretch\sof)\s(?:(?:1[0-8]|[1-9])(?:,\s|,?\s(?:and|or)\s))*\Z"
)
_GOLF = re.compile(r"\b(?:bogey|birdie|putt|chip-in|fairway)(?:s|ed)?\b")
_ROUND_OF = re.compile(r"1?[0-9]\s(?:tee|green|fairway)\b")
"""Around the number of a hole of golf: a birdie at 7, the drive on 12 and 14."""
_JERSEY = re.compile(r"[0-9]{1,2}(?=[,.;?!]|\s(?:for|and|because|in|as|now|on|too)\b)")
_WEARS = (" wear ", " wears ", " wearing ", " wore ")
"""Around the number of a player: he wears 23 for a reason."""
_TOP = re.compile(
    r"(?:[0-9]{1,3}|[a-z]+)(?=[.,;:?!)]|\s(?:in|of(?!\sth)|at|for|and|guy|team|player|seed|spot|list|finish(?:es)?|side|pick)\b|\Z)"
)
"""How many are the best, who are named so: a top 10 team, they made the top eight."""
_LINE_OF = (" top ", " bottom ", " back ", " front ", " midfield ")
_OF_LINE = re.compile(
    r"\b(?:top|bottom|(?:an?|the|our|their|his|flat)\s(?:back|front|midfield))\s\Z"
)
"""Around how many make a part of a table or of a side: the bottom three, our back four."""
_LAST = re.compile(
    r"(?:4|8|16|32|64|four|eight|sixteen)"
    r"(?=\s?(?:[.,;:?!)]|\Z)|\s(?:of\s(?:the|this|an?)|after|with|where|at|by|on|when|and)\b)"
)
_AT_LAST = re.compile(
    r"\b(?:reach(?:es|ed|ing)?|ma(?:de|kes?|king)|into|through\sto|(?:place|spot|berth)\sin|in(?=\slast))"
    r"\s(?:the\s)?last\s\Z"
)
"""Around how many are left in a contest: they reached the last four."""
_ARC = re.compile(
    r"(?:three|3)(?=[.,;:?!)]|\s(?:and|but|in|tonight|this|that|as|so|because|when|is|was|we|i|they)\b|\Z)"
)
_SHOT = re.compile(
    r"(?:[0-9%]|\b(?:percent|sho(?:t|ts|ot|oting|oter)|made|makes?|hits?|well|great|good|open))\sfrom\s\Z"
)
"""Around the line that players shoot from: they were 9 of 20 from three."""
_RADIO = re.compile(r"1[1-3][0-9]\.[0-9]{1,3}(?![0-9])")
_TUNED = re.compile(
    r"\b(?:(?:tower|approach|departure|ground|cent(?:er|re)|frequency|controllers?|guard|unicom)"
    r"\b[^.,;0-9]{0,20}\b(?:on|at|to)|contact\s(?:[a-z]+\s){1,3}(?:on|at))\s\Z"
)
"""Around the frequency that pilots talk on: the tower was on 119.1."""
_YEAR_ALONE = re.compile(
    r"(?:[0-9]{1,2}|[a-z]+)(?!\s(?:million|billion|thousand|hundred|percent)|[0-9])"
)
"""Around the number of a year of a plan: by year five."""
_LEVEL = re.compile(
    r"(?:[1-9](?![0-9.,]*[0-9])|one|two|three|four|five)(?!\s?(?:%|per|feet|foot|met))"
)
_AT_LEVEL = re.compile(
    r"\b(?:alert|threat|warning|terrorism|terror|risk|activation|readiness|preparedness)\slevels?\s"
    r"(?:[a-z0-9]+\s){0,4}(?:at|to|from|is|was|of)\s\Z"
)
"""Around the number of a stage of alarm: the alert level remains at 3."""
_STANDARD = re.compile(r"(?<![a-z0-9])[a-z]{1,4}/[a-z]\s\Z")
"""What stands before the number of a standard: JB/T 9001."""
_SERVICE = re.compile("(?:9[56]|12|100)[0-9]{3}(?![0-9.,])(?<=[0-9]{5})")
_DIALLED = re.compile("热线|电话|拨打|致电|专线|客服|拨通|短信|来电|劝阻")
_SHORT_CODE = re.compile("[0-9]{5,6}(?![0-9,.]?[0-9])")
_YEAR = re.compile("(?:19|20)[0-9]{2}(?![0-9年]|[.,][0-9])")
_HIGHWAY = re.compile(r"\b(?:(?<![0-9]\s)AM|U\.?S\.?|SR|CR|FM|SH|Hwy\.?|Rte\.?|Loop|Beltway)\s\Z")
_HIGHWAY_ENDS = frozenset("SRMHyep.")
_HIGHWAY_NUMBER = re.compile(
    r"[0-9]{1,4}(?![0-9%]|[.,][0-9]"
    r"|\s(?:[mb]illion|trillion|thousand|percent|per\s|(?!is\b|was\b|has\b)[a-z]+s\b))"
)
_LINE = re.compile(
    r"(?:(?:\A|[、,，。;；和及与在往走经从到接利上下讲说问次的是塞抢\n])[国县]"
    r"|(?<![全各每一二两三四五六七八九十百千万几多数余0-9])台)\Z"
)
_ROAD_NUMBER = re.compile("[0-9]{1,3}(?![0-9万亿千百%]|[.,][0-9]|折)")
_LINES = frozenset("国台县")
"""What stands before the number of a Taiwanese road: 国3, 台64."""
PLACES = frozenset("单幢栋座号室次条支大中总分医型里家眼段舰联指两高道台岔间棵块曲甲门关调措")
"""What the patterns of places and bodies begin with."""
_STRAIN = re.compile(r"-?(?:19|nineteen|2)(?![0-9]|[.,:-][0-9]|\s?(?:%|percent\b))")
_DISEASE = re.compile(
    r"\b(?:[ck]ov(?!er(?:s|ed|ing|age)\b)[a-z]{1,4}|[ck]o(?:g[iu]t|bid|ded)|cove\sit|cov)[\s—-]{1,2}\Z"
)
"""Around the number of a disease or a virus, also as captions hear it: COVID- 19, covet 19."""
_TOLD = (
    (_SHORT_CODE, _TEXT_TO),
    (_RADIO, _TUNED),
    (_YEAR_ALONE, _BY_YEAR),
    (_FILED, _FILE),
    (_LEVEL, _AT_LEVEL),
)
"""Forms of numbers that are labels where words in front of them tell so."""
_NEAR = 40


def is_of_place_or_body(text: str, start: int, number_end: int) -> bool:
    """Say whether what follows a number names a place, a body or a law by it."""
    if text[number_end : number_end + 1] not in PLACES:
        return False
    if text.startswith("段", number_end):
        return text[start - 1 : start] in {"路", "街", "道"}
    return (
        _TROOP.match(text, number_end) is not None
        or (text[start] in HAN and _PLACE.match(text, number_end) is not None)
        or _is_home(text, start, number_end)
        or _is_of_train_or_law(text, start, number_end)
    )


def _is_home(text: str, start: int, number_end: int) -> bool:
    """Say whether a number is of a house, a stairway or a room: 3单元502室.

    A room has three digits or more, as no one counts so many.
    """
    if text.startswith("室", number_end):
        is_long = number_end - start >= _LONG_NUMBER and text[start:number_end].isdigit()
        return is_long and _HOME.match(text, number_end) is not None
    if _HOME.match(text, number_end):
        return True
    is_housed = _HOUSE.match(text, start) is not None
    return is_housed and _AT_HOME.search(text, max(0, start - 4), start) is not None


def _is_of_train_or_law(text: str, start: int, number_end: int) -> bool:
    """Say whether a number is of a train or of a law's article: 道交条例35条."""
    if _TRAIN.match(text, number_end):
        return number_end - start >= _LONG_NUMBER
    is_article = text.startswith("条", number_end)
    return is_article and _LAW.search(text, max(0, start - 5), start) is not None


def is_label(written: str, text: str, start: int, words: Vocabulary) -> bool:
    """Say whether a number without a unit ends a handle, names a file or is one to text.

    The text as it is written stands before the same in lower case.
    """
    near, before = max(0, start - _NEAR), text[start - 1 : start]
    if not before.isspace() and before != "#":
        return _is_joined(written, text, start, words)
    if "/" in text[near:start] and _STANDARD.search(text, near, start):
        return True
    if any(form.match(text, start) and told.search(text, near, start) for form, told in _TOLD):
        return True
    return (
        _is_code(text, near, start)
        or _is_coded(text, start, words)
        or _is_runway(text, start)
        or is_named_year(written, text, start, words)
        or _is_numbered(written, text, start, words)
    )


def _is_code(text: str, near: int, start: int) -> bool:
    """Say whether a number is a player's, a hole's, a virus's or a line's."""
    is_worn = text.endswith(_WEARS, near, start) and _JERSEY.match(text, start)
    is_hole = _ROUND_OF.match(text, start) or _is_hole(text, near, start)
    return bool(is_worn or is_hole) or _is_strain(text, near, start) or _is_arc(text, near, start)


def _is_coded(text: str, start: int, words: Vocabulary) -> bool:
    """Say whether a code stands before what has it: a 990 form, the 311 app, a .223 round."""
    if _YEAR.match(text, start):
        return False
    if size := _SIZE.match(text, start):
        return words.lists["of_guns"].match(text, size.end()) is not None
    code = _CODE.match(text, start)
    thing = words.lists["coded"].match(text, code.end()) if code else None
    if thing is None:
        return False
    things = _THINGS.match(text, thing.end())
    return things is None or things["word"] in words.lists["one_does"]


def _is_runway(text: str, start: int) -> bool:
    """Say whether a number is a runway's, with the side that it is on."""
    if not _RUNWAY.match(text, start):
        return False
    return _FLOWN.search(text, max(0, start - 3 * _NEAR), start + 3 * _NEAR) is not None


def _is_strain(text: str, near: int, start: int) -> bool:
    """Say whether a disease or a virus is named in front of its number."""
    return bool(_STRAIN.match(text, start) and _DISEASE.search(text, near, start))


def _is_arc(text: str, near: int, start: int) -> bool:
    """Say whether a shot was taken from the line that a number names, or it tells of the best."""
    if text.endswith(_LINE_OF, near, start):
        return bool(_TOP.match(text, start) and _OF_LINE.search(text, near, start))
    if text.endswith(" last ", near, start):
        return bool(_LAST.match(text, start) and _AT_LAST.search(text, near, start))
    is_arc = text.endswith("from ", near, start) and _ARC.match(text, start)
    return bool(is_arc and _SHOT.search(text, near, start))


def _is_numbered(written: str, text: str, start: int, words: Vocabulary) -> bool:
    """Say whether a thing named in front of a number has it as its own."""
    if _NUMBERED.match(text, start) is None:
        return False
    thing = _THING.search(text, max(0, start - _NEAR), start)
    if thing is None or not written[thing.start("noun")].islower():
        return False
    is_deed = thing["word"] == "to" and thing["noun"] in words.lists["deeds"]
    return not is_deed and thing["noun"] not in words.lists["no_things"]


def _is_hole(text: str, near: int, start: int) -> bool:
    """Say whether a number is told of a hole where golf is played."""
    if not (_HOLE.match(text, start) and _AT_HOLE.search(text, near, start)):
        return False
    return _GOLF.search(text, max(0, start - 4 * _NEAR), start + 4 * _NEAR) is not None


def _is_joined(written: str, text: str, start: int, words: Vocabulary) -> bool:
    """Say whether what a number is written together with makes a name of both."""
    near = max(0, start - _NEAR)
    if _SERVICE.match(text, start) and _DIALLED.search(text, near, start + _NEAR):
        return True
    if is_named_year(written, text, start, words) or _is_strain(text, near, start):
        return True
    is_road = text[start - 1 : start] in _LINES and _ROAD_NUMBER.match(text, start) is not None
    if is_road and _LINE.search(text, max(0, start - 2), start):
        return True
    has_sign = not _HANDLE_SIGNS.isdisjoint(text[near:start])
    return has_sign and _HANDLE.search(text, near, start) is not None


def is_highway(text: str, start: int) -> bool:
    """Say whether a highway's letters stand before a number: US 101; ``text`` is as written."""
    if text[start - 2 : start - 1] not in _HIGHWAY_ENDS:
        return False
    near = max(0, start - _NEAR)
    return bool(_HIGHWAY_NUMBER.match(text, start) and _HIGHWAY.search(text, near, start))
