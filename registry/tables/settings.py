"""How the service runs: from a TOML file, the environment and the command's options."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_origin

import msgspec
from msgspec import Meta, Struct
from rapidfuzz import process

from registry.errors import BadSettings

PREFIX = "REGISTRY_"
"""Before the name of a setting in the environment."""

Counted = Annotated[int, Meta(ge=1)]


class Settings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Every setting, each with what holds where nobody sets it."""

    database: Annotated[
        str | None,
        Meta(description="A file's path or postgresql://USER@HOST/NAME; else your own, if there."),
    ] = None
    host: Annotated[str, Meta(description="The address to listen on.")] = "127.0.0.1"
    port: Annotated[int, Meta(ge=0, le=65535, description="The port; 0 takes a free one.")] = 8000
    server: Annotated[
        Literal["granian", "uvicorn"], Meta(description="The program that speaks HTTP.")
    ] = "granian"
    workers: Annotated[Counted, Meta(description="Processes that answer.")] = 1
    public: Annotated[
        bool, Meta(description="Public answers need no key off this machine either.")
    ] = False
    hosts: Annotated[
        tuple[str, ...],
        Meta(description="Names by which clients may call this service, besides its address."),
    ] = ()
    origins: Annotated[
        tuple[str, ...],
        Meta(description="Other sites whose pages may ask in a browser (CORS); none without."),
    ] = ()
    rate: Annotated[
        Counted,
        Meta(
            description="Requests a minute in each process, for each key, or address without a key."
        ),
    ] = 600
    upload: Annotated[Counted, Meta(description="Bytes of the longest request body.")] = 20_000_000
    patience: Annotated[
        Counted, Meta(description="Seconds a request may take to arrive, and to be answered.")
    ] = 60
    grace: Annotated[
        Counted, Meta(description="Seconds that answers under way are given when stopping.")
    ] = 10
    keys: Annotated[
        str | None,
        Meta(description="The folder of the keys that sign, and of the hooks' key; else your own."),
    ] = None
    rules: Annotated[
        str | None,
        Meta(description="A folder of your own rule files; each stands before a shipped one."),
    ] = None
    government: Annotated[
        str | None,
        Meta(description="Whose pages are shown where no government is chosen, by its name."),
    ] = None
    audit_days: Annotated[
        Counted, Meta(description="Days that `registry key audit --prune` keeps of who used keys.")
    ] = 365
    log: Annotated[
        Literal["json", "text", "off"], Meta(description="The form of the log on standard error.")
    ] = "text"


class Setting(Struct, frozen=True, kw_only=True):
    """One setting as it holds: its value, and where that comes from."""

    name: str
    value: Any
    origin: str
    meaning: str


NAMES = tuple(field.name for field in msgspec.structs.fields(Settings))


def read_settings(
    environment: Mapping[str, str],
    file: str | None = None,
    content: bytes = b"",
    options: Mapping[str, Any] | None = None,
) -> tuple[Settings, tuple[Setting, ...]]:
    """Return the settings, and each with its origin.

    An option counts before the environment, that before the file, that before the default.

    >>> read_settings({"REGISTRY_PORT": "9000"}, options={"workers": 4})[0].port
    9000

    Args:
        environment: variables; a list is written with commas.
        file: the file's name, for messages; ``None`` where there is none.
        content: the bytes of the file, in TOML.
        options: what the command was given, without what it was not.

    Raises:
        BadSettings: a setting is not known, or its value is not of its kind; the line says where.
    """
    given: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for name, value in (_table(file, content) if file is not None else {}).items():
        given[name] = _convert(name, value, f"{file}: {name}")
        origins[name] = str(file)
    for name in NAMES:
        variable = PREFIX + name.upper()
        if text := environment.get(variable, ""):
            given[name] = _convert(name, _typed(name, text), variable)
            origins[name] = variable
    for name, value in (options or {}).items():
        given[name] = _convert(name, value, f"--{name}")
        origins[name] = f"--{name}"
    settings = Settings(**given)
    return settings, tuple(
        Setting(
            name=name,
            value=getattr(settings, name),
            origin=origins.get(name, "default"),
            meaning=_meaning(name),
        )
        for name in NAMES
    )


def _table(file: str, content: bytes) -> dict[str, Any]:
    try:
        table = msgspec.toml.decode(content.decode("utf-8"))
    except UnicodeDecodeError:
        raise BadSettings(f"{file}: not in UTF-8; save it in UTF-8") from None
    except msgspec.DecodeError as error:
        raise BadSettings(f"{file}: not TOML: {error}; mend it") from None
    for name in table:
        if name not in NAMES:
            near = process.extractOne(name, NAMES, score_cutoff=60)
            hint = f"did you mean {near[0]!r}?" if near else "`registry config show` lists them"
            raise BadSettings(f"{file}: no setting is called {name!r}; {hint}")
    return dict(table)


def _typed(name: str, text: str) -> Any:  # noqa: ANN401 - a value of any setting
    """Split a list as the environment writes it; everything else stays a text."""
    if get_origin(_bare(name)) is tuple:
        return tuple(part.strip() for part in text.split(",") if part.strip())
    return {"yes": "true", "no": "false"}.get(text.strip().lower(), text.strip())


def _convert(name: str, value: Any, where: str) -> Any:  # noqa: ANN401 - as above
    try:
        return msgspec.convert(value, _KINDS[name], strict=False)
    except msgspec.ValidationError as error:
        said = str(error).partition(" - at ")[0].replace("`", "")
        raise BadSettings(f"{where}: {said}, not {value!r}; {_meaning(name)}") from None


_KINDS = {field.name: field.type for field in msgspec.structs.fields(Settings)}


def _meaning(name: str) -> str:
    said: tuple[str | None, ...] = tuple(m.description for m in _KINDS[name].__metadata__)
    return next(text for text in said if text)


def _bare(name: str) -> Any:  # noqa: ANN401 - a type
    return _KINDS[name].__origin__
