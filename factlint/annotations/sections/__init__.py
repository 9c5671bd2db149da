"""The parts of an article: headline, standfirst, dateline, caption, body, what only stands around it."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from factlint.annotations import Kind, Reading
from factlint.annotations.sections import shapes
from factlint.annotations.sections.furniture import furniture
from factlint.annotations.sections.lines import Line, read_lines
from factlint.article import Annotation, Section, fact
from factlint.text.deferred import deferred
from factlint.text.forms import comparable
from factlint.text.plain import spaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factlint.article import Article

_INITIALS_LAST = deferred(r"(?:[A-Z]\.){2,}\Z")
# Neither a head nor the words below a picture end so (a question may be a head).
_ENDS_A_SENTENCE = frozenset(".!…")
# The top of an article (headline, standfirst, byline, date) is looked for in this many lines.
_TOP = 8
_IN_TEXT_ORDER = attrgetter("start", "end")


@fact
class SectionFact(Annotation):
    """A part of an article; ``kind`` is one of ``factlint.article.SECTION_KINDS``."""

    kind: str


def find_sections(article: Article) -> tuple[Section, ...]:
    """Every part of an article, in text order: what the format shows (``article.blocks``), then what the lines show.

    The parts cover all but line breaks and blanks at the edges of lines, and never overlap; each line is one at least.
    """
    blocks = tuple(_apart(article.blocks))
    lines = read_lines(spaced(article.text), blocks)
    kinds = _Kinds(lines, title=article.metadata.title, headed=any(block.kind == "headline" for block in blocks))
    found = [*blocks, *(part for line, kind in zip(lines, kinds.named(), strict=True) for part in _cut(line, kind))]
    return tuple(sorted(found, key=_IN_TEXT_ORDER) if blocks else found)


def _apart(blocks: Iterable[Section]) -> Iterator[Section]:
    """The blocks in text order; of two that overlap, the second begins where the first ends."""
    at = 0
    for block in sorted(blocks, key=_IN_TEXT_ORDER):
        start = max(at, block.start)
        if start < block.end:
            yield Section(block.kind, start, block.end)
            at = block.end


def _cut(line: Line, kind: str) -> list[Section]:
    """A line as one section for each of its pieces; a dateline at the start of a paragraph is one by itself.

    Beside a block of the format there is only its markup.
    """
    if line.known:
        kind = "metadata"
    match = shapes.dateline(line) if kind == "body" else None
    parts = [Section(kind, start, end) for start, end in line.pieces]
    if match is not None and parts and line.start == parts[0].start and line.start + match.end() < parts[0].end:
        start = line.start
        dateline = Section("dateline", start, start + len(match.group().rstrip()))
        parts[:1] = [dateline, Section(kind, start + match.end(), parts[0].end)]
    return parts


class _Kinds:
    """The kinds of lines, found in a few passes: each names lines that those before it left open."""

    def __init__(self, lines: Sequence[Line], *, title: str | None, headed: bool) -> None:
        self.lines = lines
        self.title = comparable(title) if title else None
        self.headed = headed
        self.kinds = [line.known for line in lines]

    def named(self) -> list[str]:
        """One kind for each line."""
        self._by_themselves()
        for index, boilerplate in enumerate(furniture(self.lines)):
            if boilerplate and self.kinds[index] not in {"correction", "metadata"} and not self.lines[index].known:
                self.kinds[index] = "boilerplate"
        self._summaries()
        top = self._top()
        for index in range(top, len(self.lines)):
            self.kinds[index] = self.kinds[index] or self._inside(index)
        self._questions(top)
        return self.kinds

    def _by_themselves(self) -> None:
        """Lines that show what they are whatever stands around them."""
        corrects = [shapes.is_correction(line) for line in self.lines]
        for index, line in enumerate(self.lines):
            if line.known:
                continue
            if corrects[index] or (index and corrects[index - 1] and self._heads(index - 1)):
                self.kinds[index] = "correction"
            elif shapes.is_credited(line):
                self.kinds[index] = "caption"
            elif shapes.is_pull_quote(line):
                self.kinds[index] = "pullquote"
            elif index < _TOP and shapes.is_only_date(line):
                self.kinds[index] = "dateline"

    def _heads(self, index: int) -> bool:
        """Whether a line that begins as a correction does is only the heading of one."""
        line = self.lines[index]
        return line.final == ":" or (not line.stopped and line.words <= 4)

    def _summaries(self) -> None:
        """Blocks of bullets under a heading such as "Key points"."""
        index = 0
        while index < len(self.lines):
            start = index
            index += 1
            if self.kinds[start] or not shapes.is_summary_heading(self.lines[start]):
                continue
            while index < len(self.lines) and not self.kinds[index] and self.lines[index].bullet:
                index += 1
            if index > start + 1:
                self.kinds[start:index] = ["summary"] * (index - start)

    # -- the top

    def _top(self) -> int:
        """Name the lines above the first paragraph; the index of the first line that is not among them."""
        for index, line in enumerate(self.lines[:_TOP]):
            if self.kinds[index]:
                continue
            kind = self._top_kind(index, line)
            if not kind:
                return index
            self.kinds[index] = kind
            self.headed = self.headed or kind in {"headline", "standfirst"}
        return min(_TOP, len(self.lines))

    def _top_kind(self, index: int, line: Line) -> str:
        if index and shapes.is_byline(line):
            return "byline"
        if index + 1 >= len(self.lines):
            return ""
        if self.headed:
            return "standfirst" if self._under_headline(index, line) else ""
        if self._is_headline(line):
            return "headline"
        if shapes.dateline(self.lines[index + 1]) and line.words <= 45:
            return "standfirst" if line.words > 14 else "headline"
        return ""

    def _is_headline(self, line: Line) -> bool:
        """Whether the first line of an article is its headline: no full stop, unless one of an abbreviation."""
        if self.title is not None and comparable(line.text) == self.title:
            return True
        if line.final in {"", ",", ";", ":"} or line.bullet or line.words > 25:
            return False
        return line.final != "." or _INITIALS_LAST.search(line.text) is not None

    def _under_headline(self, index: int, line: Line) -> bool:
        """Whether a line right below the headline sums the article up before its body begins."""
        if "headline" not in self.kinds[:index] or "standfirst" in self.kinds[:index]:
            return False
        if line.final in {",", ";", ":"} or line.bullet or shapes.dateline(line):
            return False
        following = self.lines[index + 1]
        begins = not line.stopped or shapes.dateline(following) is not None or shapes.is_byline(following)
        return begins and 6 <= line.words <= 45

    # -- below it

    def _inside(self, index: int) -> str:
        line = self.lines[index]
        if line.final in _ENDS_A_SENTENCE:
            return "body"
        if shapes.describes_photo(line):
            return "caption"
        return "headline" if not line.question and self._above_text(index) and line.words <= 12 else "body"

    def _questions(self, top: int) -> None:
        """Short questions above a paragraph are sub-heads where the article has other sub-heads, else text."""
        if "headline" not in self.kinds[top:]:
            return
        for index in range(top, len(self.lines)):
            line = self.lines[index]
            if self.kinds[index] == "body" and line.question and self._above_text(index) and line.words <= 7:
                self.kinds[index] = "headline"

    def _above_text(self, index: int) -> bool:
        """Whether a line has the shape of a head and stands between other lines, with a paragraph below it."""
        if not self.lines[index].titled or index == 0 or index + 1 >= len(self.lines):
            return False
        below = self.lines[index + 1]
        paragraph = below.ordinary or (below.stopped and below.words >= 5) or below.words > 25
        return paragraph and self.kinds[index + 1] != "boilerplate"


def _find(reading: Reading) -> Iterable[SectionFact]:
    for part in reading.sections:
        text = reading.text[part.start : part.end]
        yield SectionFact(start=part.start, end=part.end, text=text, place=reading.place(part.start), kind=part.kind)


KIND = Kind(name="section", fact=SectionFact, find=_find, layer="sections")
