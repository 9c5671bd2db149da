"""Titles: what stands before or right after a name and says what its bearer is, and which listed office that is."""

from __future__ import annotations

import re
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
from factlint.text.forms import folded
from factlint.text.tokens import MARKS
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.annotations.names.index import Index

_WINDOW = 90
_AFTER = re.compile(
    r", (?:(?:the|a|an) )?([^,.;:()\n\r–—\"“”]{2,70}(?:\b[A-Z]\.[A-Z]\.)?)(?=[,.;:)\n\r–—\"”]|$)(.{0,6})", re.DOTALL
)
_OF_NATION = re.compile(rf" of (?:the )?((?:[A-Z][\w{MARKS}.]*)(?: [A-Z][\w{MARKS}.]*){{0,2}})")
_OPENERS = "\"“”'‘’([—–-"
_CLOSERS = ('"', "”", "''", "»")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_STOPS = frozenset(',;:.!?)"”—–')
# Before "as" and "to", and before a title, they give it to somebody at another time.
_IN_TURN = word_set("successor predecessor succeeded replaced him her stint term days time")
_ONCE = ("then-", "former-", "ex-", "late-", "one-time-")
_CLOSED_BY = re.compile(r"\s*(?:[.;:)\n\r–—]|, (?!and\b|or\b|who were\b)[a-z]|$)")


class Title(NamedTuple):
    """A title: where it begins, its words as written, the key of the office that it names, its listed part, folded."""

    start: int
    words: str
    office: str | None
    head: str


class _Part(NamedTuple):
    start: int
    raw: str
    plain: str


def before(text: str, start: int, end: int, index: Index) -> Title | None:
    """The title right before the name at ``start`` to ``end``; None if there is none."""
    words = _words_before(text, start)
    if not words or not _plausible(words[-1].plain) or _ends(words[-1].raw):
        return None
    comma = words[-1].raw.endswith(",")
    if comma and not _CLOSED_BY.match(text, end, end + 12):
        return None
    chain = _chain(words)
    if chain is None:
        return None
    first = len(words) - len(chain)
    if comma and not _definite(words, first):
        return None
    begin = chain[0].start
    while begin < start and text[begin] in _OPENERS:
        begin += 1
    written = text[begin:start].rstrip(" ,\u00a0")
    plain = [part.plain for part in chain]
    office, head = _office(plain, index)
    guarded = office is not None and first > 0 and (_guarded(words[first - 1]) or _another(words, first))
    return Title(begin, written, None if guarded else office, head)


def _ends(raw: str) -> bool:
    """Whether a sentence or a quotation ends behind a word: “… the next president,” Novak said."""
    return raw.endswith(_CLOSERS) or _ends_sentence(raw)


def _ends_sentence(raw: str) -> bool:
    """Whether the stop behind a word is none of an abbreviation: not Gen., but president."""
    return raw.endswith(".") and raw[:-1].lower() not in _SHORT


_SHORT = frozenset(word.lower() for word in ABBREVIATIONS)


def _words_before(text: str, start: int) -> list[_Part]:
    """The words of the same line before an offset, as many as a title may have."""
    low = max(0, start - _WINDOW)
    line = max(text.rfind("\n", low, start), text.rfind("\r", low, start)) + 1
    low = max(low, line)
    if start == 0 or start - low < 2 or text[start - 1] not in " \u00a0":
        return []
    words = []
    at = low
    for raw in text[low : start - 1].replace("\u00a0", " ").split(" "):
        words.append(_Part(at, raw, _plain(raw)))
        at += len(raw) + 1
    return words[-10:]


def _plain(raw: str) -> str:
    """A word in the form in which lists have it: lower case, without signs; an abbreviation keeps its inner stops."""
    return folded(raw.strip("\"“”'‘’([,;:"))


def _plausible(word: str) -> bool:
    return is_head(word) or word in PHRASE_TAILS


def is_head(word: str) -> bool:
    """Whether a word, in lower case, is the head of a title, be it in the plural, shortened, or with ex- or -elect."""
    bare = word.rstrip(".")
    if bare in HEADS or bare in PLURAL_HEADS:
        return True
    return "-" in bare and _AFFIXES.sub("", bare) in HEADS


_AFFIXES = re.compile(r"^(?:ex|vice|then|co|deputy|sub|under)-|-(?:elect|designate|in-waiting)$")


def _chain(words: Sequence[_Part]) -> list[_Part] | None:
    """The words of the title, from its nation or first qualifier to its head; None if there is no head."""
    size = _head_size(words)
    if not size:
        return None
    at = len(words) - size
    while at > 0 and len(words) - at < 8 and _continues(words[at - 1]) and not _begins(words[at]):
        at -= 1
    return list(words[at:])


def _begins(part: _Part) -> bool:
    """Whether nothing before a word belongs to its title: a genitive, a verb (leading), where a quotation starts."""
    return part.plain.endswith("'s") or part.plain == "leading" or part.raw[:1] in _OPENERS


def _head_size(words: Sequence[_Part]) -> int:
    """How many of the last words are the head of a title, 0 if they are none."""
    for size in (4, 3, 2):
        if words[-1].plain in PHRASE_TAILS and " ".join(part.plain for part in words[-size:]) in PHRASES:
            return size
    last = words[-1]
    if last.plain in RANKS and last.raw[:1].islower() and not _qualified(words):
        return 0
    return 1 if is_head(last.plain) else 0


def _qualified(words: Sequence[_Part]) -> bool:
    """Whether "general" or "chief" follows a word that makes it a title all the same: NATO chief, attorney general."""
    if len(words) < 2 or _ends_sentence(words[-2].raw):
        return False
    return words[-2].raw[:1].isupper() or words[-2].plain in QUALIFIERS


def _continues(part: _Part) -> bool:
    """Whether a word belongs to the title that follows it: a qualifier, a nation, a body, with no stop behind it."""
    raw = part.raw
    if not raw or raw[-1] in '-,;:)!?"”—–' or (raw.count(".") == 1 and _ends_sentence(raw)):
        return False
    if part.plain in QUALIFIERS:
        return True
    word = raw.lstrip("\"“‘'([")
    return word[:1].isupper() and word not in STARTERS and (word not in NOT_NAMES or word in PARTIES)


def _definite(words: Sequence[_Part], first: int) -> bool:
    """Whether "the" or a possessive makes the title point at one person: the Ukrainian president, X, ..."""
    return words[first].plain.endswith("'s") or (first > 0 and words[first - 1].plain == "the")


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


def _another(words: Sequence[_Part], first: int) -> bool:
    """Whether the words before a title give it to somebody at another time: his successor as, then-US."""
    if first > 1 and words[first - 1].plain in {"as", "to"} and words[first - 2].plain in _IN_TURN:
        return True
    return words[first - 1].plain.startswith(_ONCE)


def after(text: str, end: int, index: Index) -> Title | None:
    """The title in the apposition right after a name: ``, the Ukrainian president,``; None where it may be a list."""
    match = _AFTER.match(text, end)
    if match is None:
        return None
    segment, rest = match.group(1), match.group(2)
    if re.match(r",\s(?:and|or)\b", rest) or re.match(r",\s[A-Z]", rest):
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
