"""Whether an English label names a speaker, and what the speaker is by the label's own words."""

import re
from dataclasses import replace

from annotator.model.kinds import Role
from annotator.reading.english_behind import MOST_OUTLET_WORDS, with_phrase_behind
from annotator.reading.english_roles import (
    is_short_post,
    names_outlet,
    role_of_one_word,
    role_of_words,
    small_words,
)
from annotator.reading.names import Likeness, english_likeness, initials
from annotator.reading.verdict import Verdict
from annotator.reading.words import words

_MOST_WORDS = 9
_LETTERED = re.compile(r"([QAＱＡ])[ #]?\d{0,2}")
_QUESTION_NUMBER = re.compile(r"^Q[ ]?\d{1,4}[.)]?[ ]+(?=[A-Z])")
"""The number of a question before who asks it: ``Q12 Chair``."""
_PARTY = re.compile(r"[ ]?\([^()]{1,12}\)(?=,)")
"""What stands between a politician's name and office: ``(R-SC)``."""
_TITLE_CLOSE = re.compile(r"^(M[RSrs]{1,2}\.|D[Rr]\.|[A-Z]\.(?=[A-Z][a-z]))(?=[A-Z])")
"""A courtesy or an initial with no space between it and the name: ``MR.LEE``, ``A.Lee``."""
_EXCERPT = re.compile(
    r"^(?:[A-Z][a-z]+ )?(?i:excerpt|clip|tape|audio|soundbite|recording)[ ]*[–—-][ ]*(?=[A-Z])"
)
"""What says that a broadcast plays what somebody said elsewhere: ``Audio excerpt – Ann Lee``."""
_SUFFIX = re.compile(r"(?<=[a-zA-Z]),?[ ](?:[JS][Rr]\.?|I{2,3}|IV)$")
"""What tells father from son behind a name: ``Ann Lee, Jr.``."""
_PRESIDING = re.compile(
    r"(?:(?:the|an|mr\.?|mrs\.?|ms\.?|madame?|hon(?:ou?rable|\.)?) )(?:[a-z]{5,10}[ -])?"
    r"(?:speaker(?: pro tempore)?|presiding officer|(?:leas-)?ceann comhairle)",
    re.IGNORECASE,
)
"""Who presides over a parliament: ``The Deputy Speaker``."""
_MACHINE_NAME = re.compile(r"(?i:spk|spkr|speaker)[ _-]?(?:\d{1,3}|\?{1,3})")
_SHORT_MACHINE_NAME = re.compile(r"[SPR]\d{1,2}")
_TOLD = {"Asked": Role.REPORTER, "Answered": Role.SPEAKER, "Replied": Role.SPEAKER}
"""What some records say in place of a name."""
_PARTED = r"(?:[ ]?/[ ]?|[ ][–—-][ ])"
_WHOLE = r"(?P<name>[A-Z][\w.’'-]*(?:[ ][A-Z][\w.’'-]*){1,3})"
_WITH_OUTLET = re.compile(
    rf"{_WHOLE}(?:{_PARTED}|,?[ ](?:from|of|with)[ ](?:the[ ])?)"
    r"(?P<outlet>[A-Z](?:[\w. ]|(?<=\w)-(?=\w)){1,24})"
)
"""A reporter and the outlet behind a sign or a word: ``ANN ROE/PTV4``, ``Ann Roe from PTV4``."""
_BEHIND_OUTLET = re.compile(rf"(?P<outlet>[A-Z][\w. ]{{1,24}}?){_PARTED}{_WHOLE}")
_BEHIND_STATION = re.compile(
    rf"(?P<outlet>(?:[A-Z][\w’'.]*[ ]){{1,2}}(?:News|NEWS|Radio|RADIO|TV|FM))[ ]{_WHOLE}"
)
"""A reporter right behind a station with a word for what it is: ``Lund FM Ann Roe``."""
_NICKNAME = re.compile(r"(?<=\w\.|\w\w)[ ][\"“][A-Z][\w ]{0,12}[\"”](?=[ ][A-Z])")
"""What friends call somebody, between given name and family name."""
_NUMBERS = frozenset(
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
)
_ADDRESSES = frozenset(["sir", "madam", "dame", "lord", "lady", "mr", "mrs", "ms", "miss"])
"""How letters start; alone it names nobody."""
_JOINING = frozenset(["from", "by", "for", "to", "on", "behalf", "contd", "continued", "cont"])


