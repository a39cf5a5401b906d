"""Whether two statements are of other times or groups, by their clauses and what leads to them."""

import re

from annotator.checks.periods import carried, differ_in_period, only_one_is_past, periods_in
from annotator.checks.qualifiers import differ_in_places, differ_in_qualifiers
from annotator.checks.scene import REACH, Scene
from annotator.checks.statement import Statement

_SAME_TIME = re.compile(
    r"\s*(?:[而那]?[去上前]年|(?:last year|a year (?:ago|earlier))\b)", re.IGNORECASE
)
_NAMED = re.compile(
    r"\s*(?:[而那]?[去上前今本明]年|(?:last|this|next) year\b"
    r"|(?:in )?(?P<year>(?:19|20)[0-9]{2})(?:年|,? ))",
    re.IGNORECASE,
)
"""What a sentence starts with is the time of all that it tells."""
_VERB = re.compile(r"\b(?:is|are|was|were|have|has|had|will)\s+(?:be(?:en)?\s+)?(?P<verb>[a-z]+)")
BACK = 8
"""So many sentences back somebody may have named the year of which he goes on to speak."""


def are_of_other_times(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether the clauses of two statements, or what leads to them, name other times."""
    if differ_in_period(scene.dated_clause(first), scene.dated_clause(second)):
        return True
    years = [carried(scene.before(s, REACH), scene.spoken(s)) for s in (first, second)]
    is_like = len({year[:1] in "+-" for year in years}) == 1
    if all(years) and is_like:
        return years[0] != years[1]
    numbers = [scene.sentence_of(s) for s in (first, second)]
    heads = [_SAME_TIME.match(scene.said(number)) is not None for number in numbers]
    if heads[0] == heads[1]:
        return False
    return not is_led_by_past(scene, *((second, first) if heads[0] else (first, second)))


def may_be_of_one_year(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether one clause names the last year of a text and the other one "last year" only.

    Who speaks in January of the year before seldom says which year it is now.
    """
    clauses = (scene.dated_clause(s) for s in (first, second))
    told = [{name: set(times) for name, times in periods_in(c).items()} for c in clauses]
    return {"relative": {"last"}} in told and {"year": {str(scene.latest_year)}} in told


def one_is_past(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether only one of two statements speaks of last year, the other of no time."""
    if not only_one_is_past(scene.dated_clause(first), scene.dated_clause(second)):
        return False
    is_first = "last" in scene.times_of(first)
    return not is_led_by_past(scene, *((second, first) if is_first else (first, second)))


def is_led_by_past(scene: Scene, statement: Statement, other: Statement) -> bool:
    """Say whether a speaker has said before a statement that all this was last year.

    "In 2024 we did a lot. Jobs grew to 76,000": nothing else tells the time of the jobs. Another
    statement in the same paragraph is held against it just because it is of another time.
    """
    number = scene.sentence_of(statement)
    first, last = sorted((number, scene.sentence_of(other)))
    if scene.are_in_one_paragraph(first, last):
        return False
    for back in range(number, max(-1, number - BACK), -1):
        if named := _NAMED.match(scene.said(back)):
            is_before = named["year"] and int(named["year"]) + 1 == scene.latest_year
            return bool(is_before) or _SAME_TIME.match(scene.said(back)) is not None
        if scene.start(back) > scene.sentences[back][0]:
            return False
    return False


def is_said_of_a_part(scene: Scene, whole: Statement, other: Statement) -> bool:
    """Say whether what is said of a number is said of a part of a whole: 41 of our 58 are running.

    "47 are running" is another number of those that run, not of all.
    """
    parts = [s for s in scene.near(whole, REACH) if scene.whole_of(s) is whole]
    said = [_VERB.search(scene.after(s, REACH).split(",")[0]) for s in (whole, other)]
    return bool(parts and said[0] and said[1] and said[0]["verb"] == said[1]["verb"])


def are_of_other_groups(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether the clauses or the sentences of two statements name other groups or places."""
    if differ_in_qualifiers(scene.subject(first), scene.subject(second)):
        return True
    if is_said_of_a_part(scene, first, second) or is_said_of_a_part(scene, second, first):
        return True
    return differ_in_places(*(scene.before(s, REACH) for s in (first, second)))
