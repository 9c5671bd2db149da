"""Names as somebody types them: cleaned, taken apart, and set against the wrong forms that stand for them."""

from __future__ import annotations

import unicodedata

from factlint.annotations.names.words import PARTICLES
from factlint.text.background import known
from factlint.text.forms import comparable, folded
from factlint.text.problem import Problem, ProblemError
from factlint.text.quoting import shell_word

SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
COMMAND_LINE = "command line"
_LONGEST = 200
# Levels of the background list.
_USUAL_WORD = 4
_USUAL_SURNAME = 3


def refused(message: str, hint: str = "") -> ProblemError:
    """The error of a wish that cannot be granted."""
    return ProblemError(Problem(COMMAND_LINE, message, hint))


def clean(name: str) -> str:
    """A name with single blanks and composed letters. Raises ProblemError for what is no name."""
    name = " ".join(unicodedata.normalize("NFC", name).split())
    if not any(char.isalpha() for char in name):
        raise refused(f"“{name}” has no letter in it", "write the name as it is to be printed")
    if len(name) > _LONGEST or not name.isprintable():
        raise refused("this is too long for a name, or has invisible signs in it", "write the name and nothing else")
    return name


def surname_of(name: str) -> str:
    """The surname of a full name: its last word and the particles before it (von der Leyen)."""
    words = name.split()
    at = len(words) - 1
    while at > 1 and words[at - 1] in PARTICLES:
        at -= 1
    return " ".join(words[at:])


def without_suffix(name: str) -> str:
    """A name without Jr. or III at its end."""
    words = name.split()
    return " ".join(words[:-1]).rstrip(",") if len(words) > 2 and words[-1] in SUFFIXES else name


def right_form(name: str, surname: str, wrong: str) -> str:
    """The part of a name that a wrong form stands for: the surname, as many words at the end, or the whole name.

    Raises ProblemError for a wrong form that would be reported in the names of many others.
    """
    words, count = name.split(), len(wrong.split())
    if any(comparable(wrong) == comparable(right) for right in (name, surname, *words)):
        raise refused(f"“{wrong}” is a right form of {name}", "capitals and the marks at the edges are not compared")
    if count >= len(words):
        return name
    last = surname if len(surname.split()) == count else " ".join(words[-count:])
    parts = (" ".join(words[at : at + count]) for at in range(len(words) - count))
    near = [part for part in parts if _edits(part, wrong) < min(_edits(last, wrong), len(wrong) // 2 + 1)]
    if near or _is_usual(wrong):
        whole = name.replace(near[0] if near else last, wrong, 1)
        message = f"“{wrong}” alone would be reported wherever it stands, in the names of others too"
        raise refused(message, f"write the whole wrong name: --not {shell_word(whole)}")
    return last


def _is_usual(form: str) -> bool:
    """Whether a form is a word, a given name, a place, or the surname of many."""
    found = known(folded(form))
    return bool(found.word >= _USUAL_WORD or found.given or found.place or found.surname >= _USUAL_SURNAME)


def _edits(one: str, other: str) -> int:
    from rapidfuzz.distance import OSA

    return int(OSA.distance(one.casefold(), other.casefold()))
