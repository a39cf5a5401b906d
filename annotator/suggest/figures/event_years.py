"""Years that belong to a name: “2025年香港政策法”, 2024巴黎奥运, in folded text."""

import re

_QUOTED = re.compile(
    "“[^\\W0-9a-z，,。;:!?我你他她它们了吗呢吧啊在将要把被是有已还]{0,12}"
    "(?P<year>(?:19|20)[0-9]{2}(?:年度?)?|1[01][0-9](?:年度?))"
    "[^\\W0-9a-z我你他她它们了吗呢吧啊在将要把被是有已还说]{2,30}?"
    "(?:[会法案节赛奖杯展奥]|条例|报告|论坛|奥运|亚运|计划|方案|行动|规划|书|典礼|盛典|演习|榜单?|嘉年华|音乐季|文化[季周]|马拉松|年鉴)”"
)
"""A year in a quoted name that ends in what has one: an event, a law, an award."""
_GAMES = re.compile(
    "(?:19|20)[0-9]{2}(?!年)(?:[^\\W0-9a-z，,的年月日和与至到起在将有是比较为共约近]{0,10}?)"
    "(?:奥运|冬奥|残奥|亚运|世运|全运|大运|世锦赛|亚锦赛|锦标赛|世界杯|欧洲杯|亚洲杯|大奖赛|公开赛|邀请赛|博览会|马拉松|高峰会|峰会|年会|论坛|嘉年华|灯会|花博)"
)
"""A year right before what goes by it, as no number of it stands there: 2025世锦赛."""
_MEETING = re.compile(
    "(?:19|20)[0-9]{2}年度?(?:全[国省市]|世界|国际|中国)[^\\W0-9a-z，,的将要召举开行办了在有被已]{2,16}(?:会议|大会|论坛|峰会|年会)"
)
"""The year of a regular meeting: 2024年全国水利工作会议."""
_BEFORE = 14


def is_in_event(text: str, start: int) -> bool:
    """Say whether a year is part of the name of an event, a law or an award."""
    if _GAMES.match(text, start) or _MEETING.match(text, start):
        return True
    opened = text.rfind("“", max(0, start - _BEFORE), start)
    quoted = _QUOTED.match(text, opened) if opened >= 0 else None
    return quoted is not None and quoted.start("year") == start
