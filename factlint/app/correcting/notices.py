"""What a printed correction says: which words are right, which were wrong, and of what.

Newsrooms print corrections in few forms: “It is X, not Y”, “misspelled X as Y”, “X rather than Y”. What fits none of
them is left alone; a guess would put a wrong form into the desk's list.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factlint.text.calendar import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MONTHS = (
    r"Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?"
)
_DATED = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)}|{_MONTHS})\b|\b(?:1[5-9]|20)\d\d\b")
_FIGURE = re.compile(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|million|billion|percent)\b")
_SPELLING = re.compile(
    r"\bmis-?spel|\bspel(?:t|led|ling)\b|\b(?:sur|last |first |given |family )?names?\b", re.IGNORECASE
)
_TITLE = re.compile(r"\b(?:title|position|job|role|rank)\b")
_LONGEST_NOTICE = 5_000
_LONGEST_SENTENCE = 500
"""A correction is short; what is longer is no correction, or several articles."""

_QUOTES = "“”\"‘’'"

# A stop ends a sentence only before a capital or at the end: $1.2 million, Dec. 15, J. Smith go on.
_SENTENCE = re.compile(r"(?<=[\w)”\"’%])[.;!?]+[”\"’]?\s+(?=[A-Z“\"])")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|St|Jr|Sr|Gen|Gov|Sen))$")
_VALUE = r"[^,;:“”\"\n]{1,80}?(?:, (?:\d{4}|Jr\.?|Sr\.?|[A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?))?"
_LEAD = r"(?:\b(?:is|was|were|are|be|been|as|on|in|at|to|by|from|for|has|had)\b|:)"
_LITTLE = r"(?:(?:on|in|at|by|as|for|the|a|an|is|was|from|to) )*"
_NOT = re.compile(
    rf"{_LEAD} {_LITTLE}(?P<right>[“\"‘']?{_VALUE}[”\"’']?),? (?:and )?(?:not|rather than|instead of) "
    rf"{_LITTLE}(?P<wrong>[“\"‘']?{_VALUE}[”\"’']?)(?:, as\b.*)?[.;]?$"
)
_AS = re.compile(
    r"\bmis-?spel(?:led|t) (?:the )?(?:(?:sur|last |first |given |family )?names? of )?"
    rf"(?P<right>{_VALUE}) as (?P<wrong>[“\"‘']?{_VALUE}[”\"’']?)[.;]?$"
)
_WAS_AS = re.compile(
    rf"\bnames? of (?P<right>{_VALUE}) was (?:mis-?spel(?:led|t)|wrongly given|incorrectly given|given wrongly) as "
    rf"(?P<wrong>[“\"‘']?{_VALUE}[”\"’']?)[.;]?$"
)
_AMOUNT = r"[$€£¥]?\d[\d.,]*(?:-\w+)?(?: (?:percent|per cent|million|billion|thousand|trillion))?%?"
_FIGURES = re.compile(rf"(?P<right>{_AMOUNT}),? (?:and )?(?:not|rather than|instead of) (?P<wrong>{_AMOUNT})[.;]?$")
# Where the slip stood says nothing about what is right.
_WHERE = re.compile(r",? in an? (?:earlier|previous|prior|first|print) (?:version|edition|article|story|post)\b.*$")
_SUBJECT = re.compile(
    r"\b(?:misstated|misreported|gave|miscalculated|got wrong|mistook|misidentified|"
    r"(?:said|stated|reported|wrote)(?: incorrectly| wrongly| that)*|included an? (?:wrong|incorrect))\b"
    r"(?P<subject>[^.;]*)"
)
_NAME = re.compile(r"[^\W\d_][\w’'.-]*(?: [^\W\d_][\w’'.-]*)*")
_CAPITALS = r"(?:[A-Z][\w’'.-]+ (?:(?:de|der|van|von|al|bin|la|le|di|da) ){0,2}){1,3}"


class Slip(NamedTuple):
    """One correction: its family (names, titles, dates, numbers, style), the right words, the wrong ones, of what.

    ``subject`` is what the words were said of, empty where the notice does not tell.
    """

    family: str
    right: str
    wrong: str
    subject: str = ""


def slips(notice: str) -> tuple[Slip, ...]:
    """What a notice corrects, in its order; empty where it has no form that is known here."""
    sentences = _sentences(" ".join(notice[:_LONGEST_NOTICE].split()))
    return tuple(dict.fromkeys(_found(sentences)))


def dated(word: str) -> bool:
    """Whether a word is a weekday, a month or a year."""
    return _DATED.fullmatch(word) is not None


def _sentences(text: str) -> list[str]:
    """The sentences of a notice."""
    found: list[str] = []
    start = 0
    for match in _SENTENCE.finditer(text):
        if not _ABBREVIATED.search(text[max(start, match.start() - 8) : match.start()]):
            found.append(text[start : match.end()].strip())
            start = match.end()
    return [one for one in (*found, text[start:].strip()) if len(one) <= _LONGEST_SENTENCE]


def _found(sentences: Sequence[str]) -> Iterator[Slip]:
    subject, about = "", ""
    for number, sentence in enumerate(sentences):
        told = _SUBJECT.search(sentence)
        if told is not None:
            subject, about = told["subject"].strip(), sentence
        elif _SPELLING.search(sentence):
            about = sentence
        plain = _WHERE.sub("", sentence)
        for form in (_WAS_AS, _AS, _NOT, _FIGURES):
            match = form.search(plain)
            if match is not None:
                subject = subject or (plain[: match.start("right")] if form is _FIGURES else "")
                context = " ".join((about, sentence)) if about != sentence else sentence
                slip = _slip(match["right"], match["wrong"], subject, context, sentences[: number + 1])
                if slip is not None:
                    yield slip
                break


def _slip(right: str, wrong: str, subject: str, context: str, before: Sequence[str]) -> Slip | None:
    right, wrong = (_without_role(text.strip(f" ,.{_QUOTES}")) for text in (right, wrong))
    if not right or not wrong or right == wrong:
        return None
    family = _family(right, wrong, context)
    if family == "names":
        if not (_NAME.fullmatch(right) and _NAME.fullmatch(wrong)):
            return None
        right = _in_full(right, wrong, before)
    return Slip(family, right, wrong, "" if family == "names" else _plain(subject))


def _family(right: str, wrong: str, context: str) -> str:
    values = f"{right} {wrong}"
    if _DATED.search(right) and _DATED.search(wrong):
        return "dates"
    if _FIGURE.search(values):
        return "numbers"
    if _TITLE.search(context):
        return "titles"
    if right[:1].isupper() and wrong[:1].isupper():
        # Two names that are not alike are two people: one was taken for the other.
        return "names" if _SPELLING.search(context) or _near(right, wrong) else "titles"
    return "style"


def _near(right: str, wrong: str) -> bool:
    """Whether two names are one in two spellings, and not two names."""
    from rapidfuzz.distance import OSA

    one, other = right.rsplit(maxsplit=1)[-1].casefold(), wrong.rsplit(maxsplit=1)[-1].casefold()
    return one != other and OSA.distance(one, other) <= max(1, len(one) // 3)


def _without_role(text: str) -> str:
    """A name without what stands before it: the mediator Karel Novotny."""
    if not text[:1].islower():
        return text
    capitals = re.search(r"\b[A-Z].*", text)
    return capitals.group() if capitals and not _FIGURE.search(text) and " of " not in text else text


def _in_full(right: str, wrong: str, before: Sequence[str]) -> str:
    """The full name that ends in a right surname, where the notice has it."""
    if " " in right:
        return right
    for sentence in before:
        match = re.search(rf"{_CAPITALS}{re.escape(right)}\b", sentence)
        if match is not None:
            return match.group()
    given = wrong.rsplit(" ", 1)[0]
    return f"{given} {right}" if " " in wrong else right


_BEFORE_SUBJECT = re.compile(
    r"^(?:(?:the|an?|incorrect(?:ly)?|wrong(?:ly)?|exact|total|current|full) )*"
    r"(?:(?:year|date|day|month|time|age|number|amount|size|share|title|position|job|role|price|cost|value|percentage)s?"
    r"(?: and \w+)? )?(?:(?:of|for|in|on|at|that|when|where|how many|how much|which) )*"
)


def _plain(subject: str) -> str:
    """What was misstated, without “the year of”."""
    return _BEFORE_SUBJECT.sub("", subject.strip(f" ,.{_QUOTES}")).strip()
