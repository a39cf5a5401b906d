"""What a sentence says around a figure: what is counted, of what, how often, when."""

import re
from typing import NamedTuple

from annotator.model.quantity import Quantity
from annotator.suggest.figures.english_dates import MONTHS
from annotator.suggest.figures.english_numbers import any_of
from annotator.suggest.figures.found import FoundFigure
from annotator.suggest.figures.tries import WHITE

_SENTENCE_END = re.compile(r"[。！？；!?;\n.](?:(?<!\.)|(?=\s|$))")
_LONGEST = 240
_HAN = re.compile("[一-鿿]")
_MONTHS = any_of([*MONTHS])
_PERIOD = re.compile(
    r"(?=[截今去明前当同上下近民本昨目至迄一二三四0-9abcdfilnopstuwy])(?<![a-z])(?:"
    r"(?:截[至止]到?)?(?:[今去明前当同]年|[上下]半年|(?:前[两三四]个?)?[一二三四]?季度"
    r"|前[一二三四]季度|近[一二三四五六七八九十0-9]{1,3}(?:[年月周天]|个月)"
    r"|(?:[12][0-9]{3}|民国[0-9]{2,3}|1[0-3][0-9])年(?:[0-9]{1,2}月(?:份|底)?(?:[0-9]{1,2}[日号])?)?"
    r"|[0-9]{1,2}月(?:份|底)?(?:[0-9]{1,2}[日号])?|[本上下]个?月|[本上下]周|[昨今明前]天|[昨今]日"
    r"|目前|至今|迄今)"
    r"|(?:(?:in|during|since|by|through|for|over)\s)?(?:the\s)?"
    r"(?:last|past|this|next|previous|first|second|third|fourth|coming|current|same)\s"
    r"(?:[a-z0-9]+\s)?(?:years?|months?|weeks?|quarters?|days?|decades?|winter|summer|spring|fall"
    r"|season|period|night|half|time)(?:\sof\s(?:last\syear|this\syear|[12][0-9]{3}))?"
    r"|(?:in|during|since|by|through|until|from|on|at\sthe\send\sof)\s(?:(?:early|late|mid)[\s-])?"
    rf"(?:{_MONTHS}(?:\s[0-9]{{1,2}}(?:,\s[12][0-9]{{3}})?|\s[12][0-9]{{3}})?|(?:19|20)[0-9]{{2}})"
    r"(?![0-9])|\b(?:yesterday|today|tonight|so far|year over year)\b"
    r"|\ba (?:year|week) (?:ago|earlier)\b)"
)
_AS_OF = re.compile(
    r"截[至止]到?(?P<zh>[^,，。；、]{1,14}?)(?=[,，。；]|共|已|$)|as\sof\s(?P<en>[^,.;]{2,24})"
)
_RATE_BEFORE = re.compile(
    "(?P<rate>每(?:半年|半个月|季度|小时|分钟|秒|学期|平方米|平方公里|立方米|公里|百公里|千瓦时|公斤|台斤|公顷"
    "|[一-鿿])(?:每(?:季度|小时|平方米|公里|[一-鿿]))?|[日月年人户周]均)[^，。；,;每]{0,10}\\Z"
)
_RATE_FIRSTS = WHITE | {"/"}
_RATE_AFTER = re.compile(
    r"\s{1,3}(?:[a-z]{3,12}\s){0,2}(?P<en_base>per\s[0-9][0-9,]{0,10}(?:\s(?:hundred|thousand"
    r"|million))?(?:\s[a-z]{3,12})?"
    r"|per\s(?:hundred|thousand|million)\s[a-z]{3,12})(?![a-z])"
    r"|(?P<zh_base>/[0-9]{1,6}[百千万亿]{1,2}人?)"
    r"|\s{1,3}(?P<en>(?:per|an?|each|every)\s{1,3}(?!half|lot|little|few|number|couple)[a-z-]{3,12})"
    r"(?![a-z]|\s(?:ago|earlier|later|before|after))"
    r"|(?P<zh>/(?:年|月|日|天|人|户|亩|公里|平方米|立方米|吨|次|小时|秒))"
)
_SHARE_OF = re.compile(
    "占(?P<whole>[^，,。；;0-9由为到在已比]{2,14}?)(?:的)?(?:比重|比例|比率|份额|总数)?(?:已?达到?|约?为|是|超过|约|近)?\\Z"
)
_OF = re.compile(
    r"\s{1,3}of\s{1,3}(?P<en>(?:(?:the|our|all|these|those|its|their|u\.s\.)\s)?(?:[^,.;:?!\n]|[.,](?=[0-9])){2,32}?)"
    r"(?=\s(?:are|is|were|was|have|has|had|who|that|which|in|and|on|by|for|to|from|will|said"
    r"|with|as|at|since)\b|[,.;:?!\n]|\Z)"
    r"|的(?P<zh>[一-鿿]{2,10}?)(?=[，,。；;、]|[是为有已在将均都达与和及]|\Z)"
)
_NOUN = re.compile(
    "的?+(?!增长|下降|提高|减少|增加|缩短|压缩|上升|降|占|以|内|多|左右)(?P<zh>[一-鿿]{1,12}?)(?=[，,。；;、：:“”（）()《\\s]|[是为有已在将均都达与和及占被从到由的了]|[0-9]|\\Z)"
)
_EN_NOUN = re.compile(
    r"[\s-]{1,3}(?P<en>(?!(?:of|in|to|from|by|and|or|on|at|for|as|than|with|is|are|was|were|has"
    r"|have|had|this|that|the"
    r"|a|an|per|who|since|over|last|now|so|but|which|when|after|before|it|we|they|up|down|more"
    r"|less|will|each|every)\b)"
    r"[a-z][a-z'’-]*(?:\s(?!(?:of|in|to|from|by|and|or|on|at|for|as|than|with|is|are|was|were"
    r"|has|have|had|this|that|the"
    r"|a|an|per|who|since|over|last|now|so|but|which|when|after|before|it|we|they|will|every"
    r"|each)\b)[a-z][a-z'’-]*){0,2})"
)
_VERB_STARTS = (
    "同环比平分累已共总合预将仅只就实下上增减提降压缩回由从的占达为是有约超升至到了在近，"
)
"""What the words between a subject and its number begin with: it saves trying them all."""
_SUBJECT = re.compile(
    "(?=[一-鿿，]++\\Z)(?:其中|全年|去年|今年|其余|另有|目前)?(?P<noun>(?!同比|环比|比上年|比去年|增长|下降|增加|减少|提高|上升|降到|占|达|缩短|压缩)"
    f"[一-鿿]{{2,14}}?)(?=[{_VERB_STARTS}]|\\Z)(?:同比|环比|比上年|平均|分别|累计|已经|已|共|总计|合计|预计|将|仅|只|就|实际|下降|上升|增长|增加|减少|提高"
    "|降低|压缩|缩短|回落|由|从|的|占比|达到|达|为|是|有|约|超过|占|降至|升至|增至|至|到|了|在|仅为|近|，)*\\Z"
)
_ONLY_VERBS = re.compile(
    "[，,]?(?:同比|环比|比上年|比去年|又|再|已经|分别|增长|下降|增加|减少|提高|上升|降低|缩短|压缩|回落|扩大|达|占|为|到|至|了|升|降|由|从|约|近|占比)*"
)
_EN_VERBS = (
    "rose|rises|rising|fell|falls|falling|grew|grows|growing|increased|decreased|declined|dropped"
    "|climbed|jumped|surged|slipped|slowed|gained|averaged|stood|stands|remained|remains|reached"
    "|reaches|hit|came|is|was|are|were|has|have|had|will|would|could|may|ran|runs|ended|moved|went"
    "|edged|topped|totaled|totalled|exceeded|exceeds|accounts?|accounted|represents|costs?|moderated"
)
_EN_SUBJECT = re.compile(
    r"(?:\A|[,;:.]\s(?:(?:and|but|while)\s)?|\b(?:and|but|that|while|as|because|where|said)\s)\s{0,2}"
    r"(?:the\s|our\s|its\s|their\s|an?\s)?"
    r"(?P<en>(?!(?:it|we|they|i|he|she|you|this|that|these|those|there|which|who|what|so|if|when)\b)"
    rf"[a-z][a-z'’-]*(?:\s(?!(?:{_EN_VERBS})\b)[a-z][a-z'’-]*){{0,5}}?)"
    rf"\s(?:{_EN_VERBS})\b[^,;:.]{{0,30}}\Z"
)
_EN_VERB = re.compile(rf"\s(?:{_EN_VERBS})\b")
_EN_LINKS = re.compile(
    r"[\s,]*(?:(?:to|from|and|or|up|down|by|compared|with|than|versus|after|at|against)\s?)*"
)
_KINDS_BY_SUBJECT = {"percent", "fraction", "money", "multiple", "ratio", "temperature"}
_BEFORE, _AFTER = 28, 48
_EN_BEFORE = 80


