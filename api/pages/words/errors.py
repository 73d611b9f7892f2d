"""What the registry says of mistakes, in Chinese: its own lines are in English.

Each line is found by its words; what stands in braces is carried over. A test holds the list
against the lines that pages can meet.
"""

from __future__ import annotations

import re

from registry.charts.words import Lang

LINES: tuple[tuple[str, str], ...] = (
    # Files of absences, before all others: what is wrong in a line of one is said within it
    ("no file was sent; choose a .csv or .ics file", "没有选择文件；请选一个 .csv 或 .ics 文件"),
    ("the file is larger than {n} kB; import it in parts", "文件超过{n} kB；请分成几份导入"),
    ("{file}: holds no absence; check the file", "{file}：里面没有外出；请核对文件"),
    ("{file}: is no iCalendar: events are cut short; export it again", "{file}：日历文件不完整；请重新导出"),
    ("{file}: is no iCalendar ({why}); export the calendar again", "{file}：不是日历文件；请重新导出"),
    ("{file}, line 1: the columns must be {needed} and may be {further}, each once, or {chinese}; it has: {has}", "{file}第1行：列名应为 姓名,起,止,类别，可加 开始时间,结束时间,政府，各一次；现为：{has}"),
    ("{file}, line {n}: has {cells} cells and not {heads}, as line 1 has; correct it", "{file}第{n}行：有{cells}格，第1行是{heads}格；请改正"),
    ("{file}, line {n}: is no CSV ({why})", "{file}第{n}行：不是CSV"),
    ("{file}, line {n}: {head} is empty; fill it in", "{file}第{n}行：{head}是空的；请填上"),
    ("{file}, line {n}: entry {entry} has the event otherwise ({how}), and its SEQUENCE is the same; {remedy}", "{file}第{n}行：第{entry}条登记的是同一事项而内容不同，SEQUENCE 却相同；请提高 SEQUENCE 后重新导出"),
    ("{file}, line {n}: {rest}", "{file}第{n}行：{rest}"),
    ("{file}: cannot be read ({why})", "{file}：读不出来"),
    ("{file}, event at line {n}: {rest}; correct it, or pass it over", "{file}第{n}行的事项：{rest}；请改正，或者略过"),
    ("{file}, event at line {n}: {rest}", "{file}第{n}行的事项：{rest}"),
    # Names
    ("no notice of {g} names the {what} {name}; nearest: {near}", "{g}的公文没有写到{what}{name}；相近的有：{near}"),
    ("no notice of {g} names the {what} {name}; check the spelling", "{g}的公文没有写到{what}{name}；请核对写法"),
    ("no notice of {g} is known; known: {known}", "没有{g}的公文；已知的有：{known}"),
    ("no notice of {g} is known; nearest: {near}", "没有{g}的公文；相近的有：{near}"),
    ("no notice of {g} is known here; ask without it", "这里没有{g}的公文；请去掉地名再问"),
    ("no notice here names its issuer; give a whole notice as the source", "这里的公文都没有写明发文机关；请提供完整的公文"),
    ("no notice that names its issuer is recorded; read notices in with `registry load`", "还没有读入写明发文机关的公文；请先读入公文"),
    ("nothing was known at {at}: no notice was recorded by then", "到{at}为止还没有读入公文，当时一无所知"),
    ("the database is empty; {how}", "数据库是空的；请先读入公文"),
    ("notices of several governments are known; choose one of: {known}", "这里有几个政府的公文；请选一个：{known}"),
    ("notices of {n} governments are known; say which, such as {one}", "这里有{n}个政府的公文；请说明是哪一个，例如{one}"),
    ("several governments fit {name}: {known}; choose one", "符合{name}的政府有几个：{known}；请选一个"),
    ("the place may be any of: {known}; name it in full", "这个地名可能是：{known}；请写全称"),
    ("{name}: the same name in {known}; say which with --government", "{known}都有{name}；请先选一个政府"),
    ("{name}: no such notice; known: {known}", "没有{name}这份公文；已知的有：{known}"),
    ("{name}: no such notice; name one of: {known}", "没有{name}这份公文；可选：{known}"),
    ("{name}: several notices fit; name one of: {known}", "符合{name}的公文有几份；可选：{known}"),
    ("{name}: no such group; name one of: {known}", "没有{name}这个小组；可选：{known}"),
    ("{name}: several groups of that name; name one of: {known}", "叫{name}的小组有几个；可选：{known}"),
    ("{name}: no notice of {g} sets up a group by {day}; ask for a later day with --on", "{day}之前{g}没有成立小组的公文；请换一个较晚的日期"),
    ("{name}: no notice of {g} in force divides the work; ask for a later day with --on", "{g}在{name}没有生效的分工通知；请换一个较晚的日期"),
    ("no notice of {g} divides the work on {day}; ask for a later day", "{g}在{day}没有生效的分工通知；请换一个较晚的日期"),
    ("no notice of {g} divides the work in the week of {day}; notices that do are known from {first}: ask for a later week", "{g}在{day}那一周没有分工通知；最早的从{first}起；请换一个较晚的星期"),
    ("no notice of {g} divides the work in the week of {day}; none is known: ask for a later week", "{g}在{day}那一周没有分工通知，也没有更早的"),
    ("{name}: several agencies fit; name one of: {known}", "符合{name}的单位有几个；可选：{known}"),
    ("{name}: no such agency; near: {near}", "没有{name}这个单位；相近的有：{near}"),
    ("a name is empty; write who is meant", "姓名是空的；请写明是谁"),
    # Days
    ("{day} is not a day; write it as YYYY-MM-DD, such as 2019-09-02", "{day}不是日期；请写成2019-09-02这样"),
    ("{day} is no month or year of the calendar; write it as 2019-09 or 2019", "{day}不是年份或月份；请写成2019-09或2019"),
    ("{day} is no day, half day or span; write {how}", "{day}不是日期、半天或起止；请写成2019-09-02、2019-09-02/am（上午）、2019-09-02/pm（下午）或 起/止"),
    ("{day} is no time of day; write it as HH:MM, up to 23:59", "{day}不是时刻；请写成14:30这样"),
    ("{day} has no end; add it, such as {how}", "{day}没有写到什么时候止；请补上，例如{how}"),
    ("{day} is not a moment; write it as {how}", "{day}不是时刻；请写成2019-09-02或2019-09-02T12:00"),
    ("{day} ends before it begins; swap the two days or times", "{day}的止在起之前；请对调"),
    ("the period ends {end} before it begins {start}; swap the two days", "止日{end}在起日{start}之前；请对调"),
    ("{day} is not from {first} to {last}; check the year, as in 2019-09-02", "{day}不在{first}至{last}之间；请核对年份"),
    ("{first} to {last} are {n} days, and what is entered lasts {most} at most; check the last day, or record in parts what lasts so long", "{first}至{last}共{n}天，一次最多登记{most}天；请核对止日，或者分段登记"),
    ("the week of {day} leaves the calendar; ask for another day", "{day}那一周超出了日历；请换一天"),
    ("ask for one day, one week, or from and to: these do not go together", "问一天、一周或起止，三者只能选一种"),
    ("a period needs both its first and its last day: give from and to", "一段时间要写明起和止两个日期"),
    ("{name} names nobody; write NAME, NAME@DAY or NAME@FROM/TO", "{name}没有写是谁；请写成 姓名、姓名@日期 或 姓名@起/止"),
    ("nothing lies between {first} and {last}; give the earlier day first", "{first}和{last}之间没有日子；请把较早的一天作为比较的起点"),
    ("{kind} is no kind of absence; choose one of: {known}", "{kind}不是外出的原因；可选：{known}"),
    # Recording
    ("that absence of {name} is recorded already, as entry {n}; {how}", "{name}的这次外出已经登记过（第{n}条）；要改，请先撤回那一条"),
    ("there is no entry {n}; `registry journal` lists them", "没有第{n}条"),
    ("entry {n} was withdrawn already, by entry {by}; withdraw that one to bring it back", "第{n}条已经由第{by}条撤回"),
    ("entry {n} is no absence; withdraw it elsewhere", "第{n}条不是外出，不能在这里撤回"),
    ("say why: --because TEXT", "请写明理由"),
    ("{rest}; nothing is recorded", "{rest}。没有登记"),
    ("{clash} · {en}: rule {rule} ({file}) forbids it", "{clash}：规则{rule}（{file}）不允许"),
    ("{clash} · {en}: rule {rule} ({file}) is in principle against it; if {who} allows it: {how}", "{clash}：规则{rule}（{file}）原则上不允许；有权的人批准后可以登记"),
    ("by rule {rule} ({file}) the {titles}, whom no notice names, approves and not {by}", "按规则{rule}（{file}），由{titles}批准，不是{by}；公文没有写明{titles}是谁"),
    ("by rule {rule} ({file}) the {titles}, now {who}, approves and not {by}", "按规则{rule}（{file}），由{titles}批准（现为{who}），不是{by}"),
    ("{by} cannot approve his own absence; name who does", "{by}不能批准自己外出；请写明批准人"),
    ("no rule asks for approval of this absence; leave --approve-by off", "没有规则要求批准这次外出；请不要填批准人"),
    ("others record of the same government all the time; nothing was written: try again", "别人也在为这个政府登记；没有登记，请再试一次"),
    ("entry {n}{of} was recorded meanwhile; look again, then record", "其间有人登记了第{n}条；请看过再登记"),
    ("others write to the database {name} at the same time; nothing was written: try again", "别人也在写数据库；没有登记，请再试一次"),
    # Notices handed in
    ("{n} files were sent; choose 1 to {most}", "选了{n}个文件；一次请选1至{most}个"),
    ("{file}: is empty; {how}", "{file}：是空的；请给一份文本、网页、PDF 或 DOCX"),
    ("{file}: holds no text; {how}", "{file}：里面没有文字；请给一份有文字的"),
    ("{file}: is encrypted; save it without a password", "{file}：加了密码；请去掉密码再存"),
    ("{file}: is an encrypted PDF; save it without a password", "{file}：是加密的PDF；请去掉密码再存"),
    ("{file}: is in the old Office format (.doc, .wps or .xls); save it as DOCX", "{file}：是旧的 Office 格式（.doc、.wps 或 .xls）；请另存为 DOCX"),
    ("{file}: is XML, not a page; {how}", "{file}：是XML，不是网页；请给一份文本、网页、PDF 或 DOCX"),
    ("{file}: is a web page in one file that holds no page; save it again", "{file}：单文件网页里没有网页；请重新保存"),
    ("{file}: is a PDF that was cut off; {how}", "{file}：PDF不完整；请重新取得，或另存为文本"),
    ("{file}: is a PDF without a text layer, such as a scan; give it one by OCR first", "{file}：PDF没有文字层（例如扫描件）；请先做文字识别"),
    ("{file}: is a PDF whose fonts do not say which characters they show; give it a text layer by OCR first", "{file}：PDF的字体没有说明是哪些字；请先做文字识别"),
    ("{file}: is a broken PDF; {how}", "{file}：PDF已损坏；请重新取得，或另存为文本"),
    ("{file}: is a broken DOCX; {how}", "{file}：DOCX已损坏；请重新存为 DOCX、PDF 或文本"),
    ("{file}: is a broken or cut-off DOCX; {how}", "{file}：DOCX已损坏或不完整；请重新存为 DOCX、PDF 或文本"),
    ("{file}: a part unpacks to over {n} times its size, the limit; {how}", "{file}：解开后大了{n}倍以上，超出限度；请重新存为 DOCX、PDF 或文本"),
    ("{file}: is over the limit of {most}; give the notice alone, or in parts", "{file}：超过了{most}的限度；请只给这份公文，或者分成几份"),
    ("{file}: is not text in an encoding known here; {how}", "{file}：不是这里认得的文字编码；请存为 UTF-8"),
    ("{file}: is not text; {how}", "{file}：不是文本；请给一份文本、网页、PDF 或 DOCX"),
    ("{file}: took over the limit of {n} seconds to read; {how}", "{file}：读了{n}秒还没有读完；请另存为文本，或者分成几份"),
    ("{file}: could not be read within {n} MiB of memory, or is broken; {how}", "{file}：在{n} MiB 内存内读不出来，或已损坏；请另存为文本，或者分成几份"),
    ("{file}: no notice is found in it: no issuer, number or statement; check the file", "{file}：里面没有公文，没有发文机关、文号或内容；请核对文件"),
    ("{file}: is {what}; {how}", "{file}：不是能读的格式；请给一份文本、网页、PDF 或 DOCX"),
    # Signing in
    ("this needs a key with the scope {scope}: {how}", "这一步需要用有 {scope} 权限的密钥登录"),
    ("a write needs a key: sign in first", "登记需要密钥；请先登录"),
    ("the key {key} has not the scope {scope}; ask for one that has", "密钥{key}没有 {scope} 权限；请换一把有权限的"),
    ("that is no key: one has 60 characters, of which the first are lrk_; {how}", "这不是密钥：密钥有60个字符，以 lrk_ 开头；请完整复制"),
    ("no such key is known here; ask whoever runs the service for one", "这里没有这把密钥；请向管理本服务的人索取"),
    ("the key {key} was revoked; ask whoever runs the service for a new one", "密钥{key}已撤销；请向管理本服务的人索取新的"),
    ("the key {key} has expired; ask whoever runs the service for a new one", "密钥{key}已过期；请向管理本服务的人索取新的"),
    ("this service has no database, and so no keys{how}", "这里没有数据库，也就没有密钥；查看不用登录"),
    ("this service has no database to record in; start it over one", "这里没有数据库，不能登记"),
    ("a page of another site asks for this; ask from a page of this service", "请求来自别的网站的页面；请从本服务的页面提交"),
)  # fmt: skip
"""The line as it is raised, and in Chinese; the first that fits counts."""

