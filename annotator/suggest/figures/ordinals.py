"""English ordinals: a place in a row that counts (third wave), or a name (Fifth Fleet)."""

import re

from annotator.suggest.figures.english_dates import MONTHS
from annotator.suggest.figures.english_numbers import ONES, ORDINALS, PLURALS, SCALES, TENS, any_of
from annotator.suggest.figures.units import Vocabulary

_CAPITAL = re.compile(r"\s[A-Z]")
_ANOTHER = re.compile(
    r"(?:\b(?:an?|another|my|our|your|his|her|their|its)|[a-z]['’]s)\s\Z", re.IGNORECASE
)
"""Around an ordinal that a name does not begin with: a second Alder term."""
_OWNED = re.compile(r"\b(?:my|our|your|his|her|their|its)\s\Z", re.IGNORECASE)
_ITS_NOUN = re.compile(
    r"\s(?!Lady|Ladies|Gentleman|Minister|Secretary|Deputy|Vice|Nations?|Responders?|World)(?:[A-Z][A-Za-z-]+(?:(?<=-)[0-9]+)?"
    r"|[A-Z][A-Za-z]+-?\s[A-Z][a-z]+)"
    r"\s(?!(?:wars?|republic|intifada|said|says|told|met|made|took|gave)\b)[a-z]{3,}(?<!ed)\b"
)
"""What an ordinal in small letters counts, of a people or an office: the first Dutch troops."""
_CONTEST = re.compile(
    r"\s(?:[A-Z][a-z]+\s){0,2}(?:Test|ODI|T20|Grand\s(?:Prix|Slam)|Super\sBowl|World\sCup|Major|Masters|Open)s?\b"
)
"""What somebody plays again and again: the second Test, the third Grand Slam."""
_NUMBERED_NAME = re.compile(
    r"\s(?:Air|Airborne|Amendment|Army|Armou?red|Ave|Avenue|Battalion|Brigade|Cavalry|Century|Circuit"
    r"|Congress|Congressional|Corps|District|Division|Fleet|Floor|Infantry|Judicial|Legislative"
    r"|Marines?|Mountain|Parallel|Precinct|Regiment|Squadron|St|Street|Ward|Wing)\b"
)
"""Around a number that somebody's event has and his street has not: her 3rd Super Bowl."""
_EDITION = re.compile(r"\sEditions?\b")
"""What an ordinal in digits counts even where it has a capital: the 12th Edition."""
_STAGE = re.compile(
    r"\s(?:step|part)\sof\s(?:the|our|its|their|this|that|a|his|her)\s(?:[a-z-]+\s){0,2}"
    r"(?:plan|package|program(?:me)?|project|process|strategy|roll-?out|roadmap|deal|agreement"
    r"|reforms?|reopening|transition|scheme|inquiry|trial|journey|game|season|year|match)s?\b"
)
"""One of several that something goes through, and none that only orders what is said."""
_CORNER = re.compile(r"\s(?:and|&)\s(?!Mon|Tue|Wed|Thu|Fri|Sat|Sun)[A-Z]")
_AT = re.compile(r"\b(?:at|of|near|on|from|to)\s\Z", re.IGNORECASE)
"""Around the street of a corner: at 4th and Main."""
_LARGEST = re.compile(r"-(?:[a-z]+(?:est|most)|best|worst|leading|place|ranked|seeded)\b")
_NAMED = re.compile(
    r"(?:-and-|\sand\s)(?:[0-9]|long|goal|inches|short|one|two|ten)\b|[\s-]{1,3}(?:[A-Z]"
    r"|parallel|century|centuries|amendment|street|avenue|district|circuit)"
)
NO_NOUN = (
    "of|in|on|at|to|for|from|by|with|and|or|but|as|is|are|was|were|has|have|had|will|would|could"
    "|should|that|this|which|who|if|when|we|you|i|they|it|he|she|there|here|please|because|so|then"
    "|not|just|also|only|before|after|until|about|than|let|thank|few|couple|several|half|relates|concerns|involves"
    "|deals|pertains|refers|means|comes|came|went|goes|got|applies|regards|requires|actually|really|obviously|simply|probably"
    "|basically|certainly|perhaps|maybe|being|having"
)
"""Words that are no noun that an ordinal counts."""
_NOT_NOUN = re.compile(NO_NOUN)
_WITH_NOUN = re.compile(
    rf"\s{{1,3}}(?:in-|(?!(?:{NO_NOUN}|{any_of([*ONES, *TENS, *SCALES, *PLURALS])})\b(?!-)))"
    r"[a-z]{3,}"
)
_AND_NEXT = re.compile(
    rf"(?:,\s(?:[a-z]{{3,}}|[0-9]+[a-z]{{2}})){{0,3}},?\s(?:and|or)"
    rf"\s(?:{any_of(ORDINALS)}|[0-9]+(?:st|nd|rd|th)|final|last|[a-z]{{3,}}est)\b"
)
"""What names the next one too, or more of the same: the first and second doses."""
_PLACED = re.compile(
    r"\b(?:finish(?:ed|es|ing)?|rank(?:ed|s|ing)?|plac(?:ed|es|ing)|came|comes|coming|(?:tied\s)?for|stands|in"
    r"|from|start(?:ed|s|ing)?|seeded|got|home|qualif(?:y|ied)|sits?|sitting|lies|lying|run(?:s|ning)?)\s\Z"
)
_MOVED = re.compile(
    rf"(?:\bfrom|\b(?:up|down|back|moved|dropped|climbed|fell|rose)\sto|\binto"
    rf"|\bfrom\s(?:{any_of(ORDINALS)}|[0-9]+(?:st|nd|rd|th))\sto(?:\slike)?"
    rf"|\b{any_of(ORDINALS)}(?:\s[a-z]+){{0,2}},?\s(?:or\s)?(?:maybe|perhaps|possibly|if\snot))\s\Z"
)
_TO_NEXT = re.compile(rf"\sto\s(?:like\s)?(?:{any_of(ORDINALS)}|[0-9]+(?:st|nd|rd|th))\b")
"""Around the places between which somebody moves: from fifth to second."""
_BEING = re.compile(r"(?:\b(?:was|were|is|are|am|be|been|being)|['’](?:m|re|s))\s\Z")
"""What stands before the place of a runner, of which "first" may be an adverb: she was fourth."""
_ENDS = re.compile(
    r"\s?(?:[,.;:?!)]|\Z)|\s(?:here|again|in|among|out|behind|at|on|nationally|overall|worldwide)\b"
)
_OF_MANY = re.compile(
    rf"\s(?:of\s(?:back-to-back|consecutive|successive|{any_of(list(ONES)[2:11])}|many|several)|of\s(?:(?:about|nearly|almost|some|over)\s)?[0-9]++|for\sth(?:is|e)\s[a-z]+"
    r"|of\s(?:the|this|its|their|his|her)\s[a-z]+|this\s(?:year|week|month|season|quarter"
    r"|summer|winter)"
    r"|since\s|in\sthis\s(?:financial|fiscal|calendar|series|year|season|month|week|decade)|in\s(?:a\sseries|as\smany|less\sthan|more\sthan|over|almost|some|at\sleast|under"
    r"|about|nearly|[a-z]+\s(?:years|months|weeks|days)|the\slast))\b"
)
_OWN = re.compile(r"\b(?:his|her|its|their|our)\s\Z")
_FIRST_ONES = re.compile(
    r"\b(?:on|of|for|with|even|confirm(?:s|ed)?|report(?:s|ed)?|record(?:s|ed)?|detect(?:s|ed)?|[0-9]+|(?:m|b)illion|thousand|hundred)\s\Z",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"\s[a-z]{3,}[a-z](?<!s)s\b")
