"""What the opening of a press conference says of who chairs it, who asks and who answers."""

import re

from annotator.model.kinds import Role
from annotator.reading.chinese_offices import HONORIFIC
from annotator.reading.english_roles import names_outlet
from annotator.reading.label_forms import HAN, SPACES
from annotator.reading.namings import interviews
from annotator.reading.opening import MODERATING, as_written, bare_chinese, bare_english, unpadded
from annotator.reading.words import any_of

_HOSTING = ("host ", "Host ", "HOST ", "hosts ", "Hosts ", "oderator ", "oderators ", "ODERATOR ")
"""What stands before the name of who hosts; looked for first, as it is fast."""

_SHORTENED = rf"(?:》|[记記]者|{any_of('chinese', 'outlets')})[（(](?:以下|下)?[简簡]?[称稱]"
"""What stands before the letter for an outlet: ``《某某周刊》（以下简称“周”）``."""
_INTERVIEWER = (
    rf"[记記]者[{SPACES}:：]*"
    rf"|(?<![被受])(?:[采採][访訪]|[访訪][谈談问問])(?:[者人][{SPACES}:：]*|[{SPACES}]?[:：][{SPACES}]?)"
    rf"|(?<![^\s（(，。；|｜/])[采採][访訪][{SPACES}]+"
)
"""What stands before the name of who asks: ``采访者：某某``."""


def _is_said_in(opening: str, name: str) -> bool:
    """Say whether a text has a name, of an English one the last word."""
    said = name.rpartition(" ")[2] if name.isascii() else name
    return said.lower() in opening.lower()


_HOLDING = rf",[ ][^\n]{{0,60}}?\b{any_of('english', 'offices')}\b"
"""An office behind a name: who presents with it briefs, and hosts no programme."""


def role_in(opening: str, name: str, role: Role | None = None) -> Role | None:
    """Return the role that the opening gives to a speaker whose label gives ``role`` or none.

    A spokesperson who holds a briefing answers at it; one who is said to chair it does not.
    """
    is_chinese = re.search(f"[{HAN}]", name) is not None
    whole = bare_chinese(name) if is_chinese else bare_english(name)
    opening = unpadded(opening)
    if not whole or not _is_said_in(opening, whole):
        return None
    bare = f"(?i:{re.escape(whole)})"
    chairs = _chairing_chinese(bare) if is_chinese else _chairing_english(opening, bare)
    holds = "" if role else rf"|{bare}{HONORIFIC}[^，,、。；;\n与與和同跟]{{0,6}}主持(?!人)"
    if re.search(chairs + holds, opening):
        return Role.MODERATOR
    if role is not None:
        return None
    return Role.REPORTER if _asks(opening, bare, whole, is_chinese=is_chinese) else None


def _asks(opening: str, bare: str, whole: str, *, is_chinese: bool) -> bool:
    """Tell whether an opening says that somebody asks; ``bare`` is the pattern of the name."""
    asks = f"|{interviews(whole)}" if is_chinese else _asking_english(bare, whole)
    shortened = rf"{_SHORTENED}[为為]?[“「\"']?{bare}[”」\"')）]"
    if re.search(rf"(?:{_INTERVIEWER}){bare}|{shortened}{asks}", opening):
        return True
    return not is_chinese and _is_of_outlet(opening, whole)


def _is_of_outlet(opening: str, whole: str) -> bool:
    """Tell whether an outlet has somebody: ``with CNN's Ann Roe``."""
    written = as_written(whole) if whole.isascii() else re.escape(whole)
    of_whom = rf"\b([A-Z]\w*)['’′]s?[ ](?:[A-Za-z]+[ ]){{0,2}}(?i:{written})\b"
    return any(names_outlet(found[1]) for found in re.finditer(of_whom, opening))


