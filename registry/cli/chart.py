"""``registry chart``: pictures of a government and of what is in it, a command a kind."""

from __future__ import annotations

import click

from registry.cli.asked import away_option
from registry.cli.drawn import Drawn, draws, on_option


@click.group(short_help="Draw a government, a leader, a week, a career, changes or a city.")
def chart() -> None:
    """Draw a government, a leader, an agency, a group, pairs, a week, a career, changes or a city.

    The file's ending says the form: .svg, .png, .pdf (sheets that can be read), .dot, .html (one
    file that pans, zooms and folds without a network), .json (the same in words and as a table).

    绘制分工图、个人分工、单位归口、领导小组、AB角、一周代行、任职时间线、变化、全市。

    \b
    registry chart government --on 2019-09-04 --away 张良华 -o government.svg
    registry chart government --on 2019-09-04 --paper a3 --style print -o government.pdf
    registry chart week --week 2019-09-02 --away 张良华@2019-09-03 -o week.html
    """  # noqa: D301 - \b is click's mark for lines to keep


@chart.command()
@draws
@on_option
@away_option
@click.option("--no-liaison", is_flag=True, help="Leave out 联系 (liaison). 不列联系单位")
@click.option("--collapse", is_flag=True, help="Only the numbers of what each holds. 只列数目")
def government(
    drawn: Drawn, *, on: str | None, away: tuple[str, ...], no_liaison: bool, collapse: bool
) -> None:
    """Draw the government: who leads, who pairs with whom, who acts.

    一页看清分管、AB角和代行。

    \b
    registry chart government --on 2019-09-04 --away 张良华 -o government.svg
    registry chart government --on 2019-09-04 --paper a3 -o government.pdf
    """  # noqa: D301 - \b is click's mark for lines to keep
    from registry.service.drawing.chart import government_chart
    from registry.service.periods import read_period
    from registry.service.question import read_absences
    from registry.wiring import today

    period = read_period(today(), on=on)
    made = government_chart(
        drawn.known,
        period.start,
        read_absences(away, period),
        government=drawn.government,
        liaison=not no_liaison,
        collapse=collapse,
        look=drawn.look,
    )
    drawn.write(made)


@chart.command()
@draws
@click.argument("name")
@on_option
def group(drawn: Drawn, *, name: str, on: str | None) -> None:
    """Draw the leading group NAME: full name, short name, or a part that no other shares.

    领导小组：组长、副组长、成员、下设机构、办公室。

    \b
    registry chart group 公共场所 --on 2019-09-04 -o group.svg
    """  # noqa: D301
    from registry.service.drawing.chart import group_chart
    from registry.service.periods import read_period
    from registry.wiring import today

    day = read_period(today(), on=on).start
    drawn.write(group_chart(drawn.known, name, day, government=drawn.government, look=drawn.look))


@chart.command()
@draws
@click.argument("name")
@on_option
@away_option
def leader(drawn: Drawn, *, name: str, on: str | None, away: tuple[str, ...]) -> None:
    """Draw what the leader NAME holds: areas, agencies, groups, and who backs him up.

    某位领导的分工、AB角和领导小组。

    \b
    registry chart leader 张良华 --on 2019-09-04 -o leader.svg
    """  # noqa: D301
    from registry.service.drawing.places import leader_chart
    from registry.service.periods import read_period
    from registry.service.question import read_absences
    from registry.wiring import today

    period = read_period(today(), on=on)
    made = leader_chart(
        drawn.known,
        name,
        period.start,
        read_absences(away, period),
        government=drawn.government,
        look=drawn.look,
    )
    drawn.write(made)


@chart.command()
@draws
@click.argument("name")
@on_option
@away_option
def agency(drawn: Drawn, *, name: str, on: str | None, away: tuple[str, ...]) -> None:
    """Draw the place of the agency NAME: who holds it, its officers, groups and work.

    某单位由谁分管、联系，在哪些小组，有哪些任务。

    \b
    registry chart agency 市商务局 --on 2019-09-04 -o agency.svg
    """  # noqa: D301
    from registry.service.drawing.places import agency_chart
    from registry.service.periods import read_period
    from registry.service.question import read_absences
    from registry.wiring import today

    period = read_period(today(), on=on)
    made = agency_chart(
        drawn.known,
        name,
        period.start,
        read_absences(away, period),
        government=drawn.government,
        look=drawn.look,
    )
    drawn.write(made)