"""What "first" without a determiner counts: a million first doses."""
_FIRST_TIME = re.compile(r"\stime\s(?:since|in|ever|that|we|i|you|he|she|they|it|out|back|here)\b")
_TAKEN = re.compile(
    r"\b(?:ha[ds]|have|got|get|getting|received|given|won|scored)\s(?:already\s)?(?:his|her|its|their|our|your)\s\Z"
)
_THEN = re.compile(r"\s(?:to|at|in|on|of|for|since|this|with|against)\b")
_FIRST_OF = re.compile(r"(?:\b(?:my|your)|[a-z]['’]s)\s\Z", re.IGNORECASE)
_FOR = re.compile(r"\s(?:for|since|with|against)\s(?!(?:you|him|her|them|me)\b)")
"""Around what somebody has got or done for the first time: your first for Ferrari."""
_NO_PART = re.compile(r"\sof\s(?:the\s(?:two|three)|all|them|those|these)\b")
_OF_THOSE = re.compile(r"\sof\s(?:the|these|those|my|your|his|her|our|their)(?P<noun>\s[a-z]+)s\b")
_DIED = re.compile(
    r"\s(?:(?:is|was|has\sbeen)\s(?:also\s|later\s|still\s|now\s)?(?:found|killed|shot|recovered|rescued|arrested|missing|hurt"
    r"|injured|wounded|hit|struck|charged|released)|has\sdied|died|remains|remained|suffered|escaped|surrendered|fled)\b"
)
_HOLE = re.compile(
    r"\s(?:green|tee|fairway)(?=\s?[.,;:?!)]|\s(?:and|at|with|in|on|today|when|where|after|i|we|he|she|they)\b|\Z)"
)
"""Around the part of a course: on the 18th green."""
_IN_A_ROW = re.compile(r"\s[a-z]+\sin\sa\srow\b")
_DETERMINED = re.compile(
    r"(?:\b(?:the|an?|his|her|its|their|our|my|your|this|that|whose)|[a-z]['’]s|s['’])\s(?:(?:very|historic|(?:very\s|really\s)?(?:busy|great|good|big|strong|important|successful|small|early|key|crucial|tough|rough|hard|bad|difficult|exciting|official|formal|public)|(?:[a-z]+\s)?[a-z]+(?:less|ful|ous|some))\s)?\Z",
    re.IGNORECASE,
)
"""What stands before "first" where it is no adverb."""
_SECONDED = re.compile(r"\b(?:i|we|i['’](?:d|ll)|we['’](?:d|ll)|would|let\sme)\s\Z")
"""Who agrees, where an ordinal is a verb: I'd second what he said."""
_COMPASS = re.compile(
    r"(?<![A-Za-z])(?:(?:North|South)?(?:east|west)|(?:North|South|East|West)|[NSEW]\.)\s\Z"
)
"""What stands before the number of a street: West 51st."""
_TROOPS, _LARGEST_TROOP = 32, 1000
"""No day of a month has a number as large as the first."""
_TROOP_ACTS = re.compile(
    r"[.,;?!]|\s(?:is|was|has|had|will|would|can|went|goes|going|stays|stayed|remains|flew|trains|trained|returned|returns|moved|moves|lost|took|landed|arrived|left|deployed|deploys|and|in|into|on|from|out)\b"
)
_TROOP_HAS = re.compile(
    r"\s(?:has|had|flew|fired|fights|fought|lost|trains|trained|deployed|deploys|returned|returns)\b"
)
"""What is said of no day of a month: the 26th has 2,200 Marines."""
_THE_TROOP = re.compile(r"\bthe\s(?:[0-9]{2,3}(?:st|nd|rd|th)(?:,|,?\sand)\s)?\Z")
_OF_NAME = re.compile(rf"\sof\s(?!(?i:{any_of(MONTHS)})\b)[A-Z][a-z]")
"""Whose next one is meant, whose noun is not said again: the sixth of Endeavour."""
_THE_ONE = re.compile(r"\b(?:the|a)\s\Z", re.IGNORECASE)
_TOLD_WHEN = re.compile(
    r"(?:,\s|\s(?:(?:is|was|came|comes|arrived|starts?|started|opens|opened)\s(?:due\s)?)?)"
    r"(?:in|on|at|by|around|about|before|after)\s(?:the\s)?"
    rf"(?:[0-9]|(?:mid|early|late)\b|(?:spring|summer|autumn|winter|noon|midnight)\b|{any_of(MONTHS)}\b"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)",
    re.IGNORECASE,
)
"""When one of several came, whose noun is not said again: the first, in March."""
_ONE_OF = re.compile(
    r"\bone\sof\s(?:the|my|our|your|his|her|its|their|[a-z]+['’]s?)\s(?:very\s)?\Z"
)
_PRESENTS = re.compile(
    r"\s(?:[a-z]+\s)?[a-z-]+\s(?:is|was)\s(?:(?:not\s)?to\s(?!be\b)|(?:that|how|whether|why|what)\b)"
)
"""What is said behind an ordinal that counts off what follows: our second test is to wait."""
_TO_ACT = re.compile(
    r"\sto\s(?!(?:the|a|an|last|next|none|no|go|be|start|begin|say|admit|tell|acknowledge|speak"
    r"|concede|ask|agree|know|recogni[sz]e|point|get|see|make|do)\b)[a-z]{3,}"
)
"""What one of several did before others, whose noun is not said: the first to include women."""
_BEFORE = 16


