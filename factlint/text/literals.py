"""Finding any number of listed words and phrases in one pass over a text.

The text is cut into tokens once; each token is looked up in one dictionary from first tokens to the phrases that begin
with it. So the cost depends on the text and on the hits, not on how many words are listed.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from factlint.text.tokens import MARKS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_TOKEN = re.compile(rf"\w[\w{MARKS}]*|[^\w\s]")
_GLYPHS = str.maketrans({"’": "'", "‘": "'", "‑": "-", "‐": "-"})
# Signs that make a word before them a part of an amount.
_MONEY = ("$", "£", "€")
_WORD = re.compile(r"\w")
# So many tokens that begin no form are kept in mind.
_REMEMBERED = 200_000


class Hit(NamedTuple):
    """A listed form in a text: its place and the form as the list has it (case and glyphs may differ in the text)."""

    start: int
    end: int
    form: str


# A token: its word, its start, its end.
_Token = tuple[str, int, int]


class _Entry(NamedTuple):
    tokens: tuple[str, ...]
    gaps: tuple[bool, ...]
    form: str


class Literals:
    """Listed forms, ready to be found."""

    __slots__ = ("_by_first", "_more")

    def __init__(self, forms: Iterable[str], more: Callable[[str], Iterable[str]] | None = None) -> None:
        """``more`` gives further forms by the token with which they begin; each token of a text is asked for once."""
        self._more = more
        self._by_first: dict[str, list[_Entry]] = {}
        for form in set(forms):
            for entry in _entries(form):
                self._by_first.setdefault(entry.tokens[0], []).append(entry)
        for word, entries in self._by_first.items():
            self._by_first[word] = _ordered([*entries, *self._further(word)])

    def find(self, text: str) -> list[Hit]:
        """Every listed form wherever it stands as whole words, by start, of equal starts the longest first.

        Forms may overlap (US, US Steel): they are those of many lists, and no list hides what another one looks for.
        """
        if not self._by_first and self._more is None:
            return []
        plain = text.translate(_GLYPHS)
        tokens = [(_composed(token.group()), token.start(), token.end()) for token in _TOKEN.finditer(plain)]
        hits: list[Hit] = []
        for index, (word, start, _) in enumerate(tokens):
            for entry in self._beginning(word):
                end = _match(plain, tokens, index, entry)
                if end is not None and _whole(plain, start, end):
                    hits.append(Hit(start, end, entry.form))
        return hits

    def _beginning(self, word: str) -> Sequence[_Entry]:
        """The entries that begin with a token."""
        entries = self._by_first.get(word)
        if entries is None:
            if self._more is None:
                return ()
            if len(self._by_first) >= _REMEMBERED:
                self._by_first = {first: kept for first, kept in self._by_first.items() if kept}
            entries = self._by_first[word] = _ordered(self._further(word))
        return entries

    def _further(self, word: str) -> Iterator[_Entry]:
        for form in self._more(word) if self._more is not None else ():
            yield from (entry for entry in _entries(form) if entry.tokens[0] == word)


def _entries(form: str) -> list[_Entry]:
    found = [_entry(variant, form) for variant in _cased(form)]
    return [entry for entry in found if entry.tokens]


def _ordered(entries: Iterable[_Entry]) -> list[_Entry]:
    return sorted(set(entries), key=lambda entry: (-len(entry.tokens), entry))


def first_tokens(form: str) -> set[str]:
    """The tokens with which a form may begin in a text: what ``Literals`` asks ``more`` about."""
    return {entry.tokens[0] for entry in _entries(form)}


def _composed(word: str) -> str:
    """A word with each accent in its letter, as a text may or may not have it."""
    return word if word.isascii() else unicodedata.normalize("NFC", word)


def _entry(variant: str, form: str) -> _Entry:
    matches = list(_TOKEN.finditer(variant.translate(_GLYPHS)))
    ends = [0, *(match.end() for match in matches)]
    gaps = tuple(match.start() > end for match, end in zip(matches, ends, strict=False))
    return _Entry(tuple(_composed(match.group()) for match in matches), gaps, form)


def _cased(form: str) -> set[str]:
    """The form as listed, in capitals, and (for a lower-case form) at the start of a sentence."""
    variants = {form, form.upper()}
    if form[:1].islower():
        variants.add(form[:1].upper() + form[1:])
    return variants


def _match(plain: str, tokens: list[_Token], index: int, entry: _Entry) -> int | None:
    """The end offset where an entry stands at the token ``index`` with its own spacing on one line, or None."""
    if index + len(entry.tokens) > len(tokens):
        return None
    end = tokens[index][2]
    for offset in range(1, len(entry.tokens)):
        word, start, stop = tokens[index + offset]
        between = plain[end:start]
        if word != entry.tokens[offset] or bool(between) != entry.gaps[offset] or "\n" in between or "\r" in between:
            return None
        end = stop
    return end


def _whole(plain: str, start: int, end: int) -> bool:
    """Whether no word runs on over the edges: no ``U.S.`` in ``U.S.A.``, no ``US`` in ``US$5``."""
    runs_into = _WORD.match(plain[start]) and _WORD.match(plain[start - 1 : start])
    after = plain[end : end + 1]
    runs_on = (_WORD.match(plain[end - 1]) or plain[end - 1] == ".") and (_WORD.match(after) or after in _MONEY)
    return not runs_into and not runs_on