def _chairing_chinese(bare: str) -> str:
    """Return a pattern for who is said to chair, in a Chinese text."""
    chairs = rf"主持人?[:：]\s*[^\n]{{0,40}}{bare}"
    chairs += rf"|主持人[{SPACES}]*(?:[{HAN}]{{2,4}}[和与與、]){{0,2}}{bare}(?!\w{{0,3}}[:：])"
    chairs += rf"|(?:[这這]里是|[这這]裡是|收看|收[听聽])[^。\n]{{0,40}}我是{bare}"
    chairs += rf"|由[^，。\n]{{0,30}}{bare}{HONORIFIC}[^，。\n]{{0,3}}主持"
    return chairs + rf"|\b(?:Moderator|MODERATOR):?\s*[^.\n]{{0,20}}{bare}"


def _chairing_english(opening: str, bare: str) -> str:
    """Return a pattern for who is said to chair, in English or beside the Chinese word."""
    chairs = _chairing_chinese(bare)
    chairs += rf"|{bare}\b[^.\n]{{0,80}}\b(?:moderated\b(?! by)|presiding\b)"
    chairs += rf"|\b[Tt]his is [A-Z]{{3,}}[^\n]{{0,60}}\bI['’]m [^.,\n]{{0,30}}\b{bare}\b"
    chairs += rf"|\b[Tt]his is [^.?!\n]{{2,40}} on [A-Z][A-Z0-9]{{2,}}[^.?!\n]{{0,40}}\b{bare}\b"
    chairs += rf"|\bI['’]m [^.,\n]{{0,30}}\b{bare}\b[^\n]{{0,10}}\b[Tt]his is [A-Z]{{3,}}"
    chairs += rf"|\b(?i:(?:radio|tv|television) interview)\s*[-–—:][^\n]*\b(?i:with)[ ]{bare}\b"
    chairs += rf"|\b(?:[Mm]oderated|[Hh]osted) by [^.\n]{{0,60}}\b{bare}\b"
    chairs += rf"|\b(?i:compere|host|presenter)s?:\s*[^.\n]{{0,60}}\b{bare}\b(?!{_HOLDING})"
    if any(word in opening for word in _HOSTING):
        chairs += rf"|\b(?i:(?:co-)?hosts?|moderators?)[ ](?:[A-Z]\S+[ ])?{bare}\b"
    return chairs + rf"|\b{bare},[ ](?i:moderator)\b"


def _asking_english(bare: str, whole: str) -> str:
    """Return a pattern for who is said to report or to interview."""
    written = as_written(whole) if whole.isascii() else bare
    asks = rf"|{bare}是[^，。\n]{{0,12}}(?:撰稿人|[记記]者|主播)"
    asks += rf"|\b(?i:interview(?:ers?:?|(?:ed)? by|s? conducted by)[ ][^.\n:]{{0,60}}{written}\b)"
    asks += rf"|\b(?i:{written})[ ]interview(?:ed|s)[ ](?!by\b|with\b)"
    asks += rf"|\b[A-Z][\w ]{{1,20}}['’′]s[ ](?:[A-Za-z]+[ ]){{0,3}}(?i:{written})[ ]"
    asks += r"(?:sat down|sits down|spoke|speaks|talked|talks|caught up|chatted)\b"
    return asks + rf"|\b(?i:reporter|correspondent|journalist)\b,?[ ](?:[A-Z]\S*[ ])?{bare}\b"


def names_moderator(label: str) -> bool:
    """Tell whether a label has the name of who moderates behind the word: ``主持人 某某``."""
    return MODERATING.match(label) is not None


def is_listed_moderator(opening: str, name: str) -> bool:
    """Tell whether a line of the opening lists a speaker as the moderator: ``主持人：某某``."""
    bare = re.escape(bare_chinese(name))
    if not bare:
        return False
    listed = rf"(?:主持人?[:：]|\bModerator[:：])[{SPACES}]*{bare}(?!\w{{0,3}}[:：])"
    english = f"(?i:{re.escape(bare_english(name) or name)})"
    listed += rf"|\b(?i:moderator):[ ]*(?:[\w.’'-]+[ ]){{0,4}}{english}\b(?!:)"
    listed += rf"|\b{english}\b(?:[^.\n]{{0,80}}\bpresiding|,[ ](?i:moderator))\b"
    return re.search(listed, unpadded(opening)) is not None
