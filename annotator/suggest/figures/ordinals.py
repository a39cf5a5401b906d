"""English ordinals: a place in a row that counts (third wave), or a name (Fifth Fleet)."""

import re

_COUNTED = re.compile(
    r"(?:\s{1,3}|-(?=[a-z]+(?:est|most)\b|best|worst|leading|place))(?:[a-z]{2,10}(?:al|ial|ic|ive|ary|ous|ble)\s)?"
    r"(?:consecutive |straight |successive |booster |covid-19 |vaccine |annual )?"
    r"(?:times?|dos(?:e|es)|shots?|waves?|cases?|deaths?|batch|rounds?|anniversary|trips?|visits?"
    r"|flights?|shipments?|tranche|terms?|debates?|boosters?|packages?|phase|generation|victims?"
    r"|patients?|child|woman|man|president|meetings?|sessions?|surge|rate|hikes?|increases?|cuts?"
    r"|largest|most|highest|lowest|biggest|longest|fastest|deadliest|busiest|leading|best|worst"
    r"|place|consecutive|straight|successive|attempts?|launch(?:es)?|tests?|strikes?|attacks?"
    r"|incidents?|storms?|hurricanes?|earthquakes?|floods?|births?|birthday|floors?|grade|graders?"
    r"|(?:day|night|week|month|year|hour)(?! of)"
    r"|(?:quarter|season|game|election|term|decade|race)s?\sin\sa\srow"
    r"|of the (?:year|month|day|season|war|week)|state|country|nation|city|summit)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"[\s-]{1,3}(?:[A-Z]|parallel|century|centuries|amendment|street|avenue|district|circuit)"
)


def is_ordinal_figure(text: str, start: int, end: int) -> bool:
    """Say whether the ordinal between two positions of the text counts something."""
    if _NAMED.match(text, end):
        return False
    if text[start] in "0123456789":
        return True
    return text[start].islower() and bool(_COUNTED.match(text, end))
