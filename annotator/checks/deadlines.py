"""The day of one event told twice, as two days: applications close on May 25, and on May 28."""

import re
from collections.abc import Iterator
from itertools import combinations

from annotator.checks.qualifiers import differ_in_qualifiers
from annotator.checks.scene import SETTING, Scene
from annotator.checks.statement import Check, CheckType, Statement, Verdict, check_of
from annotator.checks.words import stem
from annotator.model.message import Message

_DATE = re.compile(r"(?:[0-9]{4}|-)(?:-[0-9]{2}){0,2}")
_EVENT = re.compile(
    r"截止|开始|启动|开学|开馆|开业|开园|开幕|闭幕|结束|完工|竣工|通车|通水|开通|启用|开工|动工|投产|投用|交付"
    r"|公布|上路|实施|施行|生效|举行|召开|举办|摇号|抽签|上线|试运营|入住|搬迁|发放|出院"
    r"|\b(?:deadline|due|open|close|begin|start|end|expire|launch|effective|effect|finish|complete"
    r"|reopen|resume|deliver)(?:s|es|ed|ing)?\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"原定|原计划|原来|原本|(?<!没有)(?<!不会)(?<!没)(?<!未)推迟|延期|延长|提前|改到|调整|去年|上年|明年|往年|第[一二三四五六七八九十]"
    r"|\b(?:original|delay|postpone|extend|push|move|instead|last year|next year|first|second"
    r"|third|phase)\w*",
    re.IGNORECASE,
)
FEW, LEAST, WEIGHT, BEFORE, YEAR, FEW_YEARS = 40, 2, 3.0, 40, 4, 3


def deadlines(scene: Scene) -> Iterator[Check]:
    """Yield pairs of dates that are told as the day of one event."""
    told: dict[tuple[str, int], list[Statement]] = {}
    days = [s for s in scene.statements if s.figure.kind == "date"]
    for statement in days:
        event = _event(scene, statement) if _DATE.fullmatch(statement.figure.value) else ""
        if event:
            length = len(statement.figure.value.removeprefix("-"))
            told.setdefault((event, length), []).append(statement)
    for group in told.values():
        for first, second in combinations(group, 2) if len(group) <= FEW else ():
            if _are_one_event(scene, first, second):
                yield _different(first, second)


def _event(scene: Scene, statement: Statement) -> str:
    """Return what is said to happen on a day: the event behind it, or the last one in front."""
    before, _bar, behind = scene.subject(statement).partition("|")
    found = [_EVENT.search(behind), *reversed(list(_EVENT.finditer(before)))]
    return next((stem(event.group()) for event in found if event), "")


def _are_one_event(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether two dates are of one event, in two sentences that name no other time."""
    values = first.figure.value, second.figure.value
    if values[0] == values[1] or scene.sentence_of(first) == scene.sentence_of(second):
        return False
    if _have_other_years(*values):
        return False
    subjects = scene.subject(first), scene.subject(second)
    sentences = (scene.sentence(scene.sentence_of(s)) for s in (first, second))
    if any(map(_OTHER.search, sentences)) or differ_in_qualifiers(*subjects):
        return False
    shared = _words(scene, first) & _words(scene, second)
    words = frozenset(w for w in shared if not _EVENT.search(w))
    least = 1 if _EVENT.search(scene.asked(second)) else LEAST
    return len(words) >= least or scene.weight(words) >= WEIGHT


def _have_other_years(first: str, second: str) -> bool:
    """Say whether two days name different years, or two years are no slip of each other."""
    years = sorted({int(value[:YEAR]) for value in (first, second) if value[:YEAR].isdigit()})
    return len(years) > 1 and (len(first) > YEAR or years[1] - years[0] > FEW_YEARS)


def _words(scene: Scene, statement: Statement) -> frozenset[str]:
    """Return the words in front of a date, at once behind it, and in the question it answers."""
    before, after = scene.before(statement, BEFORE), scene.after(statement)
    if len(set(scene.words_of(before))) <= LEAST:
        line = scene.text.rfind("\n", 0, statement.start)
        before = scene.text[max(line + 1, statement.start - SETTING) : statement.start]
    return frozenset(scene.words_of(f"{before}|{after}|{scene.asked(statement)}"))


def _different(first: Statement, second: Statement) -> Check:
    told = {"first": first.text, "second": second.text}
    message = Message("Stated twice, and different: “{first}” and “{second}”.", told)
    return check_of(CheckType.DATE, Verdict.CONFLICT, (first, second), message, 0.7)