def judge_english(label: str) -> Verdict:
    """Say whether a label without Chinese characters names a speaker, whom, and as what."""
    if found := _as_letter_or_number(label) or _with_outlet(label):
        return found
    label = _without_own_initials(_QUESTION_NUMBER.sub("", label))
    plain = _EXCERPT.sub("", _SUFFIX.sub("", _NICKNAME.sub("", label)))
    if (plain := _TITLE_CLOSE.sub(r"\1 ", plain)) != label:
        return replace(judge_english(plain), name=label)
    name, comma, behind = (part.strip() for part in _PARTY.sub("", label).partition(","))
    if comma and names_outlet(name) and _is_short_name(behind):
        return Verdict(behind, Likeness.NAME, Role.REPORTER, name)
    if not comma and _is_outlet(name):
        return Verdict(label, Likeness.MAYBE, Role.REPORTER)
    return _by_name_and_phrase(label, name, behind)


def _without_own_initials(label: str) -> str:
    """Return a label without a name's own initials before it: ``AL ~ Ann Lee``."""
    short, _, name = label.partition(" ")
    name = name.lstrip("~|·•:⠶–—- ")
    are_own = short.isalpha() and len(short) > 1 and short == initials(name)
    return name if are_own else label


def _with_outlet(label: str) -> Verdict | None:
    """Judge a name and an outlet that a slash or a word parts.

    An outlet may be but one word in capitals.
    """
    found = _WITH_OUTLET.fullmatch(label)
    if found is None or names_outlet(found["name"]):
        found = _BEHIND_OUTLET.fullmatch(label) or _behind_station(label)
    if found is None or english_likeness(found["name"]) is not Likeness.NAME:
        return None
    outlet = found["outlet"]
    is_short = outlet.replace("-", "").isalnum() and outlet.isupper()
    is_outlet = names_outlet(outlet) or (
        is_short and outlet not in words("english", "abbreviations")
    )
    return Verdict(found["name"], Likeness.NAME, Role.REPORTER, outlet) if is_outlet else None


def _behind_station(label: str) -> re.Match[str] | None:
    """Return the name right behind a station's, which has nothing of an office or an outlet."""
    found = _BEHIND_STATION.fullmatch(label)
    known = words("english", "offices") | words("english", "titles") | words("english", "outlets")
    return found if found and known.isdisjoint(small_words(found["name"])) else None


def _by_name_and_phrase(label: str, name: str, behind: str) -> Verdict:
    """Judge English words, and those behind a comma if there are any."""
    tokens = small_words(name)
    if behind.isupper() and _holds_in_small(tokens) and _is_name_only(behind):
        return Verdict(behind, Likeness.SURE, Role.SPEAKER, name)
    if not behind and _may_be_noun_named(name, tokens):
        return Verdict(label, Likeness.MAYBE)
    tells = behind.lower().rpartition(" ")[2] in words("english", "saying")
    if tells or not 0 < len(tokens) <= _MOST_WORDS or not _may_be_label(name, tokens):
        return Verdict(label, Likeness.NO)
    verdict = _by_english_words(name if behind else label, tokens)
    if not behind or verdict.likeness is Likeness.NO:
        return verdict
    return with_phrase_behind(label, verdict, behind)


def _holds_in_small(tokens: list[str]) -> bool:
    """Tell whether words end in an office: ``Harbour physician``."""
    return len(tokens) > 1 and tokens[-1] in words("english", "offices")


def _is_name_only(behind: str) -> bool:
    """Tell whether words are a whole name, and no office or body of more words."""
    known = words("english", "offices") | words("english", "titles") | words("english", "bodies")
    return english_likeness(behind) is Likeness.NAME and known.isdisjoint(small_words(behind))


def _may_be_noun_named(name: str, tokens: list[str]) -> bool:
    """Tell whether two words in capitals may be a person with a noun's name: ``ANN SALES``."""
    if len(tokens) != len(["ANN", "SALES"]) or not name.isupper():
        return False
    nouns = words("english", "not_anywhere")
    known = nouns | words("english", "not_first") | words("english", "titles")
    known |= words("english", "offices") | words("english", "outlets")
    return tokens[1] in nouns and tokens[0] not in known and tokens[0].isalpha()


def _is_outlet(name: str) -> bool:
    """Tell whether words with capitals end as a news outlet's name does: ``Harbor News``."""
    tokens = small_words(name)
    if tokens[-1:] and tokens[-1] in words("english", "bodies"):
        return _is_outlet(name.rpartition(" ")[0])
    is_named = 1 < len(tokens) <= MOST_OUTLET_WORDS and tokens[-1] in words("english", "outlets")
    known = words("english", "reporters") | words("english", "titles") | words("english", "offices")
    return is_named and known.isdisjoint(tokens) and english_likeness(name) is Likeness.NAME


