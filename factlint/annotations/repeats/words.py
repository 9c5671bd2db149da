"""A word printed twice in a row, told from the doubles that are right: had had, very very, Duran Duran."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.text.deferred import deferred
from factlint.text.nearby import search_before
from factlint.text.plain import lowered
from factlint.text.tokens import LETTERS, MARKS
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from factlint.annotations import Reading

# To be searched in small letters, with any word characters: the search is faster so, and hits with figures are few.
_DOUBLED = deferred(
    rf"\b(?<![{MARKS}'’.-])(\w++(?:['’{MARKS}]++\w++)*+[{MARKS}]*+)[ \t\u00a0]{{1,3}}\1(?![\w{MARKS}'’-])(?!\.\w)"
)
_NO_LETTER = deferred(r"[\d_]")
_LAST_WORD = deferred(rf"({LETTERS})\W*\Z")
# How far back the word before is looked for, and the clause that makes "is is" right.
_REACH, _CLAUSE_REACH = 40, 80

# Right in a row: words of two clauses, emphasis, interjections, idioms, words of other languages and double names.
_LAWFUL = word_set(
    "had that do did does who her you very really so no yes many much far long never ever too way more again",
    "now then there please well wait stop run go come big little good bad old new high deep hard slow slowly",
    "rather quite quick wrong right close away ha hah hey hi ho hmm oh ooh ah aye yeah yep bye hear knock",
    "hush shh tut blah bla dear boo cha choo chop ding dong bang boom rah hip la na da doo dum dee ta lol",
    "woof quack tick tock beep honk pretty ring click clap there's that's war sorry thank cous can pom yo tuk",
    "chow dik mahi beri sing bora pago walla wagga baden tam tom nous vous si tutti ping mm um er uh win",
    "round jobs location build drill mama papa dada sha shoo pee wee poo pooh gaga dodo",
)
# Even inside a quotation the double is a slip of the writer; other doubled words there may be the speaker's.
_SURE = word_set(
    "the a an of to and in for from at by with as or but be been has have was were are will would could",
    "should their his its our your my this these those which into than if because not on about",
)
# A noun or verb that nobody stresses by saying it twice.
_UNSTRESSED = deferred(r"(?:[ts]ion|ity|ness|ment|[ae]nce|ism|ist|or|[^s]s|ed)\Z")
_SHORT_WORDS = word_set("he we us me am it is if so")

# Prepositions that may end one phrase where the next begins ("the state we were placed in in the past"): some behind
# any participle and any verb of a phrase, others only behind their own verbs.
_STRANDED_AFTER_ANY = word_set("in on up out over off through around under")
_PHRASAL = word_set(
    "come came go went gone get got put set let took take taken brought bring broke break broken kept keep",
    "held hold left leave sent send given give gave turn check log stand stood cut shut run ran move phase",
    "live care ask look wait call pay search head stay",
)
_STRANDED_AFTER: Mapping[str, frozenset[str]] = {
    "for": word_set(
        "wait waiting waited look looking looked pay paying paid ask asking asked call calling called hope hoping",
        "wish care cared",
    ),
    "at": word_set(
        "look looking looked aim aiming aimed laugh laughing laughed shout stare stared arrive arrived point",
        "pointed good",
    ),
    "by": word_set(
        "pass passed passing stand standing stood go going gone went come coming came drop dropped live lived",
        "abide laid",
    ),
    "about": word_set(
        "talk talking talked think thinking thought speak speaking spoke worry worried worrying complain care",
        "hear know write",
    ),
    "with": word_set(
        "deal dealing dealt agree agreed work working worked play live living lived cope go start be",
    ),
}

_CLAUSE = deferred(
    r"\b(?:what|who|how|where|why|which|all|thing|point|problem|truth|question|answer|issue|reality|fact|that|this)\b",
    re.IGNORECASE,
)
_BEFORE_CLAUSE = word_set("said says that but and when because whether although")
_BEFORE_THIS = word_set("to of in on with by for from do like all")


def doubled_words(reading: Reading) -> Iterator[tuple[int, int, int]]:
    """Start and end of each pair of which one word is too many, and the end of its first word."""
    for match in _DOUBLED.finditer(lowered(reading.text)):
        if not _NO_LETTER.search(match[1]) and _is_slip(reading, match):
            yield match.start(), match.end(), match.end(1)


def _is_slip(reading: Reading, match: re.Match[str]) -> bool:
    at, word = match.start(), match[1].casefold()
    first, second = reading.text[at : match.end(1)], reading.text[match.end() - len(match[1]) : match.end()]
    if word in _LAWFUL or not _cased_as_slip(first, second, word):
        return False
    if _stranded(reading.text, at, word):
        return False
    if word in _IF_LAWFUL and _IF_LAWFUL[word](reading, at):
        return False
    if reading.section_at(at) == "metadata":
        return False
    return word in _SURE or _not_stressed(reading, at, word)


def _cased_as_slip(first: str, second: str, word: str) -> bool:
    """``the the`` and ``The the`` are slips; ``Duran Duran``, ``NO NO`` and ``the The`` are names or shouts."""
    if len(word) == 1 and word not in {"a", "i"}:
        return False
    if first == second == "I":
        return True
    return second.islower() and (first.islower() or (first[1:] == second[1:] and word in _SURE))


def _not_stressed(reading: Reading, at: int, word: str) -> bool:
    """Whether a double is no emphasis: it stands outside quotations, or nobody would stress this word."""
    if reading.in_quotes(at):
        return len(word) >= 5 and _UNSTRESSED.search(word) is not None
    return len(word) >= 3 or word in _SHORT_WORDS or word == "i"


def _word_before(text: str, at: int) -> str:
    found = search_before(_LAST_WORD, text, at, _REACH)
    return found.group(1).casefold() if found else ""


def _stranded(text: str, at: int, word: str) -> bool:
    """Whether the word before may have taken the first of two prepositions."""
    before = _word_before(text, at)
    if word in _STRANDED_AFTER_ANY:
        return before.endswith(("ing", "ed", "en")) or before in _PHRASAL
    return before in _STRANDED_AFTER.get(word, ())


def _is_is(reading: Reading, at: int) -> bool:
    """Right where a clause is the subject: what it is is, the thing is is that."""
    low, _ = reading.sentence_bounds(at)
    return _CLAUSE.search(reading.text, max(low, at - _CLAUSE_REACH), at) is not None


def _it_it(reading: Reading, at: int) -> bool:
    """``without it it would`` is right; ``said it it had``, and at the start of a clause, is not."""
    before = reading.text[max(0, at - _REACH) : at].rstrip()
    return before[-1:].isalpha() and _word_before(reading.text, at) not in _BEFORE_CLAUSE


def _this_this(reading: Reading, at: int) -> bool:
    """``add to this this new law`` is right."""
    return _word_before(reading.text, at) in _BEFORE_THIS


_IF_LAWFUL: Mapping[str, Callable[[Reading, int], bool]] = {
    "is": _is_is,
    "it": _it_it,
    "this": _this_this,
    "these": _this_this,
    "those": _this_this,
}
