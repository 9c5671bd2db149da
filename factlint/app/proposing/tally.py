"""What an archive shows about names, folded article by article into counters of a bounded size."""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from factlint.app.proposing.alike import edits
from factlint.text.forms import folded
from factlint.text.lines import LineIndex
from factlint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factlint.annotations import Reading
    from factlint.annotations.acronyms import Acronym
    from factlint.annotations.names import Name
    from factlint.article import Article

MOST_FORMS = 200_000
"""So many forms are kept. Those seen least, and longest ago, are forgotten first (lossy counting)."""
_EXAMPLES = 3
_TITLES = 12
_COMPANIONS = 48
_AROUND = 32
_LARGEST_BLOCK = 50


class Example(NamedTuple):
    """One place of a form: the article, the line, and a few words."""

    path: str
    id: str
    line: int
    words: str


@dataclass(slots=True)
class Span:
    """How often something was seen, and from which year to which; 0 where no article says when it was published."""

    count: int = 0
    first: int = 0
    last: int = 0

    def see(self, year: int) -> None:
        """Count it once more."""
        self.count += 1
        if year:
            self.first = min(self.first or year, year)
            self.last = max(self.last, year)


@dataclass(slots=True)
class Form:
    """One way in which a full name is written, and what the archive shows of it.

    ``uses`` are all its places and their years. ``companions`` are hashes of the full names that stand in the same
    articles, ``entity`` is the known person. ``seen`` is the number of the last article that has it.
    """

    given: str
    surname: str
    entity: str | None = None
    uses: Span = field(default_factory=Span)
    articles: int = 0
    seen: int = 0
    titles: dict[str, Span] = field(default_factory=dict)
    companions: array[int] = field(default_factory=lambda: array("I"))
    examples: tuple[Example, ...] = ()

    @property
    def name(self) -> str:
        """The full name as it is written; a surname that stands alone has no given name."""
        return f"{self.given} {self.surname}".lstrip()


@dataclass(slots=True)
class Meaning:
    """A long form of an acronym: in how many articles it stands, in how many right beside it, and where first."""

    articles: int = 0
    defined: int = 0
    example: Example | None = None


