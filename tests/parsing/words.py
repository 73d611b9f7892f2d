"""Strategies for what notices name: people, fields of work, agencies, posts, all invented."""

from __future__ import annotations

from hypothesis import strategies as st

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘"
    "杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_COMPOUND = "欧阳 司马 上官 诸葛 皇甫 令狐 慕容 司徒 夏侯 尉迟".split()
_GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞刚桂英华玉兰红建志文博晨宇欣怡佳浩思雨梓涵凯琳萍鹏辉斌波宁健俊峰雪梅"
    "松柏云飞亮晓东海山川林森鑫淼炎坤瑞祥福贵荣昌盛兴旺德仁义礼智信诚良善美慧颖琪瑶莹洁"
)
_DOTTED = "买买提·艾力 阿依古丽·吐尔逊 巴特尔·斯琴 扎西·次仁 古丽娜尔·阿布都热合曼".split()

_given = st.text(alphabet=_GIVEN, min_size=1, max_size=2)
# 高+峰 and the like are words as well as names; the parser rightly leaves some of them alone.
_WORDS = frozenset("任务 文明 文化 高明 高峰 安宁 方明 金德 明德 常德 易信 文静 康健 石林".split())
plain_names = st.builds(str.__add__, st.sampled_from(_SURNAMES), _given).filter(
    lambda name: name not in _WORDS
)
names = st.one_of(
    plain_names,
    plain_names,
    plain_names,
    st.builds(str.__add__, st.sampled_from(_COMPOUND), _given),
    st.sampled_from(_DOTTED),
)
"""Names as officials bear them: mostly plain, some with a compound surname or a raised dot."""


def people(least: int, most: int) -> st.SearchStrategy[list[str]]:
    """Different people, none of whose names is the beginning of another's."""
    return st.lists(names, min_size=least, max_size=most, unique_by=lambda name: name[:2])


areas = st.sampled_from(
    "商务 招商引资 教育 科技 卫生健康 医疗保障 应急管理 安全生产 城市管理 城乡规划 自然资源 生态环境 交通运输 "
    "农业农村 水利 林业 乡村振兴 文化旅游 广播电视 体育 民政 民族宗教 退役军人事务 人力资源和社会保障 "
    "保密和城市管理 财税 金融 统计 审计 外事 信访 司法 公安 国防动员 市场监管 知识产权 工业和信息化 "
    "国有资产监管 重大项目建设 数字经济 政务服务 机关事务 史志档案 防震减灾 消防救援".split()
)
"""Fields of work, some of them joined by 和."""

_BODIES = (
    "财政局 商务局 教育局 科学技术局 公安局 民政局 司法局 人力资源和社会保障局 自然资源局 生态环境局 "
    "住房和城乡建设局 交通运输局 水利局 农业农村局 文化广电新闻出版旅游局 卫生健康委员会 退役军人事务局 "
    "应急管理局 审计局 统计局 医疗保障局 市场监督管理局 林业局 城市管理局 信访局 行政审批局 乡村振兴局 "
    "发展和改革委员会 政府办公室 机关事务管理局 供销合作社 气象局 税务局 消防救援大队 红十字会 残疾人联合会 "
    "投资集团有限公司 档案馆 融媒体中心 图书馆 第一中学 人民医院 国家税务局 地震局"
).split()


def agencies(level: str) -> st.SearchStrategy[str]:
    """Agencies of one government: ``level`` is 市, 县, 省 or 区."""
    return st.sampled_from([level + body for body in _BODIES])


def own_titles(level: str) -> st.SearchStrategy[list[str]]:
    """Titles beside a leader's name, in the order in which they are written."""
    return st.sampled_from(
        [
            [f"{level}委副书记", f"{level}长"],
            [f"{level}委常委", f"{level}政府常务副{level}长"],
            [f"{level}政府副{level}长"],
            [f"副{level}长", f"{level}公安局局长"],
            [f"{level}政府党组成员"],
            [f"{level}政府党组成员", "二级调研员"],
            [f"{level}政府副{level}长", "党组成员"],
        ]
    )


def posts(level: str) -> st.SearchStrategy[str]:
    """Posts spelled out whole."""
    heads = st.sampled_from("局长 副局长 党组书记 四级调研员 主任 总工程师 办公室主任".split())
    bodies = st.sampled_from(
        [b for b in _BODIES if b.endswith("局")] + ["教育考试院", "政务服务中心"]
    )
    return st.builds(lambda body, head: f"{level}{body}{head}", bodies, heads)
