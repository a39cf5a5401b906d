"""Whether a name is a speaker's, and what the speaker is at the press conference."""

import re

from annotator.model.kinds import Role

_HAN = "\u3400-\u9fff\uf900-\ufaff"
MODERATORS = re.compile(
    r"^(?:主持人|主持|司仪|司儀|moderator|host|facilitator|operator|mc|the moderator|chair(?:man|woman|person)? of the session)\b|^主持人",  # noqa: E501
    re.IGNORECASE,
)
REPORTERS = re.compile(
    r"记者|記者|媒体|媒體|提问|提問|网友|網友|^问$|^問$|^[Qq]$|question|reporter|journalist|^press$|^media\b|correspondent"
    r"|^inaudible|^unidentified|^audience|^speaker from the floor|^participant",
    re.IGNORECASE,
)
INTERPRETERS = re.compile(
    r"^(?:翻译|翻譯|口译|口譯|传译|傳譯|译员)|interpreter|translator|interpretation", re.IGNORECASE
)
ANSWERERS = re.compile(r"^(?:答|A|answer|回答)$", re.IGNORECASE)
_OUTLET = re.compile(
    r"(?:[报報社台网網]|电视|電視|日报|日報|时报|時報|通讯社|通訊社|新闻|新聞|周刊|週刊|广播|廣播|BBC|CNN|Reuters|AFP|Bloomberg|NHK|NBC|TVBS)$"
)
_QUOTED_OUTLET = re.compile(r"^[《〈「“][^》〉」”]{2,20}[》〉」”]$")
OFFICES = re.compile(
    r"发言人|發言人|部长|部長|局长|局長|市长|市長|省长|省長|主任|司长|司長|院长|院長|主席|总理|總理|总统|總統|书记|书記|秘书长|秘書長|厅长|廳長|处长|處長|"
    r"县长|区长|行长|行長|会长|會長|署长|署長|委员|委員|指挥官|指揮官|行政长官|行政長官|教练|教練|组长|組長|科长|科長|董事长|董事長|总经理|總經理|巡视员|专家|專家|教授|医生|醫師|嘉宾|代表"
)
_ENGLISH_TITLES = re.compile(
    r"^(?:MR|MRS|MS|MISS|DR|PROF|SEN|REP|GOV|GEN|LT|COL|CAPT|ADM|SGT|SEC|AMB|REV|SIR|DAME|LORD|LADY|THE|MAYOR|CHIEF|"
    r"PRESIDENT|VICE|PRIME|MINISTER|SECRETARY|UNDER|ASSISTANT|DEPUTY|CHAIR|CHAIRMAN|CHAIRWOMAN|CHAIRPERSON|COMMISSIONER|DIRECTOR|"
    r"GOVERNOR|SENATOR|REPRESENTATIVE|GENERAL|ADMIRAL|CAPTAIN|COACH|SPOKESPERSON|SPOKESMAN|SPOKESWOMAN|OFFICIAL|AMBASSADOR|ATTORNEY|TREASURER|PREMIER|SHRI|SMT)\b\.?",
    re.IGNORECASE,
)
_FALSE_ENGLISH = frozenset(
    [
        "note",
        "notes",
        "example",
        "for",
        "summary",
        "update",
        "background",
        "date",
        "time",
        "place",
        "location",
        "venue",
        "subject",
        "topic",
        "agenda",
        "source",
        "contact",
        "tel",
        "fax",
        "email",
        "e-mail",
        "phone",
        "website",
        "url",
        "http",
        "https",
        "photo",
        "video",
        "caption",
        "figure",
        "table",
        "key",
        "transcript",
        "remarks",
        "opening",
        "closing",
        "participants",
        "present",
        "attendees",
        "speakers",
        "press",
        "release",
        "warning",
        "tip",
        "important",
        "remember",
        "first",
        "second",
        "third",
        "fourth",
        "finally",
        "next",
        "also",
        "again",
        "however",
        "therefore",
        "so",
        "but",
        "and",
        "or",
        "yes",
        "no",
        "today",
        "tomorrow",
        "yesterday",
        "question-and-answer",
        "here",
        "this",
        "that",
        "these",
        "those",
        "there",
        "it",
        "we",
        "they",
        "i",
        "you",
        "he",
        "she",
        "what",
        "why",
        "how",
        "when",
        "where",
        "who",
        "which",
        "is",
        "are",
        "was",
        "will",
        "can",
        "do",
        "as",
        "in",
        "on",
        "at",
        "by",
        "to",
        "from",
        "with",
        "if",
        "because",
        "since",
        "while",
        "although",
        "page",
        "edited",
        "editor",
        "media-contact",
        "media-contacts",
        "related",
        "tags",
        "share",
        "link",
        "links",
        "ends",
        "end",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ]
)
_FALSE_CHINESE = re.compile(
    r"女士们|先生们|朋友们|各位|同志们|大家|来宾|記者朋友|媒体朋友|[几三两四五六七八九十\d]+[点點项項个個方面条條]|如下|以下|例如|比如|譬如|包括|注意|备注|備註|附件|附注|说明|說明|来源|來源|时间|時間|"
    r"地点|地點|日期|电话|電話|传真|邮箱|網址|网址|标题|標題|编辑|編輯|责编|责任编辑|图片|图為|摄影|链接|作者|审核|撰稿|背景|提要|目录|目錄|首先|其次|再次|最后|最後|一是|二是|三是|四是|五是|第[一二三四五六七八九十]|"
    r"因此|所以|但是|总之|總之|也就是|就是|问题是|問題是|(?:说|說|道|称|稱|指出|强调|強調|表示|认为|認為|写道|寫道|介绍|回应|补充|问道)$|^[一二三四五六七八九十]+、|是$|为$|的$|了$|[，,。]"
)
_GREETING = re.compile(
    r"朋友们|朋友們|女士们|女士們|先生们|先生們|各位|大家好|来宾|來賓|同志们|同志們"
)
_CHINESE_PERSON = re.compile(
    rf"^[{_HAN}]{{2,4}}(?:[·•．][{_HAN}]{{1,8}}){{0,3}}$|^[{_HAN}]{{2,8}}[·•．][{_HAN}]{{1,8}}(?:[·•．][{_HAN}]{{1,8}})?$"
)
_HONORIFIC = re.compile(r"(?:先生|女士|小姐|同志|博士|教授)$")


