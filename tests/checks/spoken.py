"""What people say over several sentences, with a number that holds and one that does not.

Each case: a name, the text with "{}" in a number's place, the right number, the wrong one, and the
type of the check.
"""

from tests.checks.spoken_sums import SUMS, Spoken

SPOKEN: tuple[Spoken, ...] = (
    *SUMS,
    (
        "growth from a base in the next sentence",
        "We had 40 million trips. That's up {} percent from a year ago, when it was 32 million.",
        "25",
        "35",
        "growth",
    ),
    (
        "growth of the sentence before, compared with a year",
        "普惠机构平均收费是每月1680元。跟2021年的2100元相比,下降了{}。",
        "20%",
        "30%",
        "growth",
    ),
    (
        "a step since then, and what there was then",
        "全省共有托育机构{}家。与2020年底相比,机构数增加了3120家,当时全省只有1640家。",
        "4760",
        "4860",
        "growth",
    ),
    (
        "a percentage of a year",
        "去年旅客{}万人次,已经是2019年的120%,2019年是3300万人次。",
        "3960",
        "3690",
        "growth",
    ),
    (
        "a list in the next sentence",
        "I have {} projects to report on. The Eastside line, the Harbor tunnel, and Maple Street.",
        "three",
        "four",
        "list",
    ),
    (
        "a list at once behind its count",
        "我们跟{}家平台签了协议,美团、饿了么、顺丰、闪送,建立安全码。",
        "四",
        "五",
        "list",
    ),
    (
        "numbered items behind a count without a noun",
        "接下來的作法有{}項,第一是擴大對象;第二是導入科技;第三是出院銜接;第四是強化品質。",
        "四",
        "三",
        "list",
    ),
    (
        "a length in front of its days",
        "That's {} from today, August 27th, to September 5th.",
        "nine days",
        "two weeks",
        "date",
    ),
    (
        "a length between its days",
        "The tunnel will close on January 9, and reopen {} later, on January 19.",
        "ten days",
        "three weeks",
        "date",
    ),
    ("hours of a closing", "从早上6点到下午2点,沿线管制{}。", "八个小时", "九个小时", "date"),
    (
        "a share of a noun that the next sentence counts",
        (
            "They pay 75 percent of suppression cost. Our suppression bill is $64 million, "
            "so the federal share of that is ${} million."
        ),
        "48",
        "44",
        "share",
    ),
    (
        "a share of a noun with a unit of its own",
        "The mill employs 420 people, and that's {} of all the jobs, where you've got 2,100 jobs.",
        "20 percent",
        "35 percent",
        "share",
    ),
    (
        "a share in a sentence of its own",
        "The appeal was $160 million and we have received $48 million. That is to say {} percent.",
        "thirty",
        "forty",
        "share",
    ),
    (
        "a rate told ahead of its numbers",
        "投诉办结率是{},一共2600件投诉,办结2431件。",
        "93.5%",
        "98.5%",
        "share",
    ),
    (
        "a rate named by what was done",
        "师徒计划有150人报名,取录60人,录取率是{}。",
        "40%",
        "50%",
        "share",
    ),
    (
        "a share that goes on from the sentence before",
        (
            "We run 1,120 routes. On Monday, 196 of them were late, so 17.5 percent. "
            "By Thursday 67 routes were late, or {} percent."
        ),
        "6",
        "9",
        "share",
    ),
    (
        "a price for each",
        "We serve 340,000 meals a day. At $4.10 a meal that is about ${} million.",
        "1.4",
        "1.2",
        "share",
    ),
    (
        "an answer about what was asked",
        (
            "省级财政三年来累计安排补助资金7.8亿元。\n"
            "记者:想问一下省级财政补助资金,到底投了多少?\n厅长:三年下来,一共拿出了{}亿元。"
        ),
        "7.8",
        "8.7",
        "repeat",
    ),
    (
        "money told without its currency",
        (
            "Operating revenue was $612 million.\nQUESTION: How was operating revenue?\n"
            "DIRECTOR: {} million in operating revenue."
        ),
        "612",
        "621",
        "repeat",
    ),
    (
        "a noun told short",
        "医护人员680名,都已到位。\n答:医护{}名,是充足的。",
        "680",
        "860",
        "repeat",
    ),
    (
        "times of the day in two sentences",
        "The order went out at 6 p.m. The water came at 10:30 that night. So folks had {} hours.",
        "four and a half",
        "two and a half",
        "date",
    ),
    (
        "pieces of a plan",
        "It's got {} pieces. First, we lend ovens. Second, we share a cook. And third, we deliver.",
        "three",
        "four",
        "list",
    ),
    (
        "a number with another magnitude",
        "三年来财政一共投了{}用于垃圾分类。\n记者:投入值不值?\n局长:财政投入垃圾分类的12.6亿元,都在账上。",
        "12.6亿元",
        "126亿元",
        "repeat",
    ),
    (
        "days from an evening to a morning",
        "警報從10月2日晚上發布,到10月5日早上解除,前後{}天。",
        "四",
        "五",
        "date",
    ),
    (
        "stages that are counted",
        "我们分{}个阶段走,第一个阶段开巡迴车,第二个阶段修校舍,第三个阶段再评估。",
        "三",
        "四",
        "list",
    ),
    (
        "growth on a base that a clause of its own leads to",
        "今年发送旅客1268万人次。跟去年同期比,去年是1057万人次,今年增长了{}。",
        "20%",
        "30%",
        "growth",
    ),
    (
        "so much a year for some years",
        "It's $2.4 million a year, three years, so we're looking at {} over the contract.",
        "$7.2 million",
        "$8.2 million",
        "share",
    ),
    (
        "a rate of change by its name",
        "集采覆盖药品374种,平均降幅{}。我们接着说监管。\n集采不是一降了之,平均降幅58%的背后是质量评价。",
        "58%",
        "53%",
        "repeat",
    ),
    (
        "what is taken up with its noun",
        "长照据点我们一共布建了{}处,其中市区42处。\n这621处据点,走路都到得了。",
        "621",
        "612",
        "repeat",
    ),
    (
        "the ones that exceed, and their share",
        "全省大中型水库148座,超汛限的37座,占到了{}。",
        "四分之一",
        "三分之一",
        "share",
    ),
    (
        "what is now, and the change at once",
        "半紧急的病人要等八个小时,现在大概是六个小时,缩短了{}。",
        "四分之一",
        "一半",
        "growth",
    ),
    (
        "days in the sentence before",
        "If you applied on April 1, you'd have had your answer by {}. That's four months.",
        "August 1",
        "June 1",
        "date",
    ),
    (
        "conditions that are numbered by words",
        "There are {} conditions. One, it can't push up prices. Two, it's local. Three, it's fair.",
        "three",
        "two",
        "list",
    ),
    (
        "a share with its number behind it",
        "招聘了教师4870名,研究生占比{},有2190名。",
        "45%",
        "55%",
        "share",
    ),
    (
        "a share of a goal",
        "新增就业21.6万人,完成全年目标任务的{},全年目标就是27万人。",
        "80%",
        "90%",
        "share",
    ),
    (
        "money without its currency for each",
        "财政3亿元。发放贷款24亿,支持了1.2万人,平均每个人{}万。",
        "20",
        "15",
        "share",
    ),
    (
        "so many on one day on average",
        "市博物馆七天进馆21万人次,平均一天{}。",
        "3万",
        "3.5万",
        "share",
    ),
    (
        "so many people for each",
        "投入了216个乘务组、2592名乘务员,平均每个组{}个人。",
        "12",
        "10",
        "share",
    ),
    (
        "one, one and another one",
        "我们新开了{}条专线,一条去古城,一条去湿地公园,还有一条去机场,再有一条是夜游线。",
        "四",
        "三",
        "list",
    ),
    (
        "more than another by a share of it",
        "民办机构月均收费4200元,公办是2800元,民办比公办高出{}。",
        "五成",
        "七成",
        "growth",
    ),
    (
        "a list with a joining word inside a name",
        "规范收费我们提了{}条:明码标价、押金上限、合同备案。下半年出细则。",
        "三",
        "四",
        "list",
    ),
    (
        "two months, the later one first",
        "8月单月财损是68亿元,7月是85亿元,减少了{}。",
        "两成",
        "三成",
        "growth",
    ),
)
