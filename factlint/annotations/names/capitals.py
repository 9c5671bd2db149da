"""Capitalised words and the runs that they form: ``German Chancellor Friedrich Merz``, ``Ursula von der Leyen``."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from factlint.annotations.names.title_words import OF_HEADS
from factlint.annotations.names.words import (
    ABBREVIATIONS,
    ARABIC_PREFIXES,
    COMPOUND_TAILS,
    LEADING_PARTICLES,
    OF_ORGANISATIONS,
    PARTICLES,
)
from factlint.text.tokens import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LATIN = map(chr, (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)))
_UPPER = "".join(char for char in _LATIN if char.isupper())
# Initials with their stops (J., U.S.), or a word with what hyphens and apostrophes add to it.
_WORD = re.compile(
    rf"(?<![\w{MARKS}])[{_UPPER}][{MARKS}]*(?:\.(?:[{_UPPER}][{MARKS}]*\.)*|[\w{MARKS}]*(?:[-'’‘‑]\w[\w{MARKS}]*)*)"
)
_PARTICIPLE = re.compile(r"[a-z]{3,}ed|[a-z]{4,}ing")
_PARTY_TAG = re.compile(r"[DRI]-[A-Z][a-z]*")
_POSSESSIVE = ("'s", "’s", "‘s", "'S", "’S")
_LONGEST_LINK = 14
_OPENERS = "\"'“‘«([:•*–—|>"


class Word:
    """A capitalised word: its place, its text (composed) without a possessive ending, what may not be joined to it."""

    __slots__ = ("closed", "end", "initial", "link", "open", "start", "text")

    def __init__(self, start: int, end: int, text: str) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.closed = False  # nothing follows in the same name: a possessive, the head of a compound
        self.open = False  # a prefix stands before it, as in anti-Trump: it begins a name and follows none
        self.initial = False  # it begins a sentence, a quotation, a line of a list: the capital may mean nothing
        self.link = ""  # what joins it to the word before: "" for a blank, else the words between, or "."


def capital_words(text: str, sentence_starts: Iterable[int]) -> Iterator[Word]:
    """Every capitalised word of a text, in order."""
    firsts = {_first_letter(text, start) for start in sentence_starts}
    for match in _WORD.finditer(text):
        start = match.start()
        if _PARTY_TAG.fullmatch(match.group()):
            continue  # (R-Wis.)
        word = _word(text, start, match.end(), match.group())
        word.initial = start in firsts or (start > 0 and _opened(text, start))
        yield word


def _first_letter(text: str, start: int) -> int:
    """The place of the first letter or figure of a sentence, a few signs left aside."""
    for offset in range(start, min(start + 4, len(text))):
        if text[offset].isalnum():
            return offset
    return start


def _opened(text: str, start: int) -> bool:
    """Whether a quotation, a bracket, a colon or a bullet stands right before."""
    before = text[start - 1]
    return before in _OPENERS or (before == " " and start > 1 and text[start - 2] in ":•*–—|>")


def _word(text: str, start: int, end: int, form: str) -> Word:
    word = Word(start, end, form)
    if form.endswith(_POSSESSIVE):
        word.end, word.text, word.closed = end - 2, form[:-2], True
    else:
        word.closed = _closes(text, end, form[-1])
    if "-" in form:
        _cut_compound(word)
    if start and text[start - 1] in "-'’‑":
        _take_prefix(text, word)
    word.text = _composed(word.text)
    return word


def _closes(text: str, end: int, last: str) -> bool:
    """Whether the possessive of James’ or the hyphen of Witkoff-led ends the name before ``end``."""
    sign, following = text[end : end + 1], text[end + 1 : end + 2]
    if sign in ("'", "’"):
        return last in "sSzZx" and following == " "
    return sign in ("-", "/") and following.isalnum()


def _cut_compound(word: Word) -> None:
    """Cut ``backed`` off Trump-backed; Ki-moon stays whole."""
    head, _, tail = word.text.rpartition("-")
    if head and (tail in COMPOUND_TAILS or _PARTICIPLE.fullmatch(tail)):
        word.text = head
        word.end = word.start + len(head)
        word.closed = True
        _cut_compound(word)


def _take_prefix(text: str, word: Word) -> None:
    """Take al- of al-Assad and d' of d'Estaing into the word; any other prefix only opens a name."""
    before = word.start - 1
    begin = before
    while begin > 0 and text[begin - 1].isalpha() and before - begin < 5:
        begin -= 1
    prefix = text[begin:before]
    usual = ARABIC_PREFIXES if text[before] in "-‑" else ("d", "l")
    if prefix.lower() in usual:
        word.start = begin
        word.text = text[begin : word.end]
    else:
        word.open = bool(prefix)


def _composed(form: str) -> str:
    """A word as lists have it: each accent part of its letter."""
    return form if form.isascii() else unicodedata.normalize("NFC", form)


def runs(text: str, words: Iterable[Word]) -> Iterator[list[Word]]:
    """Words that stand together as one name may."""
    run: list[Word] = []
    for word in words:
        if run and not _joined(text, run[-1], word):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _joined(text: str, before: Word, word: Word) -> bool:
    """Whether two words belong to one run; notes in ``word.link`` what stands between them."""
    gap = text[before.end : word.start]
    if before.closed or word.open:
        return False
    if gap in (" ", "\u00a0"):
        return not word.initial
    if gap == ". ":
        return before.text in ABBREVIATIONS
    if len(gap) > _LONGEST_LINK or gap[:1] != " " or gap[-1:] != " " or not _links(before.text, gap[1:-1]):
        return False
    word.link = gap[1:-1]
    return True


def _links(before: str, between: str) -> bool:
    """Whether the small words between two capitalised ones hold them together."""
    if between == "&":
        return True
    if between in ("of", "of the", "for"):
        return before in OF_ORGANISATIONS or (before in OF_HEADS and between != "for")
    return all(part in PARTICLES for part in between.split(" "))


def leading_particles(text: str, start: int) -> int:
    """Where a name begins when particles stand before its first capitalised word: ``von der`` of von der Leyen."""
    begin = start
    for _ in range(3):
        if begin < 3 or text[begin - 1] != " ":
            break
        blank = max(text.rfind(" ", max(0, begin - 8), begin - 1), text.rfind("\n", max(0, begin - 8), begin - 1))
        particle = text[blank + 1 : begin - 1]
        if particle not in LEADING_PARTICLES and not (begin < start and particle in PARTICLES):
            break
        begin = blank + 1
    return begin