def role_of(name: str) -> Role | None:
    """Return the role that a label's words give away, or None for a name alone."""
    if INTERPRETERS.search(name):
        return Role.INTERPRETER
    if MODERATORS.search(name):
        return Role.MODERATOR
    if REPORTERS.search(name) or _OUTLET.search(name) or _QUOTED_OUTLET.match(name):
        return Role.REPORTER
    if ANSWERERS.match(name) or OFFICES.search(name):
        return Role.SPEAKER
    return None


def likeness(name: str, form: str) -> int:
    """Return how much a name looks like a speaker's: 3 surely, 2 probably, 1 if it repeats, 0 no."""  # noqa: E501
    if form in {"qa", "numbered"}:
        return 3
    return (
        _chinese_likeness(name) if re.search(f"[{_HAN}]", name) else _english_likeness(name, form)
    )


def _chinese_likeness(name: str) -> int:  # noqa: PLR0911
    bare = _HONORIFIC.sub("", re.sub(r"[（(].*?[)）]", "", name)).strip()
    if _GREETING.search(name):
        return 0
    if _FALSE_CHINESE.search(name) and not REPORTERS.search(name):
        return 0
    if role_of(name) is not None:
        return 3 if len(name) <= 24 else 1  # noqa: PLR2004
    if _CHINESE_PERSON.match(bare):
        return 2
    parts = bare.split()
    if len(parts) > 1 and _CHINESE_PERSON.match(parts[-1]):
        return 2
    return 1 if len(bare) <= 8 else 0  # noqa: PLR2004


def _english_likeness(name: str, form: str) -> int:
    words = re.findall(r"[\w'’.\-]+", re.sub(r"\(.*?\)|,.*", "", name))
    if not words or words[0].lower() in _FALSE_ENGLISH or len(words) > 7:  # noqa: PLR2004
        return 0
    if role_of(name) is not None or _ENGLISH_TITLES.match(name):
        return 3
    is_capitals = name.upper() == name and len(name) > 2  # noqa: PLR2004
    if form == "stop":
        return 2 if len(words) > 1 or is_capitals else 1
    if is_capitals:
        return 2
    is_name = all(
        word[:1].isupper() or word in {"de", "la", "van", "von", "der", "bin", "al", "of", "the"}
        for word in words
    )
    return (2 if 2 <= len(words) <= 4 else 1) if is_name else 0  # noqa: PLR2004
