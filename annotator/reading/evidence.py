"""Which of the lines that look like labels are labels, by what the whole transcript says."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cached_property

from annotator.model.kinds import Role
from annotator.reading.flat import spelled_out
from annotator.reading.label_forms import COLONS, HAN
from annotator.reading.layout import is_stage_word
from annotator.reading.manner import GREETS, takes_turns, uses_dashes
from annotator.reading.marks import Marks
from annotator.reading.names import Likeness, has_surname
from annotator.reading.namings import before_speech
from annotator.reading.sighting import (
    Sighting,
    is_bare_title,
    is_office_alone,
    may_be_person,
    says_own_name,
    starts_sentence,
)
from annotator.reading.speaker_key import SpeakerKey, speaker_key
from annotator.reading.surroundings import (
    STOPS_INSIDE,
    is_below_clock,
    rest_of_line,
    starts_paragraph,
)
from annotator.reading.told_names import ToldNames

_SEEN = 200_000
_LETTERS = ("letter", "bare letter")
_HEADLINE = re.compile("[见見答就向对對]|中外")
_OFTEN_OTHER = frozenset({"plain", "enclosed", "tabbed", "dash"})
"""Forms that lines have that are no labels, and so bear out no others."""
_ROLES_ALONE = frozenset({Role.MODERATOR, Role.REPORTER})
_CHANGE = re.compile(r"(?<!>)>>(?!>)")
_MANY, _LONGEST_CALL = 3, 400


class Evidence:
    """What a transcript tells about what looks like its labels."""

    def __init__(self, text: str, sightings: Sequence[Sighting]) -> None:
        self._text = text
        self._sightings = sightings
        self._told = ToldNames(text, sightings)
        self._repeats = Counter(
            s.verdict.name for s in sightings if s.candidate.form not in _OFTEN_OTHER
        )
        self._of_form = Counter((s.candidate.form, s.verdict.name) for s in sightings)
        self._forms = Counter(s.candidate.form for s in sightings)
        self._likely = Counter(
            s.candidate.form for s in sightings if s.verdict.likeness >= Likeness.SHORT
        )
        self._sure_colons = sum(
            s.candidate.form == "colon" and s.verdict.likeness is Likeness.SURE for s in sightings
        )
        self._starts = [s.start for s in sightings]
        self._marks = Marks(sightings, self._repeats)
        self._timed = sum(s.candidate.timed for s in sightings)

    def bears_out(self, s: Sighting) -> bool:
        """Tell whether a sighting is a label."""
        is_sure, form = s.verdict.likeness is Likeness.SURE, s.candidate.form
        if form in ({"keyed", "initials"} if self._key.names else {"keyed"}):
            return self._is_keyed(s)
        if not is_sure and self._marks.part(s):
            return is_office_alone(s)
        if form == "block" or (s.candidate.timed and self._timed > 1):
            return True
        return (is_sure or self._is_named(s)) if form == "colon" else self._is_of_form(s)

    def is_single(self, s: Sighting) -> bool:
        """Tell whether a name comes once, in no question before the next label on its line."""
        line = rest_of_line(self._text, s.candidate.body_start)
        place = bisect_right(self._starts, s.start)
        if place < len(self._starts):
            line = line[: self._starts[place] - s.candidate.body_start]
        return self._repeats[s.verdict.name] == 1 and not re.search("[?？]", line)

    def is_introduced(self, name: str) -> bool:
        """Tell whether somebody calls on a Chinese name, or an office or courtesy stands by it."""
        return name in self._told.introduced

    def _is_named(self, s: Sighting) -> bool:
        """Judge a name with a colon that the transcript has to know."""
        name, likeness, repeats = s.verdict.name, s.verdict.likeness, self._repeats[s.verdict.name]
        if not re.search(f"[{HAN}]", name):
            return self._is_english_name(s, name, likeness)
        if s.start in self._told.by_manner:
            return True
        if likeness is Likeness.MAYBE and (s.verdict.role is None or repeats == 1):
            return name in self._told.called_on or self._is_maybe_named(s, repeats)
        if likeness is Likeness.NAME or repeats > 1 or name in self._told.introduced:
            return True
        return likeness is Likeness.SHORT and self._says_at_once(s)

    def _says_at_once(self, s: Sighting) -> bool:
        """Say whether a label stands alone on its line, or once before sentences."""
        is_only_label = self._told.pairs[s.verdict.name] == 1
        has_sentences = is_only_label and STOPS_INSIDE.search(s.candidate.rest)
        return s.candidate.is_alone or bool(has_sentences)

    def _is_maybe_named(self, s: Sighting, repeats: int) -> bool:
        """Judge a word that comes back, a surname alone, and a name that ends as nouns do.

        A surname has to answer who asks or chairs; a name, to be said elsewhere where others speak.
        """
        name = s.verdict.name
        if repeats > 1:
            return (len(name) == 1 and self._asking > 1) or self._text.count(
                name, 0, _SEEN
            ) <= 2 * repeats
        is_said = self._text.count(name, 0, _SEEN) > 1 and STOPS_INSIDE.search(s.candidate.rest)
        return bool(is_said) and has_surname(name) and self._likely["colon"] >= _MANY

    @cached_property
    def _asking(self) -> int:
        """How often who asks or chairs has a colon behind, also by a short word."""
        colons = (s for s in self._sightings if s.candidate.form == "colon")
        return sum(s.verdict.role in _ROLES_ALONE for s in colons)

    def _is_written_small(self, s: Sighting, tokens: Collection[str]) -> bool:
        """Say whether the text has all words of a name in small letters, too."""
        return s.verdict.role is None and self._told.small_words.issuperset(tokens)

    def _is_english_name(self, s: Sighting, name: str, likeness: Likeness) -> bool:
        tokens = name.lower().split()
        is_known = tokens[-1] in self._told.last_names
        is_rare = self._repeats[name] < _MANY
        is_small = self._is_written_small(s, tokens) and not (name.isupper() and is_known)
        if is_small and is_rare and name not in self._told.holding:
            return False
        if name in self._told.explained or s.start in self._told.by_manner:
            return True
        if is_rare and name in self._told.topics:
            return False
        return likeness is Likeness.NAME or is_known or self._is_told(s)

    def _is_told(self, s: Sighting) -> bool:
        """Say whether a name comes back, is said by who has it, or is spoken to."""
        name = s.verdict.name
        return self._comes_back(name) or says_own_name(s) or name in self._told.spoken_to

    def _comes_back(self, name: str) -> bool:
        """Say whether a name stands before speech again, and a whole one again and again."""
        least = _MANY if " " in name else 2
        return self._repeats[name] >= least and name in self._saying

    @cached_property
    def _saying(self) -> frozenset[str]:
        """The names that often enough stand before a sentence or a long line, not a value."""
        said = before_speech(self._text, self._sightings)
        return frozenset(name for name, n in said.items() if 3 * n >= self._repeats[name])

    def _is_usual(self, s: Sighting) -> bool:
        """Say whether labels usually stand so: names in brackets, answers, introductions."""
        are_many = s.candidate.form == "bracket" and self._likely["bracket"] > _MANY
        if are_many and (s.verdict.likeness >= Likeness.NAME or GREETS.match(s.candidate.rest)):
            return True
        return self._answers_in_brackets(s) or self._introduces_with_colon(s)

    def _is_set_apart(self, s: Sighting) -> bool:
        """Judge a name that is a heading, bold or in brackets, with no colon."""
        name, likeness = s.verdict.name, s.verdict.likeness
        if is_stage_word(name) or (name.isascii() and name.islower() and " " in name):
            return False
        if likeness >= Likeness.SHORT:
            is_known = self._repeats[name] > 1 or name in self._told.introduced
            is_known = is_known or likeness is Likeness.SURE
            return is_known or self._is_usual(s) or self._asks_in_brackets(s)
        is_back = self._is_back_in_brackets(s)
        return is_back or self._has_outlet(s) or s.start in self._told.by_manner

    def _is_back_in_brackets(self, s: Sighting) -> bool:
        """Tell whether words in brackets come back often enough."""
        least = _MANY - (self._likely["bracket"] > _MANY or s.verdict.name in self._told.introduced)
        return s.candidate.form == "bracket" and self._repeats[s.verdict.name] >= least

    def _has_outlet(self, s: Sighting) -> bool:
        """Tell whether something stands beside a whole name, as beside one who asks."""
        is_beside = s.verdict.affiliation is not None and " " in s.verdict.name
        return is_beside and self._roles[s.candidate.form] > 0

    def _answers_in_brackets(self, s: Sighting) -> bool:
        """Tell whether a whole name stands in brackets before speech, as one who asks does."""
        is_name = s.candidate.form == "bracket" and s.verdict.likeness is Likeness.NAME
        is_usual = self._roles["bracket"] > 0 or self._introduces_in_brackets
        return is_name and not s.candidate.is_alone and is_usual

    def _introduces_with_colon(self, s: Sighting) -> bool:
        """Tell whether a name in brackets has a colon and a line of its own, as who asks has."""
        end = self._text[max(0, s.candidate.body_start - 2) : s.candidate.body_start].strip()
        return s.candidate.is_alone and end[-1:] in COLONS and self._roles["bracket"] > 0

    def _asks_in_brackets(self, s: Sighting) -> bool:
        """Tell whether a name in brackets asks, where one who is introduced stands so, too."""
        if s.candidate.form != "bracket" or s.candidate.is_alone:
            return False
        return self._asks(s) and self._introduces_in_brackets

    @cached_property
    def _introduces_in_brackets(self) -> bool:
        """Whether somebody who is introduced stands in brackets."""
        brackets = (s.verdict.name for s in self._sightings if s.candidate.form == "bracket")
        return any(name in self._told.introduced for name in brackets)

    def _is_of_form(self, s: Sighting) -> bool:
        """Judge what has no colon: a label if set apart, or where the transcript has several so."""
        form = s.candidate.form
        judges = {
            "bracket": self._is_set_apart,
            "caption": may_be_person,
            "chevron": self._is_change,
            "soundbite": may_be_person,
            "heading": self._is_set_apart,
            "bold": self._is_set_apart,
            "letter": self._is_letter,
            "bare letter": self._is_letter,
            "enclosed": self._is_among_roles,
            "tabbed": self._is_among_roles,
            "plain": self._is_plain,
            "stop": self._is_with_stop,
            "indexed": self._is_written_so,
            "dash": self._is_written_so,
            "initials": self._is_written_so,
        }
        if judge_form := judges.get(form):
            return judge_form(s)
        is_name = form != "dashed" or (may_be_person(s) and not is_bare_title(s))
        is_usual = self._forms[form] > 1 or (form == "dashed" and self._roles["plain"] > 0)
        return is_name and is_usual and self._likely["indexed"] < _MANY

    def _is_change(self, s: Sighting) -> bool:
        """Judge a change of speaker; a text with three marks only has code: ``>>> print(1)``."""
        return self._forms[s.candidate.form] > 1 and _CHANGE.search(self._text) is not None

    def _is_among_roles(self, s: Sighting) -> bool:
        """Judge a name in round or angle brackets or before a tab, as roles here stand, too."""
        name, form, roles = s.verdict.name, s.candidate.form, self._roles[s.candidate.form]
        is_known = s.verdict.likeness is Likeness.SURE or self._of_form[form, name] > 1
        is_usual = (roles > 1 or form in self._in_turn) and is_known and not is_stage_word(name)
        return is_usual or s.start in self._told.by_manner

    @cached_property
    def _in_turn(self) -> frozenset[str]:
        """The forms in which several names come back before sentences, some of which ask."""
        forms = ("enclosed", "tabbed", "stop")
        return frozenset(f for f in forms if takes_turns(self._text, self._sightings, f))

    @cached_property
    def _roles(self) -> Counter[str]:
        """How often who asks or chairs stands in each form."""
        telling = (s for s in self._sightings if s.verdict.role in _ROLES_ALONE)
        return Counter(s.candidate.form for s in telling if s.verdict.likeness is Likeness.SURE)

    def _is_written_so(self, s: Sighting) -> bool:
        """Judge initials, numbered labels, and a name before a dash where speeches start so."""
        form, comes_back = s.candidate.form, self._of_form[s.candidate.form, s.verdict.name] > 1
        if form == "dash":
            return s.start in self._told.by_manner or (self._uses_dashes and comes_back)
        if form == "indexed":
            is_whole = " " in s.verdict.name or s.verdict.likeness is Likeness.SURE
            return is_whole and may_be_person(s) and self._likely[form] >= _MANY
        return comes_back or self._forms[form] >= _MANY or is_below_clock(self._text, s.start)

    @cached_property
    def _uses_dashes(self) -> bool:
        return uses_dashes(self._sightings, self._likely["colon"])

    @cached_property
    def _uses_titled_stops(self) -> bool:
        """Whether titles with a full stop start speeches, none of them in capitals."""
        stops = (s for s in self._sightings if s.candidate.form == "stop")
        sure = (s for s in stops if s.verdict.likeness is Likeness.SURE)
        titled = [s.verdict.name for s in sure if not s.candidate.rest.isupper()]
        return len(titled) > 0 and not any(name[-2:].isupper() for name in titled)

    def _is_with_stop(self, s: Sighting) -> bool:
        """Judge a name with a full stop: ``CHAIR LEE.``, ``Mr. Lee.`` where none has capitals."""
        form, name, likeness = s.candidate.form, s.verdict.name, s.verdict.likeness
        if s.candidate.rest.isupper():
            return False
        if not name[-2:].isupper():
            has_questions = self._count(_LETTERS, "Q") > 1
            least = Likeness.NAME if has_questions else Likeness.SURE
            starts = starts_paragraph(self._text, s.start)
            is_usual = self._forms[form] > 1 or self._is_named_above(s)
            return starts and likeness >= least and is_usual and self._uses_titled_stops
        is_known = likeness >= Likeness.NAME or self._of_form[form, name] >= _MANY
        is_back = form in self._in_turn and self._of_form[form, name] > 1
        return (self._likely[form] > 1 and is_known) or is_back

    def _is_named_above(self, s: Sighting) -> bool:
        """Tell whether the last word of a name stands in the text above its label."""
        return s.verdict.name.split()[-1] in self._text[max(0, s.start - _SEEN) : s.start]

    def _is_question(self, s: Sighting) -> bool:
        """Say whether a lone Q stands among labels with colons."""
        begs = s.candidate.rest[:1] in {"请", "請"} or not self.is_single(s)
        is_sure = self._sure_colons > 1 or (self._likely["colon"] > 1 and begs)
        asks = self._asks(s) or self._roles["colon"] > 0
        return is_sure or (asks and s.candidate.form == "letter" and self._likely["colon"] > 0)

    def _is_letter(self, s: Sighting) -> bool:
        """Judge Q and A with no colon, where A may be an article."""
        if s.candidate.is_alone and self._asked <= 1:
            return False
        is_asking = s.verdict.role is Role.REPORTER
        return self._is_asking_letter(s) if is_asking else self._is_answering_letter(s)

    @cached_property
    def _asked(self) -> int:
        """How often a letter asks."""
        return self._count(_LETTERS, "Q", "问", "問") + self._of_form["colon", "Q"]

    def _is_asking_letter(self, s: Sighting) -> bool:
        """Judge Q: one of several, one with an A, or a lone one before a sentence."""
        if self._asked > 1 or self._count((*_LETTERS, "colon"), "A", "答") > 0:
            return True
        return starts_sentence(s) and self._is_question(s)

    def _is_answering_letter(self, s: Sighting) -> bool:
        """Judge A: behind a question, and if it may be an article, not too often."""
        is_letter = s.candidate.form == "letter"
        if s.start < self._first_question and not (is_letter and self._is_below_question(s)):
            return False
        answers = self._count(("bare letter",), "A", "答")
        are_answered = self._asked <= 2 * answers and starts_sentence(s)
        return self._asked > 0 and (is_letter or are_answered)

    def _is_below_question(self, s: Sighting) -> bool:
        return self._text[: s.start].rstrip()[-1:] in {"?", "？"}

    def _asks(self, s: Sighting) -> bool:
        return re.search("[?？]", rest_of_line(self._text, s.candidate.body_start)) is not None

    @cached_property
    def _first_question(self) -> int:
        asking = (s.start for s in self._sightings if s.verdict.role is Role.REPORTER)
        return next(asking, len(self._text))

    def _is_keyed(self, s: Sighting) -> bool:
        """Judge capitals before a speech: of the key, or a label that lacks its colon here."""
        name = s.verdict.name
        if self._key.names:
            return name in self._key.names and s.start >= self._key.end
        with_colon = self._of_form["colon", name]
        comes_back = with_colon > 0 and with_colon + self._of_form["keyed", name] >= _MANY
        return comes_back or (name in self._spelled_out and starts_paragraph(self._text, s.start))

    @cached_property
    def _spelled_out(self) -> frozenset[str]:
        """The initials before speeches that stand for whole names, if several do."""
        keyed = {s.verdict.name for s in self._sightings if s.candidate.form == "keyed"}
        found = spelled_out(self._text, keyed)
        return found if len(found) > 1 else frozenset()

    @cached_property
    def _key(self) -> SpeakerKey:
        return speaker_key(self._text)

    def _count(self, forms: Sequence[str], *names: str) -> int:
        return sum(self._of_form[form, name] for form in forms for name in names)

    def _is_plain(self, s: Sighting) -> bool:
        """Judge a name alone on its line, where labels have no mark at all."""
        if s.verdict.likeness < Likeness.SHORT:
            return False
        marked = self._likely.total() - self._likely["plain"] - self._likely["block"]
        if s.verdict.role is Role.MODERATOR and self._likely["dashed"] > 0:
            return True
        if marked <= 1 and s.start in self._told.alone:
            return True
        is_asked = self._roles["plain"] > 1
        are_several = self._likely["plain"] > _MANY or is_asked or self._roles["block"] > 0
        return marked <= 1 and are_several and self._is_known_alone(s, is_asked=is_asked)

    def _is_known_alone(self, s: Sighting, *, is_asked: bool) -> bool:
        """Say whether a name alone on a line comes back, was called, or may be who answers."""
        name = s.verdict.name
        announced = self._text[max(0, s.start - _LONGEST_CALL) : s.start]
        is_voice = s.verdict.role is Role.UNKNOWN and name[-1:].isdigit()
        if self._of_form["plain", name] > 1 or name in announced or self._is_role_alone(s):
            return True
        may_answer = s.verdict.role is not Role.REPORTER and s.verdict.likeness >= Likeness.NAME
        return is_voice or (is_asked and may_answer and bool(re.search(f"[{HAN}]", name)))

    def _is_role_alone(self, s: Sighting) -> bool:
        """Tell whether a line is who asks or chairs: in Chinese, or behind a blank line."""
        name, role = s.verdict.name, s.verdict.role
        is_sure = s.verdict.likeness is Likeness.SURE and role in _ROLES_ALONE
        if not is_sure or _HEADLINE.search(name):
            return False
        stands_free = self._text[max(0, s.start - 2) : s.start].strip("\n") == ""
        return bool(re.search(f"[{HAN}]", name)) or (role is Role.MODERATOR and stands_free)