_COUNTED_TALK = {" place", " occasion"}
"""What else only orders what is said, but is counted by an ordinal: the ninth occasion."""


def _is_talk(folded: str, start: int, end: int, words: Vocabulary) -> bool:
    """Say whether an ordinal only orders what is said: my first point; not third place.

    One of the first is early, but no place in a row either.
    """
    is_early = _ONE_OF.search(folded, max(0, start - 2 * _BEFORE), start)
    if is_early or _PRESENTS.match(folded, end):
        return True
    of_those = _OF_THOSE.match(folded, end)
    said = words.talk_nouns.match(of_those["noun"] if of_those else folded, 0 if of_those else end)
    return said is not None and said.group() not in _COUNTED_TALK


def _is_stage(folded: str, start: int, end: int) -> bool:
    """Say whether an ordinal counts what something goes through: the second step of the plan."""
    return _STAGE.match(folded, end) is not None and not folded.startswith("first", start)


def is_ordinal_figure(text: str, folded: str, start: int, end: int, words: Vocabulary) -> bool:
    """Say whether the ordinal between two positions counts something.

    ``text`` is the text as it is written, ``folded`` the same in lower case.
    """
    if _is_stage(folded, start, end) or (
        _CAPITAL.match(text, end) and _is_another(text, start, end)
    ):
        return True
    if _is_in_name(text, folded, start, end, words):
        return False
    if text[start].isdigit():
        is_street = _COMPASS.search(text, max(0, start - _BEFORE), start)
        return not (is_street or _is_troop(folded, start, end))
    if _is_talk(folded, start, end, words):
        return False
    is_verb = _SECONDED.search(folded, max(0, start - 8), start)
    return text[start].islower() and not is_verb and _is_one_of_many(text, start, end)


