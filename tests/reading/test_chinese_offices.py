"""The offices of people with Chinese names."""

import re

import pytest

from annotator.reading.chinese_offices import office_beside, office_cutting

NOBODY = re.compile("(?!)")


@pytest.mark.parametrize(
    ("opening", "office"),
    [
        ("市港务局局长王小芳今日说明", "市港务局局长"),
        (
            "港务局局长王小芳答问\n市港务局党组书记、局长兼船检处处长王小芳出席",
            "市港务局党组书记、局长兼船检处处长",
        ),
        ("港务局局长王小芳答问\n本市港务局局长王小芳出席", "港务局局长"),
        ("新闻发言人王小芳答问\n港务局室主任兼新闻发言人王小芳说", "港务局室主任兼新闻发言人"),
        ("新闻发言人王小芳答问\n港务局新闻发言人王小芳说", "港务局新闻发言人"),
        ("新闻发言人王小芳答问\n昨天见到新闻发言人王小芳", "新闻发言人"),
        ("论坛(渔业协会会长王小芳怎么说)", "渔业协会会长"),
        ("渔业协会(海东)会长王小芳", "渔业协会(海东)会长"),
        ("专访渔业协会会长王小芳\n海港最大协会的会长王小芳说", "渔业协会会长"),
        ("王小芳院士是国家渔业研究中心主任，今天来到演播室", "国家渔业研究中心主任"),
        ("王小芳是谁", None),
        ("水产局王小芳局长到会", "水产局局长"),
        ("出席：王小芳（水产局局长）", "水产局局长"),
        ("嘉宾：\n王小芳：水产研究院院长、博士\n", "水产研究院院长、博士"),
        ("王小芳：欢迎大家\n", None),
        ("参与论坛的嘉宾有水产资本合伙人王小芳", "水产资本合伙人"),
        ("他是水产研究院院长王小芳教授", "水产研究院院长"),
        ("图为渔港集团总经理王小芳和余大海", "渔港集团总经理"),
        ("渔港访谈录--访渔港集团总经理王小芳", "渔港集团总经理"),
        ("两位嘉宾，还有一位是渔港中心主任王小芳，您好", "渔港中心主任"),
        ("两位嘉宾，一位是渔港中心主任王小芳，您好", "渔港中心主任"),
        ("王小芳先生，现任渔港学会会长，余大海先生是律师", "渔港学会会长"),
        ("现在请将会议转交给渔港集团总裁王小芳", "渔港集团总裁"),
        ("出席发布会的专家有水产司副司长余大海、渔港中心主任王小芳", "渔港中心主任"),
        ("水产司副司长余大海先生和渔港中心主任王小芳出席", "渔港中心主任"),
        ("水产司党组书记局长、研究室主任王小芳出席", "水产司党组书记局长、研究室主任"),
        ("余大海大使在海港接受水产集团总裁王小芳的采访", "水产集团总裁"),
        ("今天为大家讲述渔港的建设者王小芳的故事\n对话水产公司总经理王小芳", "水产公司总经理"),
    ],
)
def test_the_office_that_says_most_stands_beside_a_name(opening: str, office: str | None) -> None:
    assert office_beside(opening, "王小芳", NOBODY) == office


def test_an_office_in_brackets_is_also_of_who_is_called_by_the_surname() -> None:
    opening = "嘉宾：余大海（水产集团董事长）\n王小芳（水产学会会长）\n"
    assert office_beside(opening, "王", NOBODY) == "水产学会会长"
    assert office_beside(opening, "芳", NOBODY) is None


def test_an_office_may_cut_a_name_in_two() -> None:
    assert office_cutting("今天请水产部王部长小芳说明", "王部长小芳") == "水产部部长"
    assert office_cutting("今天请水产部说明", "王小芳") is None
