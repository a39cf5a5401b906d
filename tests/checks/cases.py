"""Passages of press conferences with what a careful reader finds in them.

Each case: a name, the text, and the expected checks as (type, verdict, texts); nothing else in the
text may be a conflict.
"""

Expected = tuple[str, str, tuple[str, ...]]
Case = tuple[str, str, tuple[Expected, ...]]

CASES: tuple[Case, ...] = (
    (
        "share of a total, Chinese, wrong",
        "全区共有养老机构240家，其中公办机构60家，占35%。",
        (("share", "conflict", ("60家", "35%", "240家")),),
    ),
    (
        "share of a total, Chinese, right",
        "全区共有养老机构240家，其中公办机构60家，占25%。",
        (("share", "consistent", ("60家", "25%", "240家")),),
    ),
    (
        "share of a noun that is counted elsewhere",
        "全县有1250个行政村。\n目前，已有500个行政村通了公交，占行政村总数的48%。",
        (("share", "conflict", ("500个", "48%", "1250个")),),
    ),
    (
        "share in traditional Chinese",
        "截至昨日，全市共有確診個案320例，其中輕症256例，占80%。",
        (("share", "consistent", ("256例", "80%", "320例")),),
    ),
    (
        "share, English, of them",
        "We run 80 shelters. In 30 of them, or 45 percent of the shelters, there is a nurse.",
        (("share", "conflict", ("30", "45 percent", "80")),),
    ),
    (
        "share, English, A of B",
        "Crews have cleared 150 of the 200 blocked roads, or 75 percent.",
        (("share", "consistent", ("150", "75 percent", "200")),),
    ),
    (
        "share, English, A of B, wrong",
        "Crews have cleared 150 of the 200 blocked roads, or 85 percent.",
        (("share", "conflict", ("150", "85 percent", "200")),),
    ),
    (
        "parts that do not make the total",
        "全年共查处案件960起，其中盗窃案410起，诈骗案320起，其他案件130起。",
        (("sum", "conflict", ("960起", "410起", "320起", "130起")),),
    ),
    (
        "parts that make the total",
        "全年共查处案件960起，其中盗窃案410起，诈骗案320起，其他案件230起。",
        (("sum", "consistent", ("960起", "410起", "320起", "230起")),),
    ),
    (
        "parts with an open end",
        "全年共查处案件960起，其中盗窃案410起，诈骗案320起等。",
        (("sum", "undetermined", ("960起", "410起", "320起")),),
    ),
    (
        "parts and a total, English",
        (
            "The package is worth $60 million: $25 million for roads, $20 million for schools and "
            "$12 million for clinics."
        ),
        (
            (
                "sum",
                "conflict",
                ("$60 million", "$25 million", "$20 million", "$12 million"),
            ),
        ),
    ),
    (
        "a total behind its parts, English",
        "We hired 120 teachers, 45 nurses and 35 drivers, a total of 200 people.",
        (("sum", "consistent", ("200", "120", "45", "35")),),
    ),
    (
        "shares beyond the whole",
        "从年龄看，未成年人占22%，成年人占63%，老年人占25%。",
        (("sum", "conflict", ("22%", "63%", "25%")),),
    ),
    (
        "growth from a base, Chinese, right",
        "旅客量从去年的800万人次增加到1000万人次，增长25%。",
        (("growth", "consistent", ("800万人次", "1000万人次", "25%")),),
    ),
    (
        "growth from a base, Chinese, wrong",
        "旅客量从去年的800万人次增加到1000万人次，增长35%。",
        (("growth", "conflict", ("800万人次", "1000万人次", "35%")),),
    ),
    (
        "growth, English, wrong",
        "Thefts fell from 640 to 480 last year, a drop of 35 percent.",
        (("growth", "conflict", ("640", "480", "35 percent")),),
    ),
    (
        "growth, English, right",
        "Thefts fell from 640 to 480 last year, a drop of 25 percent.",
        (("growth", "consistent", ("640", "480", "25 percent")),),
    ),
    (
        "points between percentages",
        "The vacancy rate rose from 4.5 percent to 6 percent, up 2.5 percentage points.",
        (("growth", "conflict", ("4.5 percent", "6 percent", "2.5 percentage points")),),
    ),
    (
        "a multiple of what was",
        "Shipments doubled, from 3,000 tons to 4,200 tons.",
        (("growth", "conflict", ("3,000 tons", "4,200 tons", "doubled")),),
    ),
    (
        "a difference and its percentage",
        "今年安排资金6.3亿元，比去年增加9000万元，增长16.7%。",
        (("growth", "consistent", ("6.3亿元", "9000万元", "16.7%")),),
    ),
    (
        "a list that is short, Chinese",
        "下一步我们将采取四项措施：一是加密公交班次；二是增设停车场；三是开展宣传。",
        (("list", "conflict", ("四项",)),),
    ),
    (
        "a list that is whole, Chinese",
        "下一步我们将采取三项措施：一是加密公交班次；二是增设停车场；三是开展宣传。",
        (("list", "consistent", ("三项",)),),
    ),
    (
        "a list that is short, English",
        (
            "We will take three steps. First, we will hire more inspectors. Second, we will "
            "publish every report.\nThank you."
        ),
        (("list", "conflict", ("three",)),),
    ),
    (
        "a list before its count",
        "我们为企业提供注册、开户、社保、公积金等4个方面的服务。",
        (("list", "consistent", ("4个",)),),
    ),
    (
        "a wrong weekday",
        "The hearing took place on Monday, January 29, 2026.",
        (("date", "conflict", ("January 29, 2026", "Monday")),),
    ),
    (
        "a day that is not in the calendar",
        "工程将于2023年2月30日完工。",
        (("date", "conflict", ("2023年2月30日",)),),
    ),
    (
        "a number that comes back",
        "全市累计完成造林12.6万亩。\n记者：请问造林情况如何？\n局长：我们累计完成造林12.6万亩，超额完成任务。",
        (("repeat", "consistent", ("12.6万亩", "12.6万亩")),),
    ),
    (
        "a number that comes back different",
        "去年全市新增充电桩4620个。\n记者：充电难怎么解决？\n局长：去年全市新增充电桩4260个，分布在各区。",
        (("repeat", "conflict", ("4620个", "4260个")),),
    ),
    (
        "a number that comes back different, English",
        (
            "The storm damaged 1,840 homes across the county.\nQUESTION: What comes next?\n"
            "We have inspected the homes. The storm damaged 1,480 homes across the county."
        ),
        (("repeat", "conflict", ("1,840", "1,480")),),
    ),
    (
        "how often, twice",
        "我们每半年开展一次食品安全检查。\n问：多久检查一次？\n答：每年开展2次食品安全检查。",
        (("repeat", "consistent", ("每半年", "一次", "2次")),),
    ),
    (
        "the same numeral of different things is no conflict",
        "全市有300个社区。我们培训了300名社工，发放了300万元补贴，占预算的12%。",
        (),
    ),
    (
        "different years are no conflict",
        "2022年全市新增就业8.2万人。\n2023年全市新增就业8.6万人。",
        (),
    ),
    (
        "different places are no conflict",
        "东区新建学校12所，西区新建学校14所。\n今年东区投入3.2亿元，西区投入3.5亿元。",
        (),
    ),
    (
        "an upper bound is no conflict",
        "每户补贴最高可达5000元。\n去年平均每户补贴4200元。",
        (),
    ),
    (
        "shares of different wholes are no sum",
        (
            "Enrollment rose 40 percent in the north, 35 percent in the south and 45 percent "
            "in the east."
        ),
        (),
    ),
    (
        "a share of what it names, not of another number before it",
        "今年招聘教师2350人，其中研究生1034人。交流轮岗教师1560名，占符合条件教师的12%。",
        (),
    ),
    (
        "a share is no share of the number that the whole is compared with",
        "全年来访旅客786万人次，较上年的649万人次有所增长。其中日本旅客132万人次，占16.8%。",
        (("share", "consistent", ("132万人次", "16.8%", "786万人次")),),
    ),
    (
        "a change of something else is not the change of the numbers before it",
        "每套价格由20万元降到5万元，种植牙的整体费用下降一半。",
        (),
    ),
    (
        "the year before is another year than last year",
        (
            "Last year 231 people were seriously injured.\nIn the year before, 248 people were "
            "seriously injured."
        ),
        (),
    ),
    (
        "what is hoped for is no conflict with what is",
        "觀光外匯收入100億美元。\n未來希望觀光外匯收入達到130億美元。",
        (),
    ),
    (
        "traditional characters: a wrong repeat, the noun in other words around it",
        "截至昨日，新冠疫苗接種312.5萬劑，庫存充足。\n截至昨日，新冠疫苗累計接種321.5萬劑。",
        (("repeat", "conflict", ("312.5萬劑", "321.5萬劑")),),
    ),
    (
        "traditional characters: a part of a named whole",
        "電動巴士3,350輛，佔全國市區公車10,800輛的41%。",
        (("share", "conflict", ("3,350輛", "41%", "10,800輛")),),
    ),
    (
        "a wrong growth against a year, in traditional characters",
        "求診人次為6,240人次，較前一星期的5,780人次增加12%。",
        (("growth", "conflict", ("5,780人次", "6,240人次", "12%")),),
    ),
    (
        "a share of a share's own whole is not of the numbers before",
        "We have spent $1.2 billion of the $27 billion fund. Wind and solar make up 14 percent.",
        (),
    ),
    (
        "a range of days of the wrong length",
        "开放日活动从9月20日到9月26日，为期10天。",
        (("date", "conflict", ("9月20日到9月26日", "10天")),),
    ),
    (
        "a range of days of the right length",
        "开放日活动从9月20日到9月26日，为期7天。",
        (("date", "consistent", ("9月20日到9月26日", "7天")),),
    ),
    (
        "what others are said to claim is no statement of the speaker's",
        "全省收费站562个，三年没有增加。\n有的网友说我省的收费站有526个，这不准确。",
        (),
    ),
    (
        "a rest without a number leaves a list open",
        "减免通行费18.5亿元，包括鲜活农产品12.4亿元、联合收割机1.3亿元、跨区作业2.8亿元，其余为集装箱优惠。",
        (),
    ),
    (
        "parts of the total before the one of the year before",
        "零售总额3860亿元，增长5.2%；2023年为3669亿元。其中城镇零售额3210亿元，乡村零售额650亿元。",
        (("sum", "consistent", ("3860亿元", "3210亿元", "650亿元")),),
    ),
    (
        "last year's number and one without a time are not surely of one time",
        "凤梨出口18,000公吨，内销38万公吨。\n去年凤梨出口21,000公吨。",
        (),
    ),
)
