"""Numbers that Chinese words on either side make a name of, beside the same numbers that count."""

import pytest

from annotator.suggest.figures.quantity import figures_in
from annotator.suggest.figures.suggestions import suggest_figures


def found_in(text: str) -> str:
    """Return the words of all suggestions, with a bar between them."""
    return "|".join(one.text for one in suggest_figures(text))


@pytest.mark.parametrize(
    "text",
    [
        "中铁四局、中交二航局、水电八局、二十冶",
        "应急管理部八局、外交部五司",
        "市一院、省三院和731部队",
        "國道三隊、台2己線、國3甲、台66快速道路",
        "防汛应急响应由四级提升至三级,后降为四级",
        "做到六个必须、四个不摘,落实三个到位",
        "1996內政專線、1925安心專線",
        "請打1922或1957、1966、1925",
        "K35+200處坍方,5633/4次列車",
        "電話(02)2395-9825",
        "一乡镇一特色、一街道一品牌",
        "“1.11”专案和“7.20”特大暴雨",
        "15式轻型坦克",
        "莒光612次、二階環評、一程多站",
        "一幕幕感人,一年又一年",
        "第一件,先說疫情。第二點,再說疫苗。",
        "补齐短板、提高站位;第二、完善机制",
        "我先答第一個。再說第二個,",
        "病例2、3、4和6,附件1至3",
        "第3次電價審議會、第十六次领导人会晤",
        "男子100米预赛,4×100米接力",
        "有一天他来了,碰上百年一遇的暴雨",
        "電話(02) 2395-9825",
        "六龜、八里、五股",
        "一核两翼、一轴三带、一主两副",
        "三年二班導師、3年2班",
        "市政府十四届78次常务会议",
        "二次投票、十四届全国人大三次会议、区委三次全会",
        "四周都是山,向四周扩散,九份老街",
        "1.项目概况 2.资金来源",
        "1218公投、1218四大公投",
    ],
)
def test_a_name_is_no_figure(text: str) -> None:
    assert found_in(text) == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("全部八局比赛", "八局"),
        ("全市三院两校合并", "三院|两校"),
        ("风力由6级升至8级", "6级|8级"),
        ("有三、四百個不能來", "三、四百個"),
        ("全台66萬戶", "66萬戶"),
        ("召开了12次会议,每周3次航班", "12次|3次"),
        ("为期四周,四周后复查,收到九份文件", "四周|四周|九份"),
        ("打了三通电话,四处工地停工,三重压力", "三通|四处|三重"),
        ("全国1∶500万地质图", "1∶500万"),
        ("撥打1922通電話", "1922通"),
        ("“7天内完成5次检测”", "7天内|5次"),
        ("第一次出動,第二天撤離", "第一次|第二天"),
        ("自購AZ1,000萬劑", "1,000萬劑"),
        ("協助破168宗案,營收破3億元", "168宗|破3億元"),
        ("新台幣一天升六角四分", "一天|六角四分"),
        ("突破一个难点,突破一百个", "突破一百个"),
    ],
)
def test_the_same_words_with_a_number_that_counts_keep_the_figure(text: str, found: str) -> None:
    assert found_in(text) == found


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("孩子3岁半,路长三里半。", "3.5 3.5"),
        ("我们三点半见,两点一刻走", "03:30 02:15"),
        ("七、八月間,三四月份", "--07/--08 --03/--04"),
        ("大約三、四成,打對折", "0.3 0.5"),
        ("配比为1∶1.5", "1"),
        ("到手1块9毛9,净亏一块五", "1.99 1.5"),
        ("夏季的6、7、8三个月", "--06 --07 --08 3"),
        ("將自6/7鬆綁,6/8(日)起,佔2/3", "--06-07 --06-08 0.666666666667"),
        ("上月廿三、廿四日執行", "---23 ---24"),
        ("兩成到三成,由三成到五成", "0.2 0.3 0.5"),
        ("固投增长-1.7%,只增零点八个点", "-1.7 0.8"),
        ("單日破千例,約美金5億元", "1000 500000000"),
        ("上週(12/30-1/5)新增", "--12-30/--01-05"),
        ("於本(18)日召開,本月二十號", "---18 ---20"),
        ("1999與119分流後有5人", "5"),
    ],
)
def test_spoken_and_listed_numbers_have_their_values(text: str, values: str) -> None:
    figures = [one.quantity for one in figures_in(text) if not one.is_bare]
    assert " ".join(figure.value or figure.low for figure in figures) == values


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("三人中两人轻伤,一人重伤", "三人|两人|一人"),
        ("殉職兩位、重傷一位,两个岗位抢一个人", "兩位|一位|两个|一个"),
        ("两天可外出采购一次", "两天|一次"),
        ("改一個禮拜一次", "一個禮拜|一次"),
        ("任期只做一次重組", "一次"),
        ("不能只用一個數字來看", ""),
        ("兒童18宗,一人死亡", "18宗|一人"),
        ("前后一周受理2031件", "一周|2031件"),
        ("辖三区两县,每年一班船", "三区|两县|一班"),
        ("影響752億後備戰力,直航每周三班。", "752億|三班"),
        ("過百宗投訴,財赤過千億,走過百年", "過百宗|過千億"),
    ],
)
def test_one_counts_beside_others_and_where_no_more_are_allowed(text: str, found: str) -> None:
    assert found_in(text) == found
