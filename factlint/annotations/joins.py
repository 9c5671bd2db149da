"""Two words run together where a blank is missing: the trace of a lost line break or a slip of the key."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations import Kind, Reading
from factlint.article import Annotation, fact
from factlint.text.deferred import deferred
from factlint.text.tokens import LETTERS
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# Behind a small letter: a capital, or a stop and a letter. Small letters are everywhere: a search that begins with what
# stands behind one is several times faster.
_JOINT = deferred(r"[A-Z.,!?](?<=[^\W\d_A-Z].)(?:(?<=[A-Z])|(?<=[.!?])[”’]?[A-Z]|(?<=,)[A-Za-z]|(?<=[.,!?])”[A-Za-z])")
# Where the word to the left begins: behind a blank, a dash, a bracket, an opening quotation mark.
_EDGE = deferred(r"[\s\u2014\u2013/(\[\"“‘]")
_RIGHT = deferred(r"[^\s\u2014\u2013/)\]\"”]*")
_WORD = deferred(rf"{LETTERS}(?:[’'-]{LETTERS})*")
_INNER = deferred(r"(?<=[^\W\d_A-Z])[A-Z]")
_FOREIGN = deferred(r"[@#_\\=<>&|{}$€£+*~%0-9]|\w\.\w+\.\w|://|www\.")
_REACH = 40

# Words that often begin a line and seldom the second half of a trade name.
_OPENERS = word_set(
    "The This That These Those There They Then When What Where Why Who How With While After Before But And For From",
    "Under Over His Her Its Our Their She He It In On At As An If Is Are Was Were Has Have Not No We You Yet Also",
    "Many Most Some More",
)
_SURNAME_PREFIXES = word_set(
    "mac mc de la le van von di da del du dos fitz al el ben bin abu san o st des lo della ver ter",
)
_TRADE = word_set(
    "linkedin signin login easyjet airbaltic flydubai airasia macos tvos watchos ipados openai chatgpt whatsapp",
    "playstation thyssenkrupp biomerieux wikihow wikileaks wordpress plugin checkin builtin",
)
_ENDS_DOMAIN = word_set("com org net co uk de fr gov tv io ai am eu ru edu js info me us jr sr md phd tel")
# Abbreviations, and names with a mark of their own (Yahoo!, Wham!).
_NO_SENTENCE_END = word_set(
    "mr mrs ms dr st mt ft sgt gen sen rep gov prof lt col capt vs jan feb mar apr jun jul aug sept oct nov dec inc",
    "ltd yahoo wham jeopardy oliver panic",
)
# Joints inside words from which on an article has plainly lost its line breaks.
_MANY = 3


@fact
class Join(Annotation):
    """Two words without the blank between them: ``left`` (with the stop that it ends in) and ``right``."""

    left: str
    right: str


class _Joint(NamedTuple):
    """Where two words may have met; ``stopped`` if a stop, a comma or a closing quotation mark stands between them."""

    start: int
    end: int
    left: str
    right: str
    stopped: bool


def _find(reading: Reading) -> Iterable[Join]:
    joints = [joint for joint in _joints(reading.text, reading.paragraphs) if _plausible(joint)]
    if not joints:
        return
    evidence = _Evidence(reading.text, joints)
    for joint in joints:
        if evidence.convicts(joint):
            yield Join(
                start=joint.start,
                end=joint.end,
                text=reading.text[joint.start : joint.end],
                place=reading.place(joint.start),
                left=joint.left,
                right=joint.right,
            )


def _joints(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[_Joint]:
    """Every place that looks like a joint, with the words around it (no more than 40 characters to each side)."""
    for start, end in paragraphs:
        free = start
        for match in _JOINT.finditer(text, start, end):
            if match.start() <= free:
                continue  # the small letter is outside the paragraph, or the last one of the joint before
            free = match.end()
            at = match.end() - 1
            left = _EDGE.split(text[max(start, at - _REACH) : at])[-1]
            after = _RIGHT.match(text, at, min(end, at + _REACH))
            right = after.group().rstrip(".,;:!?’'…") if after else ""
            yield _Joint(at - len(left), at + len(right), left, right, stopped=at > match.start())


def _plausible(joint: _Joint) -> bool:
    """Whether the halves look like words: no address, no file, no trade name with several humps."""
    whole = joint.left + joint.right
    if len(whole) > 2 * _REACH - 2 or _FOREIGN.search(whole) or whole.casefold().rstrip("s") in _TRADE:
        return False
    left = joint.left.rstrip(".,!?”’")
    if _WORD.fullmatch(left) is None or _WORD.fullmatch(joint.right) is None:
        return False
    humps = len(_INNER.findall(left)) + (0 if joint.right.isupper() else len(_INNER.findall(joint.right)))
    return humps == 0 and (_after_stop(joint, left) if joint.stopped else _in_word(joint, left))


def _after_stop(joint: _Joint, left: str) -> bool:
    """``possible?Rush``, ``Berlin.The``: a stop with a word on either side."""
    mark, right = joint.left[len(left) :], joint.right
    if len(left) < 3 or left.isupper() or left.casefold() in _NO_SENTENCE_END or right.casefold() in _ENDS_DOMAIN:
        return False
    if mark.startswith(","):
        return len(right) >= 2 and left[-2:].islower()
    return right in {"I", "A"} or (len(right) >= 2 and right[0].isupper() and right[1:].islower())


def _in_word(joint: _Joint, left: str) -> bool:
    """``bridgeUnder``, ``DonbasIN``: a small letter, then a capital that begins a word."""
    right = joint.right
    if len(left) < 3 or len(right) < 2 or left.casefold() in _SURNAME_PREFIXES or "'" in left or "’" in left[:-1]:
        return False
    return right.isupper() or right[1:].replace("’", "").replace("'", "").replace("-", "").isalpha()


class _Evidence:
    """What an article's joints say about each other."""

    def __init__(self, text: str, joints: Sequence[_Joint]) -> None:
        self.words = frozenset(_WORD.findall(text))
        self.wholes = Counter(joint.left + joint.right for joint in joints)
        inside = [joint for joint in joints if not joint.stopped and joint.left.islower()]
        self.rights = Counter(joint.right.casefold() for joint in inside)
        strong = [joint.right.casefold() for joint in inside if self._strong(joint)]
        self.strong, self.many = frozenset(strong), len(strong) >= _MANY

    def convicts(self, joint: _Joint) -> bool:
        """Whether a joint is a missing blank and no trade name."""
        if joint.stopped:
            return True
        # A slip is made once; a name stands there again.
        if self.wholes[joint.left + joint.right] > 1:
            return False
        if joint.left.islower():
            return self._strong(joint) or self.many or self._two_words(joint)
        opener = len(joint.right) >= 3 and joint.right in _OPENERS
        return joint.right.casefold() in self.strong or (opener and len(joint.left) >= 4 and joint.left in self.words)

    def _strong(self, joint: _Joint) -> bool:
        """Whether the right half often begins a line, or follows another word of the article in the same way."""
        single = self.wholes[joint.left + joint.right] == 1
        return single and (joint.right.capitalize() in _OPENERS or self.rights[joint.right.casefold()] > 1)

    def _two_words(self, joint: _Joint) -> bool:
        """Whether the right half also stands by itself in the article."""
        return len(joint.left) >= 4 and joint.right in self.words and not joint.right.isupper()


KIND = Kind(name="join", fact=Join, find=_find)
