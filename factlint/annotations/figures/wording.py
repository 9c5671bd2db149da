"""The words around a number: the noun that it counts, and the words that say what it is about."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from factlint.text.deferred import deferred
from factlint.text.wordlist import word_set

REACH = 90
"""Code points before and behind a number whose words say what it is about."""
_NOUN_REACH = 60
_MOST_WORDS = 4
STOPS = word_set(
    "and or but by on at to for from with than who which that when while after before since until as if the a an is",
    "are was were be been being have has had will would said says say per into over under not i he she it we they you",
    "his her their our its my your this these those between in of worth earlier later ago out up down during about",
    "against through because so then where there here more less too also only overnight yesterday today among each",
    "both all may might must can could should do does did told asked",
)
"""Words that end a noun phrase or bring in another one."""
_EMPTY = STOPS | word_set(
    "some many most any few such own very just now well even much still back one two three four five six seven eight",
    "nine ten year years day days week weeks month months time times people mr mrs ms percent cent per monday tuesday",
    "wednesday thursday friday saturday sunday last next first second new other least nearly around almost least them",
    "him what how no yes off across within",
)
_IRREGULAR = {"people": "people", "men": "man", "women": "woman", "children": "child", "lives": "life"}
_NO_PLURALS = word_set("was has his its does says this towards perhaps always us news")
OFTEN_SEVERAL = word_set(
    "year month week day hour second point goal run game match win state seat delegate cent nomination award season",
    "metre meter mile yard place member dollar euro medal try cap lap share",
)
"""Things of which an article counts several as a matter of course."""
_TOKEN = deferred(r"[^\W\d_][\w’'.]*(?<=\w)|\S")
_WORD = deferred(r"[^\W\d_]{3,}")
_ENDINGS = ("ing", "ed", "es", "s", "ly", "e")


_DEAD = r"(?P<dead>killed|dead|died|dying|killing|deaths|fatalities|lost their lives|were shot dead)"
_HURT = r"(?P<hurt>injured|wounded|hurt|injuring|wounding|injuries)"
_BEHIND = deferred(rf"[^.;:]{{0,30}}?\b(?:{_DEAD}|{_HURT})\b")
_BEFORE = deferred(rf"\b(?:{_DEAD}|{_HURT})(?: of)?(?: \w+){{0,3}} ?\Z")


class Counted(NamedTuple):
    """What stands behind a number: the words before the noun, and the noun in its singular."""

    qualifiers: tuple[str, ...]
    noun: str


@lru_cache(maxsize=20_000)
def singular(word: str) -> str:
    """A noun in small letters without the ending of its plural."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if is_plural(word) else word


def is_plural(word: str) -> bool:
    """Whether a word in small letters looks like a plural noun."""
    if word in _IRREGULAR:
        return True
    return len(word) > 3 and word[-1] == "s" and not word.endswith(("ss", "us", "is")) and word not in _NO_PLURALS


def counted_behind(text: str, start: int) -> Counted | None:
    """The noun that a number counts: the first plural among the next words, with those before it; None without one."""
    words: list[str] = []
    end = start + _NOUN_REACH
    for match in _TOKEN.finditer(text, start, end):
        word = match.group().lower()
        if not word[0].isalpha() or word in STOPS or match.end() == end:
            return None
        if is_plural(word):
            return Counted(tuple(words), singular(word))
        words.append(word)
        if len(words) == _MOST_WORDS:
            return None
    return None


@lru_cache(maxsize=2_000)
def toll_of(before: str, behind: str) -> str | None:
    """Whether a number with these words around it is one of people ``dead`` or ``hurt``; None if of neither."""
    match = _BEFORE.search(before) or _BEHIND.match(behind)
    if match is None:
        return None
    return "dead" if match["dead"] else "hurt"


@lru_cache(maxsize=2_000)
def context_of(words: str) -> tuple[str, ...]:
    """The words of a piece of text that mean something, without endings, each once, in alphabetical order."""
    found = {_stem(match.group().lower()) for match in _WORD.finditer(words)}
    return tuple(sorted(found - _EMPTY))


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    if word in _EMPTY:
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
