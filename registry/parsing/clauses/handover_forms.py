"""The forms in which work changes hands: 由X分管Y, Y调整为X分管, X不再分管Y, 原由Z负责的Y."""

from __future__ import annotations

import re

from registry.parsing.clauses.duties import AT_START
from registry.parsing.dates import PERIOD
from registry.parsing.persons import NAME

CHARGE = r"(?:协助)?(?:分管|主管|负责|联系|兼管|代管)"
RELEASED = re.compile(
    rf"(?:(?:^|[，；]|起)(?P<who>{NAME})(?:同志)?)?(?:也|同时)?不再(?P<charge>{CHARGE})(?P<what>[^，。；：]{{2,80}})"
)
AGAIN = re.compile(rf"^{CHARGE}")
WORK = re.compile(r"(?:等?方面)?(?:的)?工作$")
TO = re.compile(
    r"(?:现|暂时?|均|都|全部|统一|归口|调整为?|改为?){0,4}(?:由|划归|划入|划转给?|移交给?|转交|交由|调整为|改为|变更为)(?P<who>其(?=[^他它余中])|(?:[^，。；：由（）]{1,24}(?:长|主任|书记|常委|委员|主席)、)?[^，。；：由、（）]{2,20}?(?:（[^，。；：（）]{1,5}）)?)(?P<comrade>同志)?"
    rf"(?=(?:也|还)?{AT_START.pattern})"
)
VERB_ALONE = re.compile(
    r"(?:接替)?(?:协助分管|分管|主管|协管|(?:牵头|具体|统筹)?负责|牵头|联系|代管|兼管|协助联系|协助负责)(?:和联系)?"
)
# 主持 while somebody is away or a post is vacant has an end that a fact has no key for.
FOR_A_TIME = re.compile(r"期间|空缺|(?:返岗|到岗|到位|到任|任命)前")
HEADS = re.compile(r"(?:全面|临时|暂时?)?(?:主持|代行|代理)")
STATED_TIME = re.compile(PERIOD)
UNTIL_BACK = re.compile(
    r"(?:学习|挂职|休假|病休|治疗|外出|出差|借调|离岗|培训|援\w|驻村|产假|请假)[^，。；]{0,6}期间"
)
EACH_VERB = re.compile(r"(?:负责|分管|联系)(?:[、和](?:负责|分管|联系))+")
KINDS = {"负责": "work", "分管": "care", "主管": "care", "联系": "liaises"}
HELPER = re.compile(r"(?P<who>[^，。；：由、（）]{2,20}?)(?P<comrade>同志)?协助(?:分管|负责|联系)?")
HELPS = {"work": "assists", "care": "assists_care", "liaises": "assists_liaising"}
WAS = re.compile(
    rf"(?:原?由.{{2,24}}?|其|[^，。；由]{{2,16}}?|)(?:原来?|现)?{CHARGE}的(?P<what>.{{2,120}}?)(?:(?:现|均|统一|调整为?|改为?){{0,4}}$)"
)
WHILE_AWAY = re.compile(r"(?:外出|出差|不在岗|不在家|请假|因故)[^，。；]{0,12}(?:时|期间|的)，?由")
"""Matches who stands in for one who is away: he has the work for those days alone."""
POINTS_BACK = re.compile(r"(?:(?:该|上述|以上|前述).{0,8})?")
TAKES = re.compile(
    r"(?:(?:从|自).{2,16}(?:起|开始))?(?:将|把)(?:原由.{2,24}?(?:分管|主管|负责|联系)的)?"
)
SINCE = re.compile(r".{0,24}(?:起|开始)")
NOW_HAS = re.compile(r"改为|调整为|增加|新增|继续")
MORE = re.compile(r"^[省市县区州盟旗镇乡](?!.*(?:分管|主管|协管|负责|联系|兼管|代管|协助))")
JOINED = re.compile(r"(?:并且?|也|还|同时)(?=.)")
ENUM = re.compile(r"[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、．]")
ALL_OF_IT = re.compile(
    r"(?:全部|所有|其他|相关|有关|各项)*(?:工作|部门|单位|科室|业务)(?:和(?:部门|单位))?"
)
"""What somebody had (其分管的工作), without a name of it."""
SAYS_NOTHING = re.compile(
    r"(?:其他|其它|其余).*(?:不变|不作调整|不再调整)|(?:从|自).{2,16}(?:起|开始)(?:施行|执行|生效|实施)?"
)
LOOKS_HANDED = re.compile(
    r"由(?!其他|其它|其余)(?P<who>[^，。；：]{2,24}?)(?:共同|分别|一并)?(?:(?:分管|主管|协管|兼管|代管)(?!领导|副|的|工作|领域|范围|行业|战线|单位：|部门)|代为(?:负责|处理|履行)|主持(?!召开|会议))"
    r"|(?<!其他)(?<!其它)同志[^，。；：由]{0,12}?(?:分管|主管|协管|兼管|代管)(?!领导|副|的|工作|领域|范围|行业|战线|单位：|部门)"
)
NO_WORK = re.compile(
    r"(?:在(?!建)|为|经(?![济贸信营])|根据|按|因|鉴于|对(?![外口])|除(?!险)|凡|涉及|遇)"
)
GOES_BACK = re.compile(r"上述|以上|前述|其(?:原?分管|原?联系|原?负责)的")
"""Matches a sentence that goes with the one before it."""
