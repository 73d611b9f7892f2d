"""``registry ask``: a question in words; what was understood is printed before the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from registry.cli.asked import asked, asks, government_option
from registry.model.answers import Words

if TYPE_CHECKING:
    from registry.ask.reading import Reading
    from registry.cli.output import Lang
    from registry.graph.career import Career
    from registry.service.answers.ask import Asked, Since

_PERIODS = {
    "absences": Words("没有说时间，按外出的日子", "no time said: the days of the absences"),
    "today": Words("没有说时间，按今天", "no time said: today"),
}


@click.command(short_help="Answer a question in words, Chinese or English.")
@click.argument("question", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="Language of the answer. 语言")
@click.option(
    "--today", "now", metavar="DAY", help="The day that the words count from; today. 以哪天为今天"
)
@asks
@government_option
def ask(  # noqa: PLR0917 - an option each
    question: tuple[str, ...],
    form: str,
    lang: str | None,
    now: str | None,
    sources: tuple[str, ...],
    database: str | None,
    known_at: str | None,
    government: str | None,
) -> None:
    """Answer QUESTION: who, why, since when, who if somebody is away, what a person holds.

    It is read by grammar and by the names that notices give. What was understood is printed
    first; what was not is said, and nothing is answered.

    用一句话提问：谁管、为什么、从何时起、有人不在时谁代、某人管什么、谁牵头。先打印读成了什么，读不懂就说明哪一处没有读懂。

    \b
    registry ask "本周谁管商务？张良华周三到周五出差"
    registry ask "who covers commerce next week?"
    """  # noqa: D301 - \b is click's mark for lines to keep
    import msgspec

    from registry.cli.output import language
    from registry.service.answers.ask import ask as answer
    from registry.service.periods import read_day

    words = " ".join(question)
    found = answer(
        asked(sources, database, known_at),
        words,
        government=government,
        today=read_day(now) if now is not None else None,
    )
    if form == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
    else:
        _print(found, language(words, lang or ("en" if _is_english(words) else None)))


def _is_english(question: str) -> bool:
    """Say whether most words are English: names stay Chinese in either language."""
    return len(re.findall("[A-Za-z]+", question)) > len(re.findall("[\u4e00-\u9fff]", question)) / 2


def _print(found: Asked, lang: Lang) -> None:
    from registry.cli.output import as_table

    for line in _understood(found.understood, lang):
        click.echo(line)
    click.echo()
    if found.answer is not None:
        for line in _supposed(found, lang):
            click.echo(line)
        as_table(found.answer, lang)
    if found.since is not None:
        for line in _since(found.since, lang):
            click.echo(line)
    if found.holds is not None:
        for line in _holds(found.holds, lang):
            click.echo(line)


def _say(words: Words, lang: Lang) -> str:
    return words.zh if lang == "zh" else words.en


def _understood(read: Reading, lang: Lang) -> Iterator[str]:
    from registry.ask.words import INTENTS
    from registry.resolve.words import absence_words, when_words

    days = _say(when_words(read.period), lang)
    how = read.period.words or _say(_PERIODS[read.period_from.value], lang)
    bracketed = f"（{how}）" if lang == "zh" else f" ({how})"
    what = _say(INTENTS[read.intent], lang)
    yield f"{'读作' if lang == 'zh' else 'Read as'}  {what} · {read.subject} · {days}{bracketed}"
    for away in read.absences:
        days = _say(when_words(away), lang)
        kind = _say(absence_words((away.kind,)), lang)
        said = f"不在：{away.person} {days}（{kind}）"
        yield f"      {said if lang == 'zh' else f'not there: {away.person} {days} ({kind})'}"


def _supposed(found: Asked, lang: Lang) -> Iterator[str]:
    """Say that the question takes somebody to be in charge whom the answer does not name."""
    who = found.understood.supposed
    if who is None or found.answer is None:
        return
    if any(who in segment.acting for segment in found.answer.segments):
        return
    words = Words(
        f"问句说是{who}，但答案中不是：", f"The question takes it to be {who}; the answer does not:"
    )
    yield _say(words, lang)


def _since(since: Since, lang: Lang) -> Iterator[str]:
    yield _say(since.text, lang)
    for reason in since.reasons:
        place = "，".join(part for part in (reason.doc, reason.date) if part)
        yield f"  {_say(reason.text, lang)} — 「{reason.clause}」 — {place}"


def _holds(held: Career, lang: Lang) -> Iterator[str]:
    """Yield what the person holds at the end of the period, a clause a line."""
    from registry.model.answers import Relation
    from registry.resolve.words import RELATIONS

    yield f"{held.person} · {held.government} · {held.on}"
    titles = [tenure.title for tenure in held.posts if tenure.end is None]
    label = Words("职务", "posts")
    if titles:
        yield f"  {_say(label, lang)}  {'、'.join(titles)}"
    shares: dict[str, dict[str, list[str]]] = {}
    for span in held.portfolio:
        if span.end is None:
            last = span.quotes[-1]
            quote = f"「{last.clause}」 — {'，'.join(p for p in (last.doc, last.date) if p)}"
            shares.setdefault(span.what.relation, {}).setdefault(quote, []).append(span.what.name)
    for relation, clauses in shares.items():
        for quote, names in clauses.items():
            tie = _say(RELATIONS[Relation(relation)], lang)
            yield f"  {tie}  {'、'.join(names)} — {quote}"
    for pair in held.pairs:
        if pair.end is None:
            both = (pair.what.holder, pair.what.backup)
            mutual = Words(f"{both[1]}是{both[0]}的B角", f"{both[1]} is the backup of {both[0]}")
            yield f"  {_say(Words('AB角', 'AB pair'), lang)}  {_say(mutual, lang)}"
    for seat in held.groups:
        if seat.end is None:
            yield f"  {_say(Words('小组', 'group'), lang)}  {seat.what.group} · {seat.what.role}"
    if not titles and not shares:
        nothing = Words("已知公文没有写他现任什么", "no notice known says what he holds now")
        yield f"  {_say(nothing, lang)}"
