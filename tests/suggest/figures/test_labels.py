"""Numbers that only tell one thing from another, beside the same words with numbers that count."""

import pytest

from annotator.suggest.figures.suggestions import suggest_figures


def found_in(text: str) -> str:
    """Return the words of all suggestions, with a bar between them."""
    return "|".join(one.text for one in suggest_figures(text))


@pytest.mark.parametrize(
    "text",
    [
        "房号1203室,3单元502室",
        "三支队、特警二大队和54集团军",
        "301医院、三〇二医院和二院",
        "一六一中、二十五中、八一小学",
        "1213次车误点,K1058次列车",
        "道交条例35条,社维法63条",
        "案号113年度侦字第1234号起诉",
        "国3、台64都有落石",
        "微博@平安12发布",
        "愿景2035、数字中国2035",
        "邮政编码100037,分机转6505",
        "请拨打热线96588、12110",
        "肠道病毒71型,符合JB/T 9001",
        "二把手、三班倒、两班制",
        "十万八千里、半斤八两、红十字",
        "三台县、七星关、九龙坡、二十里铺、九眼桥",
        "千万家庭、五减两增、五角枫",
        "第三句话、第25道题、第二级",
        "我们是360公司、58同城",
        "US 101 and SR 520 are closed",
        "take the exit off the 405.",
        "Ward 8, Precinct 12, Zone 2, Booth 5",
        "a U-Boat 534 and a 737-800",
        "ASEAN+3 and go2.gov/311",
        "text HELP to 741741",
        "case number is 24-0097",
        "call 1-800-222-TIPS or 9-1-1",
        "zip codes 94558 and 94573",
        "we are one team with one voice",
        "one minute it's sunny",
        "It was one storm after another.",
        "the class of 2024",
        "so one, what happened, and two, how many",
        "they shot well from three. It was a good shot from 3, and",
        "rates with a 4 in front of it, with a ‘5’ in front",
        "the first of the issues",
        "the sixth grade, fifth graders",
        "six-figure, double digits",
        "He lives at 350 Fifth Avenue",
        "He passed on lap 17. She lay in bed 4, at marker 12",
        "Number 10 won't comment",
        "call 311 or 511, growth in 2H24 and 1H25",
        "dial *719# or *100#",
        "use the 101, then take the 405. 211 has shelters",
        "It works. ReadyLA 2.0... is out",
        "The 457 visa goes, and the 990 form comes late",
        "a 990 form, the 1031 exchange and the 311 app",
        "The alert level remains at 3, and the threat level went from two to four.",
        "He lined up with the runway, 28 left, not with 28 right.",
        "They reached the last four. We were in last 16 of the Cup, then into the last 32 and",
        "Live on c-span two, on abc 7. Look at col. 45 and ruling 171/4",
        "He is due for dose two. On shuttle 51, via corridor 3",
        "They adopted S/RES/2712 and wrote GA/12549. Call 1- 312-555-0194 or +44 (0) 207 555 0194.",
        "He made a 111 call. That is one avenue.",
        "Their deal. Shift 1. For Match 19, they select Lee.",
        "They rode a 7 subway train, then the 33 bus.",
    ],
)
def test_a_label_is_no_figure(text: str) -> None:
    assert found_in(text) == ""


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("有三支队伍、3家医院", "三支|3家"),
        ("12次车祸,18幢楼,5座桥", "12次|18幢|5座"),
        ("新规35条,台商64家", "35条|64家"),
        ("新增228、死亡12", "228|12"),
        ("账户1200个,转3000元", "1200个|3000元"),
        ("三家店铺、十里山路、百万元", "三家|十里|百万元"),
        ("造成一死三伤", "一死|三伤"),
        ("制造2025台设备,愿景投资20亿元", "2025台|20亿元"),
        ("第二代产品,第三阶段开始", "第二代|第三阶段"),
        ("热线接到12345个来电", "12345个"),
        ("US 12 soldiers returned", "12"),
        ("we saw a 405-acre ranch", "405-acre"),
        ("Tigers 24, Bears 17", "24|17"),
        ("one team went home", "one"),
        ("one minute of work", "one minute"),
        ("they stayed one night", "one night"),
        ("the class of 30 students", "30"),
        ("take five years", "five years"),
        ("the second officer died", "second"),
        ("We are at about 12, of those 12.", "about 12|12"),
        ("It fell from 30 to 12 at age 12.", "30|12|12"),
        ("a 50-50 split", "50-50"),
        ("the last four of them made the last eight payments", "four|eight"),
        ("311 or 411 homes, at 2h24", "311 or 411|2h24"),
        ("12 programs, 40 visa holders, 300 jet skis", "12|40|300"),
        ("They lived in Chad between 2002 and 2005.", "between 2002 and 2005"),
        ("They ate tea/12 rolls and/3 pies", "12|3"),
        ("a 7 bus drivers' strike; they lost 5 train cars", "7|5"),
        ("12 line workers, 40 express buses, 3 block captains", "12|40|3"),
        ("It leads with 464, Kiambu 138, Mombasa 61 and Nakuru 48.", "464|138|61|48"),
        ("The warning level was 3 feet.", "3 feet"),
        ("12 left the runway. They have 28 left.", "12|28"),
        ("12 cases: New York 4, Utah 5; Windows 11, Office 365.", "12|4|5"),
        ("In Spain 2, in Ohio 4, and in Iowa 12.", "2|4|12"),
    ],
)
def test_the_same_words_with_a_number_that_counts_keep_the_figure(text: str, figures: str) -> None:
    assert found_in(text) == figures
