"""Finding any number of listed words and phrases in one pass over a text.

No form goes over the edge of a word, so a text is cut at its blanks and nearly every piece is known not to begin a
form: one look-up in a set. Only what is left is cut into tokens, each of which leads to the phrases that begin with it.
So the cost depends on the text and on the hits, not on how many words are listed.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import filterfalse, pairwise
from typing import TYPE_CHECKING, NamedTuple

from factlint.text.tokens import MARKS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_TOKEN = re.compile(rf"\w[\w{MARKS}]*|[^\w\s]")
# The next token on the same line, with the blanks before it.
_NEXT = re.compile(rf"([^\S\r\n]*+)({_TOKEN.pattern})")
_GLYPHS = (("’", "'"), ("‘", "'"), ("‑", "-"), ("‐", "-"))
# Signs that make a word before them a part of an amount.
_MONEY = frozenset("$£€")
# So many tokens, and pieces of text, that begin no form are kept in mind; the latter if they are no longer than this.
_REMEMBERED, _SHORT = 200_000, 32


class Hit(NamedTuple):
    """A listed form in a text: its place and the form as the list has it (case and glyphs may differ in the text)."""

    start: int
    end: int
    form: str


class _Entry(NamedTuple):
    """A form as a row of tokens, and whether a blank stands before each of them but the first."""

    tokens: tuple[str, ...]
    gaps: tuple[bool, ...]
    form: str


class _Phrases(NamedTuple):
    """The entries that begin with one token: how many tokens they have, most first, and the forms by tokens and gaps.

    ``seconds`` are the tokens that may come next.
    """

    sizes: tuple[int, ...]
    seconds: frozenset[str]
    forms: dict[tuple[tuple[str, ...], tuple[bool, ...]], tuple[str, ...]]


# The tokens of a piece with which forms begin: start and end in the piece, and the forms.
_Openings = tuple[tuple[int, int, _Phrases], ...]


class Literals:
    """Listed forms, ready to be found."""

    __slots__ = ("_barren", "_by_first", "_fertile", "_more")

    def __init__(self, forms: Iterable[str], more: Callable[[str], Iterable[str]] | None = None) -> None:
        """``more`` gives further forms by the token with which they begin; each token of a text is asked for once."""
        self._more = more
        self._barren: set[str] = set()
        self._fertile: dict[str, _Openings] = {}
        listed: dict[str, list[_Entry]] = {}
        for form in set(forms):
            for entry in _entries(form):
                listed.setdefault(entry.tokens[0], []).append(entry)
        self._by_first: dict[str, _Phrases | None] = {
            word: _phrases([*entries, *self._further(word)]) for word, entries in listed.items()
        }

    def find(self, text: str) -> list[Hit]:
        """Every listed form wherever it stands as whole words, by start, of equal starts the longest first.

        Forms may overlap (US, US Steel): they are those of many lists, and no list hides what another one looks for.
        """
        if not self._by_first and self._more is None:
            return []
        plain = _plain(text)
        hits: list[Hit] = []
        at = 0
        for piece in filterfalse(self._barren.__contains__, plain.split()):
            openings = self._fertile.get(piece)
            if openings is None:
                openings = self._read(piece)
            if openings:
                at = _piece_at(plain, piece, at)
                for start, end, phrases in openings:
                    hits.extend(_hits(plain, at + start, at + end, phrases))
                at += len(piece)
        return hits

    def _read(self, piece: str) -> _Openings:
        """Where in a piece of a text forms may begin; kept in mind for the next time."""
        if len(self._barren) + len(self._fertile) >= _REMEMBERED:
            self._barren.clear()
            self._fertile.clear()
        short = len(piece) <= _SHORT
        if not self._any_begins(piece):
            if short:
                self._barren.add(piece)
            return ()
        found = [(*token.span(), self._beginning(_composed(token.group()))) for token in _TOKEN.finditer(piece)]
        openings = tuple((start, end, phrases) for start, end, phrases in found if phrases is not None)
        if short:
            self._fertile[piece] = openings
        return openings

    def _any_begins(self, piece: str) -> bool:
        """Whether a form begins with any token of a piece: mostly none does, and this is the fastest way to know."""
        words = _TOKEN.findall(piece)
        if not piece.isascii():
            words = [_composed(word) for word in words]
        if self._more is None:
            return not self._by_first.keys().isdisjoint(words)
        return any(self._beginning(word) is not None for word in words)

    def _beginning(self, word: str) -> _Phrases | None:
        """The entries that begin with a token."""
        if self._more is None or word in self._by_first:
            return self._by_first.get(word)
        if len(self._by_first) >= _REMEMBERED:
            self._by_first = {first: kept for first, kept in self._by_first.items() if kept}
        phrases = self._by_first[word] = _phrases(self._further(word))
        return phrases

    def _further(self, word: str) -> Iterator[_Entry]:
        for form in self._more(word) if self._more is not None else ():
            yield from (entry for entry in _entries(form) if entry.tokens[0] == word)


def first_tokens(form: str) -> set[str]:
    """The tokens with which a form may begin in a text: what ``Literals`` asks ``more`` about."""
    return {entry.tokens[0] for entry in _entries(form)}


# -- what is listed


def _entries(form: str) -> list[_Entry]:
    found = [_entry(variant, form) for variant in _cased(form)]
    return [entry for entry in found if entry.tokens]


def _entry(variant: str, form: str) -> _Entry:
    matches = list(_TOKEN.finditer(_plain(variant)))
    gaps = tuple(right.start() > left.end() for left, right in pairwise(matches))
    return _Entry(tuple(_composed(match.group()) for match in matches), gaps, form)


def _cased(form: str) -> set[str]:
    """The form as listed, in capitals, and (for a lower-case form) at the start of a sentence."""
    variants = {form, form.upper()}
    if form[:1].islower():
        variants.add(form[:1].upper() + form[1:])
    return variants


def _phrases(entries: Iterable[_Entry]) -> _Phrases | None:
    forms: dict[tuple[tuple[str, ...], tuple[bool, ...]], tuple[str, ...]] = {}
    for entry in sorted(set(entries)):
        key = entry.tokens, entry.gaps
        forms[key] = (*forms.get(key, ()), entry.form)
    sizes = {len(tokens) for tokens, _ in forms}
    seconds = frozenset(tokens[1] for tokens, _ in forms if len(tokens) > 1)
    return _Phrases(tuple(sorted(sizes, reverse=True)), seconds, forms) if forms else None


# -- what stands in a text


def _plain(text: str) -> str:
    """A text of the same length in which apostrophes and hyphens have one glyph each."""
    if not text.isascii():
        for glyph, plain in _GLYPHS:
            text = text.replace(glyph, plain)
    return text


def _composed(word: str) -> str:
    """A word with each accent in its letter, as a text may or may not have it."""
    return word if word.isascii() else unicodedata.normalize("NFC", word)


def _piece_at(plain: str, piece: str, low: int) -> int:
    """The first offset from ``low`` on where a piece stands between blanks."""
    at = plain.index(piece, low)
    while not _alone(plain, at, at + len(piece)):
        at = plain.index(piece, at + 1)
    return at


def _alone(plain: str, start: int, end: int) -> bool:
    return (start == 0 or plain[start - 1].isspace()) and (end == len(plain) or plain[end].isspace())


def _hits(plain: str, start: int, end: int, phrases: _Phrases) -> Iterator[Hit]:
    """The phrases that stand with their own spacing on one line where their first token does, the longest first."""
    words, gaps, ends = [_composed(plain[start:end])], [], [end]
    while len(words) < phrases.sizes[0] and (token := _NEXT.match(plain, ends[-1])):
        word = _composed(token.group(2))
        if len(words) == 1 and word not in phrases.seconds:
            break
        gaps.append(token.end(1) > token.start())
        words.append(word)
        ends.append(token.end())
    for size in phrases.sizes:
        forms = phrases.forms.get((tuple(words[:size]), tuple(gaps[: size - 1]))) if size <= len(words) else None
        if forms and _whole(plain, start, ends[size - 1]):
            yield from (Hit(start, ends[size - 1], form) for form in forms)


def _whole(plain: str, start: int, end: int) -> bool:
    """Whether no word runs on over the edges: no ``U.S.`` in ``U.S.A.``, no ``US`` in ``US$5``."""
    if start and _in_word(plain[start]) and _in_word(plain[start - 1]):
        return False
    last, after = plain[end - 1], plain[end : end + 1]
    return not ((_in_word(last) or last == ".") and (_in_word(after) or after in _MONEY))


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"
