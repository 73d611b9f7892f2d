"""The changes that are tried in Python source: each makes one function do something else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from contextlib import contextmanager
from types import CodeType

from msgspec import Struct

_TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_OTHER_SUM: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_OTHER_CALL = {"min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list"}
_CODE = re.compile("[a-z][a-z0-9_]*")
"""Codes and flags are changed; the words of sentences are not: tests need not repeat them."""

_Function = ast.FunctionDef | ast.AsyncFunctionDef


class Change(Struct, frozen=True):
    """One change: where it is, what it does, and which of the like in its function it is."""

    path: str
    function: str
    first: int
    last: int
    before: str
    after: str
    number: int = 1

    @property
    def name(self) -> str:
        """Return how the change is called: it stays the same when lines move."""
        more = f" #{self.number}" if self.number > 1 else ""
        return f"{self.path} {self.function}: {self.before} → {self.after}{more}"


_Shown = ast.expr | ast.stmt | ast.keyword
"""What stands in a place that is changed."""


class _Site(Struct, frozen=True):
    """A place in the tree: a field of a node, or a place in its list."""

    node: ast.AST
    field: str
    place: int | None = None

    def get(self) -> _Shown:
        value = getattr(self.node, self.field)
        found: _Shown = value if self.place is None else value[self.place]
        return found

    @contextmanager
    def holding(self, new: ast.AST | None) -> Iterator[None]:
        """Have ``new`` in the place for a while, or nothing."""
        kept = getattr(self.node, self.field)
        if self.place is None:
            setattr(self.node, self.field, new)
        else:
            rest = kept[self.place + 1 :]
            setattr(self.node, self.field, [*kept[: self.place], *filter(None, (new,)), *rest])
        yield
        setattr(self.node, self.field, kept)


def changes(source: str, path: str) -> Iterator[tuple[Change, CodeType]]:
    r"""Yield each change of the functions of ``source``, with the whole file's code so changed.

    >>> [change.after for change, _ in changes("def f(a, b):\n    return a < b\n", "f.py")]
    ['return None', 'a <= b']
    """
    tree = ast.parse(source)
    seen: dict[str, int] = {}
    for name, function in functions(tree):
        for site, new in _sites(function):
            old = site.get()
            before, after = _line(old), "(left out)" if new is None else _line(new)
            key = f"{name}: {before} → {after}"
            seen[key] = seen.get(key, 0) + 1
            first, last = old.lineno, old.end_lineno or old.lineno
            change = Change(path, name, first, last, before, after, seen[key])
            with site.holding(new):
                code = compile(ast.fix_missing_locations(tree), path, "exec")
            yield change, code


def functions(node: ast.AST, inside: str = "") -> Iterator[tuple[str, _Function]]:
    """Yield the functions and methods below ``node``, each by its name within the module."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, _Function):
            yield inside + child.name, child
        elif isinstance(child, ast.ClassDef):
            yield from functions(child, f"{inside}{child.name}.")


def _sites(function: _Function) -> Iterator[tuple[_Site, ast.AST | None]]:
    said = ast.get_docstring(function, clean=False) is not None
    for place in range(int(said), len(function.body)):
        yield from _below(_Site(function, "body", place))


def _below(site: _Site) -> Iterator[tuple[_Site, ast.AST | None]]:
    node = site.get()
    if _is_sentence(node):
        return
    for new in _instead(node):
        yield site, new
    yield from _parts(node)
    for field, value in ast.iter_fields(node):
        if field in {"annotation", "returns", "decorator_list", "format_spec"}:
            continue
        if isinstance(value, ast.AST):
            yield from _below(_Site(node, field))
        elif isinstance(value, list):
            for place, one in enumerate(value):
                if isinstance(one, ast.AST):
                    yield from _below(_Site(node, field, place))


def _instead(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what may stand in a node's place."""
    if isinstance(node, ast.Constant):
        yield from _other_value(node.value)
        return
    match node:
        case ast.Compare(left=left, ops=[op], comparators=others):
            yield ast.Compare(left, [_TURNED[type(op)]()], others)
        case ast.BoolOp(op=op, values=values):
            yield ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values)
            for place in range(len(values)):
                left_over = [*values[:place], *values[place + 1 :]]
                yield left_over[0] if len(left_over) == 1 else ast.BoolOp(op, left_over)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OTHER_SUM:
            yield ast.BinOp(left, _OTHER_SUM[type(op)](), right)
        case ast.IfExp(body=body, orelse=orelse):
            yield body
            yield orelse
        case ast.Return(value=value) if value is not None and not _is_nothing(value):
            yield ast.Return(ast.Constant(None))
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()) | ast.AugAssign():
            yield ast.Pass()
        case ast.Continue():
            yield ast.Pass()
        case ast.Call(func=ast.Name(id=name) as called, args=args, keywords=keywords) if (
            name in _OTHER_CALL and not (name == "sorted" and keywords)
        ):
            yield ast.Call(ast.Name(_OTHER_CALL[name], called.ctx), args, keywords)


def _other_value(value: object) -> Iterator[ast.Constant]:
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield ast.Constant(value + 1)
    elif isinstance(value, str) and _CODE.fullmatch(value):
        yield ast.Constant(f"not_{value}")


def _parts(node: ast.AST) -> Iterator[tuple[_Site, ast.AST | None]]:
    """Yield conditions held for true or false, and parts that are left out."""
    match node:
        case ast.If() | ast.While():
            if isinstance(node, ast.If):
                yield _Site(node, "test"), ast.Constant(True)
            yield _Site(node, "test"), ast.Constant(False)
        case ast.comprehension(ifs=ifs):
            for place in range(len(ifs)):
                yield _Site(node, "ifs", place), ast.Constant(True)
        case ast.Call(keywords=keywords):
            for place, keyword in enumerate(keywords):
                if keyword.arg is not None:
                    yield _Site(node, "keywords", place), None
        case ast.Tuple(elts=elts) | ast.List(elts=elts):
            if any(isinstance(one, ast.Starred) for one in elts) and len(elts) > 1:
                for place in range(len(elts)):
                    yield _Site(node, "elts", place), None


def _is_sentence(node: ast.AST) -> bool:
    match node:
        case ast.IfExp(body=body, orelse=orelse):
            return _is_sentence(body) or _is_sentence(orelse)
        case ast.Call(func=ast.Name(id="Words")) | ast.JoinedStr():
            return True
        case ast.Constant(value=str() as text):
            return bool(text) and not _CODE.fullmatch(text)
    return False


def _is_nothing(node: ast.expr) -> bool:
    """Say whether the value returned is as good as none to those who ask whether there is one."""
    if isinstance(node, ast.Tuple):
        return not node.elts
    return isinstance(node, ast.Constant) and not node.value


def _line(node: ast.AST) -> str:
    text = ast.unparse(ast.fix_missing_locations(node))
    first, *more = text.splitlines()
    return f"{first} …" if more else first
