"""People's names and the titles beside them.

A name is told by its form (a surname and one or two characters, or parts joined by a
raised dot) and by where it stands; there is no list of people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from registry.parsing.text import Passage

_SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁"
    "柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴"
    "谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪"
    "干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车"
    "侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能"
    "苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖"
    "庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆"
    "红游竺权逯盖益桓公肖付闫代尧占候涂邸苑仝佟揭兰仉言佘佴伯赏墨哈谯笪年爱阳商牟佘帅缑亢况郈琴呼延闾晋楚原但尉迟展卿"
    "訚麦庹岳亓官税苟鹿禤冼敬区撒妥么洛拉扎次旦格央索图布那木其敏银信青木门来水过沐璞过邝隋郤游慎楼宦桓帅冒母晁鞠丛忻郁冀靳"
    "窦利粟阙芦肇弋鄢茆郄郗邸尤苌邰仉逄逯邴邬邝郇郏郓隗雒覃宓禚訾苻荆莘菅蔚蔺薛覃谌谯贠贲辜遆郐郯鄞酆钊钭铁锺阎阚韦顿颉"
    "騆骆鲜鲍麻黎黔齐龚乜仝佴俸假候储儿兀充刀刁剧势勇化区千卓南占卫印厚双吞员哀品喜嘉因固坚墨大太奉妙威宋宏宛家寸尧展山岐峦"
    "巢巫帖广库应开弥彤彭律德忠怡恽恩战承抗招拓揣操敖教斯旷昂明星春昝晋智暴曲曾朗本权来果枚柏栗校桐桥梅植楼榎檀母永汝沐沙泉泰洋洛津涂淡渠湛源满潜濯火灵烟焉焦照熬牙牟牧狄班琚琴瑞畅百益盘相督睦矫硕祁禄禹秋税窃竺笃筱答简粘索练绪绳继缑罕羿翁耨耿聊聂职肇肖胥能脱膝臧臣自舍芷苍若英茂荔莎菊萨葛董蒋蒲蓝蔄蔡蕉虎虞蛮衷袁补觉言让记诗诸谁谢谭豆贯贵贺赤赧越路车辉辽达迟迪逯遇邵郎都鄂酒里重野金针钞钮铁银镇门闪闫闭问间阴阳院雍零雨雪霜靖鞏韓頓风飞香马骑骞高鬼魏鲁鸿麒黄黎黑鼎龙"
    "丘侬冶喇岩忽昃普朴玉眭稽綦缪翦赫迮郅隽颛阿尼岱"
) - frozenset("大太本自里重问间开教校记品化因果让院达镇相督职权能员补忠德恩家势勇")
_COMPOUND = frozenset(
    "欧阳 司马 上官 诸葛 夏侯 东方 皇甫 尉迟 公孙 令狐 宇文 长孙 慕容 司徒 司空 端木 呼延 南宫 独孤 钟离 西门 申屠 轩辕 闻人 万俟 淳于 单于 太史 公冶 濮阳 第五 鲜于 纳兰 乐正 仲长 百里 东郭 南门 拓跋 完颜 叶赫 赫连 澹台 公羊 谷梁 闾丘 颛孙 巫马 漆雕 公良 夹谷 宰父 羊舌 微生 梁丘 左丘 东门 南荣 钮祜 爱新 贺兰 达奚 长孙 宗政 公西 亓官 司寇 仉督 子车 褚师 鲜虞 申徒 哥舒 斛律 纥干".split()
)
# Common words of notices that begin with a surname character.
_NOT_NAMES = frozenset(
    "总计 合计 小计 共计 累计 "
    "国务院 应当 应该 应予 应由 应按 应对 应用 应届 应聘 应付 应邀 应有 应将 应以 应向 应从 应提前 应主动 应立即 应严格 党工 党政 任务 任免 任职 任命 任期 安全 安排 安置 方法 方案 方面 方式 方向 金融 金额 单位 成员 成立 成果 时间 时限 高度 高校 高新 高新区 高速 水利 石油 温度 程序 "
    "党委 党组 项目 管理 管委会 司法 司法局 常务 常委 常委会 严格 强化 路线 于是 关于 关系 应急 应急局 卫生 计划 计生 经济 经费 经验 文化 文明 文物 文旅 文联 文件 广电 广播 广告 车辆 "
    "林业 农业 农村 农办 查处 查询 国家 国有 国土 国防 国资 国资委 公安 公安局 公共 公务 公司 公开 商务 商务局 商业 东西 全面 全市 全县 全区 全省 宣传 解决 平台 平安 "
    "和谐 和平 同志 顾问 居民 师范 师生 能源 能力 容量 通知 通信 通报 通讯 通过 保障 相关 相应 温馨 连续 边境 别人 利用 利益 信息 信访 信访局 信用 简历 简介 年度 年级 阳光 "
    "施工 施行 计算 计委 路径 段落 祝贺 单独 双拥 双创 养老 空管 空间 富强 步骤 印发 印章 隆重 融合 融媒 连锁 居住 景区 景点 易地 都市 从事 从严 支持 支部 支队 包括 包含 曲折 封闭 "
    "台办 外办 侨办 法院 检察 教育 体育 华侨 毛利 江河 伊始 山区 山林 谷物 松材 井盖 牛羊 羊毛 鱼类 花卉 苗木 麻醉 米面 古迹 古城 田间 万元 万人 钱款 向上 向前 后勤 后续 别墅 权力 权限 权责 "
    "须知 关注 关闭 关键 关停 盖章 公益 公章 言论 展会 展览 原则 原因 原件 但是 税务 税收 税务局 敬老 敬请 区域 区直 区委 区长 区政府 多数 多种 才能 图书 布置 其他 其中 敏感 银行 青年 由于 门户 仓库 "
    "主任 组长 团长 委员 书记 副组长 秘书长 秘书处 办公室 联系人 负责人 召集人 联络员 总指挥 指挥长 部长 局长 市长 县长 区长 厅长 科长 处长 所长 院长 校长 经理 主席 会长 公安厅 商务厅 卫健委 发改委 "
    "安全生产 祁连 江西 江苏 山东 山西 云南 广东 广西 宁夏 贵州 福建 湖南 湖北 河南 河北 平方 平时 平均 时候 强调 经研究 经理层 应予 石化 乐观 成都 常州 常熟 宁波 温州 万州 安徽 安庆 高铁 车站 游客 卫健 农科 路政 "
    "普通 普遍 普查 普及 普法 普惠 普高 普教 普通话 普查员 普惠性 朴素 朴实 玉米 玉石 玉器 冶金 冶炼 岩土 岩石 岩体 忽视 忽略 稽查 稽核 稽征 "
    "董事长 董事 干事长 干事 班长 司长 司令 司令员 师长 连长 旗长 关长 段长 库长 管事 车间主任 "
    "党支部 党工委 党总支 党建 党务 党政 党员 党外 党校 农机 农水 文体 文教 文秘 宗教 房产 房管 国税 公积金 地税 计生委 计生协 残联 司机 别称 关工委 项目部 管理局 金融办 金融局 安监局 安监 文广 文广局 信访办 司仪 ".split()
)
_TITLE_TAILS = (
    "书记 主任 主席 委员 成员 常委 经理 总监 秘书 政委 委员长 工程师 会计师 经济师 调研员 巡视员 专员 督导 督学 督察 督查 顾问 助理 董事 监事 理事 负责人 代表 代表人 参事 教授 "
    "检察官 法官 主管 干部 会长 参谋 司令员 司令 馆员 科员 研究员 召集人 联络员 领队 总裁 总编辑 总编 主编 副总 总干事 干事 召集 主委 副主委 办事员 执行官 审判员 检察员 律师 "
    "教师 教练 畜牧师 兽医师 医师 农艺师 规划师 设计师 建筑师 统计师 审计师 技术员 管理员 负责同志 主持工作 人选 助手 所长助理".split()
)
_TITLE_ENDS = frozenset(["长", *_TITLE_TAILS])
_TITLE_END_SIZES = sorted({len(tail) for tail in _TITLE_ENDS})

NAME = r"(?:[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,12})+|[\u4e00-\u9fff]{2,4})"
"""A pattern for what may be a name; ``is_name`` decides."""
_NAME_END = re.compile(
    r"(?:同志|女士|先生)?(?:（(?:兼|女|男|挂职|[^（）]{1,4}族|女，[^（）]{1,4}族)）)?(?:同志)?$"
)
_DOTTED = re.compile(r"[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,12})+")
_PLAIN = re.compile(r"[\u4e00-\u9fff〇]{2,4}")
_PERHAPS = re.compile(r"[\u4e00-\u9fff〇]{2,6}")
_NO_NAME_WORDS = re.compile(
    r"^(?:除|各|其|该|本|上述|以上|完成|要|请|现|将|对|按|关于|根据|为|因|鉴于|由于|推荐|提名|建议|拟|决定|委派)|办公|会议|任|兼|名单|组成|担任|负责|分管|主持|协助|联系|等|的|由|为|及|和$|人选|职务|工作|同志|领导|会$|室$|级$"
)
_NOT_IN_NAMES = frozenset("的与及等是或各第副不局部委办厅省市县镇乡处，、")


_TITLE_BEFORE = re.compile(
    r"[^·]{0,6}?(?:[市县区州省局厅部院校镇乡盟旗]长|书记|主任|主席|委员)[^·]"
)


def is_name(text: str) -> bool:
    """Say whether ``text``, folded and without spaces, has the form of a person's name.

    >>> is_name("张良华"), is_name("欧阳修平"), is_name("买买提·艾力")
    (True, True, True)
    >>> is_name("任务"), is_name("市财政局"), is_name("高新区")
    (False, False, False)
    """
    if "·" in text:
        dotted = _DOTTED.fullmatch(text) is not None and "同志" not in text
        return dotted and not _TITLE_BEFORE.match(text) and not is_title(text)
    if not _PLAIN.fullmatch(text) or text in _NOT_NAMES:
        return False
    if text[:2] in _COMPOUND and len(text) > 2:
        return not _NOT_IN_NAMES.intersection(text[2:])
    if text[0] not in _SURNAMES or len(text) > 3:
        return False
    return not _NOT_IN_NAMES.intersection(text[1:]) and not text.endswith(("工作", "同志"))


def has_surname(text: str) -> bool:
    """Say whether ``text`` begins with a surname, whatever word it may be besides (和平)."""
    return text[:1] in _SURNAMES or text[:2] in _COMPOUND


def is_title(text: str) -> bool:
    """Say whether ``text`` ends as a title does.

    >>> is_title("市公安局党委委员、四级调研员"), is_title("市公安局党委委员、四级")
    (True, False)
    """
    if text.endswith("）"):
        opened = text.rfind("（")
        if opened < 0 or "）" in text[opened:-1]:
            return False
        text = text[:opened]
    return any(text[-size:] in _TITLE_ENDS for size in _TITLE_END_SIZES)


_PLAIN_TITLE_END = re.compile(
    r"(?:[市县区州省局厅部处科院校镇乡盟旗]长|主任|书记|主席|秘书长|经理|调研员|总监|[程计济]师|顾问)$"
)


_NO_NAME_ENDS = tuple("工作 公司 集团 中心 街道 单位 部门 科 股 会 队 院 校 站 所".split())
# Words of notices that people are called as well: names where a name must stand.
_ALSO_NAMES = frozenset("向前 和平 平安 富强 文明 温馨".split())


def could_be_name(text: str) -> bool:
    """Say whether a short word that stands where a name must stand may be one.

    For rare surnames, in places (a column of names, before 同志) that leave little else.
    """
    return (
        _PERHAPS.fullmatch(text) is not None
        and (text not in _NOT_NAMES or text in _ALSO_NAMES)
        and not is_title(text)
        and not _NO_NAME_WORDS.search(text)
        and not _NOT_IN_NAMES.intersection(text)
        and not text.endswith(_NO_NAME_ENDS)
    )


def bare_name(person: Passage) -> Passage:
    """Return the name without 同志, （兼）, （女） and the like behind it.

    A name that is followed by 同志 is a name whatever its form.
    """
    match = _NAME_END.search(person.text)
    return person[: match.start()] if match else person


def marked_as_person(text: str) -> bool:
    """Say whether ``text`` is a short word followed by 同志."""
    return text.endswith("同志") and 4 <= len(text) <= 8


def name_at_end(text: Passage) -> tuple[Passage, Passage] | None:
    """Split a title and the name behind it; ``None`` where no name stands at the end.

    The title may be empty. Where several splits are possible, the one whose title ends
    as titles do is taken.
    """
    text = bare_name(text)
    whole = text.text
    if is_name(whole):
        return text[:0], text
    dotted = re.search(rf"{_DOTTED.pattern}$", whole)
    lengths = (3, 2, 4) if not dotted else tuple(range(len(dotted.group()), 2, -1))
    for length in lengths:
        if length >= len(whole):
            continue
        title, name = text[: len(whole) - length], text[len(whole) - length :]
        if is_name(name.text) and is_title(title.text):
            return title, name
    return _rare_name_at_end(text)


def _rare_name_at_end(text: Passage) -> tuple[Passage, Passage] | None:
    """Split 副州长扎西顿珠: a whole title, and behind it what is no word of notices."""
    whole = text.text
    for length in (4, 3, 2, 5):
        title, name = whole[: len(whole) - length], whole[len(whole) - length :]
        if len(title) > 1 and _PLAIN_TITLE_END.search(title) and could_be_name(name):
            return text[: len(title)], text[len(title) :]
    return None


_TORN_TITLE = re.compile(r"委(?!员|派)|长|记|任|府|组(?!长|织)|会|部|局|室|处|科|政")
"""How a title that was cut inside a word begins."""


def name_at_start(text: Passage) -> tuple[Passage, Passage] | None:
    """Split a name and the title behind it (李四副市长); ``None`` where there is no name."""
    whole = text.text
    for length in (3, 2, 4):
        rest = whole[length:]
        cut_title = _TORN_TITLE.match(rest) is not None or whole[length - 1 : length + 1] in (
            "常务",
            "副主",
            "代理",
            "党组",
            "总经",
            "主任",
        )
        if is_name(whole[:length]) and not cut_title and (not rest or is_title(rest)):
            return text[:length], text[length:]
    return None


_JOINT = re.compile(r"以及|和|及|与|同(?!志)|跟")


def people(text: Passage) -> list[tuple[Passage, Passage | None]] | None:
    """Read a list of people, each a name with or without a title before or after it.

    Returns (name, title) pairs in order, or ``None`` where a part holds no name: then
    the list is of something else.
    """
    found: list[tuple[Passage, Passage | None]] = []
    pending: Passage | None = None
    for part in _parts(text):
        whole = part if pending is None else _joined(pending, part)
        one = _one(part, pending)
        if one is None:
            pending = whole
            continue
        found.append(one)
        pending = None
    return found if pending is None and found else None


def _one(part: Passage, pending: Passage | None) -> tuple[Passage, Passage | None] | None:
    """Read one person of a list; ``pending`` is the start of the title before it."""
    bracket = _BRACKETED.fullmatch(part.text)
    if bracket and pending is None:
        name, title = part.group(bracket, 1), part.group(bracket, 2)
        if is_name(name.text) or (could_be_name(name.text) and is_title(title.text)):
            return name, title if is_title(title.text) or len(title) > 3 else None
    split = name_at_end(part)
    if split is None and pending is not None and re.search(r"(?<!负责)(?<!领导)同志$", part.text):
        split = part[:0], part[:-2]
    if split is None or not (split[0].text or pending is None or is_title(pending.text)):
        return None
    title = split[0] if pending is None else _joined(pending, split[0])
    title = title.strip("、，")
    return split[1], title if title.text else None


_BRACKETED = re.compile(rf"({NAME})(?:同志)?（([^（）]{{2,60}})）")


def _joined(first: Passage, second: Passage) -> Passage:
    """Return the passage from the start of ``first`` to the end of ``second``."""
    if not second.text:
        return first
    if first.at[-1] + 1 == second.at[0]:
        return first + second
    gap_start, gap_end = first.at[-1] + 1, second.at[0]
    folded = first.source.folded
    between = [offset for offset in range(gap_start, gap_end) if not folded[offset].isspace()]
    gap = Passage(first.source, "".join([folded[offset] for offset in between]), between)
    return first + gap + second


def _parts(text: Passage) -> Iterator[Passage]:
    """Yield the parts of a list of people, splitting only outside brackets."""
    depth = 0
    start = 0
    for index, char in enumerate(text.text):
        depth += (char == "（") - (char == "）")
        if depth == 0 and char in "、，；" and index >= start:
            if index > start:
                yield from _joined_people(text[start:index])
            start = index + 1
    if start < len(text):
        yield from _joined_people(text[start:])


def _joined_people(part: Passage) -> Iterator[Passage]:
    """Split 张三和李四 where both sides end in a name; 于和平 and 薄景和 stay whole."""
    for match in _JOINT.finditer(part.text):
        left, right = part[: match.start()], part[match.end() :]
        if _ends_in_person(left) and (_ends_in_person(right) or is_title(right.text)):
            yield left
            yield from _joined_people(right)
            return
    yield part


def _ends_in_person(text: Passage) -> bool:
    return len(text) > 1 and (
        name_at_end(text) is not None or _BRACKETED.fullmatch(text.text) is not None
    )
