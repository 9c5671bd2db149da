"""Markdown: headings, captions of images, code and comments; everything else is the body.

Offsets are those of the file, markup included. Link targets become ``metadata`` sections: an address may hold
a spelling or a date that is nobody's copy.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.article import Article, Section
from factlint.sources import Collected, RawFile, Source
from factlint.sources.rewriting import whole_file
from factlint.text.lines import LineIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# Each alternative is led by a literal and none can start over inside itself, so a hostile line stays linear.
_MARK = re.compile(
    r"""
      (?<![^\r\n])[ ]{0,3} (?P<fence> `{3,}(?=[^`\r\n]*(?![^\r\n])) | ~{3,} )
    | (?P<comment> <!-- )
    | (?<![^\r\n])[ ]{0,3} \#{1,6}[ \t]+ (?P<heading> [^\r\n]+ )
    | (?<=[\r\n])[ ]{0,3} (?P<underline> ={2,} | -{3,} ) [ \t]*(?![^\r\n])
    | (?<![^\r\n])[ ]{0,3} (?P<definition> \[(?!\^)[^\[\]\r\n]+\]:[ \t]+(?:<|/|\.|\#|[a-z]+:)[^\r\n]* )
    | !\[ (?P<image> [^\[\]\r\n]* ) \](?=[(\[])
    | (?P<link> \] )(?=\()
    """,
    re.VERBOSE,
)
_TARGET = re.compile(
    r"""\((?P<url><[^<>\r\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)
        (?:[ \t]+(?:"(?P<title>[^"\r\n]*)"|'(?P<single>[^'\r\n]*)'))?[ \t]*\)""",
    re.VERBOSE,
)
_FENCE = re.compile(r"(?<![^\r\n])[ ]{0,3}(`{3,}|~{3,})[ \t]*(?![^\r\n])")
_ADDRESS = re.compile(r"[/.#:]")
_SENTENCE_END = (".", "!", "?", ":", ";", "”", '"')


def read(file: RawFile) -> Collected:
    """One article a file."""
    from factlint.sources.encoding import decode
    from factlint.sources.front_matter import read_front_matter
    from factlint.text.problem import ProblemError

    try:
        text = decode(file.path, file.data)
    except ProblemError as error:
        return Collected((), error.problems)
    front = read_front_matter(file.path, text)
    blocks = (*front.blocks, *_Blocks(text, front.end).find())
    return Collected((Article(file.path, file.id, text, front.metadata, blocks),), front.problems)


class _Blocks:
    """One pass over the marks of a text; each handler takes a mark and says where to go on."""

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._start = start
        self._found: list[Section] = []
        self._unclosed: dict[str, int] = {}
        self._comments = True
        self._lines = LineIndex(text)
        self._handlers: Mapping[str, Callable[[re.Match[str]], int]] = {
            "fence": self._fence,
            "comment": self._comment,
            "heading": self._heading,
            "underline": self._underline,
            "definition": self._definition,
            "image": self._image,
            "link": self._link,
        }

    def find(self) -> tuple[Section, ...]:
        """The sections that the marks show, in text order."""
        position = self._start
        while match := _MARK.search(self._text, position):
            position = self._handlers[match.lastgroup or ""](match)
        return tuple(self._found)

    def _add(self, kind: str, start: int, end: int) -> None:
        """Add a section without the blanks at its ends, unless nothing is left of it."""
        words = self._text[start:end]
        start += len(words) - len(words.lstrip())
        end = start + len(words.strip())
        if start < end:
            self._found.append(Section(kind, start, end))

    def _fence(self, match: re.Match[str]) -> int:
        """A code block; a fence that is never closed is taken for text, so that it does not silence the rest."""
        char, length = match["fence"][0], len(match["fence"])
        if length < self._unclosed.get(char, length + 1):
            for close in _FENCE.finditer(self._text, match.end()):
                if close[1][0] == char and len(close[1]) >= length:
                    self._add("boilerplate", match.start(), close.end())
                    return close.end()
            self._unclosed[char] = length
        return match.end()

    def _comment(self, match: re.Match[str]) -> int:
        end = self._text.find("-->", match.end()) if self._comments else -1
        self._comments = end >= 0
        if end < 0:
            return match.end()
        self._add("boilerplate", match.start(), end + 3)
        return end + 3

    def _heading(self, match: re.Match[str]) -> int:
        words = match["heading"].rstrip()
        bare = words.rstrip("#")
        # Closing marks count only after a blank: `# C#` is about C#.
        if bare != words and bare != bare.rstrip():
            words = bare
        self._add("headline", match.start("heading"), match.start("heading") + len(words) * bool(bare))
        return match.end()

    def _underline(self, match: re.Match[str]) -> int:
        """A heading of one line above a line of ``=`` or ``-``; after a whole sentence ``---`` is a rule."""
        line = self._lines.position(match.start())[0] - 1
        start, end = self._line(line)
        words = self._text[start:end].strip()
        taken = bool(self._found) and self._found[-1].end > start
        rule = match["underline"][0] == "-" and words.endswith(_SENTENCE_END)
        if words and not taken and not rule and words[0] not in "#>|<-*+" and self._is_free(line - 1):
            self._add("headline", start, end)
        return match.end()

    def _is_free(self, line: int) -> bool:
        """Whether a line does not belong to the paragraph below it: it is blank, an underline, or none of the body."""
        start, end = self._line(line)
        return not self._text[start:end].strip("=- \t")

    def _line(self, line: int) -> tuple[int, int]:
        """The bounds of a 1-based line, empty where it lies above the body."""
        start, end = self._lines.bounds(line) if line > 0 else (0, 0)
        return (start, end) if start >= self._start else (0, 0)

    def _definition(self, match: re.Match[str]) -> int:
        self._add("metadata", *match.span("definition"))
        return match.end()

    def _image(self, match: re.Match[str]) -> int:
        self._add("caption", *match.span("image"))
        target = _TARGET.match(self._text, match.end())
        if target is None:
            return match.end()
        title = "title" if target["title"] is not None else "single"
        self._add("metadata", target.start(), target.end("url"))
        if target[title] is not None:
            self._add("caption", *target.span(title))
        return target.end()

    def _link(self, match: re.Match[str]) -> int:
        target = _TARGET.match(self._text, match.end())
        if target is None or not _ADDRESS.search(target["url"]):
            return match.end()
        self._add("metadata", *target.span())
        return target.end()


SOURCE = Source(name="markdown", suffixes=(".md", ".markdown"), read=read, changes=whole_file)
