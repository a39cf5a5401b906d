"""Two numbers of one thing in folded text: a blood pressure, 140/90mmHg, or shots, 8中5."""

import re

from annotator.model.quantity import Quantity

Read = tuple[int, Quantity]
_PRESSURE = re.compile(
    r"(?P<upper>1[0-9]{2}|2[0-4][0-9]|[7-9][0-9])/(?P<lower>1[0-4][0-9]|[3-9][0-9])(?![0-9/]|\.[0-9])"
    r"(?P<unit>\s?(?:mmhg|毫米汞柱|毫米水银柱)(?![a-z]))?"
)
_OF_BLOOD = re.compile(r"(?:血压|高压|blood\spressures?\b)[^。;\n]{0,16}\Z")
"""What stands before a pressure without its unit."""
_SHOTS = re.compile(
    r"(?P<tried>[0-9]{1,2})(?:(?:[投罚射]|出手)?中|[投罚射]进)(?P<made>[0-9]{1,2})(?![0-9个人名次届.中投罚])"
    r"|(?P<tries>[0-9]{1,2})(?:[投罚射扔]|出手)(?P<hits>[0-9]{1,2})[中进]"
)
_JOINED = re.compile("[a-z0-9/.]\\Z")
_NEAR = 24


def paired(text: str, at: int) -> Read | None:
    """Read 140/90mmHg, and 8中5 or 15投7中: shots and how many of them went in.

    The upper and the lower pressure, and all shots and those that went in, stand as they are
    told: the first is ``low``, the second ``high``.
    """
    if _JOINED.search(text, max(0, at - 1), at):
        return None
    if found := _PRESSURE.match(text, at):
        return _pressure(text, found)
    return _shots(_SHOTS.match(text, at))


def _shots(found: re.Match[str] | None) -> Read | None:
    """Return how many shots there were and how many of them went in."""
    if found is None:
        return None
    tried, made = found["tried"] or found["tries"], found["made"] or found["hits"]
    is_fewer = int(made) <= int(tried)
    return (found.end(), Quantity(tried, made, kind="ratio")) if is_fewer else None


def _pressure(text: str, found: re.Match[str]) -> Read | None:
    """Return a blood pressure, which has its unit behind it or is told of in front."""
    upper, lower = found.group("upper", "lower")
    is_told = found["unit"] or _OF_BLOOD.search(text, max(0, found.start() - _NEAR), found.start())
    if not is_told or int(lower) >= int(upper):
        return None
    return found.end(), Quantity(upper, lower, "millimetre of mercury", kind="ratio")
