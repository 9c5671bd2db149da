"""Titles: what stands before or right after a name and says what its bearer is, and which listed office that is."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.names.title_words import (
    GUARDS,
    HEADS,
    NO_APPOSITION,
    OF_TAIL,
    PARTIES,
    PHRASE_TAILS,
    PHRASES,
    PLURAL_HEADS,
    QUALIFIERS,
    RANKS,
)
from factlint.annotations.names.words import ABBREVIATIONS, NOT_NAMES, STARTERS
from factlint.text.deferred import deferred
from factlint.text.forms import folded
from factlint.text.tokens import MARKS
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.annotations.names.index import Index

_WINDOW = 90
_MOST_WORDS, _LONGEST = 10, 8
"""So many words before a name are looked at, and so many make up a title, at most."""
_AFTER = deferred(
    r", (?:(?:the|a|an) )?([^,.;:()\n\r–—\"“”]{2,70}(?:\b[A-Z]\.[A-Z]\.)?)(?=[,.;:)\n\r–—\"”]|$)(.{0,6})", re.DOTALL
)
_GOES_ON = deferred(r",\s(?:(?:and|or)\b|[A-Z])")
_OF_NATION = deferred(rf" of (?:the )?((?:[A-Z][\w{MARKS}.]*)(?: [A-Z][\w{MARKS}.]*){{0,2}})")
_OPENERS = "\"“”'‘’([—–-"
_CLOSERS = ('"', "”", "''", "»")
_ORDINAL = deferred(r"\d+(?:st|nd|rd|th)")
_STOPS = frozenset(',;:.!?)"”—–')
# Before "as" and "to", and before a title, they give it to somebody at another time.
_IN_TURN = word_set("successor predecessor succeeded replaced him her stint term days time")
_ONCE = ("then-", "former-", "ex-", "late-", "one-time-")
_CLOSED_BY = deferred(r"\s*(?:[.;:)\n\r–—]|, (?!and\b|or\b|who were\b)[a-z]|$)")


class Title(NamedTuple):
    """A title: where it begins, its words as written, the key of the office that it names, its listed part, folded."""

    start: int
    words: str
    office: str | None
    head: str


class _Part(NamedTuple):
    """A word before a name: as written, as lists have it, and where a title that has it goes on or begins."""

    raw: str
    plain: str
    continues: bool
    begins: bool


def before(text: str, start: int, end: int, index: Index) -> Title | None:
    """The title right before the name at ``start`` to ``end``; None if there is none."""
    words = _words_before(text, start)
    if not words:
        return None
    last = _part(words[-1])
    if not _plausible(last.plain) or _ends(last.raw):
        return None
    comma = last.raw.endswith(",")
    if comma and not _CLOSED_BY.match(text, end, end + 12):
        return None
    chain = _chain(words)
    if chain is None:
        return None
    first = len(words) - len(chain)
    if comma and not _definite(words, first):
        return None
    begin = start - sum(map(len, words[first:])) - len(chain)
    while begin < start and text[begin] in _OPENERS:
        begin += 1
    written = text[begin:start].rstrip(" ,\u00a0")
    office, head = _office([part.plain for part in chain], index)
    guarded = office is not None and first > 0 and (_guarded(_part(words[first - 1])) or _another(words, first))
    return Title(begin, written, None if guarded else office, head)


def _ends(raw: str) -> bool:
    """Whether a sentence or a quotation ends behind a word: “… the next president,” Novak said."""
    return raw.endswith(_CLOSERS) or _ends_sentence(raw)


def _ends_sentence(raw: str) -> bool:
    """Whether the stop behind a word is none of an abbreviation: not Gen., but president."""
    return raw.endswith(".") and raw[:-1].lower() not in _SHORT


_SHORT = frozenset(word.lower() for word in ABBREVIATIONS)


def _words_before(text: str, start: int) -> list[str]:
    """The words of the same line before an offset, as many as a title may have, as they are written."""
    low = max(0, start - _WINDOW)
    low = max(low, text.rfind("\n", low, start) + 1, text.rfind("\r", low, start) + 1)
    if start - low < 2 or text[start - 1] not in " \u00a0":
        return []
    return text[low : start - 1].replace("\u00a0", " ").rsplit(" ", _MOST_WORDS)[-_MOST_WORDS:]


@lru_cache(maxsize=50_000)
def _part(raw: str) -> _Part:
    plain = _plain(raw)
    return _Part(raw, plain, _continues(raw, plain), _begins(raw, plain))


def _plain(raw: str) -> str:
    """A word in the form in which lists have it: lower case, without signs; an abbreviation keeps its inner stops."""
    return folded(raw.strip("\"“”'‘’([,;:"))


def _plausible(word: str) -> bool:
    return is_head(word) or word in PHRASE_TAILS


@lru_cache(maxsize=50_000)
def is_head(word: str) -> bool:
    """Whether a word, in lower case, is the head of a title, be it in the plural, shortened, or with ex- or -elect."""
    bare = word.rstrip(".")
    if bare in HEADS or bare in PLURAL_HEADS:
        return True
    return "-" in bare and _AFFIXES.sub("", bare) in HEADS


_AFFIXES = deferred(r"^(?:ex|vice|then|co|deputy|sub|under)-|-(?:elect|designate|in-waiting)$")


def _chain(words: Sequence[str]) -> list[_Part] | None:
    """The words of the title, from its nation or first qualifier to its head; None if there is no head."""
    size = _head_size(words)
    if not size:
        return None
    chain = [_part(raw) for raw in words[-size:]]
    while len(chain) < min(_LONGEST, len(words)) and not chain[0].begins:
        part = _part(words[-len(chain) - 1])
        if not part.continues:
            break
        chain.insert(0, part)
    return chain


def _begins(raw: str, plain: str) -> bool:
    """Whether nothing before a word belongs to its title: a genitive, a verb (leading), where a quotation starts."""
    return plain.endswith("'s") or plain == "leading" or raw[:1] in _OPENERS


def _head_size(words: Sequence[str]) -> int:
    """How many of the last words are the head of a title, 0 if they are none."""
    last = _part(words[-1])
    for size in (4, 3, 2) if last.plain in PHRASE_TAILS else ():
        if " ".join(_part(raw).plain for raw in words[-size:]) in PHRASES:
            return size
    if last.plain in RANKS and last.raw[:1].islower() and not _qualified(words):
        return 0
    return 1 if is_head(last.plain) else 0


def _qualified(words: Sequence[str]) -> bool:
    """Whether "general" or "chief" follows a word that makes it a title all the same: NATO chief, attorney general."""
    if len(words) < 2 or _ends_sentence(words[-2]):
        return False
    return words[-2][:1].isupper() or _part(words[-2]).plain in QUALIFIERS


def _continues(raw: str, plain: str) -> bool:
    """Whether a word belongs to the title that follows it: a qualifier, a nation, a body, with no stop behind it."""
    if not raw or raw[-1] in '-,;:)!?"”—–' or (raw.count(".") == 1 and _ends_sentence(raw)):
        return False
    if plain in QUALIFIERS:
        return True
    word = raw.lstrip("\"“‘'([")
    return word[:1].isupper() and word not in STARTERS and (word not in NOT_NAMES or word in PARTIES)


def _definite(words: Sequence[str], first: int) -> bool:
    """Whether "the" or a possessive makes the title point at one person: the Ukrainian president, X, ..."""
    return _part(words[first]).plain.endswith("'s") or (first > 0 and _part(words[first - 1]).plain == "the")


def _office(plain: Sequence[str], index: Index) -> tuple[str | None, str]:
    """The office that words name when a nation and a title are all they are; and the title part without a nation."""
    for size in range(min(4, len(plain)), 0, -1):
        title = " ".join(plain[-size:])
        if title not in index.titles:
            continue
        nation = " ".join(plain[:-size]).removesuffix("'s")
        head = title if not nation or nation in index.nations else ""
        return index.offices.get((nation, title)), head
    return None, ""


def _guarded(part: _Part) -> bool:
    """Whether the word before a title takes the office back (former) or gives it to a body (Uber's US president)."""
    if part.raw[-1:] in _STOPS:
        return False
    return part.plain in GUARDS or part.plain.endswith("'s") or _ORDINAL.fullmatch(part.plain) is not None


def _another(words: Sequence[str], first: int) -> bool:
    """Whether the words before a title give it to somebody at another time: his successor as, then-US."""
    plain = _part(words[first - 1]).plain
    return plain.startswith(_ONCE) or (
        first > 1 and plain in {"as", "to"} and _part(words[first - 2]).plain in _IN_TURN
    )


def after(text: str, end: int, index: Index) -> Title | None:
    """The title in the apposition right after a name: ``, the Ukrainian president,``; None where it may be a list."""
    match = _AFTER.match(text, end)
    if match is None:
        return None
    segment, rest = match.group(1), match.group(2)
    if "of" not in segment.lower() and not _plausible(_plain(segment.rsplit(" ", 1)[-1])):
        return None
    if _GOES_ON.match(rest):
        return None
    plain = [_plain(raw) for raw in segment.split(" ")]
    if len(plain) > 9 or not plain[-1]:
        return None
    if "of" in plain[1:]:
        return _with_of(match.start(1), segment, plain, index)
    if not _plausible(plain[-1]) or not NO_APPOSITION.isdisjoint(plain):
        return None
    office, head = _office(plain, index)
    return Title(match.start(1), segment, office, head)


def _with_of(start: int, segment: str, plain: Sequence[str], index: Index) -> Title | None:
    at = list(plain).index("of", 1)
    head = list(plain[:at])
    if not _plausible(head[-1]) or not NO_APPOSITION.isdisjoint(plain):
        return None
    nation = " ".join(word for word in plain[at + 1 :] if word != "the")
    title = " ".join(head)
    return Title(start, segment, index.offices.get((nation, title)), title if nation in index.nations else "")


def of_nation(text: str, end: int, title: Title, index: Index) -> Title:
    """The title with its office where the nation comes after the name: President Putin of Russia."""
    match = _OF_NATION.match(text, end)
    if match is None or title.office is not None or folded(title.words) != title.head:
        return title
    nation = folded(match.group(1).rstrip("."))
    return title._replace(office=index.offices.get((nation, title.head)))


def tail_size(words: Sequence[str]) -> int:
    """How many words after "Secretary of" still belong to the title."""
    size = 0
    while size < len(words) and words[size] in OF_TAIL:
        size += 1
    return size
