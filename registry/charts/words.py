"""The words of a chart's frame, in Chinese and English; names stay as the notices write them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from registry.model.answers import Words
from registry.model.facts import Document

Lang = Literal["zh", "en"]
"""The language of the frame."""

LANG_TAG: dict[Lang, str] = {"zh": "zh-CN", "en": "en"}
"""The language as a BCP 47 tag."""


def say(words: Words, lang: Lang) -> str:
    """Return the words in ``lang``."""
    return words.zh if lang == "zh" else words.en


def join(names: tuple[str, ...], lang: Lang) -> str:
    """Join names as the language does."""
    return ("、" if lang == "zh" else ", ").join(names)


def cite(document: Document) -> str:
    """Name a notice by its number, else its title, with its date."""
    date = f"（{document.date}）" if document.date else ""
    return f"{document.number or document.title}{date}"


class _Frame(Struct, frozen=True, kw_only=True):
    """Every word that a chart adds of its own."""

    government: Words = Words(zh="领导分工", en="leadership")
    as_of: Words = Words(zh="截至", en="as of")
    source: Words = Words(zh="依据", en="source:")
    group_work: Words = Words(zh="小组的任务和职责", en="the group's tasks and duties")
    elsewhere: Words = Words(
        zh="分工通知以外的任职和小组席位", en="posts and seats outside the division of labour"
    )
    shares: Words = Words(zh="各人的分工", en="what each holds")
    unchanged: Words = Words(zh="没有变化的分工", en="what did not change")
    untold: Words = Words(zh="没有公文的任职", en="posts that no notice tells")
    in_numbers: Words = Words(
        zh="分管单位的名称（只列数目）、联系单位",
        en="the names of agencies (their number is given), liaison",
    )
    no_county: Words = Words(
        zh="没有收到所属县（市、区）的公文", en="No notice of a county of it is known"
    )
    other_work: Words = Words(zh="没有点名该单位的工作", en="work that no notice gives it by name")
    of_partners: Words = Words(zh="AB角对方的分工", en="what the partners of pairs hold")
    names: Words = Words(zh="各项名称，只列数目", en="names; only their numbers are given")
    left_out: Words = Words(zh="未列：", en="Left out: ")
    areas: Words = Words(zh="负责", en="Areas")
    supervises: Words = Words(zh="分管", en="Agencies")
    assists: Words = Words(zh="协助", en="Assists")
    assists_supervising: Words = Words(zh="协助分管", en="Assists supervising")
    also: Words = Words(zh="兼管", en="Also")
    liaises: Words = Words(zh="联系", en="Liaison")
    assists_liaising: Words = Words(zh="协助联系", en="Assists liaising")
    away: Words = Words(zh="离岗", en="AWAY")
    acting: Words = Words(zh="代行", en="Acting for")
    coordination: Words = Words(zh="代行人待协调指定", en="Stand-in to be coordinated")
    unspecified: Words = Words(zh="代行人未作规定", en="Stand-in not specified")
    pair: Words = Words(zh="AB角", en="AB")
    backup: Words = Words(zh="B角", en="B")
    legend_pair: Words = Words(
        zh="虚线相连：互为AB角", en="Dashed line: AB pair (each the other's stand-in)"
    )
    legend_backup: Words = Words(zh="箭头指向B角", en="Arrow points at the backup (B)")
    legend_away: Words = Words(zh="灰色、标“离岗”：不在岗", en="Grey, marked AWAY: absent")
    legend_acting: Words = Words(
        zh="橙框、标“代行”：代行其职责", en="Orange frame, “Acting for”: stands in"
    )
    no_seats: Words = Words(zh="通知未列席位", en="The notice names no seats")
    member_orgs: Words = Words(zh="成员单位", en="Member organisations")
    office: Words = Words(zh="办公室", en="Office")
    office_at: Words = Words(zh="设在", en="at")
    office_director: Words = Words(zh="办公室主任", en="Office director")
    subgroups: Words = Words(zh="下设", en="Sub-groups")
    again: Words = Words(zh="（续）", en="(continued)")
    portfolio: Words = Words(zh="的分工", en="portfolio")
    groups: Words = Words(zh="领导小组", en="Leading groups")
    posts: Words = Words(zh="职务", en="Posts")
    nothing_held: Words = Words(zh="分工通知没有给他分工", en="No division of labour gives a share")
    place: Words = Words(zh="由谁负责、在哪些小组", en="its place: who holds it, which groups")
    nobody: Words = Words(zh="分工通知没有写明由谁负责", en="No division of labour names a leader")
    officers: Words = Words(zh="任职", en="Posts held")
    tasks: Words = Words(zh="任务和指标", en="Work given")
    ring: Words = Words(zh="AB角", en="AB pairs")
    no_pair: Words = Words(zh="没有B角", en="no backup")
    legend_ring: Words = Words(
        zh="标“没有B角”：分工通知没有给他定B角", en="Marked “no backup”: the notice names none"
    )
    week: Words = Words(zh="一周在岗和代行", en="the week's cover")
    present: Words = Words(zh="在岗", en="present")
    left: Words = Words(zh="已离任", en="left office")
    not_listed: Words = Words(zh="未列入分工", en="not listed")
    open: Words = Words(zh="待处理", en="Open")
    career: Words = Words(zh="任职、分工时间线", en="posts and portfolios over time")
    legend_career: Words = Words(
        zh="→：至今仍是；←：起始未写明", en="→: still so; ←: beginning not told"
    )
    today: Words = Words(zh="至今", en="still")
    since_unknown: Words = Words(zh="起始未写明", en="beginning not told")
    told_nothing: Words = Words(zh="公文没有写明的", en="What the notices do not tell")
    changes: Words = Words(zh="领导分工变化", en="what changed")
    gained: Words = Words(zh="新增", en="gained")
    lost: Words = Words(zh="减少", en="lost")
    moved: Words = Words(zh="移交", en="moved")
    changed: Words = Words(zh="变动", en="changed")
    orphaned: Words = Words(zh="无人负责", en="nobody in charge now")
    others: Words = Words(zh="其他变动", en="Other changes")
    no_change: Words = Words(zh="没有变化", en="Nothing changed")
    city: Words = Words(zh="及所属县（市、区）", en="with its counties")
    no_division: Words = Words(zh="没有已知的分工通知", en="No division of labour is known")


FRAME = _Frame()
