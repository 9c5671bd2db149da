"""From counted acronyms to organisations: what each stands for, where the archive agrees on that."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.text.forms import comparable
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.app.proposing.tally import Meaning, Tally
    from factlint.knowledge import Knowledge

_SMALL = word_set("a an and at by de del des du et for in of on the to with y")


class Organisation(NamedTuple):
    """An acronym with its long forms, the most frequent first; ``clear`` says that no other than the first counts."""

    acronym: str
    meanings: tuple[tuple[str, Meaning], ...]
    clear: bool


def organisations(tally: Tally, knowledge: Knowledge, least: int) -> tuple[Organisation, ...]:
    """The acronyms of names that are explained in at least so many articles, the most frequent first."""
    rows = knowledge.rows("organisation")
    known = {comparable(acronym.replace(".", "")) for row in rows for acronym in row.acronyms}
    known |= {comparable(form) for row in rows for form in (row.name, *row.also)}
    found = []
    for short, meanings in tally.meanings.items():
        ranked = tuple(_ranked(meanings, known))
        if comparable(short) not in known and ranked and ranked[0][1].articles >= least:
            rest = sum(meaning.articles for long, meaning in ranked[1:] if not _same(long, ranked[0][0]))
            found.append(Organisation(short, ranked, 4 * rest <= ranked[0][1].articles))
    return tuple(sorted(found, key=lambda one: (-one.meanings[0][1].articles, one.acronym)))


def _ranked(meanings: Mapping[str, Meaning], known: set[str]) -> Iterator[tuple[str, Meaning]]:
    """Long forms that are names, each with a capital on every word that counts, and explained at least once."""
    for long, meaning in sorted(meanings.items(), key=lambda item: (-item[1].articles, -item[1].defined, item[0])):
        words = [word for word in long.split() if word not in _SMALL]
        if meaning.defined and comparable(long) not in known and all(word[:1].isupper() for word in words):
            yield long, meaning


def _same(one: str, other: str) -> bool:
    """Whether two long forms differ in small words or an s alone."""
    return _stem(one) == _stem(other)


def _stem(long: str) -> list[str]:
    return [
        word.rstrip("s") for word in comparable(long).replace("'", "").replace("-", " ").split() if word not in _SMALL
    ]
