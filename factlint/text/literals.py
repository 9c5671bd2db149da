"""Finding any number of listed words and phrases in one pass over a text.

A form begins with a whole word or with a sign, so the words of a text are held against the first words of all forms at
once. Few of them are among these: only they are looked for, and each leads to the phrases that begin with it. So the
cost depends on the text and on the hits, not on how many words are listed.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from operator import itemgetter
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
_WORD = re.compile(r"\w+")
_MARK = re.compile(f"[{MARKS}]")
# A table for ``translate``: of the characters of ASCII all that words are not made of become blanks.
_APART = "".join(char if char.isalnum() or char == "_" else " " for char in map(chr, range(128)))
# Of most texts nothing beyond ASCII is left without these.
_USUAL_SIGNS = "“”‘’–—£€…"
_REMEMBERED = 200_000
"""So many tokens that begin no form are kept in mind."""


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


# A token with which forms begin: its start and end, and the forms.
_Opening = tuple[int, int, _Phrases]


class Literals:
    """Listed forms, ready to be found."""

    __slots__ = ("_barren", "_by_first", "_more", "_signs", "_words")

    def __init__(self, forms: Iterable[str], more: Callable[[str], Iterable[str]] | None = None) -> None:
        """``more`` gives further forms by the token with which they begin; each token of a text is asked for once."""
        self._more = more
        self._barren: set[str] = set()
        listed: dict[str, list[_Entry]] = {}
        for form in set(forms):
            for entry in _entries(form):
                listed.setdefault(entry.tokens[0], []).append(entry)
        made = ((word, _phrases([*entries, *self._further(word)])) for word, entries in listed.items())
        self._by_first = {word: phrases for word, phrases in made if phrases is not None}
        self._words = frozenset(filter(_in_word, self._by_first))
        self._signs = sorted(self._by_first.keys() - self._words)

    def find(self, text: str) -> list[Hit]:
        """Every listed form wherever it stands as whole words, by start, of equal starts the longest first.

        Forms may overlap (US, US Steel): they are those of many lists, and no list hides what another one looks for.
        """
        if not self._by_first and self._more is None:
            return []
        plain = _plain(text)
        openings = self._of_each_token(plain) if _is_mixed(plain) else self._openings(plain)
        return [hit for start, end, phrases in openings for hit in _hits(plain, start, end, phrases)]

    def _openings(self, plain: str) -> list[_Opening]:
        """Where forms may begin: at few places, and these are looked for by what stands there."""
        words = _words(plain)
        if self._more is None:
            first = [*self._words.intersection(words), *[sign for sign in self._signs if sign in plain]]
        else:
            signs = [char for char in set(plain) if not (_in_word(char) or char.isspace())]
            first = [token for token in {*words, *signs} - self._barren if self._beginning(token) is not None]
        found = [(at, at + len(token), self._by_first[token]) for token in first for at in _places(plain, token)]
        found.sort(key=itemgetter(0))
        return found

    def _of_each_token(self, plain: str) -> Iterator[_Opening]:
        """The same where one token may be written in several ways: each is looked at."""
        for token in _TOKEN.finditer(plain):
            phrases = self._beginning(_composed(token.group()))
            if phrases is not None:
                yield *token.span(), phrases

    def _beginning(self, word: str) -> _Phrases | None:
        """The entries that begin with a token."""
        phrases = self._by_first.get(word)
        if phrases is None and self._more is not None and word not in self._barren:
            phrases = _phrases(self._further(word))
            if phrases is not None:
                self._by_first[word] = phrases
            else:
                if len(self._barren) >= _REMEMBERED:
                    self._barren.clear()
                self._barren.add(word)
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


def _is_mixed(plain: str) -> bool:
    """Whether an accent may be a mark behind its letter."""
    return not plain.isascii() and (_MARK.search(plain) is not None or not unicodedata.is_normalized("NFC", plain))


def _words(plain: str) -> list[str]:
    """The tokens of a text that are no signs, in no order that counts."""
    if not plain.isascii():
        for sign in _USUAL_SIGNS:
            plain = plain.replace(sign, " ")
    return plain.translate(_APART).split() if plain.isascii() else _WORD.findall(plain)


def _places(plain: str, token: str) -> Iterator[int]:
    """Where a token stands in a text."""
    word = _in_word(token)
    at = plain.find(token)
    while at >= 0:
        end = at + len(token)
        if not word or not (_in_word(plain[end : end + 1]) or (at and _in_word(plain[at - 1]))):
            yield at
        at = plain.find(token, end)


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
    """Whether a character, or the first of a token, is one that words are made of."""
    return char[:1].isalnum() or char[:1] == "_"
