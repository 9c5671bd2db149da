"""Capitalised words, and the runs in which they stand together as one name may: one search for whole runs."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from factlint.annotations.names.given import GIVEN
from factlint.annotations.names.title_words import OF_HEADS
from factlint.annotations.names.words import (
    ABBREVIATIONS,
    ARABIC_PREFIXES,
    COMPOUND_TAILS,
    KOREAN_SURNAMES,
    LEADING_PARTICLES,
    NAMED_BY_AND,
    OF_ORGANISATIONS,
    PARTICLES,
    SUFFIXES,
)
from factlint.text.deferred import deferred
from factlint.text.tokens import MARKS

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

_LATIN = map(chr, (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)))
_UPPER = "".join(char for char in _LATIN if char.isupper())
_PREFIXES = "|".join(sorted(ARABIC_PREFIXES))


def _behind(words: Iterable[str], last: str = "") -> str:
    """A pattern for being behind one of these words; a look-back has one width, so there is one for each length."""
    by_size: dict[int, list[str]] = {}
    for word in sorted(words):
        by_size.setdefault(len(word), []).append(rf"\b{word}{last}")
    return "|".join(f"(?<={'|'.join(same)})" for same in by_size.values())


# Initials with their stops (J., U.S.), or a word with what hyphens and apostrophes add to it, but no possessive. What
# has matched is never tried in another way: the quantifiers are possessive.
_REST = (
    rf"[{MARKS}]*+(?:\.(?:[{_UPPER}][{MARKS}]*+\.)*+"
    rf"|[\w{MARKS}]*+(?:[-'’‘‑](?![sS](?![\w{MARKS}]))\w[\w{MARKS}]*+)*+)"
)
_WORD = deferred(rf"[{_UPPER}](?<![\w{MARKS}].){_REST}")
_PREFIX = rf"(?:(?:{_PREFIXES})[-‑]|d['’])"
_NEXT = rf"{_PREFIX}?[{_UPPER}]{_REST}"
_NICKNAME = rf"[\"“'‘](?:The )?[{_UPPER}][\w{MARKS}-]+[\"”'’]"
# Few words are followed by one of these, so each alternative begins with what fails soonest.
_LINK = (
    rf"[ \u00a0](?:(?=[{_UPPER}])|(?:(?:{'|'.join(sorted(PARTICLES))}) )+|(?={_PREFIX}))"
    rf"|\.(?:{_behind(ABBREVIATIONS, '[.]')}) "
    rf"| (?:& |of (?:the )?|(?=(?:for|on) )(?:{_behind(OF_ORGANISATIONS, ' ')})(?:for|on) (?:the )?"
    rf"|and (?=(?:{'|'.join(sorted(NAMED_BY_AND))})\b)|{_NICKNAME} )"
)
_LONGEST = 15
"""So many words follow the first one of a run, at most."""
# The look back comes behind the capital, so that the search runs from capital to capital.
_RUN = deferred(rf"[{_UPPER}](?<![\w{MARKS}].){_REST}(?:(?:{_LINK}){_NEXT}){{0,{_LONGEST}}}+(?:(?<= [JS]r)\.)?")
# Of most runs nothing has to be found out: words of plain letters, none of which ends a name.
_PLAIN = deferred(rf"(?:(?!(?:{'|'.join(SUFFIXES)})\b)[A-Z][A-Za-z]*(?: |\Z))+(?<! )")
_QUOTED = deferred(rf"(?<= ){_NICKNAME}")
_QUOTES = frozenset("\"“”'‘’")
_PARTICIPLE = deferred(r"[a-z]{3,}ed|[a-z]{4,}ing")
_PARTY_TAG = deferred(r"[DRI]-[A-Z][A-Za-z]*")
_OPENERS = frozenset("\"'“‘«([:•*–—|>")
_BULLETS = frozenset(":•*–—|>")
_HYPHENS = frozenset("-‑")
_PREFIX_SIGNS = frozenset("-‑'’")
_LONGEST_PREFIX = 6
_LEADING = frozenset(f" {particle} "[-4:] for particle in LEADING_PARTICLES)


class Word:
    """A capitalised word: its place in its run, its text (composed), what may not be joined to it."""

    __slots__ = ("closed", "end", "initial", "link", "start", "text")

    def __init__(self, start: int, end: int, text: str) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.closed = False  # nothing follows in the same name: the head of a compound, Jr.
        self.initial = False  # it begins a sentence, a quotation, a line of a list: the capital may mean nothing
        self.link = ""  # what joins it to the word before: "" for a blank, else the words between, or "."


def runs(
    text: str, sentences: Iterable[tuple[int, int]], nothing: Container[str] = (), after: int = 0
) -> Iterator[tuple[int, str, bool]]:
    """Where each run of capitalised words begins, the run, and whether it begins a sentence or the like.

    Words that are known for ``nothing`` are left out from the offset ``after`` on.
    """
    begins = [start if text[start : start + 1].isalnum() else _first_letter(text, start) for start, _ in sentences]
    firsts = [*dict.fromkeys(begins), len(text) + 1]
    at = 0
    for match in _RUN.finditer(text):
        run = match.group()
        start = match.start()
        before = text[start - 1 : start]
        if run in nothing and start >= after and before not in _PREFIX_SIGNS:
            continue
        while firsts[at] < start:
            at += 1
        end = start + len(run)
        if firsts[at] == start:
            initial = True
            at += 1
        elif before == " ":
            initial = text[start - 2 : start - 1] in _BULLETS
            if text[start - 4 : start] in _LEADING:
                start = _with_particles(text, start)
                run = text[start:end]
        else:
            initial = before in _OPENERS
            begin = _with_prefix(text, start) if before in _PREFIX_SIGNS else start
            if begin < start:
                start, run, initial = begin, text[begin:end], False
        while firsts[at] < end:  # a sentence ends inside: behind an abbreviation, or where a stop is missing
            yield start, text[start : firsts[at]].rstrip(), initial
            start, run, initial = firsts[at], text[firsts[at] : end], True
            at += 1
        yield start, run, initial


def _first_letter(text: str, start: int) -> int:
    """The place of the first letter or figure of a sentence, a few signs left aside."""
    return next((offset for offset in range(start, min(start + 4, len(text))) if text[offset].isalnum()), start)


def _with_prefix(text: str, start: int) -> int:
    """Where a word behind a hyphen or apostrophe begins with its prefix: al- of al-Assad, d' of d'Estaing."""
    sign = text[start - 1]
    begin = start - 1
    while begin > 0 and text[begin - 1].isalpha() and start - begin < _LONGEST_PREFIX:
        begin -= 1
    prefix = text[begin : start - 1]
    return begin if prefix in (ARABIC_PREFIXES if sign in _HYPHENS else ("d", "l")) else start


def _with_particles(text: str, start: int) -> int:
    """Where a name begins with particles before its first capital: von der Leyen."""
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


def split(run: str, *, initial: bool = False) -> list[list[Word]]:
    """The words of a run, those together that may be one name."""
    found = [_plain_words(run)] if _PLAIN.fullmatch(run) else _split(run)
    if found and initial:
        found[0][0].initial = True
    return found


def _plain_words(run: str) -> list[Word]:
    """The words of a run with nothing but blanks between them."""
    words: list[Word] = []
    at = 0
    for form in run.split(" "):
        words.append(Word(at, at + len(form), form))
        at += len(form) + 1
    return words


def _split(run: str) -> list[list[Word]]:
    found: list[list[Word]] = []
    last: Word | None = None
    quoted = [match.span() for match in _QUOTED.finditer(run)] if " " in run else ()
    for match in _WORD.finditer(run):
        start, form = match.start(), match.group()
        if form[1:2] == "-" and _PARTY_TAG.fullmatch(form):
            last = None  # (R-Wis.)
            continue
        if quoted and last is not None and last.text in GIVEN and any(begin < start < end for begin, end in quoted):
            continue  # Dwayne 'The Rock' Johnson
        korean = last is not None and last.text in KOREAN_SURNAMES
        word = _word(run, start, form, cut=not (korean and form.endswith("-in")))  # Moon Jae-in, Hong Kong-based
        if last is not None and _joined(run, last, word):
            found[-1].append(word)
        else:
            found.append([word])
        last = word
    return found


def _word(run: str, start: int, form: str, *, cut: bool) -> Word:
    word = Word(start, start + len(form), form if form.isascii() else composed(form))
    if cut and "-" in form:
        _cut_compound(word)
    word.closed |= form in SUFFIXES
    if start and run[start - 1] in _PREFIX_SIGNS:
        prefix = run.rfind(" ", 0, start) + 1
        if run[prefix : start - 1].isalpha():
            word.start = prefix
            word.text = composed(run[prefix : word.end])
    return word


def _cut_compound(word: Word) -> None:
    """Cut ``backed`` off Trump-backed; Ki-moon stays whole."""
    head, _, tail = word.text.rpartition("-")
    while head and (tail in COMPOUND_TAILS or _PARTICIPLE.fullmatch(tail)):
        word.text = head
        word.end -= len(tail) + 1
        word.closed = True
        head, _, tail = head.rpartition("-")


def composed(form: str) -> str:
    """A word as lists have it: each accent part of its letter."""
    return form if form.isascii() else unicodedata.normalize("NFC", form)


def _joined(run: str, before: Word, word: Word) -> bool:
    """Whether two words belong to one name; notes in ``word.link`` what stands between them."""
    gap = run[before.end : word.start]
    if before.closed:
        return False
    if gap in (" ", "\u00a0", ". "):
        return True
    if _QUOTES.intersection(gap):
        return gap.startswith(" ") and gap.endswith(" ")
    link = gap.strip(" ")
    word.link = link
    if link in ("of", "of the"):
        return before.text in OF_ORGANISATIONS or before.text in OF_HEADS
    return True
