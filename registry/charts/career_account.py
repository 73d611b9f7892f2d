"""A career in words and as a table."""

from __future__ import annotations

from registry.charts.career_bars import bars_of
from registry.charts.chart import Table
from registry.charts.look import Look
from registry.charts.words import FRAME, Lang, say
from registry.graph.career import Career


def career_account(found: Career, lang: Lang) -> str:
    """Tell in one paragraph how many posts, shares and seats are known, and those held now."""
    now = [tenure.title for tenure in found.posts if tenure.end is None]
    counts = (len(found.posts), len(found.portfolio), len(found.groups), len(found.pairs))
    if lang == "zh":
        return (
            f"{found.person}（{found.government}），截至{found.on}：职务{counts[0]}项，分工{counts[1]}项，"
            f"领导小组席位{counts[2]}个，AB角{counts[3]}对。"
            + (f"现任：{'、'.join(now)}。" if now else "没有已知的现任职务。")
            + "".join(f"{gap.text.zh}。" for gap in found.gaps)
        )
    return (
        f"{found.person} ({found.government}), as of {found.on}: {counts[0]} posts, {counts[1]} shares"
        f" of the work, {counts[2]} seats in groups, {counts[3]} AB pairs. "
        + (f"Holds now: {', '.join(now)}. " if now else "No post is known now. ")
        + " ".join(f"{gap.text.en}." for gap in found.gaps)
    ).strip()


_COLUMNS = {
    "zh": ("类别", "内容", "起", "止", "条款"),
    "en": ("kind", "what", "from", "until", "clauses"),
}


def career_table(found: Career, look: Look) -> Table:
    """Return a row for each bar, with its clauses."""
    rows = [
        (
            bar.heading,
            "、".join(item.text for item in bar.items),
            bar.start or say(FRAME.since_unknown, look.lang),
            bar.end or say(FRAME.today, look.lang),
            "；".join(dict.fromkeys(said.clause for said in bar.quotes)),
        )
        for bar in bars_of(found, look)
    ]
    return Table(_COLUMNS[look.lang], tuple(rows))
