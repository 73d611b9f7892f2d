"""What each type of problem means and what to do about it, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from registry.model.answers import Words

MEANINGS: Mapping[str, Words] = {
    "unknown-name": Words(
        "没有这个名称、条目或任务，条目已撤销，或者那天没有生效的公文。`near` 列出最相近的名称。",
        "No notice holds the name, there is no such entry or job, the entry was withdrawn, or no"
        " notice is in force then: `detail` says which. `near` lists the nearest names.",
    ),
    "several-fit": Words(
        "有几个都符合，没有说明是哪一个。从 `near` 中选一个。",
        "Several fit and none was named. Choose one of `near`.",
    ),
    "bad-period": Words(
        "日期或期间读不出、终点早于起点，或者几种写法混用了。日期写作 2019-09-02。",
        "A day or period cannot be read, ends before it begins, or is given in several ways."
        " Write a day as 2019-09-02.",
    ),
    "unreadable-source": Words(
        "公文读不出来。换一份完整的、受支持格式的文件。",
        "The notice cannot be read. Send a whole one in a format that is read.",
    ),
    "bad-record": Words(
        "要登记的内容没有新意、自相矛盾，或者说的人和事公文里没有。",
        "What is to be recorded says nothing new, contradicts itself or is about nothing known.",
    ),
    "against-rule": Words(
        "规则不允许。`rules` 列出规则，`detail` 引出条款；原则上不允许的，可由有权的人批准。",
        "A rule is against it: `rules` lists which, `detail` quotes the clause. What is only in"
        " principle forbidden may be approved by who may.",
    ),
    "already-recorded": Words(
        "已经登记过，`entry` 是条目号。不必再登记。",
        "It is recorded already, as `entry`. Nothing needs to be done.",
    ),
    "bad-rules": Words(
        "服务自己的规则或数据文件有错。请告诉运行服务的人。",
        "A rule or data file of the service is wrong. Tell whoever runs it.",
    ),
    "missing-tool": Words(
        "服务器上没有绘图程序或中文字体。请告诉运行服务的人。",
        "No program that draws, or no Chinese font, is installed. Tell whoever runs the service.",
    ),
    "conflict": Words(
        "同时有人登记了别的内容，什么都没有写入。看过以后再试。",
        "Another entry was recorded meanwhile; nothing was written. Look, and try again.",
    ),
    "journal": Words(
        "登记簿现在读不了或写不了，什么都没有写入。过一会儿再试。",
        "The journal cannot be read or written now; nothing was written. Try again in a while.",
    ),
    "no-key": Words(
        "这里需要密钥，用 `Authorization: Bearer KEY` 发送；只查询时，也可作为 HTTP Basic 的口令。",
        "This needs a key, sent as `Authorization: Bearer KEY`; to read, also as the password of"
        " HTTP Basic.",
    ),
    "bad-key": Words(
        "密钥不对、已过期或已撤销。向运行服务的人要一个新的。",
        "The key is wrong, over or revoked. Ask whoever runs the service for another.",
    ),
    "no-scope": Words(
        "密钥没有这里所需的权限。",
        "The key has not the scope that this needs. Ask for one that has.",
    ),
    "bad-hook": Words(
        "回调地址不能登记；`detail` 说明原因。", "The hook cannot be set up; `detail` says why."
    ),
    "bad-certificate": Words(
        "证明读不出来，或者无法核对。", "The certificate cannot be read or compared."
    ),
    "no-signing-key": Words(
        "服务没有签名密钥，不能出具证明。请告诉运行服务的人。",
        "No key signs certificates here. Tell whoever runs the service.",
    ),
    "no-journal": Words(
        "服务只读公文，没有登记簿，不能登记，也没有条目。",
        "The service answers from plain notices and keeps no journal, so nothing can be entered.",
    ),
    "wrong-host": Words(
        "服务不用这个主机名。", "The service does not go by the name that was called."
    ),
    "cross-site": Words(
        "请求来自别的网站的页面。从服务自己的页面发出。",
        "A page of another site asks for this. Ask from a page of this service.",
    ),
    "slow-request": Words(
        "请求没有及时传完。发送得少一些或快一些。",
        "The request did not arrive in time. Send less, or faster.",
    ),
    "slow-answer": Words(
        "没有及时得出答案。问得少一些。", "No answer was found in time. Ask for less."
    ),
    "stale": Words(
        "在所依据的之后又有登记。看过以后，用新的 `ETag` 再试。",
        "More has been recorded since what this rests on. Look again, and use the new `ETag`.",
    ),
    "other-request": Words(
        "这个 Idempotency-Key 已用于另一个请求。换一个。",
        "That Idempotency-Key stands for another request. Use a new one.",
    ),
    "bad-settings": Words(
        "服务的设置有错。请告诉运行服务的人。",
        "A setting of the service is wrong. Tell whoever runs it.",
    ),
    "bad-input": Words(
        "其他无法回答的输入；`detail` 说明原因。",
        "Any other input that cannot be answered; `detail` says why.",
    ),
    "invalid-request": Words(
        "参数或内容缺失、写错、不认识，或者重复；`errors` 指出是哪一个。",
        "A parameter or a part of the body is missing, malformed, unknown, or given again where"
        " once is meant; `errors` says which.",
    ),
    "no-such-path": Words("这个地址上没有内容。", "There is nothing at this address."),
    "wrong-method": Words(
        "这个地址不接受这种请求；`Allow` 列出接受的。",
        "The address does not take this method; `Allow` lists those that it takes.",
    ),
    "too-large": Words("请求太大。", "The request is too long. Send less at a time."),
    "wrong-media-type": Words(
        "内容的类型不对；接口文档写明所需类型。",
        "The body is of another media type than the one that the schema tells.",
    ),
    "too-many-requests": Words(
        "请求太多；`Retry-After` 说要等多少秒。",
        "Too many requests; `Retry-After` says how many seconds to wait.",
    ),
}
"""By the name that ends the type's address."""