@chart.command()
@draws
@on_option
@away_option
def pairs(drawn: Drawn, *, on: str | None, away: tuple[str, ...]) -> None:
    """Draw the AB pairs as a ring, and who has no backup.

    AB角图，没有B角的也标出。

    \b
    registry chart pairs --on 2019-09-04 -o pairs.svg
    """  # noqa: D301
    from registry.service.drawing.places import pairs_chart
    from registry.service.periods import read_period
    from registry.service.question import read_absences
    from registry.wiring import today

    period = read_period(today(), on=on)
    made = pairs_chart(
        drawn.known,
        period.start,
        read_absences(away, period),
        government=drawn.government,
        look=drawn.look,
    )
    drawn.write(made)


@chart.command()
@draws
@click.option("--week", "day", metavar="DAY", help="A day of the week; today without it. 周")
@away_option
def week(drawn: Drawn, *, day: str | None, away: tuple[str, ...]) -> None:
    """Draw a week, Monday to Sunday: the absent grey, and who acts for them.

    一周谁在岗、谁不在、谁代行，待处理的列在下面。

    \b
    registry chart week --week 2019-09-02 --away 张良华@2019-09-03/2019-09-05 -o week.pdf
    """  # noqa: D301
    from registry.service.drawing.times import week_chart
    from registry.service.periods import read_period
    from registry.service.question import read_absences
    from registry.wiring import today

    now = today()
    period = read_period(now, week=day or now.isoformat())
    absences = read_absences(away, period)
    drawn.write(
        week_chart(drawn.known, period, absences, government=drawn.government, look=drawn.look)
    )


@chart.command()
@draws
@click.argument("name")
@on_option
def person(drawn: Drawn, *, name: str, on: str | None) -> None:
    """Draw the career of NAME as a timeline: posts, portfolio, groups and pairs.

    某人的任职、分工、小组和AB角时间线。

    \b
    registry chart person 何军威 --on 2019-09-30 -o person.svg
    """  # noqa: D301
    from registry.service.drawing.times import person_chart
    from registry.service.periods import read_day

    day = read_day(on) if on is not None else None
    drawn.write(person_chart(drawn.known, name, day, government=drawn.government, look=drawn.look))


@chart.command()
@draws
@click.option("--from", "start", required=True, metavar="DAY", help="The earlier day. 前一日期")
@click.option("--to", "end", required=True, metavar="DAY", help="The later day. 后一日期")
def diff(drawn: Drawn, *, start: str, end: str) -> None:
    """Draw what changed between two days: gained +, lost −, moved →.

    两日之间的变化：新增、减少、移交，用符号和颜色区分。

    \b
    registry chart diff --from 2019-08-27 --to 2019-09-30 -o diff.svg
    """  # noqa: D301
    from registry.service.drawing.times import diff_chart
    from registry.service.periods import read_first, read_last

    days = (read_first(start), read_last(end))
    drawn.write(diff_chart(drawn.known, *days, government=drawn.government, look=drawn.look))


@chart.command()
@draws
@click.argument("name")
@click.option(
    "--county",
    "counties",
    multiple=True,
    metavar="NAME",
    help="A county of it whose name does not begin with the city's; may be repeated. 县",
)
@on_option
def city(drawn: Drawn, *, name: str, counties: tuple[str, ...], on: str | None) -> None:
    """Draw the city NAME with its counties: each government's leaders and their areas.

    全市及所属县（市、区）的领导和分工。

    \b
    registry chart city 景德镇市 --on 2019-09-04 -o city.svg
    """  # noqa: D301
    from registry.service.drawing.places import city_chart
    from registry.service.periods import read_period
    from registry.wiring import today

    day = read_period(today(), on=on).start
    drawn.write(city_chart(drawn.known, name, day, counties, look=drawn.look))
