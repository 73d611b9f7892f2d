"""Who is absent, and who was assigned to act."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from registry.cli.asked import begins_option, ends_option
from registry.cli.database import because_option
from registry.cli.record.done import (
    government_option,
    pass_over,
    recording,
    required_because,
    so_far,
    tell,
    warn,
    write,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registry.model.answers import Words
    from registry.model.journal import AnyRecord
    from registry.service.recording.absences import Rows

_approve_by = click.option(
    "--approve-by",
    metavar="NAME",
    help="Who allows what a rule is in principle against; needs --because. 批准人",
)


@click.command(short_help="A person is absent.")
@click.argument("name")
@begins_option
@ends_option
@click.option(
    "--kind",
    metavar="KIND",
    required=True,
    help="away, ill, leave, training, …, or 出差, 休假, …: what the rules speak of. 类别",
)
@click.option("--reason", metavar="PRIVATE", help="Kept in the journal and never shown. 私密事由")
@_approve_by
@government_option
@because_option
@recording
def absence(
    *,
    name: str,
    start: str,
    end: str | None,
    kind: str,
    reason: str | None,
    approve_by: str | None,
    government: str | None,
    because: str | None,
    by: str | None,
    database: str | None,
    form: str,
) -> None:
    """Record that NAME is absent from a day to a day, both included, or for a part of a day.

    A notice of the government must name the person. What the government's rules say is looked at
    first: what one forbids is refused, what one is in principle against needs --approve-by; A and
    B both away, the coordinator away, too long, or told too late is warned of.

    登记某人不在岗：起止日均含在内，可以只是上午、下午或几点到几点；该人须见于本级政府的公文。先对照本级规则：禁止的不予登记，
    原则上不允许的须写明批准人；AB角都不在、协调人不在、超过期限、告知过晚的予以提醒。

    \b
    registry record absence 蓝启程 --from 2024-06-03 --to 2024-06-05 --kind away
    registry record absence 蓝启程 --from 2024-06-03/pm --kind ill
    registry record absence 蓝启程 --from 2024-06-03T14:00 --to 2024-06-04T12:00 --kind meeting
    """  # noqa: D301 - \b is click's mark for lines to keep
    from registry.cli.database import opened
    from registry.service.periods import read_span
    from registry.service.recording.record import absence as checked
    from registry.service.recording.rules import judged

    when = read_span(start if end is None else f"{start}/{end}")
    with opened(database) as journal:

        def check() -> tuple[list[AnyRecord], Sequence[Words]]:
            known = so_far(journal, government)
            made = checked(known, name, when, kind, government=government, reason=reason)
            found = judged(known, [made], approved_by=approve_by, because=because)
            return [made, *found.approvals], found.remarks

        done, remarks = write(journal, check, by=by, because=because)
    tell(done, form)
    warn(remarks)


@click.command(short_help="Absences from a table or a calendar.")
@click.argument("file", type=click.Path(path_type=Path))
@_approve_by
@click.option(
    "--strict",
    is_flag=True,
    help="Refuse a calendar with events that are no absence. 不略过任何日程",
)
@government_option
@because_option
@recording
def absences(
    *,
    file: Path,
    approve_by: str | None,
    strict: bool,
    government: str | None,
    because: str | None,
    by: str | None,
    database: str | None,
    form: str,
) -> None:
    """Record the absences in FILE, all of them or, where a line is at fault, none.

    FILE is CSV with the columns person,start,end,kind and, if wanted, start_time, end_time,
    government, or 姓名,起,止,类别; or iCalendar (.ics): SUMMARY begins with the name, and the kind
    is in CATEGORIES or follows the name; an event may have hours and may repeat. Events of a
    calendar that are nobody's absence are passed over, and listed. What was recorded before is
    not recorded again; an event that was cancelled or changed since takes it back. The rules are
    looked at as for one, and --approve-by allows those of the file for which a rule asks that.

    从表格（CSV）或日历（.ics）登记不在岗：可以到几点几分，可以重复；一行有误则全部不登记；日历中不是领导不在岗的日程略过并列出；
    已登记过的不重复登记，日历中后来取消或更改的，原登记随之撤回；规则要求批准的，写明批准人。

    \b
    registry record absences june.csv --because "week plan"
    """  # noqa: D301 - \b is click's mark for lines to keep
    from registry.cli.database import opened
    from registry.service.recording.absences import absences as checked
    from registry.service.recording.absences import read_rows
    from registry.service.recording.rules import judged

    contents = read_rows(file)
    with opened(database) as journal:

        def check() -> tuple[Sequence[AnyRecord], tuple[Rows, Sequence[Words]]]:
            known = so_far(journal, government)
            found = checked(known, contents, file, government=government, strict=strict)
            places = [f"{file}, line {line}: " for line in found.lines]
            told = judged(
                known.without(found.gone),
                found.new,
                places=places,
                approved_by=approve_by,
                because=because,
            )
            return (*found.withdrawals, *found.new, *told.approvals), (found, told.remarks)

        done, (found, remarks) = write(journal, check, by=by, because=because, source=str(file))
    tell(done, form)
    warn(remarks)
    pass_over(found.passed_over, file, form)
    if form == "table":
        passed = f" · passed over 略过 {len(found.passed_over)}" if found.passed_over else ""
        click.echo(
            f"new 新增 {len(found.new)} · taken back 撤回 {len(found.gone)} · known 已有 {found.known}"
            f" · withdrawn before 早已撤回 {found.withdrawn}{passed}"
        )


@click.command(short_help="The coordinator names who acts.")
@click.argument("holder")
@click.option("--assignee", metavar="NAME", required=True, help="Who acts for HOLDER. 代行人")
@click.option("--coordinator", metavar="NAME", required=True, help="Who decided. 协调人")
@click.option(
    "--subject", metavar="NAME", help="An area, agency or group of HOLDER; all, without it. 事项"
)
@click.option(
    "--replace", is_flag=True, help="It takes the place of an earlier one. 代替此前的决定"
)
@begins_option
@ends_option
@government_option
@required_because
@recording
def decision(
    *,
    holder: str,
    assignee: str,
    coordinator: str,
    subject: str | None,
    replace: bool,
    start: str,
    end: str | None,
    government: str | None,
    because: str,
    by: str | None,
    database: str | None,
    form: str,
) -> None:
    """Record whom the coordinator assigned to act for HOLDER while A and B are absent.

    The rules are looked at first: where by these another acts or decides, or the one assigned is
    none of those who may be, it is refused; days on which it does not count are warned of.

    登记A角、B角都不在时协调人指定的代行人。先对照本级规则：规则另有代行人或协调人，或者指定了不能指定的人，
    不予登记；不起作用的日子予以提醒。

    \b
    registry record decision 简书宁 --assignee 温若谷 --coordinator 顾远帆 \\
        --from 2024-06-04 --because "by telephone, 3 June"
    registry record decision 简书宁 --assignee 温若谷 --coordinator 顾远帆 \\
        --from 2024-06-04/pm --because "by telephone, 3 June"
    """  # noqa: D301 - \b is click's mark for lines to keep
    from registry.cli.database import opened
    from registry.model.records import Decision
    from registry.service.periods import read_span
    from registry.service.recording.decision import decision as checked

    when = read_span(start if end is None else f"{start}/{end}")
    typed = Decision(
        coordinator=coordinator,
        holder=holder,
        assignee=assignee,
        start=when.start,
        end=when.end,
        start_time=when.start_time,
        end_time=when.end_time,
        because=because,
        subject=subject,
    )
    with opened(database) as journal:

        def check() -> tuple[list[AnyRecord], Sequence[Words]]:
            known = so_far(journal, government)
            found = checked(known, typed, government=government, replace=replace)
            return [found.record], found.remarks

        done, remarks = write(journal, check, by=by, because=because)
    tell(done, form)
    warn(remarks)
