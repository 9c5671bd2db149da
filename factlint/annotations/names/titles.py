"""Titles: what stands before or right after a name and says what its bearer is, and which listed office that is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.names.words import (
    ABBREVIATIONS,
    GUARDS,
    HEADS,
    NOT_NAMES,
    OF_TAIL,
    PHRASE_TAILS,
    PHRASES,
    PLURAL_HEADS,
    QUALIFIERS,
    STARTERS,
)
from factlint.text.forms import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.annotations.names.index import Index

_WINDOW = 90
_AFTER = re.compile(r", (?:(?:the|a|an) )?([^,.;:()\n\r–—\"“”]{2,70}(?:\b[A-Z]\.[A-Z]\.)?)(?=[,.;:)\n\r–—\"”]|$)(.{0,6})", re.DOTALL)
_OF_NATION = re.compile(r" of (?:the )?((?:[A-Z][\w.]*)(?: [A-Z][\w.]*){0,2})")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_CLOSED_BY = re.compile(r"\s*(?:[.;:)\n\r–—]|, (?!and\b|or\b|who were\b)[a-z]|$)")


class Title(NamedTuple):
    """A title: where it begins, its words as written, the key of the office that it names, and the bare title, folded."""

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
    if not words or not _plausible(words[-1].plain) or _ends_sentence(words[-1].raw):
        return None
    comma = words[-1].raw.endswith(",")
    if comma and not _CLOSED_BY.match(text, end, end + 12):
        return None
    chain = _chain(text, words)
    if chain is None:
        return None
    first = len(words) - len(chain)
    if comma and not _definite(words, first):
        return None
    begin = chain[0].start
    written = text[begin:start].rstrip(" ,\u00a0")
    plain = [part.plain for part in chain]
    office, head = _office(plain, index)
    guarded = office is not None and first > 0 and _guarded(words[first - 1], text)
    return Title(begin, written, None if guarded else office, head)


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
    bare = word.rstrip(".")
    return bare in HEADS or bare in PLURAL_HEADS or bare in PHRASE_TAILS


def _chain(text: str, words: Sequence[_Part]) -> list[_Part] | None:
    """The words of the title, from its nation or first qualifier to its head; None if there is no head."""
    size = _head_size(words)
    if not size:
        return None
    at = len(words) - size
    while at > 0 and len(words) - at < 8 and _continues(text, words[at - 1]):
        at -= 1
        if words[at].plain.endswith("'s"):
            break
    return list(words[at:])


def _head_size(words: Sequence[_Part]) -> int:
    """How many of the last words are the head of a title, 0 if they are none."""
    for size in (4, 3, 2):
        if words[-1].plain in PHRASE_TAILS and " ".join(part.plain for part in words[-size:]) in PHRASES:
            return size
    last = words[-1].plain.rstrip(".")
    return 1 if last in HEADS or last in PLURAL_HEADS else 0


def _continues(text: str, part: _Part) -> bool:
    """Whether a word belongs to the title that follows it: a qualifier, a nation, a body; nothing with a stop or comma behind it."""
    raw = part.raw
    if not raw or raw[-1] in ",;:)!?\"”—–-" or (raw[-1] == "." and raw.count(".") == 1 and len(raw) > 5):
        return False
    if part.plain in QUALIFIERS:
        return True
    word = raw.lstrip("\"“‘'([")
    if not word[:1].isupper() or word in STARTERS or (word in NOT_NAMES and word not in _PARTIES):
        return False
    return True


_PARTIES = frozenset(["Republican", "Democratic", "Conservative", "Labour", "Liberal", "Socialist", "Communist", "Tory", "Catholic", "Christian", "Islamic", "Muslim", "Arab", "Soviet"])


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
        return (index.offices.get((nation, title)) if nation else None), (title if not nation or nation in index.nations else "")
    return None, ""


def _guarded(part: _Part, text: str) -> bool:
    """Whether the word before a title takes the office back (former, then-) or makes it that of another body (Uber's US president)."""
    raw = part.raw
    if raw and raw[-1] in ",;:.!?)\"”—–":
        return False
    return part.plain in GUARDS or part.plain.endswith("'s") or _ORDINAL.fullmatch(part.plain) is not None


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
    if not _plausible(plain[-1]) or any(word in _NO_APPOSITION for word in plain):
        return None
    office, head = _office(plain, index)
    return Title(match.start(1), segment, office, head)


_NO_APPOSITION = frozenset(["and", "or", "who", "said", "says", "told", "was", "is", "were", "are", "to", "with", "for", "by", "at", "as", "that", "but", "in", "on", "from", "met"])


def _with_of(start: int, segment: str, plain: Sequence[str], index: Index) -> Title | None:
    at = list(plain).index("of", 1)
    head = list(plain[:at])
    if not _plausible(head[-1]) or any(word in _NO_APPOSITION for word in plain):
        return None
    nation = " ".join(word for word in plain[at + 1 :] if word != "the")
    title = " ".join(head)
    return Title(start, segment, index.offices.get((nation, title)), title if title in index.titles else "")


def of_nation(text: str, end: int, title: Title, index: Index) -> Title:
    """The title with its office where the nation comes after the name: President Putin of Russia."""
    match = _OF_NATION.match(text, end)
    if match is None or title.office is not None or title.head not in index.titles or folded(title.words) != title.head:
        return title
    nation = folded(match.group(1).rstrip("."))
    return title._replace(office=index.offices.get((nation, title.head)))


def tail_size(words: Sequence[str]) -> int:
    """How many words after "Secretary of" still belong to the title."""
    size = 0
    while size < len(words) and words[size] in OF_TAIL:
        size += 1
    return size
