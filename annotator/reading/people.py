"""Who the speakers of a transcript are: their offices and roles, from all that it tells of them."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from annotator.model.kinds import Part, Role
from annotator.reading.chinese_offices import is_chinese_office
from annotator.reading.conduct import answering, is_chair, roles_by_conduct
from annotator.reading.english import is_numbered_voice
from annotator.reading.english_roles import role_of_words
from annotator.reading.hosts import around_post, asking_guest, hosts
from annotator.reading.introducing import own_bodies
from annotator.reading.label_forms import HAN
from annotator.reading.label_offices import office_told
from annotator.reading.names import (
    Likeness,
    chinese_likeness,
    family_name,
    initials,
    is_chinese,
)
from annotator.reading.opening import affiliations, bare_english, names_holder
from annotator.reading.opening_roles import is_listed_moderator, names_moderator, role_in
from annotator.reading.outlets import with_outlets
from annotator.reading.paragraphs import joined_lines
from annotator.reading.said import Said, has_rank, in_each_language, said
from annotator.reading.turn_found import TurnFound
from annotator.reading.words import words

_OPENING = 6000
_FIRST_SPEECHES = 2
_SHORTEST_OPENING = 100
_MOST_NAMES = 300
"""More people than this are looked up in no opening; it keeps hostile texts cheap."""
_OPEN = frozenset({None, Role.SPEAKER})
_COURTESY = frozenset(["mr", "mrs", "ms", "miss", "mx"])
_Named = tuple[TurnFound, str]
"""A turn and the name of who speaks."""


def with_people(text: str, turns: Sequence[TurnFound]) -> list[TurnFound]:
    """Return the turns with the offices and roles that their speakers' labels left open."""
    opening = _opening(text, turns)
    names = sorted({t.speaker for t in turns if t.speaker and t.role in _OPEN})[:_MOST_NAMES]
    turns = _with_own_bodies(text, _with_offices(turns, opening, names))
    return with_outlets(text, _with_roles(text, turns, opening, names))


def _with_own_bodies(text: str, turns: Sequence[TurnFound]) -> list[TurnFound]:
    """Give those whom nothing else tells of the body that they say to be of."""
    open_ones = sorted({t.speaker for t in turns if t.speaker and t.affiliation is None})
    found = dict(own_bodies(text, turns, open_ones[:_MOST_NAMES]))
    shared = _of_one_person(dict.fromkeys(open_ones) | found)
    bodies = [shared.get(turn.speaker or "") for turn in turns]
    return [
        replace(turn, affiliation=body) if body and turn.affiliation is None else turn
        for turn, body in zip(turns, bodies, strict=True)
    ]


def _opening(text: str, turns: Sequence[TurnFound]) -> str:
    """Return the lead, and what is said before anybody asks by those who introduce others."""
    parts = [text[: turns[0].end]] if turns[0].part is Part.LEAD else []
    for turn in turns:
        if turn.role is Role.REPORTER or turn.start > _OPENING:
            break
        is_early = turn.role is Role.MODERATOR or len(parts) <= _FIRST_SPEECHES
        if turn.part is Part.SPEECH and is_early:
            parts.append(text[turn.body_start : turn.end])
    return joined_lines("\n".join(part[:_OPENING] for part in parts))[: 2 * _OPENING]


def _offices_of_labels(turns: Sequence[TurnFound]) -> dict[str, str | None]:
    """Return the office that a speaker's first label with one tells, by name."""
    known: dict[str, str | None] = {}
    for turn in turns:
        if turn.speaker and turn.affiliation and not _is_anybody(turn):
            known.setdefault(turn.speaker, turn.affiliation)
    return known


def _with_offices(
    turns: Sequence[TurnFound], opening: str, names: Sequence[str]
) -> list[TurnFound]:
    """Give speakers the office of their label, else that of the opening."""
    known = _known_offices(turns, opening, names)
    offices = [t.affiliation if _is_anybody(t) else known.get(t.speaker or "") for t in turns]
    return [
        turn if turn.affiliation == office else replace(turn, affiliation=office)
        for turn, office in zip(turns, offices, strict=True)
    ]


def _known_offices(
    turns: Sequence[TurnFound], opening: str, names: Sequence[str]
) -> dict[str, str | None]:
    """Return the offices of speakers: of their label, of the opening, or of other labels."""
    known = _offices_of_labels(turns)
    chairing = {t.speaker for t in turns if t.speaker and names_moderator(t.speaker)}
    asked = [n for n in names if not is_chinese_office(n) or chinese_likeness(n) >= Likeness.SHORT]
    asked += sorted(chairing.difference(known, names))[:_MOST_NAMES]
    told = {n: office or office_told(n) for n, office in affiliations(opening, asked).items()}
    told = _of_one_person(told | known)
    by_labels = _told_by_labels(names)
    return {name: told.get(name) or by_labels.get(name) for name in told | by_labels} | known