class Surroundings(NamedTuple):
    """What stands around a figure, in the words of the text; empty where nothing is said."""

    referent: str = ""
    denominator: str = ""
    rate: str = ""
    period: str = ""
    as_of: str = ""


_NOTHING = Surroundings()


class Sentences:
    """The sentence around each figure of one text, found once for all its figures in order.

    ``text`` is the text as it is written, ``folded`` the same in the spelling of the patterns.
    """

    def __init__(self, text: str, folded: str) -> None:
        self._text = text
        self._folded = folded
        self._start = self._end = 0
        self._last = FoundFigure(0, 0, Quantity())
        self._referent_before = ""
        self._until = 0
        self._periods: list[tuple[int, int]] = []
        self._as_of = ""

    def around(self, figure: FoundFigure) -> Surroundings:
        """Return what the sentence says of the figure; the figures must come in order."""
        if figure.start >= self._end:
            self._move(figure)
        last, self._last = self._last, figure
        self._until = last.end
        if figure.quantity.value:
            return _NOTHING
        before = self._before(figure, last)
        after = self._folded[figure.end : self._end][:_AFTER]
        share = _SHARE_OF.search(before) if "占" in before else None
        part = _OF.match(after) if figure.quantity.kind in {"percent", "fraction"} else None
        whole = share or part
        base = figure.end if part and not share else figure.start - len(before)
        return Surroundings(
            self._referent(figure, before, after, is_share=part is not None),
            self._words(whole, base) if whole else "",
            self._rate(figure, before, after),
            self._period(figure.start),
            self._as_of,
        )

    def _before(self, figure: FoundFigure, last: FoundFigure) -> str:
        """Return what stands before a figure, up to the last one unless a share is of that."""
        begin = max(self._start, figure.start - _BEFORE)
        before = self._folded[begin : figure.start]
        if last.end <= begin or (last.quantity.kind == "cardinal" and "占" in before):
            return before
        return self._folded[last.end : figure.start]

    def _move(self, figure: FoundFigure) -> None:
        """Find the sentence around a figure behind the last one."""
        text = self._folded
        begin = max(self._end, figure.start - _LONGEST)
        self._referent_before = ""
        self._start = begin
        for end in _SENTENCE_END.finditer(text, begin, figure.start):
            self._start = end.end()
        end_of = _SENTENCE_END.search(text, figure.end, figure.end + _LONGEST)
        self._end = end_of.start() if end_of else min(len(text), figure.end + _LONGEST)
        self._periods = [f.span() for f in _PERIOD.finditer(text, self._start, self._end)]
        stated = _AS_OF.search(text, self._start, self._end)
        self._as_of = self._words(stated, 0)

    def _words(self, found: re.Match[str] | None, base: int) -> str:
        """Return a match's group in the text's own spelling."""
        if found is None:
            return ""
        name = found.lastgroup or ""
        start, end = found.span(name)
        return self._text[base + start : base + end].strip()

    def _period(self, at: int) -> str:
        """Return the last time that is named before a figure, else the first behind it."""
        if not self._periods:
            return ""
        for start, end in reversed(self._periods):
            if end <= at:
                return self._text[start:end]
        start, end = self._periods[0]
        return "" if start <= at < end else self._text[start:end]

    def _rate(self, figure: FoundFigure, before: str, after: str) -> str:
        if after[:1] in _RATE_FIRSTS and (found := _RATE_AFTER.match(after)):
            return self._words(found, figure.end)
        if "/" in figure.quantity.unit_text:
            return figure.quantity.unit_text[figure.quantity.unit_text.index("/") :]
        if not ("每" in before or "均" in before):
            return ""
        return self._words(_RATE_BEFORE.search(before), figure.start - len(before))

    def _referent(self, figure: FoundFigure, before: str, after: str, *, is_share: bool) -> str:
        """Return the noun behind a count, the subject in front of a share or a sum."""
        if figure.quantity.kind not in _KINDS_BY_SUBJECT:
            pattern = _NOUN if "一" <= after[:1] <= "鿿" else _EN_NOUN
            if noun := pattern.match(after):
                return self._words(noun, figure.end)
        if is_share:
            return ""
        if not ("一" <= before[-1:] <= "鿿" or _HAN.search(before)):
            return self._english_subject(figure)
        found = None if _ONLY_VERBS.fullmatch(before) else _SUBJECT.search(before)
        said = self._words(found, figure.start - len(before))
        self._referent_before = said or self._referent_before
        return self._referent_before

    def _english_subject(self, figure: FoundFigure) -> str:
        """Return the subject of an English share or sum; a further one in a row has the same."""
        begin = max(self._start, self._until, figure.start - _EN_BEFORE)
        before = self._folded[begin : figure.start]
        if _EN_LINKS.fullmatch(before):
            return self._referent_before
        if not _EN_VERB.search(before):
            self._referent_before = ""
            return ""
        is_whole = begin in {self._start, self._until}
        found = _EN_SUBJECT.search(before, 0 if is_whole else before.find(" ") + 1)
        self._referent_before = self._words(found, begin)
        return self._referent_before
