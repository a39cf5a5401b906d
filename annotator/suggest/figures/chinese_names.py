"""Numbers that Chinese words on either side make a name or a grade of: 中铁四局, 国3甲, 市一院."""

import re

_BUILDERS = re.compile("(?:中[铁建交冶核水]|水电|铁建|电建|能建|葛洲坝|建工|路桥)\\Z")
_MINISTRY = re.compile("(?:(?<![全内外干支底头西东南北中])部|委|总局|总署)\\Z")
_SQUADS = re.compile("(?:国道|刑侦|侦|保|警|消防|缉毒|反诈)\\Z")
_OF_A_TOWN = re.compile("(?:(?<![城全各小社片校园林地])[市县区州]|省|医|医大|附|(?<![重盛])大)\\Z")
_ROAD = re.compile("(?:[国省县乡台]|(?<![一-鿿])[竹苗投彰嘉屏花宜桃])\\Z")
_GRADED = re.compile(
    "(?:响应|预警|警戒|警示|戒备|战备|应急|风险|防护|等级|级别|管控)(?:[^。;,\\n]|,(?=[后又再并由随现])){0,14}"
    "(?:为|至|到|成|是|启动|提升|发布)\\Z"
)
_ANYTHING = re.compile("")
_ONE_DIGIT = "(?<=[^零一二三四五六七八九十][一二三四五六七八九])"
_THREE_DIGITS = "(?<=[0-9零一二三四五六七八九]{3})"
_CALLED_FOR = re.compile(
    "个(?:坚持|必须|注重|不能|不准|不得|严禁|一律|到位|确保|不摘|不变|不放过|不放松|着力|更加"
    "|聚焦|先行|统筹|强化|突出|带头|善于|敢于|紧盯|始终|努力|最严|服从)(?=[、,:。;”和与的要\\n]|$)"
)
"""What slogans call for, and no one counts: 六个必须, 四个不摘."""
_RULES = {
    "级": [(_ANYTHING, _GRADED)],
    "局": [(_ANYTHING, _BUILDERS), (_ANYTHING, _MINISTRY)],
    "司": [(_ANYTHING, _MINISTRY)],
    "航": [(re.compile("航局"), _BUILDERS)],
    "公": [(re.compile("公[司局]"), _BUILDERS)],
    "次": [(_ANYTHING, re.compile("(?:莒光|自强|普悠玛|太鲁阁|复兴|区间|车次|和谐|动感)号?\\Z"))],
    "冶": [(re.compile("冶(?![炼金])"), _ANYTHING)],
    "队": [(_ANYTHING, _SQUADS)],
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
        (re.compile("个(?:明确|转变|融合|到位)(?![的了地])"), re.compile("[、“,落做实]\\Z")),
        (_CALLED_FOR, _ANYTHING),
    ],
} | {branch: [(_ANYTHING, _ROAD)] for branch in "甲乙丙丁戊己"}
"""By the character behind a number: what stands behind it and what must stand before it."""
BODIES = frozenset(_RULES)
_TO_DIAL = re.compile("[0-9]{3,5}(?![0-9])[一-鿿]{0,6}?(?:专线|热线|电话|客服)(?![会交指接沟联访])")
_ROW_SIGNS = frozenset("、或和及与,")
_DIALLED_ROW = re.compile(
    "[打拨致][^0-9。;,\\n]{0,6}(?:[0-9]{3,5}[^0-9。;,\\n]{0,6}[、或和及与,])+\\Z"
)
_LONGEST = 24


def is_chinese_name(text: str, start: int, number_end: int) -> bool:
    """Say whether the words on either side of a number make a name or a grade of it."""
    for after, before in _RULES.get(text[number_end : number_end + 1], ()):
        near = max(0, start - _LONGEST)
        if after.match(text, number_end) and before.search(text, near, start):
            return True
    return False


def is_line_to_dial(text: str, start: int) -> bool:
    """Say whether a number is of a telephone line: 1996内政专线, 拨打1957、1925."""
    if _TO_DIAL.match(text, start):
        return True
    near = max(0, start - 2 * _LONGEST)
    return text[start - 1] in _ROW_SIGNS and _DIALLED_ROW.search(text, near, start) is not None
