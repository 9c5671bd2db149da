"""What a line shows by its own words: caption, correction, summary, byline, dateline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.text.deferred import deferred
from factlint.text.tokens import MARKS

if TYPE_CHECKING:
    from factlint.annotations.sections.lines import Line

_SUMMARY = deferred(
    r"(?:ai (?:brief|summary)|key (?:points|takeaways|facts)|summary|at a glance|in brief|what we know|the gist"
    r"|highlights)\W*",
    re.IGNORECASE,
)
_LONGEST_HEADING = 80
_CORRECTION = deferred(
    r"\W{0,3}(?:"
    r"(?:corrections?|clarifications?|corrections and clarifications)\b\s?(?:[:—–(-]|\Z|\w+ \d)"
    r"|this (?:article|story|report|post|piece) (?:was|has been) (?:amended|corrected|updated|edited|changed|revised)\b"
    r"|an? (?:earlier|previous) version of this\b)",
    re.IGNORECASE,
)

_PERSON = rf"[A-ZÀ-Þ][\w{MARKS}’'-]+(?:\s(?:[A-ZÀ-Þ][\w{MARKS}’'.-]*|de|der|van|von|al|bin)){{1,3}}"

# -- captions

_AGENCIES = (
    "REUTERS", "Reuters", "AFP", "AP", "AP Photo", "EPA", "EPA-EFE", "PA", "PA Media", "Getty", "Getty Images", "TASS",
    "Bloomberg", "ANSA", "DPA", "dpa", "Xinhua", "UPI",
)  # fmt: skip
_AGENCY = rf"(?:{'|'.join(_AGENCIES)})"
# Two words at least make a photographer: a Reuters/Ipsos poll has none.
_PHOTOGRAPHER = rf"(?:{_PERSON}|Pool|POOL|Handout|HANDOUT|Stringer|STRINGER|File|FILE)"
_CREDIT = deferred(
    r"(?:"
    rf"[-–—/|]\s?{_AGENCY}(?:\s?/\s?[\w{MARKS} .-]+)?"
    rf"|(?<![\w/]){_AGENCY}/(?!Ipsos){_PHOTOGRAPHER}(?:/{_PHOTOGRAPHER})?"
    rf"|(?<![\w/]){_PHOTOGRAPHER}(?:/\w+)?(?:/|,?\svia\s){_AGENCY}(?:\svia\s{_AGENCY})?"
    rf"|\[[^\[\]/]{{2,60}}/\s?{_AGENCY}(?:[ /][^\[\]]{{1,40}})?\]"
    rf"|\(\s?(?:Photo|Image|Picture|Credit|Photograph|File photo|{_AGENCY})"
    r"(?:\s?[/:,][^()]{1,60}|\sby\s[^()]{1,60})?\)"
    r"|\b(?:Photo|Photos|Image|Images|Picture|Photograph|Credit):\s[^:]{1,80}"
    r"|\bvia Getty Images"
    r")\.?\Z"
)
# Every credit ends with an agency or a bracket, or has a slash or one of a few words in it. Two letters at the end are
# looked up before the agencies are tried one by one.
_LAST_LETTERS = frozenset(agency[-2:] for agency in _AGENCIES)
_PHOTO = deferred(r"(?:FILE\s?[-–—:]|FILE PHOTO|File photo|Pictured|Image:|Photo:|Picture:|File:\S)")
_PHOTO_WORDS = deferred(
    r"\b(?:pos(?:e|es|ing) (?:for|with|during|before|after)"
    r"|left to right|from left|(?:far|second from|third from) (?:left|right)"
    r"|(?:is|are) (?:seen|pictured|shown)|pictured|seen here|file photo)\b|\((?:left|right|centre|center|L|R|C)\)",
    re.IGNORECASE,
)
_CREDIT_REACH = 120

# -- pull quotes

_QUOTES = "“\"‘'«„"
_LONGEST_PULL_QUOTE = 600
_PULL_QUOTE = deferred(rf"[{_QUOTES}].{{10,500}}[”\"’'»“]\s?(?:—|–|―|--|-)\s?[A-ZÀ-Þ][\w{MARKS}’'.,& -]{{1,80}}")

# -- datelines and bylines

_MONTH = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
    r"|January|February|March|April|June|July|August|September|October|November|December"
)
_DAY = rf"(?:(?:{_MONTH})\s\d{{1,2}}(?:,?\s\d{{4}})?|\d{{1,2}}\s(?:{_MONTH})(?:,?\s\d{{4}})?)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DASH = r"\s?(?:—|–|―|--|-|:)"
_TOWN = rf"[A-ZÀ-Þ][A-ZÀ-Þ{MARKS}.’'-]+(?:[\s/-][A-ZÀ-Þ{MARKS}.’'-]+){{0,3}}"
_REGION = rf"(?:,\s[A-ZÀ-Þ][\w{MARKS}.]*(?:\s[A-ZÀ-Þ][\w{MARKS}.]*){{0,2}})?"
_WIRE = r"(?:AP|AFP|CNN|Reuters|REUTERS|dpa|DPA|ANSA|PTI|Xinhua|UPI|BBC|IANS|TASS|Bloomberg|EFE)"
_DATELINE = deferred(
    rf"(?:{_TOWN}{_REGION}(?:,\s{_DAY})?(?:\s?\([\w\s/.’'-]{{2,40}}\))?{_DASH}"
    rf"|[A-ZÀ-Þ][\w{MARKS}.’'-]+(?:\s[A-ZÀ-Þ][\w{MARKS}.’'-]+){{0,3}}{_REGION}(?:,\s{_DAY})?\s?\({_WIRE}\){_DASH})\s*"
)
# With its year: a day without one is more often that of the event, as above the preview of a match.
_ONLY_DATE = deferred(rf"(?:{_WEEKDAY},?\s)?{_DAY}(?<=\d{{4}})")
_LONGEST_DATE = len("Wednesday, September 30, 2000")
_BYLINE = deferred(
    rf"(?:[Bb]y|BY|Words by|Story by|Written by)\s(?:the\s)?[A-ZÀ-Þ][\w{MARKS}’'.,&|/ -]{{2,120}}"
    rf"|{_PERSON}(?:(?:,|\sand|\s&)\s{_PERSON}){{0,4}}\sin\s[A-ZÀ-Þ][\w{MARKS}’' ,-]{{2,60}}"
)


def is_correction(line: Line) -> bool:
    """Whether a line begins as a correction or a note of changes does."""
    return _CORRECTION.match(line.text) is not None


def is_credited(line: Line) -> bool:
    """Whether a line is a caption by its credit or its first word."""
    credited = _PHOTO.match(line.text) is not None or _has_credit(line.text)
    return credited and line.words <= 80


def _has_credit(text: str) -> bool:
    tail = text[-_CREDIT_REACH:]
    end = tail.removesuffix(".")
    agency = end[-2:] in _LAST_LETTERS and end.endswith(_AGENCIES)
    possible = agency or end[-1:] == ")" or "/" in tail or _speaks_of_credit(tail)
    return possible and _CREDIT.search(text, max(0, len(text) - _CREDIT_REACH)) is not None


def _speaks_of_credit(tail: str) -> bool:
    return "Photo" in tail or "Image" in tail or "Picture" in tail or "Credit" in tail


def describes_photo(line: Line) -> bool:
    """Whether a line below the top speaks of a picture and is no sentence."""
    short = not line.stopped and line.words <= 40 and not line.bullet
    return short and _PHOTO_WORDS.search(line.text) is not None


def is_pull_quote(line: Line) -> bool:
    """Whether a line is nothing but a quotation and, behind a dash, a name: ``“We agree.” – Jane Roe``."""
    quoted = line.text[0] in _QUOTES and not line.stopped and len(line.text) <= _LONGEST_PULL_QUOTE
    return quoted and _PULL_QUOTE.fullmatch(line.text) is not None


def is_summary_heading(line: Line) -> bool:
    """Whether a line could head a block of points."""
    return len(line.text) <= _LONGEST_HEADING and _SUMMARY.fullmatch(line.text) is not None and line.words <= 4


def is_only_date(line: Line) -> bool:
    """Whether a line is a day with its year, and nothing else."""
    return len(line.text) <= _LONGEST_DATE and _ONLY_DATE.fullmatch(line.text) is not None


def is_byline(line: Line) -> bool:
    """Whether a line names the authors."""
    return not line.stopped and line.words <= 25 and _BYLINE.fullmatch(line.text) is not None


def _may_be_dateline(text: str) -> bool:
    """Whether a line opens with a capital and no small letter or blank behind it, or has a bracket: LONDON (AP)."""
    return "(" in text or not (text[1:2].islower() or text[1:2].isspace())


def dateline(line: Line) -> re.Match[str] | None:
    """The dateline that a line opens with, blanks behind it included; a colon only counts before a long paragraph."""
    match = _DATELINE.match(line.text) if _may_be_dateline(line.text) else None
    if match is None or line.words < 8 or match.end() >= len(line.text):
        return None
    mark = match.group().rstrip()
    if len(mark) < 5:
        return None
    if mark.endswith(("-", ":")) and not match.group()[-1].isspace():
        return None
    return match if line.long or not mark.endswith(":") else None
