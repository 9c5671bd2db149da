"""What one item of a list looks like: a name, or a single lower-case word."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.text.deferred import deferred
from factlint.text.tokens import MARKS
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Callable

Span = tuple[int, int]

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][^\s,;:()\"“”!?]*"
_DAY = r"(?:Janu|Febru)ary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber|(?:\w{3,6})day"
_PARTICLE = (
    r"(?:von|van|de|der|den|la|le|al|bin|el|da|di|do|dos|das|du|del|of|the"
    rf"|(?:for|on)(?!\s(?:{_DAY})\b)"
    r"|envoy|chief|minister|secretary|leader|spokesman|spokeswoman|adviser|senator|premier|coach|captain)"
)
_NAME = deferred(
    rf"(?:[Tt]he\s)?(?:(?:von|van|de|der|al|bin)\s){{0,2}}{_CAPITAL}(?:\s(?:{_PARTICLE}\s){{0,3}}{_CAPITAL})*"
)
_WORD = deferred(rf"[a-zà-ÿ][a-zà-ÿ{MARKS}]{{2,}}(?:-[a-zà-ÿ][a-zà-ÿ{MARKS}]*)*")
_TOKEN = deferred(r"[^\s,;:()\"“”!?]+")
_IS_CAPITAL = deferred(rf"{_CAPITAL}\Z")
_IS_PARTICLE = deferred(rf"{_PARTICLE}\Z")
_IS_DAY = deferred(rf"(?:{_DAY})s?\Z")

# They begin the sentence, or a group of people, and are no part of the first name.
_LEADS = word_set(
    "But And When While After As For With Both In On At From If Since Although Because Like Among Unlike",
    "Besides Where Then Yet So Or Including Alongside Around Presidents Senators Sens. Reps. Representatives",
    "Messrs Ministers Governors Republicans Democrats Actors Singers Drs Judges Justices Counties",
)
_PREPOSITIONS = word_set("In On At From Since By Around")
_NO_ITEMS = word_set(
    "however meanwhile though said says too but which who also then yet instead perhaps including especially",
    "particularly whether respectively not first second third finally therefore indeed apparently please",
    "again still now here there let all others",
)
_ABBREVIATED = (".C.", ".S.", ".K.", ".N.", ".A.", "Jr.", "Sr.", "Inc.", "Ltd.", "Corp.")

# What may follow the last item and is no part of it; after anything else its end is not sure.
_FOLLOWS = deferred(
    r"\s*(?:[,.;:!?)\]”\"—–-]|\Z)"
    r"|\s(?:have|has|had|were|are|was|is|will|would|could|can|may|might|should|must|do|did|to|in|on|for|at|from|with|who"
    r"|which|that|by|as|after|before|during|over|into|than|while|when|where|if|all|both|also|then|said|say|says|agreed"
    r"|joined|signed|voted|won|lost|met)\b"
)
# What shows that a single word is the whole first item and no end of a longer phrase.
_LEADS_IN = deferred(
    r"(?:^|[\s(])(?:of|with|for|including|as|both|between|against|from|by|into|about|the|their|his|her|its|our|to|in|on"
    r"|is|are|was|were|either|like|than|any|all|no|and)\s\Z"
    r"|[:(—–]\s?\Z"
)
_LONGEST = 80


class Form(NamedTuple):
    """How items of one form are told: as a whole piece, at the end of the first one, at the start of the last one."""

    whole: Callable[[str, int, int], Span | None]
    at_end: Callable[[str, int, int, bool], Span | None]
    at_start: Callable[[str, int, int], Span | None]


def ends_surely(text: str, at: int, end: int) -> bool:
    """Whether what follows an item cannot be a part of it."""
    return _FOLLOWS.match(text, at, end) is not None


def first_word(text: str, start: int, end: int) -> Span | None:
    """The first word of a range, without signs."""
    match = _TOKEN.match(text, start, end)
    return match.span() if match else None


# -- names


def _whole_name(text: str, low: int, high: int) -> Span | None:
    return (low, high) if high - low <= _LONGEST and _NAME.fullmatch(text, low, high) else None


def name_at_start(text: str, low: int, high: int) -> Span | None:
    """The name that begins a piece."""
    match = _NAME.match(text, low, min(high, low + _LONGEST))
    if match is None:
        return None
    name = match.group()
    return low, low + len(name if name.endswith(_ABBREVIATED) else name.rstrip(".’'—–-"))


def _name_at_end(text: str, low: int, high: int, at_start: bool) -> Span | None:
    """The longest name that ends a piece; ``at_start`` says that the piece begins the sentence."""
    tokens = [match.span() for match in _TOKEN.finditer(text, max(low, high - _LONGEST), high)]
    if not tokens or tokens[-1][1] != high or not _IS_CAPITAL.match(text[tokens[-1][0] : high]):
        return None
    first = len(tokens) - 1
    for index in range(first - 1, -1, -1):
        word = text[tokens[index][0] : tokens[index][1]]
        if not text[tokens[index][1] : tokens[index + 1][0]].isspace() or word in _LEADS:
            break
        if _IS_CAPITAL.match(word):
            first = index
        elif not _IS_PARTICLE.match(word) or word in {"for", "on"}:
            break
    if first and text[slice(*tokens[first - 1])] in {"the", "The"} and tokens[first - 1][1] + 1 == tokens[first][0]:
        first -= 1
    return _without_lead(text, tokens[first:], low if at_start else None)


def _without_lead(text: str, tokens: list[Span], sentence: int | None) -> Span | None:
    """A name without what leads in at the start of a sentence: Denmark of ``Leaders of Denmark``."""
    start, end = tokens[0][0], tokens[-1][1]
    if _IS_DAY.match(text[slice(*tokens[-1])]) or text[start:end] in {"I", "The", "A"}:
        return None
    if sentence is None:
        return start, end
    if text[sentence:start].strip() in _PREPOSITIONS:
        return None
    if start == sentence:
        for low, high in tokens[1:-1]:
            if text[low:high] == "of" and text[start:low].rstrip().endswith("s"):
                return high + 1, end
    return start, end


# -- single words


def _whole_word(text: str, low: int, high: int) -> Span | None:
    match = _WORD.fullmatch(text, low, high)
    return (low, high) if match and match.group() not in _NO_ITEMS else None


def _word_at_start(text: str, low: int, high: int) -> Span | None:
    match = _WORD.match(text, low, high)
    if match is None or match.group() in _NO_ITEMS or not ends_surely(text, match.end(), len(text)):
        return None
    return match.span()


def _word_at_end(text: str, low: int, high: int, at_start: bool) -> Span | None:
    start = max(text.rfind(" ", low, high) + 1, low)
    led_in = at_start or _LEADS_IN.search(text, max(low, start - 12), start) is not None
    return _whole_word(text, start, high) if led_in else None


FORMS = (Form(_whole_name, _name_at_end, name_at_start), Form(_whole_word, _word_at_end, _word_at_start))
