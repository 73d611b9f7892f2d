"""The words of a made-up country: its places, people, agencies and titles."""

from __future__ import annotations

from itertools import product

STEMS = tuple(
    first + second
    for first, second in product(
        "澜碧枫桐莲棠榕槐杉桦霞虹岚霁曦曜珞琅瑶琼玥鹭雁鹊麓骊涵沁汐沅漪潋浔淞滢溯澍皓皎璟"
        "琰琛瑄璇瑢榆楠梓槿蒿薰蕙茵菁萃岫嵘峤翊翎翠蔚蕴薇苓芷茗荻萱葭蓼蘅颖钰铭锦霖靖韶馥骐骏",
        "江溪泉浦湾洲港渚岭峰岩坪原陵丘岗台城宁和兴隆昌泰阳丰林桥塘川河谷坡堤滩屿崖埠堡屏",
    )
)
"""What places are called, without 市, 县 or 区; none of these is a part of another."""

KINDS = "市县区"

SURNAMES = (
    "张王李赵刘陈杨黄吴周徐孙朱郭林罗梁宋郑谢韩唐冯董程曹袁邓许沈曾彭吕苏卢蒋蔡贾魏薛潘杜戴"
    "姜范姚谭廖邹熊陆郝崔邱秦侯邵孟段雷汤尹黎贺龚"
)
GIVEN = "建志俊晓海玉春雪文永立佳丽秀庆明华斌萍峰燕梅杰松兰怡浩伟军敏洁涛勇艳娟涵霞磊鹏婷"

UNITS = (
    ("发展和改革委员会", "发展改革"),
    ("财政局", "财政"),
    ("教育局", "教育"),
    ("科学技术局", "科技"),
    ("公安局", "公安"),
    ("民政局", "民政"),
    ("人力资源和社会保障局", "人力资源和社会保障"),
    ("交通运输局", "交通运输"),
    ("农业农村局", "农业农村"),
    ("商务局", "商务"),
    ("卫生健康委员会", "卫生健康"),
    ("应急管理局", "应急管理"),
)
"""The dozen agencies, without 市, 县 or 区 before them, and the field of each."""

HEAD = "{kind}委副书记、{kind}长"
FIRST_DEPUTY = "{kind}委常委、{kind}政府党组副书记、副{kind}长"
DEPUTY = "副{kind}长"
MEMBER = "{kind}政府党组成员"
SECRETARY = "{kind}政府党组成员、办公室主任"
TITLES = (HEAD, FIRST_DEPUTY, *[DEPUTY] * 6, MEMBER, SECRETARY)
"""The ten leaders' titles, in their order."""