def _is_in_name(text: str, folded: str, start: int, end: int, words: Vocabulary) -> bool:
    """Say whether what follows an ordinal makes a name of both: Third Avenue, at Fifth and Main."""
    if _CORNER.match(text, end) and _AT.search(text, max(0, start - 5), start):
        return True
    both = _AND_NEXT.match(folded, end)
    last = both.end() if both else end
    is_named = _NAMED.match(text, end) or words.ordinals_before.match(folded, last)
    is_named = is_named or _HOLE.match(folded, end)
    return is_named is not None and _IN_A_ROW.match(folded, end) is None


def _is_another(text: str, start: int, end: int) -> bool:
    """Say whether an ordinal counts what a capital begins: a second Alder term, my 3rd Open."""
    if text[start].islower() and _counts_capital(text, start, end):
        return True
    if not text[start].isdigit():
        return False
    is_owned = _OWNED.search(text, max(0, start - 8), start) or _EDITION.match(text, end)
    return bool(is_owned) and not _NUMBERED_NAME.match(text, end)


def _counts_capital(text: str, start: int, end: int) -> bool:
    """Say whether a small ordinal counts what a capital begins: the first Dutch troops."""
    if _ANOTHER.search(text, max(0, start - 8), start):
        return True
    is_told = _DETERMINED.search(text, max(0, start - _BEFORE), start)
    if is_told and _CONTEST.match(text, end):
        return True
    counted = _ITS_NOUN.match(text, end)
    if counted is None or _NUMBERED_NAME.match(text, end):
        return False
    noun = counted.group().rsplit(maxsplit=1)[-1]
    return bool(is_told) and _NOT_NOUN.fullmatch(noun) is None


