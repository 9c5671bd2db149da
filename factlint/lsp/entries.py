"""Where the desk's knowledge and rules are written: the way from a word to its entry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factlint.app.upkeep import entries_of
from factlint.text.forms import comparable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from factlint.app.session import Session
    from factlint.article import Annotation
    from factlint.knowledge.placed import Placed

# Fields of facts that hold a key of the knowledge.
_KEYS = ("entity", "speaker_entity", "office", "holder")
_FORMS = ("name", "surname", "key", "title", "accepted", "also", "titles")
_RULE = re.compile(r"[a-z]+/[a-z0-9-]+")
_QUOTED = re.compile(r"\"([^\"\n]*)\"|'([^'\n]*)'")
_EDGE = re.compile(r"(?:^|[\[{,]|: |- )[ ]*")


class Entry(NamedTuple):
    """Where an entry stands: its file as it is shown, that file's text, and the offset in it."""

    path: str
    text: str
    start: int


class Entries:
    """The entries of a session's knowledge by their keys and forms, read when first asked for."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._by_key: dict[str, list[Entry]] | None = None
        self._by_form: dict[str, list[Entry]] = {}

    def behind(self, fact: Annotation) -> list[Entry]:
        """The entries that a fact is about; for a listed wrong form those of the right one."""
        keys = [key for name in _KEYS if (key := getattr(fact, name, None)) is not None]
        found = [entry for key in dict.fromkeys(keys) for entry in self._keys().get(key, ())]
        return found or self.called(fact.text) or self.called(getattr(fact, "surname", ""))

    def called(self, words: str) -> list[Entry]:
        """The entries of which these words are a form or the key."""
        keys = self._keys()
        found = keys.get(words) or self._by_form.get(comparable(words), [])
        if found:
            return found
        rows: Iterable[Any] = self._session.knowledge.found("spelling", "wrong", comparable(words))
        return [entry for row in rows if row.entity is not None for entry in keys.get(row.entity, ())]

    def _keys(self) -> dict[str, list[Entry]]:
        if self._by_key is None:
            self._by_key = {}
            for one in entries_of(self._session.packs):
                entry = Entry(one.file.path, one.file.text, one.node.start)
                self._by_key.setdefault(one.row.key, []).append(entry)
                for form in _forms(one):
                    self._by_form.setdefault(comparable(form), []).append(entry)
        return self._by_key


def _forms(one: Placed) -> Iterator[str]:
    found: dict[str, None] = {}
    for name in _FORMS:
        value = getattr(one.row, name, ())
        found |= dict.fromkeys((value,) if isinstance(value, str) else value or ())
    yield from found


def rule_at(text: str, offset: int) -> str:
    """The id of a rule that is written at an offset; empty where there is none."""
    begin, end = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
    line = text[begin : end if end >= 0 else len(text)]
    found = (one for one in _RULE.finditer(line) if one.start() <= offset - begin <= one.end())
    return next((one.group() for one in found), "")


def words_at(text: str, offset: int) -> Iterator[str]:
    """The words at an offset of a YAML file that may be a name: what stands in quotation marks there, or a value."""
    begin, end = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
    line, at = text[begin : end if end >= 0 else len(text)], offset - begin
    for found in _QUOTED.finditer(line):
        if found.start() <= at <= found.end():
            yield found[1] or found[2] or ""
    starts = [found.end() for found in _EDGE.finditer(line) if found.end() <= at]
    if starts:
        value = re.split(r"[,\]}]|:(?=\s|$)|\s#", line[starts[-1] :], maxsplit=1)[0]
        yield value.strip(" \"'")