KINDS = {"person": "人员", "agency": "单位", "subject": "事项"}
"""What a name was taken for."""

_PLACE = re.compile(r"\{(\w+)\}")
_SAID_AGAIN = frozenset(("rest",))


def _pattern(line: str) -> re.Pattern[str]:
    parts = _PLACE.split(line)
    return re.compile(
        "".join(f"(?P<{p}>.*?)" if n % 2 else re.escape(p) for n, p in enumerate(parts)),
        re.DOTALL,
    )


_PATTERNS = tuple((_pattern(english), chinese) for english, chinese in LINES)


def in_chinese(line: str) -> str:
    """Return a line of the registry's in Chinese, nothing where it has none.

    >>> in_chinese("'gestern' is not a day; write it as YYYY-MM-DD, such as 2019-09-02")
    '“gestern”不是日期；请写成2019-09-02这样'
    """
    for pattern, chinese in _PATTERNS:
        found = pattern.fullmatch(line)
        if found is None:
            continue
        said = {name: _value(name, value) for name, value in found.groupdict().items()}
        if all(said[name] for name in _SAID_AGAIN & said.keys()):
            return chinese.format(**said)
    return ""


def told(line: str, lang: Lang) -> tuple[str, str]:
    """Return a line of the registry's in a language, or nothing and the line in English."""
    said = line if lang == "en" else in_chinese(line)
    return (said, "") if said else ("", line)


def _value(name: str, value: str) -> str:
    if name in _SAID_AGAIN:
        return in_chinese(value)
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
        return f"“{value[1:-1]}”"
    if name == "what":
        return KINDS.get(value, value)
    return value.replace("; ", "；").replace(", ", "、")
