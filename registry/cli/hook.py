"""``registry hook``: who is told of events, and the deliveries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast, get_args

import click
import msgspec

from registry.cli.database import by_option, database_option, form_option, user
from registry.model.events import EventKind

if TYPE_CHECKING:
    from registry.model.hooks import Hook, Reach
    from registry.service.hooks.courier import Courier


@click.group(short_help="Have events sent to other systems: add, list, remove, test, deliver.")
def hook() -> None:
    """Have other systems told of events: who covers something, gaps, both away, notices, seats.

    Each event is posted to the hook's URL as JSON, signed, in order, and again until it
    arrives. `registry serve` delivers while it runs.

    事件通知：分管变动、无人代行、AB角同时外出、收录公文、小组席位待调整时，向登记的网址发送带签名的通知。

    \b
    registry hook add https://desk.example.org/events --event gap_found
    registry hook list
    """  # noqa: D301 - \b is click's mark for lines to keep


@hook.command(short_help="Add a hook; its secret is shown this once.")
@click.argument("url")
@click.option(
    "--event",
    "kinds",
    type=click.Choice(get_args(EventKind)),
    multiple=True,
    help="Only these; may be repeated. 哪些事件",
)
@click.option("--government", metavar="NAME", help="Only of this one. 哪级政府")
@click.option("--after", metavar="EVENT", help="Begin behind that event; 0 begins at the first. 自")
@click.option(
    "--allow-private", is_flag=True, help="URL may lead to an inner network. 允许内网地址"
)
@click.option(
    "--allow-loopback", is_flag=True, help="URL leads to this machine; http will do. 本机地址"
)
@database_option
@by_option
@form_option
def add(
    *,
    url: str,
    kinds: tuple[str, ...],
    government: str | None,
    after: str | None,
    allow_private: bool,
    allow_loopback: bool,
    database: str | None,
    by: str | None,
    form: str,
) -> None:
    """Have events posted to URL, from now on.

    URL is one of https on a public address; the options allow an inner network, or this
    machine. The secret is printed once: the receiver checks signatures with it.

    登记通知网址；密钥只显示这一次。

    \b
    registry hook add https://desk.example.org/events --event gap_found --event both_away
    """  # noqa: D301 - \b is click's mark for lines to keep
    from registry.service.events.stream import read_place

    if allow_private and allow_loopback:
        raise click.UsageError("--allow-private and --allow-loopback do not go together")
    reach: Reach = "private" if allow_private else "loopback" if allow_loopback else "public"
    made, secret = _courier(database).add(
        url,
        kinds=cast("tuple[EventKind, ...]", kinds),
        government=government,
        reach=reach,
        after=read_place(after) if after is not None else None,
        by=user(by),
    )
    if form == "json":
        click.echo(msgspec.json.encode({**_public(made), "secret": secret}).decode())
        return
    click.echo(secret)
    click.echo(f"hook 通知 {made.id}: secret shown once 密钥仅此一次 · {_said(made)}", err=True)


@hook.command("list", short_help="List the hooks, and what was given up.")
@database_option
@form_option
def listing(*, database: str | None, form: str) -> None:
    """List the hooks, how far each is, what went wrong last, and the events given up.

    列出通知网址、进度、最近的失败，以及放弃发送的事件。

    \b
    registry hook list --format json
    """  # noqa: D301
    from registry.cli.paper import none_recorded

    courier = _courier(database)
    found, dead = courier.hooks.all(), courier.hooks.dead()
    if form == "json":
        listed = {"hooks": [_public(one) for one in found], "given_up": dead}
        click.echo(msgspec.json.format(msgspec.json.encode(listed), indent=2).decode())
        return
    if not found and not dead:
        none_recorded()
    for one in found:
        click.echo(f"{one.id} · {_said(one)}")
    for lost in dead:
        at = lost.at.isoformat(timespec="seconds")
        click.echo(f"given up 已放弃 {lost.hook} · {lost.event} · {at} · {lost.tries} × {lost.why}")


@hook.command(short_help="Remove a hook.")
@click.argument("number", metavar="ID")
@database_option
@form_option
def remove(*, number: str, database: str | None, form: str) -> None:
    """Have no more events sent to the hook ID.

    删除通知网址。

    \b
    registry hook remove 7c1d90e2b4a5
    """  # noqa: D301
    gone = _courier(database).remove(number)
    if form == "json":
        click.echo(msgspec.json.encode(_public(gone)).decode())
        return
    click.echo(f"removed 已删除 {gone.id} · {_said(gone)}")


@hook.command(short_help="Send a test event to a hook.")
@click.argument("number", metavar="ID")
@database_option
@form_option
@click.pass_context
def test(context: click.Context, *, number: str, database: str | None, form: str) -> None:
    """Send the hook ID a signed event of type `test`, once, and say what it answered.

    Exit status: 0 it arrived, 1 it did not.

    发送一个测试事件。

    \b
    registry hook test 7c1d90e2b4a5
    """  # noqa: D301
    outcome = _courier(database).test(number)
    if form == "json":
        told = {"arrived": outcome.arrived, "status": outcome.status, "why": outcome.why}
        click.echo(msgspec.json.encode(told).decode())
    else:
        word = "arrived 已送达" if outcome.arrived else "not arrived 未送达"
        click.echo(f"{word}: {outcome.said()}")
    context.exit(0 if outcome.arrived else 1)


@hook.command(short_help="Send what is due, once.")
@database_option
@form_option
@click.pass_context
def deliver(context: click.Context, *, database: str | None, form: str) -> None:
    """Send every hook what is due now, once; `registry serve` does so all the time.

    Exit status: 0 all arrived, 1 something did not.

    立即发送到期的通知。

    \b
    registry hook deliver --database registry.db
    """  # noqa: D301
    done = _courier(database).deliver()
    if form == "json":
        click.echo(msgspec.json.encode(done).decode())
    elif done.busy:
        click.echo("another process delivers now 另一进程正在发送")
    else:
        click.echo(
            f"sent 已送达 {done.sent} · failed 未送达 {done.failed} · given up 已放弃 {done.given_up}"
        )
    context.exit(1 if done.failed else 0)


def _courier(database: str | None) -> Courier:
    from registry.wiring import courier

    return courier(database, click.get_current_context().call_on_close)


def _said(one: Hook) -> str:
    parts = [one.url, " ".join(one.kinds) or "all 全部"]
    if one.government is not None:
        parts.append(one.government)
    if one.reach != "public":
        parts.append(one.reach)
    if one.tries and one.due is not None:
        due = one.due.isoformat(timespec="seconds")
        parts.append(f"failed 未送达 {one.tries} × {one.why}, again 再试 {due}")
    return " · ".join(parts)


def _public(one: Hook) -> dict[str, Any]:
    """Return a hook as it is listed: its place as an event's id."""
    from registry.service.events.stream import id_of

    return {**msgspec.to_builtins(one), "place": id_of(one.place)}