def _is_anybody(turn: TurnFound) -> bool:
    """Tell whether a label but says that somebody asks: ``Journalist, Harbour Radio``."""
    asks = turn.role is Role.REPORTER and turn.speaker is not None
    return asks and role_of_words([(turn.speaker or "").lower()]) is Role.REPORTER


def _told_by_labels(names: Collection[str]) -> dict[str, str | None]:
    """Return the offices that other labels have before a name: ``Prime Minister Ann Lee``."""
    held = (names_holder(label) for label in names)
    return {name: office for office, name in held if office and name in names}


def _of_one_person(offices: Mapping[str, str | None]) -> dict[str, str | None]:
    """Return offices with those of whole names for the shorter names of the same people, too."""
    keys = _persons(offices)
    whole = {keys[name]: office for name, office in offices.items() if office and _is_in_full(name)}
    return {
        name: office if _is_in_full(name) and office else whole.get(keys[name], office)
        for name, office in offices.items()
    }


def _with_roles(
    text: str, turns: Sequence[TurnFound], opening: str, names: Sequence[str]
) -> list[TurnFound]:
    """Give all speakers a role: of their label, of the opening, or by what they do."""
    named = [(turn, turn.speaker) for turn in turns if turn.speaker]
    keys = _persons({name for _turn, name in named})
    heard = [said(keys[name], _role_of_label(name, turn.role), text, turn) for turn, name in named]
    answered = set().union(*map(answering, in_each_language(heard)))
    told = _told_roles(turns, opening, names, keys, answered)
    acted = _acted_roles(heard, named, told)
    if Role.MODERATOR not in acted.values() and _are_all_open(named, told):
        acted = _asking_guest(turns, opening, names, keys) or acted
    acted = dict.fromkeys(answered, Role.SPEAKER) | acted
    settled = {n: told.get(n) or acted.get(keys[n]) for _, n in named}
    return [_settled(turn, settled) for turn in turns]


def _acted_roles(
    heard: Sequence[Said], named: Sequence[_Named], told: Mapping[str, Role]
) -> dict[str, Role]:
    """Return the roles of people by what they do, where nothing tells them, by their keys."""
    pairs = zip(heard, named, strict=True)
    acted = roles_by_conduct(
        [
            replace(one, role=told[n]) if one.role is None and n in told else one
            for one, (_, n) in pairs
        ]
    )
    chattering = _chattering(heard)
    return {
        who: role
        for who, role in acted.items()
        if role is not Role.MODERATOR or who not in chattering
    }


def _chattering(heard: Iterable[Said]) -> set[str]:
    """Return the numbered voices that say but a few words: nobody opens a briefing so."""
    longest: dict[str, int] = defaultdict(int)
    for one in heard:
        if one.role is None and is_numbered_voice(one.label):
            longest[one.who] = max(longest[one.who], one.length)
    return {who for who, length in longest.items() if length < _SHORTEST_OPENING}


def _are_all_open(named: Iterable[_Named], told: Mapping[str, Role]) -> bool:
    """Tell whether neither a label nor the opening says that anybody asks or chairs."""
    return _OPEN.issuperset(told.get(name, turn.role) for turn, name in named)


def _settled(turn: TurnFound, roles: Mapping[str, Role | None]) -> TurnFound:
    """Return a turn with its speaker's role, unless its label gives one.

    Who has but a number stays unknown where nothing tells a role.
    """
    role = turn.role
    if turn.speaker and role in _OPEN:
        role = roles[turn.speaker] or Role.SPEAKER
    elif turn.speaker and role is Role.UNKNOWN and is_numbered_voice(turn.speaker):
        role = roles[turn.speaker] or role
    return turn if role is turn.role else replace(turn, role=role)


def _asking_guest(
    turns: Sequence[TurnFound], opening: str, names: Sequence[str], keys: Mapping[str, str]
) -> dict[str, Role]:
    """Return who holds no office and asks the guest of an interview that a heading names."""
    holding = {turn.speaker for turn in turns if turn.affiliation}
    asking = asking_guest(opening, names) - holding
    return {keys[name]: Role.REPORTER for name in asking}


def _asking_of_office(turns: Sequence[TurnFound]) -> dict[str, Role]:
    """Return who speaks before each answer of an office, where no label tells a role."""
    labelled = {turn.speaker for turn in turns if turn.role is not None}
    asking = around_post([turn.speaker for turn in turns if turn.speaker])
    return dict.fromkeys(asking - labelled, Role.REPORTER)


