"""``/v1/jobs``: many notices handed in together, and how far their reading is."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Annotated, Any

import msgspec
from anyio import sleep
from anyio.to_thread import run_sync
from litestar import Controller, Request, Response, delete, get, post
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.openapi.datastructures import ResponseSpec
from litestar.openapi.spec import OpenAPIMediaType, OpenAPIType, Operation, RequestBody, Schema
from litestar.params import PathParameter
from litestar.response import ServerSentEvent, ServerSentEventMessage

from api.controllers.parameters import answered, problem
from api.controllers.writes.common import LISTED, REFUSED, WRITES, WhyAtAll
from api.security.access import needs
from api.security.caller import Caller
from api.security.door import UNPACKED
from api.security.patience import LONG
from api.wire.jobs import Job, JobList, job
from api.writing import WRITTEN, Writing
from registry.errors import UnknownName
from registry.model.access import Scope
from registry.model.desk import Job as Kept
from registry.model.desk import JobFile, JobState
from registry.service.desk import Desk
from registry.service.loading.packed import unpacked

_MOST = 100
_LOOK = 0.5
"""Seconds between two looks at a job whose progress is listened to."""

READS = needs(Scope.RECORD)
Id = Annotated[
    str, PathParameter(max_length=32, description="The id of the job, as its making told it.")
]


@dataclass
class _HandingIn(Operation):
    def __post_init__(self) -> None:
        file = Schema(type=OpenAPIType.STRING, content_encoding="binary")
        files = Schema(type=OpenAPIType.ARRAY, items=file, min_items=1)
        form = Schema(type=OpenAPIType.OBJECT, properties={"files": files}, required=["files"])
        self.request_body = RequestBody(
            content={RequestEncodingType.MULTI_PART: OpenAPIMediaType(schema=form)},
            description="Notices of any form, and zips of them.",
            required=True,
        )


class Jobs(Controller):
    """Jobs outlive the process that reads them: another goes on where one was ended."""

    path = "/jobs"
    tags = ("jobs",)

    @post(
        operation_id="makeJob",
        summary="Hand in many notices",
        status_code=202,
        opt=WRITES,
        operation_class=_HandingIn,
        responses={**REFUSED, 202: answered(Job, "They will be read.")},
        response_headers=WRITTEN,
    )
    async def make(
        self,
        *,
        request: Request[Caller, Any, Any],
        writing: NamedDependency[Writing],
        because: WhyAtAll = None,
    ) -> Response[Any]:
        """Keep the files, those in a zip too, and read them one after the other."""
        parts = (await request.form()).multi_items()
        given = [part for _, part in parts if isinstance(part, UploadFile)]
        files = [(file.filename, await file.read()) for file in given]
        answer = await run_sync(_made, writing, files, (because or "").strip() or None)
        if (reader := request.app.state.get("reader")) is not None:
            reader.wake()
        return answer

    @get(
        operation_id="listJobs",
        summary="The newest jobs",
        opt=READS,
        responses=LISTED,
        sync_to_thread=True,
    )
    def listing(self, *, desk: NamedDependency[Desk]) -> JobList:
        """List the newest jobs, newest first."""
        return JobList(items=tuple(map(job, desk.jobs.last(_MOST))))

    @get(
        "/{job_id:str}",
        operation_id="readJob",
        summary="How far a job is",
        opt=READS,
        responses=LISTED,
        sync_to_thread=True,
    )
    def one(self, *, desk: NamedDependency[Desk], job_id: Id) -> Job:
        """Tell how many of its files were read, and which were refused and why."""
        return job(_found(desk, job_id))

    @get(
        "/{job_id:str}/events",
        operation_id="followJob",
        summary="The progress of a job, as it comes",
        opt={**READS, **LONG, **UNPACKED},
        media_type="text/event-stream",
        responses={
            **LISTED,
            200: ResponseSpec(
                str,
                media_type="text/event-stream",
                description="`progress` events with the job as JSON, and `end` with the last.",
                generate_examples=False,
            ),
        },
    )
    async def events(self, *, desk: NamedDependency[Desk], job_id: Id) -> ServerSentEvent:
        """Send the job whenever it got on, until it has ended."""
        first = await run_sync(_found, desk, job_id)
        return ServerSentEvent(_progress(desk, first))

    @delete(
        "/{job_id:str}",
        operation_id="cancelJob",
        summary="Cancel a job",
        status_code=200,
        opt=WRITES,
        responses={
            **REFUSED,
            200: answered(Job, "No more of it will be read."),
            409: problem("There is no journal."),
        },
        sync_to_thread=True,
    )
    def cancel(self, *, desk: NamedDependency[Desk], job_id: Id) -> Job:
        """End a job before all is read; what was read stays. One that has ended stays as it is."""
        _found(desk, job_id)
        desk.jobs.cancel(job_id)
        return job(_found(desk, job_id))


def _made(writing: Writing, given: list[tuple[str, bytes]], because: str | None) -> Response[Any]:
    digest = writing.digest(
        (because, [(name, sha256(content).hexdigest()) for name, content in given])
    )
    if (before := writing.before(digest)) is not None:
        return before
    files = unpacked(given)
    desk = writing.desk
    made = Kept(
        id=secrets.token_hex(12),
        made=desk.now(),
        key=writing.key.id,
        by=writing.key.name,
        because=because,
        state=JobState.WAITING,
        files=tuple(JobFile(name=name) for name, _ in files),
    )
    reply = writing.reply(digest, 202, job(made), ())
    kept = desk.jobs.add(made, [content for _, content in files], reply=reply, token=writing.token)
    if kept is not reply and (before := writing.before(digest)) is not None:
        return before
    return writing.answer(reply, keep=False)


def _found(desk: Desk, number: str) -> Kept:
    found = desk.jobs.get(number)
    if found is None:
        raise UnknownName(f"there is no job {number!r}; `GET /v1/jobs` lists them")
    return found


async def _progress(desk: Desk, first: Kept) -> AsyncIterator[ServerSentEventMessage]:
    last, told = first, None
    while True:
        text = msgspec.json.encode(job(last)).decode()
        if text != told:
            name = "end" if last.state.ended else "progress"
            yield ServerSentEventMessage(event=name, data=text, id=last.done)
            told = text
        if last.state.ended:
            return
        await sleep(_LOOK)
        last = await run_sync(_found, desk, first.id)