class Tally:
    """The counters.

    ``forms`` by the full name; ``slips`` are surnames that stand alone in an article whose full names have but a near
    one, by that full name and the surname; ``apart`` counts pairs of full names of one article with near surnames;
    ``meanings`` by acronym and long form.
    """

    def __init__(self, most: int = MOST_FORMS) -> None:
        self.forms: dict[str, Form] = {}
        self.meanings: dict[str, dict[str, Meaning]] = {}
        self.slips: dict[tuple[str, str], Form] = {}
        self.apart: Counter[tuple[str, str]] = Counter()
        self.articles = 0
        self.words = 0
        self._most = most
        self._paths: set[str] = set()

    @property
    def one_file(self) -> bool:
        """Whether all articles are records of one file."""
        return len(self._paths) == 1 and self.articles > 1

    def fold(self, reading: Reading) -> None:
        """Count what one article has."""
        self.articles += 1
        article = reading.article
        if len(self._paths) < 2:
            self._paths.add(article.path)
        self.words += len(article.text.split())
        lines = LineIndex(article.text)
        names: list[Name] = [name for name in reading.facts("name") if _is_person(name)]  # type: ignore[misc]
        here = self._people(article, lines, [name for name in names if name.given and not name.bare])
        blocks = _Blocks(here)
        self._tell_apart(blocks)
        self._slips(article, lines, blocks, [name for name in names if name.bare and name.introduced is None])
        self._acronyms(article, lines, reading.facts("acronym"))  # type: ignore[arg-type]
        if max(len(self.forms), len(self.slips), len(self.apart), len(self.meanings)) > self._most:
            self._forget()

    def _people(self, article: Article, lines: LineIndex, people: Iterable[Name]) -> dict[str, Name]:
        """Count full names; the first place of each."""
        year = article.metadata.published.year if article.metadata.published else 0
        here: dict[str, Name] = {}
        for name in people:
            key = f"{name.given} {name.surname}"
            form = self.forms.get(key)
            if form is None:
                form = self.forms[key] = Form(str(name.given), name.surname)
            form.uses.see(year)
            form.entity = form.entity or name.entity
            if name.title is not None and (name.title in form.titles or len(form.titles) < _TITLES):
                form.titles.setdefault(name.title, Span()).see(year)
            if here.setdefault(key, name) is name:
                self._once(form, name, article, lines)
        hashes = [crc32(folded(key).encode("utf-8", "surrogatepass")) for key in here]
        for key, own in zip(here, hashes, strict=True):
            _meet(self.forms[key].companions, hashes, own)
        return here

    def _once(self, form: Form, name: Name, article: Article, lines: LineIndex) -> None:
        """What counts once an article."""
        form.articles += 1
        form.seen = self.articles
        if len(form.examples) < _EXAMPLES:
            form.examples += (example(article, lines, name.start, name.end),)

    def _tell_apart(self, blocks: _Blocks) -> None:
        """Names with near surnames and other given names that one article has: two people."""
        for one, other in blocks.pairs():
            if folded(str(one.given)) != folded(str(other.given)) and edits(folded(one.surname), folded(other.surname)):
                first, second = sorted(f"{name.given} {name.surname}" for name in (one, other))
                self.apart[first, second] += 1

    def _slips(self, article: Article, lines: LineIndex, blocks: _Blocks, bare: Iterable[Name]) -> None:
        """Surnames alone that are near that of one person whom the article names in full."""
        told: set[str] = set()
        for name in bare:
            near = blocks.near(name.surname)
            if name.entity is None and len(near) == 1 and name.surname not in told:
                told.add(name.surname)
                form = self.slips.setdefault((near[0], name.surname), Form("", name.surname))
                form.uses.see(0)
                self._once(form, name, article, lines)

    def _acronyms(self, article: Article, lines: LineIndex, found: Iterable[Acronym]) -> None:
        here: dict[tuple[str, str], Acronym] = {}
        for one in found:
            if one.long is not None and (one.defined or (one.short, one.long) not in here):
                here[one.short, one.long] = one
        for (short, long), one in here.items():
            meaning = self.meanings.setdefault(short, {}).setdefault(long, Meaning())
            meaning.articles += 1
            meaning.defined += one.defined
            meaning.example = meaning.example or example(article, lines, one.start, one.end)

    def _forget(self) -> None:
        """Leave half of each full table: the forms that are seen most, and of equals those that are seen last."""
        half = self._most // 2
        if len(self.forms) > half:
            kept = sorted(self.forms.items(), key=lambda item: (-item[1].articles, -item[1].seen, item[0]))[:half]
            self.forms = dict(kept)
        slips = sorted(self.slips.items(), key=lambda item: (-item[1].articles, -item[1].seen, item[0]))[:half]
        self.slips = dict(slips)
        self.apart = Counter(dict(sorted(self.apart.items(), key=lambda item: (-item[1], item[0]))[:half]))
        frequent = sorted(self.meanings, key=lambda short: (-_most_seen(self.meanings[short]), short))
        self.meanings = {short: self.meanings[short] for short in frequent[:half]}


class _Blocks:
    """The full names of one article by the two first letters of their surnames, so that few are compared."""

    def __init__(self, here: Mapping[str, Name]) -> None:
        self._blocks: dict[str, list[Name]] = {}
        for name in here.values():
            block = self._blocks.setdefault(folded(name.surname)[:2], [])
            if len(block) < _LARGEST_BLOCK:
                block.append(name)

    def pairs(self) -> Iterator[tuple[Name, Name]]:
        """Every two names with surnames that begin alike and are not the same."""
        pairs = (pair for block in self._blocks.values() for pair in combinations(block, 2))
        return ((one, other) for one, other in pairs if one.surname != other.surname)

    def near(self, surname: str) -> list[str]:
        """The full names whose surname is near."""
        plain = folded(surname)
        names = self._blocks.get(plain[:2], ())
        return [f"{name.given} {name.surname}" for name in names if edits(folded(name.surname), plain)]


def _most_seen(meanings: Mapping[str, Meaning]) -> int:
    return max(meaning.articles for meaning in meanings.values())


def _is_person(name: object) -> bool:
    """Whether a fact is the name of a person in running text."""
    return getattr(name, "kind", "") == "person" and getattr(name, "line", None) is None


def _meet(companions: array[int], hashes: Sequence[int], own: int) -> None:
    known = set(companions)
    for other in hashes:
        if len(companions) >= _COMPANIONS:
            return
        if other != own and other not in known:
            companions.append(other)


def example(article: Article, lines: LineIndex, start: int, end: int) -> Example:
    """A place with a few words around it, cut at blanks."""
    line = lines.position(start)[0]
    low, high = lines.bounds(line)
    left = article.text[max(low, start - _AROUND) : start]
    right = article.text[end : min(max(high, end), end + _AROUND)]
    if start - _AROUND > low:
        left = "…" + left.partition(" ")[2]
    if end + _AROUND < high:
        right = right.rpartition(" ")[0] + "…"
    return Example(article.path, article.id, line, visible(left + article.text[start:end] + right).strip())