@lru_cache(maxsize=4096)
def _role_of_label(name: str, role: Role | None) -> Role | None:
    """Return the role of a label, of which a courtesy tells none: ``Ms. Lee``."""
    if role is Role.UNKNOWN and is_numbered_voice(name):
        return None
    first = name.split(maxsplit=1)[0].lower().strip(".")
    is_open = (
        first in _COURTESY
        or has_rank(name)
        or first in words("english", "chairs")
        or is_chair(_person(name))
    )
    return None if role is Role.SPEAKER and is_open else role


def _told_roles(
    turns: Sequence[TurnFound],
    opening: str,
    names: Sequence[str],
    keys: Mapping[str, str],
    answering: Collection[str],
) -> dict[str, Role]:
    """Return the roles that a person's other label or the opening gives.

    Who answers at the briefing that the opening says they hold is no moderator.
    """
    labelled = _labelled(turns, keys)
    by_label = {t.speaker: t.role for t in turns if t.role is not None}
    is_one = len(set(map(keys.__getitem__, names))) == 1
    told = _asking_of_office(turns) | dict.fromkeys(hosts(opening, names), Role.MODERATOR)
    for name in names:
        key = keys[name]
        role = labelled.get(key) or role_in(opening, name, by_label.get(name))
        is_alone = key not in labelled and (
            key in answering or (is_one and not is_listed_moderator(opening, name))
        )
        if role and (role is not Role.MODERATOR or not is_alone):
            told[name] = role
    return _of_all_names(told, names, keys)


def _labelled(turns: Sequence[TurnFound], keys: Mapping[str, str]) -> dict[str, Role | None]:
    """Return the roles of those whom a label calls moderator or reporter, by the person's key."""
    roles = {Role.MODERATOR, Role.REPORTER}
    return {keys[t.speaker]: t.role for t in turns if t.speaker and t.role in roles}


def _of_all_names(
    told: Mapping[str, Role], names: Sequence[str], keys: Mapping[str, str]
) -> dict[str, Role]:
    """Return the roles also by the other names of the same people."""
    by_person = {keys[name]: role for name, role in told.items()}
    return {n: by_person[keys[n]] for n in names if keys[n] in by_person} | dict(told)


def _persons(names: Collection[str]) -> dict[str, str]:
    """Return a key for each name; first names and initials have that of the whole name.

    Of people with one family name each has a key of its own.
    """
    keys = {name: _person(name) for name in names}
    whole_names = list(filter(_is_whole, names))
    given = defaultdict(set)
    for name in whole_names:
        given[keys[name]].add(_bare(name).lower().split()[0])
    for name in whole_names:
        if len(given[keys[name]]) > 1:
            keys[name] = f"{_bare(name)[0].lower()} {keys[name]}"
    whole = {keys[name]: name for name in names if " " in name and name.isascii()}
    short = _short_names(whole)
    for name in names:
        known = short.get(name.lower(), set())
        if keys[name] not in whole and len(known) == 1:
            keys[name] = next(iter(known))
    return keys | _by_surname(keys)


def _by_surname(keys: Mapping[str, str]) -> dict[str, str]:
    """Return the keys of those who are called by the surname alone, where it is one person's."""
    in_full = [name for name in keys if len(name) > 1 and is_chinese(keys[name])]
    found = {name: {keys[n] for n in in_full if n[0] == name} for name in keys if len(name) == 1}
    return {name: next(iter(whole)) for name, whole in found.items() if len(whole) == 1}


def _short_names(whole: Mapping[str, str]) -> dict[str, set[str]]:
    """Return the keys of those whom a first name or initials may mean, by these."""
    short = defaultdict(set)
    for key, name in whole.items():
        letters = initials(name)
        for part in (name.split(maxsplit=1)[0], letters, letters[:1] + letters[-1:]):
            short[part.lower()].add(key)
    return short


def _is_whole(name: str) -> bool:
    """Tell whether an English name has more than a family name and titles."""
    return name.isascii() and " " in _bare(name)


@lru_cache(maxsize=4096)
def _bare(name: str) -> str:
    """Return an English name without its titles and offices."""
    return names_holder(name)[1] or bare_english(name)


def _is_in_full(name: str) -> bool:
    """Tell whether a name is more than a family name, also a Chinese one."""
    return _is_whole(name) or (len(name) > 1 and is_chinese(_person(name)))


@lru_cache(maxsize=4096)
def _person(name: str) -> str:
    """Return a key for a person who is written with and without titles or words in brackets."""
    bare = re.sub(r"[（(].*[)）]$", "", name).strip() or name
    spaced = re.sub(r"\b([A-Z]\.)(?=[A-Z][a-z])", r"\1 ", bare)
    return bare if re.search(f"[{HAN}]", name) else family_name(spaced).lower()
