"""What the conditions of a step come to, remembered by the words that they ask: many facts of a story have the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factlint.engine.conditions import Check
    from factlint.lang.scope import Scope, Value

    Verdict = tuple[bool | None, str | None]
    Open = tuple[tuple[int, str], ...] | None

REMEMBERED = 100_000
_WORDS = (str, type(None))
_NEW = object()


def verdict(checks: Iterable[Check], scope: Scope) -> Verdict:
    """Whether all conditions hold, and where that is unknown, what is missing first."""
    unknown: str | None = None
    for check in checks:
        held = check.holds(scope)
        if held is None:
            unknown = unknown or check.missing(scope)
        elif not held:
            return False, None
    return (None, unknown) if unknown else (True, None)


def decisive(checks: Iterable[Check]) -> tuple[Value, ...]:
    """The fields that alone decide some of the conditions; none where they decide no more than one."""
    found = [check.values for check in checks if check.values]
    return tuple(dict(one for values in found for one in values).values()) if len(found) > 1 else ()


class Remembered:
    """The same as ``verdict`` for one step's conditions; those that the words of ``fields`` decide are asked once."""

    def __init__(self, checks: Sequence[Check], fields: Sequence[Value]) -> None:
        numbered = list(enumerate(checks))
        self._by_words = [one for one in numbered if one[1].values]
        self._others = [one for one in numbered if not one[1].values]
        self._fields = fields
        self._known: dict[tuple[Any, ...], Open] = {}

    def verdict(self, scope: Scope) -> Verdict:
        """See the function of that name."""
        first = self._of_words(scope)
        second = None if first is None else _open(self._others, scope)
        if first is None or second is None:
            return False, None
        unknown = min((*first, *second), default=None)
        return (None, unknown[1]) if unknown else (True, None)

    def _of_words(self, scope: Scope) -> Open:
        words = tuple([field(scope) for field in self._fields])
        if not all(isinstance(word, _WORDS) for word in words):
            return _open(self._by_words, scope)
        known: Any = self._known.get(words, _NEW)
        if known is _NEW:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            known = self._known[words] = _open(self._by_words, scope)
        return known  # type: ignore[no-any-return]


def _open(checks: Iterable[tuple[int, Check]], scope: Scope) -> Open:
    """The conditions that are unknown, by their numbers, with what is missing; None if one does not hold."""
    found: list[tuple[int, str]] = []
    for number, check in checks:
        held = check.holds(scope)
        if held is None:
            found.append((number, check.missing(scope)))
        elif not held:
            return None
    return tuple(found)
