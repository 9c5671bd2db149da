"""Sentences: where a stop ends one, and where it only ends an abbreviation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.annotations import Kind, Reading
from factlint.annotations.paragraphs import count_words
from factlint.article import Annotation, fact
from factlint.text.deferred import deferred
from factlint.text.tokens import MARKS
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# A stop, what may close behind it, and blanks. Everything else is decided by a look at both sides.
_CANDIDATE = deferred(r"[.!?…]([\"'”’»)\]]*+)\s+")
_QUOTES = "\"'”’»"
_OPENERS = "\"'“‘«([„‚—–-¿¡*•"
_BEFORE_WORD = _OPENERS + "$€£"
_LAST_WORD = deferred(rf"[\w{MARKS}.&’'-]*\Z")
_FIRST_WORD = deferred(rf"\w[\w{MARKS}’'.]*")
_INITIALS = deferred(rf"(?:[^\W\d_][{MARKS}]*\.)*[^\W\d_][{MARKS}]*")
_ATTRIBUTION = deferred(
    rf"(?:(?:[A-Z][\w{MARKS}.’'-]*|von|van|der|de|bin|al|the|of)\s){{1,5}}(?:said|says|asked|asks|added|told|wrote|tweeted|replied"
    r"|shouted|cried|chanted|exclaimed|demanded|wondered|continued)\b"
)
_CLOCK = deferred(r"(?:[A-Z]{2,4}\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z][a-z]+ [Tt]ime)")
# How far a word, and an attribution, is looked at.
_WORD_REACH, _ATTRIBUTION_REACH = 40, 120

# Before a name or a figure they end no sentence, whatever follows.
_TITLES = word_set(
    "mr mrs ms messrs mx dr prof sen sens rep reps gov gen lt col capt cpt cmdr maj sgt adm brig supt det insp pvt",
    "cpl rev hon fr sr sra pres vs v eg ie cf al approx dept gov't sec asst assoc amb",
)
# They end a sentence only when a word follows that seldom has a capital inside one.
_SOFT = word_set(
    "st ft mt inc corp ltd co bros llc plc jr no nos fig figs vol art pp ed eds est univ dist ave blvd rd etc jan",
    "feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ala ariz ark calif",
    "colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash",
    "wis wyo ont que",
)
# Of these abbreviations many are words as well (no, art, sun): they count only before a figure or with a capital.
_ALSO_WORDS = word_set(
    "no nos art fig vol est sat sun mar ill ind mass miss del la pa ed eds pp al sec wash ore",
)
_ABBREVIATIONS = _TITLES | _SOFT
_STARTERS = word_set(
    "the a an it its it's it’s he she they we you i this that these those there here his her their our my your in",
    "on at by for from with as if when while after before since until during under over and but or so yet because",
    "although though however what who where why how which whose not no one two some many most all both each every",
    "several another other others is are was were has have had do does did will would can could should may might",
    "also then now still just only even more meanwhile later last next earlier according among asked despite",
    "instead he's she's they're we're i'm he’s she’s they’re",
)

_Span = tuple[int, int]


@fact
class Sentence(Annotation):
    """A sentence; ``index`` counts from 0 over the whole article, ``words`` are its words."""

    index: int
    words: int


def find_sentences(text: str, paragraphs: Sequence[_Span]) -> tuple[_Span, ...]:
    """Start and end of every sentence, blanks between them left out; the end of a paragraph always ends one."""
    return tuple(span for start, end in paragraphs for span in _split(text, start, end))


def _split(text: str, start: int, end: int) -> Iterator[_Span]:
    begin = start
    for match in _CANDIDATE.finditer(text, start, end):
        at, after = match.span()
        stop = match.end(1)
        if after < end and _ends(text, begin, at, stop, after):
            yield begin, stop
            begin = after
    if begin < end:
        yield begin, end


def _ends(text: str, begin: int, at: int, stop: int, after: int) -> bool:
    """Whether a sentence that began at ``begin`` ends before ``stop``: by its full stop or the like at ``at``.

    Blanks lead from there to ``after``.
    """
    first = after
    while first < len(text) and text[first] in _OPENERS:
        first += 1
    if not ("A" <= text[first : first + 1] <= "Z" or _may_start(text, first)):
        return False
    mark = text[at]
    closed = stop - at > 1 and text[stop - 1] in _QUOTES
    if mark in "!?":
        return not (closed and _ATTRIBUTION.match(text, after, after + _ATTRIBUTION_REACH))
    if closed or mark == "…" or text[at - 1 : at] == ".":
        return True
    return _is_word(text, begin, at) or not _abbreviates(text, max(begin, at + 1 - _WORD_REACH), at, first)


def _is_word(text: str, begin: int, end: int) -> bool:
    """Whether what stands behind a blank is plainly no abbreviation: a word, an amount, the last part of a compound."""
    blank = text.rfind(" ", max(begin, end - _WORD_REACH), end)
    word = text[blank + 1 : end].lstrip(_BEFORE_WORD).rpartition("-")[2] if blank >= 0 else ""
    return len(word) > 1 and word.isalnum() and word.isascii() and word.lower() not in _ABBREVIATIONS


def _may_start(text: str, first: int) -> bool:
    """Whether the word at ``first`` looks like the first of a sentence: a capital, a figure, a name such as iPhone."""
    word = _FIRST_WORD.match(text, first, first + _WORD_REACH)
    if word is None:
        return text[first : first + 1] in {"$", "€", "£", "#", "@"}
    head = word.group()
    return not head[0].islower() or any(char.isupper() for char in head[1:])


def _abbreviates(text: str, low: int, stop: int, first: int) -> bool:
    """Whether the stop at ``stop`` belongs to an abbreviation or an initial and ends nothing."""
    found = _LAST_WORD.search(text, low, stop)
    word = found.group().lstrip(".'’") if found else ""
    key = word.casefold()
    figure = text[first : first + 1].isdigit()
    if key in _ALSO_WORDS and not figure and (word.islower() or key in {"no", "nos"}):
        return False
    if key in _TITLES:
        return True
    if _INITIALS.fullmatch(word):
        return _goes_on_after_initials(text, word, first)
    return key in _SOFT and (figure or not _starter(text, first))


def _goes_on_after_initials(text: str, word: str, first: int) -> bool:
    """``J. Smith`` goes on and ``the U.S. The`` does not; ``10 a.m. Monday`` does, ``10 a.m. Smith`` does not."""
    if word in {"a.m", "p.m"}:
        return _CLOCK.match(text, first, first + _WORD_REACH) is not None
    return not _starter(text, first) or (len(word) == 1 and word != "I")


def _starter(text: str, first: int) -> bool:
    """Whether the word at ``first`` has a capital because it begins a sentence."""
    head = _FIRST_WORD.match(text, first, first + _WORD_REACH)
    return head is not None and head.group().rstrip(".").casefold() in _STARTERS


def _find(reading: Reading) -> Iterable[Sentence]:
    for index, (start, end) in enumerate(reading.sentences):
        text, place = reading.text[start:end], reading.place(start)
        yield Sentence(start=start, end=end, text=text, place=place, index=index, words=count_words(text))


KIND = Kind(name="sentence", fact=Sentence, find=_find)