def _is_troop(text: str, start: int, end: int) -> bool:
    """Say whether a larger ordinal without a noun is a troop's: the 82nd is there."""
    number = text[start : end - len("nd")]
    is_large = number.isdigit() and _TROOPS <= int(number) < _LARGEST_TROOP
    near = max(0, start - _BEFORE)
    if not (is_large or _TROOP_HAS.match(text, end)) or not _THE_TROOP.search(text, near, start):
        return False
    return _TROOP_ACTS.match(text, end) is not None


def _is_one_of_many(text: str, start: int, end: int) -> bool:
    """Say whether what follows an ordinal in small letters shows that others come before it."""
    if _OF_MANY.match(text, end) and not _NO_PART.match(text, end):
        return True
    if _is_ranked(text, start, end):
        return True
    far = max(0, start - 2 * _BEFORE)
    if text.startswith("first", start) and not _DETERMINED.search(text, far, start):
        return _is_first_of_several(text, start, end)
    if following := _AND_NEXT.match(text, end):
        if following.group().endswith(("final", "last", "est")):
            return True
        end = following.end()
    is_counting = _WITH_NOUN.match(text, end) or _DIED.match(text, end)
    return bool(is_counting) or _is_place(text, start, end)


def _is_first_of_several(text: str, start: int, end: int) -> bool:
    """Say whether "first" without a determiner counts: a million first doses, first time we met."""
    if _FIRST_TIME.match(text, end):
        return True
    near = max(0, start - _BEFORE)
    return bool(_PLURAL.match(text, end) and _FIRST_ONES.search(text, near, start))


def _is_ranked(text: str, start: int, end: int) -> bool:
    """Say whether an ordinal is a place among all: the third-largest, his first-ever."""
    if text.endswith("-ever", start, end) or _LARGEST.match(text, end):
        return True
    near = max(0, start - _BEFORE)
    return any(
        then.match(text, end) and own.search(text, near, start)
        for then, own in ((_THEN, _OWN), (_FOR, _FIRST_OF))
    )


def _is_place(text: str, start: int, end: int) -> bool:
    """Say whether an ordinal stands for its noun: she finished third, they had their second."""
    is_told = any(told.match(text, end) for told in (_TOLD_WHEN, _OF_NAME, _TO_ACT))
    if is_told and _THE_ONE.search(text, max(0, start - 4), start):
        return True
    ends = _ENDS.match(text, end)
    is_moved = _MOVED.search(text, max(0, start - 2 * _BEFORE), start)
    if is_moved and (ends or _TO_NEXT.match(text, end)):
        return True
    return ends is not None and _is_reached(text, start)


def _is_reached(text: str, start: int) -> bool:
    """Say whether words in front of an ordinal tell that somebody came to be it: placed third."""
    near = max(0, start - _BEFORE)
    if _BEING.search(text, near, start) and not text.startswith("first", start):
        return True
    is_taken = _TAKEN.search(text, max(0, start - 2 * _BEFORE), start)
    return bool(is_taken or _PLACED.search(text, near, start))
