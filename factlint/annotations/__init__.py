"""Kinds of annotation, one module (or package) each, and the reading of an article that finds them when asked.

A kind's module has a ``@fact`` class derived from ``Annotation`` and a ``KIND`` that says how it is found. Nothing
lists the kinds: adding a file adds a kind, its fields become fields of the rule language.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from functools import cache, cached_property
from operator import attrgetter, lt
from typing import TYPE_CHECKING, NamedTuple

from factlint import registry
from factlint.article import Annotation, Card, Place
from factlint.text.plain import spaced
from factlint.text.values import plain
from factlint.text.verbatim import any_verbatim

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from factlint.annotations.quotes import Quotation
    from factlint.article import Anchor, Article, Section
    from factlint.knowledge import Knowledge
    from factlint.text.literals import Literals

_IN_TEXT_ORDER = attrgetter("start", "end")


@plain
class Kind:
    """One kind of fact.

    ``name`` is its word in the rule language, ``layer`` its key in ``factlint facts`` (None: it is not shown there).
    ``scorecard`` has each piece of evidence with its weight, for a kind whose facts are weighed.
    """

    name: str
    fact: type[Annotation]
    find: Callable[[Reading], Iterable[Annotation]]
    layer: str | None = None
    scorecard: tuple[tuple[str, float], ...] = ()


@cache
def kinds() -> Mapping[str, Kind]:
    """All kinds by name, in name order of their modules; the module of a kind is imported when that kind is asked for.

    A module is called as the facts of its kind are, in the plural.
    """
    return registry.PlugIns(sys.modules[__name__], "KIND", _singular)


def _singular(name: str) -> str:
    return f"{name.removesuffix('ies')}y" if name.endswith("ties") else name.removesuffix("s")


class _Outline(NamedTuple):
    """Where the parts of an article begin, ready to be looked up, and what each look-up leads to.

    A paragraph, and a sentence, is the place of all up to the next one, so that the first needs no start. Of sections
    and quotations the first entry is for what stands before any.
    """

    section_starts: list[int]
    section_kinds: list[str]
    next_paragraphs: list[int]
    next_sentences: list[int]
    quote_starts: list[int]
    quote_ends: list[int]


def _in_text_order(found: tuple[Annotation, ...]) -> tuple[Annotation, ...]:
    """Most kinds are found in text order, and to see that costs less than to sort them."""
    starts = [one.start for one in found]
    return found if all(map(lt, starts, starts[1:])) else tuple(sorted(found, key=_IN_TEXT_ORDER))


class Reading:
    """One article and the layers found in it so far; a layer is found when it is first asked for, and only then.

    ``text`` is the article's, with an ordinary space for every other one: editing systems put in some
    that do not break, and what is said is the same.
    """

    def __init__(self, article: Article, knowledge: Knowledge, literals: Literals, *, reference: bool = False) -> None:
        self.article = article
        self.text = spaced(article.text)
        self.knowledge = knowledge
        self.literals = literals
        self.reference = reference
        self._layers: dict[str, tuple[Annotation, ...]] = {}
        self._facts: dict[str, tuple[Annotation, ...]] = {}

    def layer(self, kind: str) -> tuple[Annotation, ...]:
        """The annotations of one kind, in text order, with the words of ``text``: what annotators build on."""
        found = self._layers.get(kind)
        if found is None:
            found = self._layers[kind] = _in_text_order(tuple(kinds()[kind].find(self)))
        return found

    def facts(self, kind: str) -> tuple[Annotation, ...]:
        """The same with the words of the article: what rules, reports and people see."""
        if self.text == self.article.text:
            return self.layer(kind)
        found = self._facts.get(kind)
        if found is None:
            from factlint.article.written import as_written

            found = self._facts[kind] = tuple([as_written(one, self.article.text) for one in self.layer(kind)])
        return found

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections, in text order; together they cover every character that is not a line break."""
        from factlint.annotations.sections import find_sections

        return find_sections(self.article)

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """Start and end of every paragraph: a line that is not blank, in any section."""
        from factlint.annotations.paragraphs import find_paragraphs

        return find_paragraphs(self.text, self.sections)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Start and end of every sentence; a line break always ends one."""
        from factlint.annotations.sentences import find_sentences

        return find_sentences(self.text, self.paragraphs)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """What stands between quotation marks, in text order, nested ones left out."""
        from factlint.annotations.quotes import find_quotations

        return tuple(find_quotations(self.text, self.paragraphs))

    @cached_property
    def quoted_spans(self) -> tuple[tuple[int, int], ...]:
        """Start and end of the words between quotation marks, marks and blank edges excluded."""
        return tuple((found.start, found.end) for found in self.quotations)

    @cached_property
    def verbatim(self) -> bool:
        """Whether anything in the text may stand for itself: most texts have no address, no [sic] and the like."""
        return any_verbatim(self.text)

    @cached_property
    def card(self) -> Card:
        """What rules may ask about this article as a whole."""
        about = self.article.metadata
        first = next((part for part in self.sections if part.kind not in ("metadata", "boilerplate")), None)
        headline = self.text[first.start : first.end] if first is not None and first.kind == "headline" else None
        return Card(
            id=self.article.id,
            path=self.article.path,
            published=about.published,
            anchor=self.anchor,
            headline=about.title or headline,
            source=about.source,
            desk=about.desk,
            language=about.language,
            translated=about.translated,
            version=about.version,
            supersedes=about.supersedes,
            reference=self.reference,
        )

    @cached_property
    def anchor(self) -> Anchor | None:
        """When the article seems to have been written, by its own dateline, URL or file name."""
        from factlint.annotations.dates import find_anchor

        return find_anchor(self)

    @cached_property
    def _outline(self) -> _Outline:
        return _Outline(
            [section.start for section in self.sections],
            ["body", *[section.kind for section in self.sections]],
            [start for start, _ in self.paragraphs[1:]],
            [start for start, _ in self.sentences[1:]],
            [start for start, _ in self.quoted_spans],
            [0, *[end for _, end in self.quoted_spans]],
        )

    def section_at(self, offset: int) -> str:
        """The kind of the section at an offset; ``body`` where there is none."""
        return self._outline.section_kinds[bisect_right(self._outline.section_starts, offset)]

    @cached_property
    def _places(self) -> tuple[list[int], list[Place | None]]:
        """Every offset at which the place of a fact changes, and the places before, between and behind these.

        A place is made when a fact first lies in it, and is one for all facts there.
        """
        outline = self._outline
        edges = sorted(
            {
                *outline.section_starts,
                *outline.next_paragraphs,
                *outline.next_sentences,
                *outline.quote_starts,
                *outline.quote_ends,
            }
        )
        return edges, [None] * (len(edges) + 1)

    def place(self, start: int) -> Place:
        """The section, paragraph, sentence and quotation that an offset lies in."""
        edges, places = self._places
        at = bisect_right(edges, start)
        found = places[at]
        if found is None:
            found = places[at] = self._place(start)
        return found

    def _place(self, start: int) -> Place:
        sections, kinds, paragraphs, sentences, quotes, quote_ends = self._outline
        return Place(
            kinds[bisect_right(sections, start)],
            bisect_right(paragraphs, start),
            bisect_right(sentences, start),
            start < quote_ends[bisect_right(quotes, start)],
        )

    def in_quotes(self, offset: int) -> bool:
        """Whether an offset lies inside quotation marks."""
        return offset < self._outline.quote_ends[bisect_right(self._outline.quote_starts, offset)]

    def sentence_bounds(self, offset: int) -> tuple[int, int]:
        """Start and end of the sentence at an offset."""
        index = bisect_right(self._outline.next_sentences, offset)
        return self.sentences[index] if self.sentences else (0, len(self.text))
