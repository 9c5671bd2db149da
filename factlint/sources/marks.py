"""The marks of Markdown, of Hugo and of MDX in a text: headings, captions, code, comments, short codes, components.

Offsets are those of the text, markup included.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from factlint.article import Section
from factlint.text.lines import LineIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# Each alternative is led by a literal and none can start over inside itself, so a hostile line stays linear.
_MARKS = r"""
      (?<![^\r\n])[ ]{0,3} (?P<fence> `{3,}(?=[^`\r\n]*(?![^\r\n])) | ~{3,} )
    | (?P<comment> <!-- )
    | (?<![^\r\n])[ ]{0,3} \#{1,6}[ \t]+ (?P<heading> [^\r\n]+ )
    | (?<=[\r\n])[ ]{0,3} (?P<underline> ={2,} | -{3,} ) [ \t]*(?![^\r\n])
    | (?<![^\r\n])[ ]{0,3} (?P<definition> \[(?!\^)[^\[\]\r\n]+\]:[ \t]+(?:<|/|\.|\#|[a-z]+:)[^\r\n]* )
    | (?P<shortcode> \{\{[<%] )
    | (?P<tag> </?[A-Za-z][A-Za-z0-9.]*(?=[\s/>]) )
    | !\[ (?P<image> [^\[\]\r\n]* ) \](?=[(\[])
    | (?P<link> \] )(?=\()
"""
# What MDX has besides: code of modules at the start of a line, expressions in braces.
_MORE = r"""
    | (?<![^\r\n])(?P<module> (?:import|export)\b(?=[\s{*]) )
    | (?P<expression> \{ )
"""


@cache
def _mark(mdx: bool) -> re.Pattern[str]:
    return re.compile(_MARKS + _MORE * mdx, re.VERBOSE)


_TARGET = re.compile(
    r"""\((?P<url><[^<>\r\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)
        (?:[ \t]+(?:"(?P<title>[^"\r\n]*)"|'(?P<single>[^'\r\n]*)'))?[ \t]*\)""",
    re.VERBOSE,
)
# How long a tag, a short code or an expression may be; what is longer was never closed.
_LONGEST = 10_000
# After so many that were never closed the rest is taken for text, so that a hostile text does not cost its square.
_MOST_MISSES = 50
_TAG_END = re.compile(rf"[^<>]{{0,{_LONGEST}}}>")
_SHORTCODE_END = re.compile(rf"[^}}]{{0,{_LONGEST}}}?[>%]\}}\}}")
_SHORTCODE_CAPTION = re.compile(r"""\bcaption\s*=\s*(?:"(?P<double>[^"]*)"|`(?P<back>[^`]*)`)""")
_NESTING = re.compile(r"""["'`{}>]""")
_BLANK_LINE = re.compile(r"(?:\r\n|\n|\r)[ \t]*(?=\r|\n)")
_FENCE = re.compile(r"(?<![^\r\n])[ ]{0,3}(`{3,}|~{3,})[ \t]*(?![^\r\n])")
_ADDRESS = re.compile(r"[/.#:]")
_SENTENCE_END = (".", "!", "?", ":", ";", "”", '"')


class Marks:
    """One pass over the marks of a text; each handler takes a mark and says where to go on."""

    def __init__(self, text: str, start: int, *, mdx: bool = False) -> None:
        self._mdx = mdx
        self._misses = 0
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
            "shortcode": self._shortcode,
            "tag": self._tag,
            "module": self._module,
            "expression": self._expression,
            "image": self._image,
            "link": self._link,
        }

    def find(self) -> tuple[Section, ...]:
        """The sections that the marks show, in text order."""
        position = self._start
        mark = _mark(self._mdx)
        while match := mark.search(self._text, position):
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

    def _shortcode(self, match: re.Match[str]) -> int:
        """``{{< figure src="a.jpg" caption="…" >}}`` of Hugo: nobody's copy but for its caption."""
        end = _SHORTCODE_END.match(self._text, match.end()) if self._misses < _MOST_MISSES else None
        if end is None:
            self._misses += 1
            return match.end()
        at = match.start()
        for caption in _SHORTCODE_CAPTION.finditer(self._text, match.end(), end.end()):
            group = "double" if caption["double"] is not None else "back"
            self._add("metadata", at, caption.start(group))
            self._add("caption", *caption.span(group))
            at = caption.end(group)
        self._add("metadata", at, end.end())
        return end.end()

    def _tag(self, match: re.Match[str]) -> int:
        """A tag of HTML, or of a component, whose properties are no copy; what stands between two tags is."""
        if self._mdx:
            stop = self._closed(match.end(), ">")
        else:
            end = _TAG_END.match(self._text, match.end())
            stop = end.end() if end else -1
        if stop < 0:
            return match.end()
        self._add("metadata", match.start(), stop)
        return stop

    def _module(self, match: re.Match[str]) -> int:
        """``import`` and ``export`` of MDX, up to the next blank line."""
        end = _BLANK_LINE.search(self._text, match.end())
        stop = end.start() if end else len(self._text)
        self._add("boilerplate", match.start(), stop)
        return stop

    def _expression(self, match: re.Match[str]) -> int:
        stop = self._closed(match.end(), "}")
        if stop < 0:
            return match.end()
        self._add("metadata", match.start(), stop)
        return stop

    def _closed(self, at: int, close: str) -> int:
        """Where what was opened is closed, quotations and braces on the way left out; -1 if nowhere."""
        if self._misses >= _MOST_MISSES:
            return -1
        stop = self._closing(at, close)
        self._misses += stop < 0
        return stop

    def _closing(self, at: int, close: str) -> int:
        depth, limit = 0, at + _LONGEST
        while (found := _NESTING.search(self._text, at, limit)) is not None:
            sign, at = found.group(), found.end()
            if sign == close and depth == 0:
                return at
            if sign in "\"'`" and (depth or close == ">"):
                at = self._text.find(sign, at, limit) + 1
                if at == 0:
                    return -1
            depth += (sign == "{") - (sign == "}")
        return -1

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
