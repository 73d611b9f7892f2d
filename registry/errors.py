"""The errors a user can meet; each message is one line that says where and what to do."""

from __future__ import annotations


class RegistryError(ValueError):
    """The root of every error that bad input can cause.

    The message is one line: what is wrong, where, and the remedy.
    """


class UnreadableSource(RegistryError):
    """A source file is missing, empty, binary or in an unknown encoding."""


class BadPeriod(RegistryError):
    """A day or a period is not written as ISO dates, or ends before it begins."""


class BadRules(RegistryError):
    """A rule or data file does not follow its vocabulary."""


class BadSettings(RegistryError):
    """A setting is not known or its value is not of its kind."""


class UnknownName(RegistryError):
    """A name that no notice holds; ``near`` lists the names most like it."""

    def __init__(self, message: str, near: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.near = near


class BadRecord(RegistryError):
    """What is to be recorded says nothing new, contradicts itself or is about nothing known."""


class AgainstRule(BadRecord):
    """What is to be recorded is against rules; ``rules`` are their ids."""

    def __init__(self, message: str, rules: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.rules = rules


class AlreadyRecorded(BadRecord):
    """What is to be recorded is recorded already, as ``entry``."""

    def __init__(self, message: str, entry: int) -> None:
        super().__init__(message)
        self.entry = entry


class SeveralFit(UnknownName):
    """A name, or its absence, that fits several; ``near`` lists them."""


class NothingKnown(UnknownName):
    """No notice of a government is known here, or none was at the moment asked about."""


class SeveralGovernments(SeveralFit):
    """Several governments may be meant, and one is to be chosen; ``near`` lists the first."""


class MissingTool(RegistryError):
    """An outside program is needed for this output and is not on the machine."""


class JournalError(RegistryError):
    """The journal cannot be read or written: locked, full, out of reach, broken, of another schema.

    Nothing of what was to be written has been written.
    """


class Conflict(JournalError):
    """The journal has moved on, or already holds this: look again before writing."""


class NeedsKey(RegistryError):
    """A service is asked for what it gives to the holder of a key alone, without one."""


class BadKey(NeedsKey):
    """A key that the service does not know, or that holds no more."""


class NoScope(RegistryError):
    """A key that holds, but not for what is asked."""


class NoJournal(RegistryError):
    """A service over plain notices is asked for what only a journal has, or takes in."""


class WrongHost(RegistryError):
    """A service is called by a name that is not its own."""


class CrossSite(RegistryError):
    """A browser asks for a write, or to sign in, from a page that is not the service's own."""


class SlowRequest(RegistryError):
    """A request did not arrive in the time that it is given."""


class SlowAnswer(RegistryError):
    """An answer was not found in the time that it is given."""


class Stale(RegistryError):
    """What a write was to rest on (``If-Match``) is not what is recorded now."""


class OtherRequest(RegistryError):
    """An ``Idempotency-Key`` that stands for another request already."""


class BadCertificate(RegistryError):
    """A file is no certificate, is not written as one, or cannot be compared as asked."""


class NoSigningKey(RegistryError):
    """No key signs, one does already, a key is not there, or the folder of keys fails."""


class BadHook(RegistryError):
    """A hook leads nowhere, or where it may not, or there is none of that id."""
