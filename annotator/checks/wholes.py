"""What a share is said to be of: all villages, 党支部总数, the hospitalized."""

import re
from itertools import dropwhile, pairwise, takewhile

from annotator.checks.scene import Scene
from annotator.checks.statement import Statement
from annotator.checks.words import HAN, STOP, shared_run, stem
from annotator.model.script import simplified

_LATIN = re.compile(r"[A-Za-z][A-Za-z'’\-]+")
OF_NOUN = re.compile(
    r"\A\s+of\s+(?:(?:the|our|all|its|their|these|those|total"
    r"|(?:region|country|city|state|nation)[’']s)\s+)*(?P<noun>[A-Za-z][A-Za-z’'\- ]{2,40})",
    re.IGNORECASE,
)
_ON_NOUN = re.compile(
    r"\A\s+on (?:total |net )?(?P<noun>revenues?|sales|turnover)\b", re.IGNORECASE
)
_TOTAL_NOUN = re.compile(
    rf"占(?:全[省市国县区]|全部|我省|我市)?(?P<noun>[{HAN}]{{2,12}}?)(?:总数|总量|总人数|总额|的)?[约近超]*\Z"
)
_ALONE = re.compile(
    r"\s*(?:(?:the|our|total|net|its)\s+)*(?P<noun>[a-z]+)\s+"
    r"(?:was|is|were|are|came to|came in at|reached|hit|totall?ed|rose to|fell to|grew to)\s+",
    re.IGNORECASE,
)
_ALL = re.compile(r"\A(?:全部|全体|所有|全[省市县区国港台]|整体|我[省市国]|总(?=.{2}))+")
_MEASURE = re.compile(f"[{HAN}]+\\Z")
SHORT, NARROWER, NOUN = 12, 2, 2


def whole_noun(scene: Scene, share: Statement) -> str:
    """Return what the share is said to be of."""
    noun = share.figure.denominator or _noun_beside(scene, share)
    return "" if noun.lower() in STOP else noun


def _noun_beside(scene: Scene, share: Statement) -> str:
    """Return what the words beside a share say that it is of; "" if they do not."""
    if found := _TOTAL_NOUN.search(scene.before(share)):
        return found["noun"]
    found = OF_NOUN.match(scene.after(share, 60)) or _ON_NOUN.match(scene.after(share, 60))
    return found["noun"].strip() if found else ""


def core(noun: str) -> str:
    """Return a noun without "all" in front of it and "in all" at its end."""
    return re.sub("总数|总量|总额|总人数|总值|总产值|总面积", "", _ALL.sub("", noun))


def is_count_of(scene: Scene, whole: Statement, noun: str) -> bool:
    """Say whether a figure counts what a noun names."""
    behind = re.split("[占0-9]", scene.after(whole, 40))[0]
    if re.search(f"[{HAN}]", noun):
        told = scene.noun_before(whole)
        return _is_measured(whole, core(noun), told) or _is_chinese_noun(core(noun), told, behind)
    clause = re.split("[,;]", scene.before(whole, 60))[-1]
    return _is_english_noun(noun, clause, behind)


def _is_measured(whole: Statement, named: str, told: str) -> bool:
    """Say whether a noun ends with the measure of a number: 加开列车480班次, 加开班次."""
    measure = _MEASURE.search(simplified(whole.text))
    if measure is None or len(measure.group()) < NOUN or not named.endswith(measure.group()):
        return False
    return named.removesuffix(measure.group()) in told[-SHORT:]


def _is_chinese_noun(named: str, told: str, behind: str) -> bool:
    """Say whether the words in front of a figure or behind it are a noun, or most of it."""
    if named.startswith("出口") and "进出口" in told[-SHORT:]:
        return False
    pairs = {"".join(pair) for pair in pairwise(named)}
    if len(named) >= NOUN and all(pair in told[-SHORT:] for pair in pairs):
        return True
    in_front = shared_run(told[::-1], named[::-1], from_start=True)
    same = max(in_front, shared_run(behind, named, from_start=True))
    return same >= min(len(named), 3) or named in behind[: len(named) + NARROWER]


def _is_english_noun(noun: str, clause: str, behind: str) -> bool:
    """Say whether the words of a figure's clause, or those behind it, name what a noun does."""
    wanted = _words_of(noun)
    there = [stem(word) for word in _LATIN.findall(behind)][:5]
    if wanted and wanted[-1] in there:
        return True
    front = {stem(word) for word in _LATIN.findall(clause)}
    is_told = len(wanted) >= NOUN and all(word in front for word in wanted)
    alone = _ALONE.fullmatch(clause)
    return is_told or (alone is not None and wanted == [stem(alone["noun"])])


def _words_of(noun: str) -> list[str]:
    """Return the stems of the first words of an English noun that say something."""
    said = dropwhile(lambda word: word.lower() in STOP, _LATIN.findall(noun))
    return [stem(word) for word in takewhile(lambda word: word.lower() not in STOP, said)][:3]
