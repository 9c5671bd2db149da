"""A sentence cut at its commas, and the lists that the pieces make up."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.lists.items import FORMS, Form, Span, ends_surely, first_word, name_at_start
from factlint.text.deferred import deferred
from factlint.text.forms import comparable
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SEPARATOR = deferred(r"[,;]\s+(?P<late>(?:and|or|as well as)\s+)?|(?<=\S)\s{1,3}(?P<last>and|or|as well as)\s+")
# What brings in the last item; most sentences have none behind their first comma, and this tells so far sooner.
_LAST = deferred(r"[ao](?<=\s.)(?:nd|r|s well as)\s")
# They belong to the item before the comma: Washington, D.C.; Martin Luther King, Jr.
_TAIL = deferred(r"(?:Jr|Sr|Inc|Ltd|LLC|PLC|II|III|IV|D\.C|DC)\.?\Z")
_STATES = word_set(
    "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho",
    "illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota",
    "mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah",
    "vermont virginia wisconsin wyoming ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass",
    "mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo n.y n.j n.c s.c n.h n.m n.d s.d",
    "r.i w.va ontario quebec alberta",
)


# What happened one after the other may happen twice at one place: games, visits, results, jobs.
_SEQUENCE = deferred(
    r"\b(?:w[io]ns?\s(?:in|at|over|against)|(?:victor(?:y|ies)|losses)\s(?:in|at|over|against)|beat|beating|defeated"
    r"|lost\s(?:in|at|to)|drew|draws|podiums?|finish(?:es|ed)|visit(?:s|ed|ing)|tour(?:ed|ing)|travell?ed|flew|moved"
    r"|stops|stages|legs|play(?:s|ed|ing)|stints|spells|raced|lived|worked|served|then|in\sturn|alternat\w+)\b",
    re.IGNORECASE,
)
_SEQUENCE_REACH = 30


class _Gap(NamedTuple):
    """What stands between two pieces; ``last`` if it brings in the last item."""

    start: int
    end: int
    last: bool


def key(item: str) -> str:
    """How items are compared: case, glyphs and the article aside."""
    return comparable(item).removeprefix("the ")


def may_list(text: str, start: int, end: int) -> bool:
    """Whether a sentence has what every list has: a comma or semicolon, and behind it an "and" or "or"."""
    commas = [at for at in (text.find(",", start, end), text.find(";", start, end)) if at >= 0]
    return bool(commas) and _LAST.search(text, min(commas), end) is not None


def lists_in(text: str, start: int, end: int) -> Iterator[list[Span]]:
    """The items of each list in a sentence: three at least, with an "and" or "or" before the last one."""
    gaps = [
        _Gap(match.start(), match.end(), match.lastgroup is not None) for match in _SEPARATOR.finditer(text, start, end)
    ]
    begin = 0
    for index, gap in enumerate(gaps):
        if gap.last:
            # With no gap of its own before the last one there are two items at most.
            items = _list_before(text, (start, end), gaps, begin, index) if index > begin else []
            begin = index + 1
            if _trustworthy(text, items, (start, end)):
                yield items


def _list_before(text: str, bounds: Span, gaps: Sequence[_Gap], begin: int, index: int) -> list[Span]:
    """The list whose last item follows the gap ``index``; gaps before ``begin`` belong to an earlier list."""
    after = gaps[index + 1].start if index + 1 < len(gaps) else bounds[1]
    for form in FORMS:
        last = form.at_start(text, gaps[index].end, after)
        if last is None:
            continue
        items = _walk_back(text, bounds[0], gaps, begin, index, form)
        if len(items) >= 2:
            return [*items, _whole_last(text, gaps, index, last, bounds[1])]
    return []


def _walk_back(text: str, start: int, gaps: Sequence[_Gap], begin: int, index: int, form: Form) -> list[Span]:
    """The items before the gap ``index``: whole pieces, and before them the end of the piece that leads in."""
    found: list[Span] = []
    at = index
    while at >= begin:
        low, high = gaps[at - 1].end if at else start, gaps[at].start
        item = form.whole(text, low, high) if at > begin else None
        if item is None or gaps[at - 1].last:
            head = form.at_end(text, low, high, at == 0)
            found.extend([head] if head else [])
            break
        found.append(item)
        at -= 1
    return _with_tails(text, found[::-1])


def _with_tails(text: str, items: list[Span]) -> list[Span]:
    """``Washington, D.C.`` and ``King, Jr.`` as one item each."""
    result: list[Span] = []
    for low, high in items:
        if result and _TAIL.match(text[low:high]):
            result[-1] = (result[-1][0], high)
        else:
            result.append((low, high))
    return result


def _whole_last(text: str, gaps: Sequence[_Gap], index: int, last: Span, end: int) -> Span:
    """The last item with what a second "and" ties to it (Black and Decker), or a comma (Washington, D.C.)."""
    if index + 1 >= len(gaps) or gaps[index + 1].start != last[1]:
        return last
    following = gaps[index + 1]
    if following.last and text[following.start] != ",":
        more = name_at_start(text, following.end, end)
        return (last[0], more[1]) if more else last
    word = first_word(text, following.end, end)
    if word is not None and not following.last and _TAIL.match(text[slice(*word)]):
        return last[0], word[1]
    return last


# -- is it one plain list?


def _trustworthy(text: str, items: Sequence[Span], bounds: Span) -> bool:
    """Whether the pieces are one plain list: no towns with their states, no refrain, no last item that runs on."""
    if len(items) < 3:
        return False
    keys = [key(text[low:high]) for low, high in items]
    if not all(keys) or _towns(keys):
        return False
    doubles = len(keys) - len(set(keys))
    if not doubles:
        return True
    if _single_words(text, items) or doubles > max(1, len(keys) // 4):
        return False
    apart = all(one != other for one, other in pairwise(keys))
    if apart and _in_sequence(text, bounds[0], items):
        return False
    return keys[-1] not in keys[:-1] or ends_surely(text, items[-1][1], bounds[1])


def _in_sequence(text: str, start: int, items: Sequence[Span]) -> bool:
    """Whether the words that lead in say that the items follow each other in time: ``The podium was Kenya, ...``.

    An item right behind itself is a slip even so.
    """
    first = items[0][0]
    return _SEQUENCE.search(text, max(start, first - _SEQUENCE_REACH), first) is not None


def _single_words(text: str, items: Sequence[Span]) -> bool:
    """Whether the items are lower-case words, which are doubled for effect: war, war and war."""
    return all(text[low:high].islower() for low, high in items)


def _towns(keys: Sequence[str]) -> bool:
    """Whether states stand behind towns: ``Phoenix, Arizona, and Denver, Colorado``. Georgia may be the country."""
    states = [index for index, key in enumerate(keys) if key in _STATES]
    if not states or [keys[index] for index in states] == ["georgia"]:
        return False
    return len(states) < len(keys) - 1 and all(index and keys[index - 1] not in _STATES for index in states)