def _as_letter_or_number(label: str) -> Verdict | None:
    """Judge ``Q``, ``A 2``, ``Madam Speaker`` and what machines call the nameless: ``spk05``."""
    if lettered := _LETTERED.fullmatch(label):
        asks = lettered[1] in "QＱ"
        return Verdict("Q" if asks else "A", Likeness.SURE, Role.REPORTER if asks else Role.SPEAKER)
    if _presides(label):
        return Verdict(label, Likeness.SURE, Role.MODERATOR)
    if label in _TOLD:
        return Verdict(label, Likeness.MAYBE, _TOLD[label])
    if _SHORT_MACHINE_NAME.fullmatch(label):
        return Verdict(label, Likeness.MAYBE, Role.UNKNOWN)
    is_machine_name = _MACHINE_NAME.fullmatch(label)
    return Verdict(label, Likeness.SURE, Role.UNKNOWN) if is_machine_name else None


def is_numbered_voice(label: str) -> bool:
    """Tell whether a label is how machines call the nameless: ``Speaker 2``, ``SPEAKER``."""
    return _MACHINE_NAME.fullmatch(label) is not None or label.lower() == "speaker"


def _presides(label: str) -> bool:
    """Tell whether a label is who presides over a parliament, perhaps with a name behind."""
    found = _PRESIDING.match(label)
    name = label[found.end() :] if found else ""
    is_named = name[:1] == " " and english_likeness(name.strip()) is Likeness.NAME
    return found is not None and (not name or is_named)


def _is_short_name(behind: str) -> bool:
    """Tell whether what stands behind an outlet is a reporter's name: ``Daily Herald, LEE``."""
    is_name = behind.count(" ") <= 1 and english_likeness(behind) > Likeness.NO
    return is_name and _may_be_label(behind, behind.lower().split()) and not names_outlet(behind)


def _is_no_label(name: str, tokens: list[str]) -> bool:
    """Tell whether words hold a sign of prose or code, start as no label does, or end in ``by``."""
    if re.search(r"[\"“”?!;|=<>{}]|['’][sS]\b", name) or tokens[0] in words("english", "not_first"):
        return True
    return tokens[-1] == "by" and role_of_words(tokens) is None


def _may_be_label(name: str, tokens: list[str]) -> bool:
    if _is_no_label(name, tokens):
        return False
    nouns = words("english", "not_anywhere")
    if len(tokens) > 1 and tokens[-1] in _NUMBERS:
        return any(_is_label_word(token) for token in tokens)
    if any(token in words("english", "titles") for token in tokens):
        return tokens[-1] not in nouns or "of" in tokens or "for" in tokens
    return not any(token in nouns for token in tokens)


def _is_post(name: str, label: str) -> bool:
    """Tell whether words are an office of several without a title: ``Acting Chief Executive``."""
    bare = label.removeprefix("acting ").removeprefix("deputy ")
    return bare in words("english", "posts") or is_short_post(name)


def _by_english_words(name: str, tokens: list[str]) -> Verdict:
    titled = not words("english", "titles").isdisjoint(tokens)
    if not all(_is_label_word(t) for t in re.findall(r"[^\s/_#]+", name) if t[0].islower()):
        return Verdict(name, Likeness.NO)
    if not titled and (role := role_of_words(tokens)):
        return Verdict(_without_number(name, tokens), Likeness.SURE, role)
    label = " ".join(tokens).removeprefix("the ")
    if _is_post(name, label) or (titled and _starts_with_title(tokens)):
        return Verdict(name, Likeness.SURE, Role.SPEAKER)
    if role := role_of_one_word(label):
        return Verdict(name, Likeness.MAYBE, role)
    bare = re.sub(r"[\s#]+\d{1,2}$", "", name)
    most = Likeness.NAME if bare == name else Likeness.MAYBE
    return Verdict(name, min(most, english_likeness(bare)))


def _is_label_word(token: str) -> bool:
    known = ("particles", "titles", "ranks", "offices", "reporters", "moderators", "unknown")
    return token.strip(".") in _JOINING or any(
        token in words("english", listed) for listed in (*known, "interpreters", "answers")
    )


def _starts_with_title(tokens: list[str]) -> bool:
    """Tell whether a label starts with a title or ends in one: ``Deputy Spokesman``."""
    titles, ranks = words("english", "titles"), words("english", "ranks")
    core = [word for word in tokens if word != "the"]
    if len(core) == 1 and core[0] in _ADDRESSES:
        return False
    leading = next((word for word in core if word not in ranks), "")
    return leading in titles or core[-1] in titles or not titles.isdisjoint(core[:4])


def _without_number(name: str, tokens: list[str]) -> str:
    if tokens[0] in {"question", "answer"}:
        return re.sub(r"[\s#]*\d+$", "", name) or name
    return name
