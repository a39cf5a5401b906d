"""The outlets for which Chinese reporters ask: as their label has it, or as they say first."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from annotator.model.kinds import Role
from annotator.reading.english_roles import names_outlet
from annotator.reading.label_forms import HAN, SPACES
from annotator.reading.turn_found import TurnFound
from annotator.reading.words import any_of

_FIRST_WORDS = 80
_TITLE = re.compile(r"《([^《》\n]{1,16})》")
_SET_APART = re.compile(
    r"(?:^|\n)[^\S\n]*[【\[](?P<words>[^【】\[\]\n]+)[】\]][^\S\n]*\n[^\S\n]*\Z"
)
_SIGNED = re.compile(r"[?？。][^\S\n]*[（(](?P<who>[^（）()\n]{2,24})[)）]\s*\Z")
_ENDS = rf"(?:{any_of('chinese', 'outlets')}|[报報台臺社网網刊])"
_OUTLET = (
    rf"(?:《[^》\n]{{2,16}}》(?:杂志|雜誌)?|[^\s，。、,.!！？?：:；;《》“”「」]{{0,16}}{_ENDS})"
)
_BY_LABEL = re.compile(
    rf"(?P<outlet>[{HAN}]{{0,4}}{_OUTLET}(?:、{_OUTLET})?(?:[（(][^（）()]{{1,16}}[)）])?"
    rf"|[{HAN}]{{2,8}}[视視])(?:[{SPACES}]*的?[记記]者[^，。]{{0,16}})?$"
)
"""A label that is an outlet, or who asks for it; one that ends so may be a television: 港視."""
_FOR_ANY = re.compile(
    rf"(?P<outlet>[^{SPACES}，。：:、]{{2,24}}"
    r"(?:公司|[频頻]道|集[团團]|[传傳]媒|[栏欄節节]目|[财財][经經]|融?媒[体體]|周末|週末|中心|平台"
    rf"|(?:{any_of('chinese', 'outlets')})[{HAN}]{{2,6}}))[{SPACES}]*的?[记記]者"
)
"""Who asks for what need not be called as outlets are: ``渔港广播公司记者``."""
_SAID = re.compile(
    rf"(?:我们?是|我們是|[来來]自于?)[来來]?自?[{SPACES}]*(?P<outlet>{_OUTLET})的?(?:[记記]者|[，。,])"
    rf"|(?:^|[，。,!！])[{SPACES}]*(?!我|[来來]自)(?P<alone>{_OUTLET})的?[记記]者[，。,]"
)
"""How somebody who asks says for whom: ``我是渔港日报的记者``, ``谢谢，渔港日报记者。``."""
_KIND = (
    "(?:[日晚早晨时時周週商快]?[报報]社?|[电電]?[视視]?[台臺]|[电電][视視]|[广廣]播(?:[电電][台臺])?"
    "|[卫衛][视視]|新[闻聞](?:社|网站?|網站?)?|通[讯訊]社|[周週]?刊|[杂雜][志誌]|客户端)"
)
"""What any outlet of its kind may be called."""
_NO_OUTLET = re.compile(
    rf"[一两兩几幾多各本该該我你贵貴某有]|(?:[中海国國境]?[内內外][国國方]?|地方|[当當]地)?{_KIND}?$"
)
"""How words start that name no outlet of all, or are its kind alone: ``本报``, ``外国电视台``."""


def with_outlets(text: str, turns: Sequence[TurnFound]) -> list[TurnFound]:
    """Return the turns, those of reporters of whom nothing else is told with their outlets."""
    titles = frozenset(_TITLE.findall(text))
    return [
        replace(turn, affiliation=_outlet(text, turn, titles))
        if turn.role is Role.REPORTER and turn.affiliation is None
        else turn
        for turn in turns
    ]


def _outlet(text: str, turn: TurnFound, titles: Collection[str]) -> str | None:
    """Return the outlet of a reporter's label or a line above, else what the first words name.

    A label that elsewhere stands in the quotes of titles is a newspaper or a magazine.
    """
    label = turn.speaker or ""
    named = _of_label(label) or _of_label(_set_above(text, turn.start))
    return named or (label if label in titles else _said(text, turn) or _signed(text, turn))


def _of_label(label: str) -> str | None:
    """Return the outlet that a label is, or for which somebody asks by it."""
    found = _BY_LABEL.fullmatch(label) or _FOR_ANY.fullmatch(label)
    return _bare(found["outlet"]) if found and _names_one(found["outlet"]) else None


def _said(text: str, turn: TurnFound) -> str | None:
    """Return the outlet that the first words of a speech name."""
    said = _SAID.search(text[turn.body_start : min(turn.end, turn.body_start + _FIRST_WORDS)])
    named = (said["outlet"] or said["alone"]) if said else ""
    return _bare(named) if named and _names_one(named) else None


def _signed(text: str, turn: TurnFound) -> str | None:
    """Return the outlet in brackets at the end of a question: ``何时复航？（渔港日报）``."""
    found = _SIGNED.search(text, max(turn.body_start, turn.end - _FIRST_WORDS), turn.end)
    signed = found["who"] if found else ""
    is_english = signed.isascii() and names_outlet(signed)
    return signed if is_english else _of_label(signed)


def _set_above(text: str, start: int) -> str:
    """Return what stands in brackets as the whole line above a place: ``【渔港日报】``."""
    found = _SET_APART.search(text, max(0, start - _FIRST_WORDS), start)
    return found["words"] if found else ""


def _names_one(outlet: str) -> bool:
    """Tell whether words name one outlet, not any of a kind."""
    return _NO_OUTLET.match(outlet) is None


def _bare(outlet: str) -> str:
    """Return an outlet without the quotes around the whole of it."""
    return outlet[1:-1] if re.fullmatch("《[^《》]*》", outlet) else outlet
