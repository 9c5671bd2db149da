"""From the marked words of an article to its quotations with their speakers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.paragraphs import count_words
from factlint.annotations.quotes.attribution import credit_alone, credit_in_clause, credit_in_report, may_report
from factlint.annotations.quotes.identity import Identities, Identity, Where
from factlint.annotations.quotes.quote import Quote
from factlint.annotations.quotes.sourcing import Sourcing
from factlint.annotations.quotes.tokens import clauses, without_dateline
from factlint.text.deferred import deferred
from factlint.text.nearby import search_before
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factlint.annotations import Reading
    from factlint.annotations.quotes.attribution import Credit
    from factlint.annotations.quotes.marks import Quotation
    from factlint.annotations.quotes.tokens import Clause, Token

_JOINING = frozenset(",—–-;")
_MARKS = {'"': "straight", "'": "straight", "`": "straight", "«": "guillemets", "»": "guillemets"}
_SENTENCE_ENDS = frozenset(".!?…")
# A quotation of so many characters is no heading, even when it ends without a stop.
_LONG = 60
_HEADING_WORDS = 14
# A title has no more words than these, small ones left aside, which begin with a small letter in it.
_TITLE_WORDS = 12
# Before the title of a work stands whose it is: the paper’s “Letters to the Editor”.
_OF_A_MAKER = deferred(r"['’]s\s\Z")
_WORD = deferred(r"[^\W_][\w’'-]*")
_SMALL = word_set("a an the of in on at to for from by with and or but nor as is vs de la le el du der die das und")
# The name in capitals before the words of a speaker in a transcript.
_LABEL = deferred(r"\W{0,3}([A-Z][A-Z.'’ -]{1,40}[A-Z]):\s")
# With these alone before it, a quotation is the whole sentence.
_LEADS = frozenset(["but", "and", "yet", "still", "also", "or", "so", "instead", "then", "finally"])


class _Speaker(NamedTuple):
    """Where the words for a speaker stand, who it is, and the word that attributes (None: carried over)."""

    start: int
    end: int
    identity: Identity
    cue: str | None


class _Report(NamedTuple):
    """A sentence without a quotation."""

    clause: Clause
    where: Where


class _Found(NamedTuple):
    """What was read of one quotation; ``opens``: no word of the reporter's stands before it in its sentence."""

    speaker: _Speaker | None
    opens: bool


def read_quotes(reading: Reading) -> Iterator[Quote]:
    """Every quotation of the article in text order; none overlaps another.

    The title of a work or the name of a thing is none: “The Long Way Home”, the so-called “Gang of Eight”.
    """
    quotations = reading.quotations
    attributing = _Attributing(reading)
    found = attributing.run(quotations)
    sourcing = Sourcing(reading, attributing.outlet)
    before = -1
    for number, quotation in enumerate(quotations):
        if not _is_term(reading, quotation, found[number].speaker):
            yield _quote(reading, quotation, found[number], sourcing, reopened=before == quotation.paragraph)
        before = quotation.paragraph + 1 if quotation.closing == quotation.end else -1


def _quote(reading: Reading, quotation: Quotation, found: _Found, sourcing: Sourcing, *, reopened: bool) -> Quote:
    text = reading.text[quotation.start : quotation.end]
    place = reading.place(quotation.start)
    speaker = found.speaker
    identity = speaker.identity if speaker else Identity()
    words = count_words(text)
    partial = _is_fragment(text, words, opens=found.opens)
    heading = place.section == "headline" or _is_heading(reading.text, reading.paragraphs[quotation.paragraph])
    return Quote(
        start=quotation.start,
        end=quotation.end,
        text=text,
        place=place,
        speaker=reading.text[speaker.start : speaker.end] if speaker else None,
        speaker_start=speaker.start if speaker else None,
        speaker_entity=identity.entity,
        who=identity.who,
        cue=speaker.cue if speaker else None,
        outlet=identity.outlet,
        anonymous=identity.anonymous,
        words=words,
        partial=partial,
        kind="headline" if heading else _kind(attributed=speaker is not None, partial=partial),
        reason=sourcing.reason(quotation.start) if identity.anonymous else None,
        told=sourcing.told(speaker.cue, speaker.end, quotation.closing) if speaker else None,
        reopened=reopened,
        continued=quotation.closing == quotation.end,
        alone=_is_whole(reading, quotation),
        marks=_MARKS.get(reading.text[quotation.opening], "curly"),
        foreign=sourcing.foreign(identity.entity),
    )


def _is_whole(reading: Reading, quotation: Quotation) -> bool:
    """Whether a paragraph is this quotation and nothing else."""
    return reading.paragraphs[quotation.paragraph] == (quotation.opening, quotation.closing)


def _is_fragment(text: str, words: int, *, opens: bool) -> bool:
    """Whether quoted words are part of the reporter's sentence: they start small, or are few and no sentence."""
    return text[0].islower() or (words <= 4 and not (opens and text[-1] in ".!?,…"))


def _is_term(reading: Reading, quotation: Quotation, speaker: _Speaker | None) -> bool:
    """Whether the marks stand around the title of a work, the name of a thing, a word held at a distance."""
    text = reading.text
    attributed = speaker is not None
    words = text[quotation.start : quotation.end]
    single = quotation.start - quotation.opening == 1 and text[quotation.opening] in "'‘"
    if speaker and speaker.cue is None and single and _is_whole(reading, quotation) and _is_title(words):
        return True  # a crosshead in marks, not the speaker going on
    if attributed and not search_before(_OF_A_MAKER, text, quotation.opening, 3):
        return False
    held_off = single and not attributed and words[0].islower()
    return _is_title(words) or (held_off and reading.section_at(quotation.opening) != "headline")


def _is_title(text: str) -> bool:
    """Whether all words but small ones begin with a capital or a figure, and there are few."""
    if text[-1] in "!?":
        return False
    words = [word for word in _WORD.findall(text) if word.lower() not in _SMALL]
    return 0 < len(words) <= _TITLE_WORDS and all(not word[0].islower() for word in words)


def _is_heading(text: str, paragraph: tuple[int, int]) -> bool:
    """Whether a paragraph is a heading between others: it is short and ends in a word, quotation marks left out."""
    start, end = paragraph
    if end - start > 2 * _LONG:
        return False
    line = text[start:end].rstrip("\"“”«»'’‘")
    return line[-1:].isalnum() and count_words(line) <= _HEADING_WORDS


def _kind(*, attributed: bool, partial: bool) -> str:
    if not partial:
        return "direct"
    return "partial" if attributed else "term"


class _Attributing:
    """Finds the speakers of an article, paragraph by paragraph, and carries them over where a quotation goes on."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._identities = Identities(reading)
        self._ends = [end for _, end in reading.sentences]
        self._carried: _Speaker | None = None
        # The sentence right before without a quotation, unread: few are needed to know who speaks.
        self._report: _Report | None = None
        self._found: dict[int, _Found] = {}

    @property
    def outlet(self) -> Callable[[str], str | None]:
        """The name of the outlet that words name."""
        return self._identities.outlet

    def run(self, quotations: Sequence[Quotation]) -> dict[int, _Found]:
        """What was read of each quotation, by its number."""
        before = -1
        for paragraph, group in groupby(enumerate(quotations), key=lambda pair: pair[1].paragraph):
            if paragraph != before + 1:
                self._introduced_by(paragraph - 1)
            self._read(paragraph, list(group))
            before = paragraph
        self._identities.close()
        return self._found

    def _introduced_by(self, paragraph: int) -> None:
        """Takes the speaker from a paragraph without quotations that ends in a colon."""
        self._leave()
        self._carried = None
        start, end = self._reading.paragraphs[paragraph] if paragraph >= 0 else (0, 0)
        if self._reading.text[start:end].endswith(":"):
            self._read(paragraph, [])

    def _read(self, paragraph: int, quotations: Sequence[tuple[int, Quotation]]) -> None:
        bounds = self._reading.paragraphs[paragraph]
        ends = self._ends[bisect_left(self._ends, bounds[0]) : bisect_right(self._ends, bounds[1])]
        last: int | None = None
        for count, clause in enumerate(clauses(bounds, quotations, ends)):
            where = Where(paragraph, first=count == 0)
            if clause.quotations:
                self._take_up()
                self._read_quoting(without_dateline(clause.tokens(self._reading.text)), where)
            else:
                self._leave()
                self._report = _Report(clause, where)
                if last is not None and not self._found[last].speaker and self._take_up():
                    # “We agree.” Ray said.
                    self._found[last] = self._found[last]._replace(speaker=self._carried)
            last = (
                clause.quotations[-1][0]
                if clause.quotations and clause.quotations[-1][1].closing == clause.end
                else None
            )

    def _leave(self) -> None:
        """Leaves the unread sentence unread, but for what a pronoun may stand for."""
        if self._report is not None:
            self._identities.put_off(partial(self._reported, self._report))
            self._report = None

    def _take_up(self) -> bool:
        """Takes the speaker from the unread sentence, if there is one; whether it does nothing but name the speaker."""
        if self._report is None:
            return False
        report, self._report = self._report, None
        self._carried, alone = self._reported(report)
        return alone

    def _reported(self, report: _Report) -> tuple[_Speaker | None, bool]:
        """Who is reported to have spoken, and whether the sentence says nothing else."""
        text, (clause, where) = self._reading.text, report
        if not may_report(text[clause.start : clause.end]):
            return None, False
        tokens = without_dateline(clause.tokens(text))
        return self._credited(tokens, credit_in_report(tokens), where), credit_alone(tokens)

    def _read_quoting(self, clause: list[Token], where: Where) -> None:
        words = [at for at, token in enumerate(clause) if token.word]
        whole = all(clause[at].low in _LEADS for at in words)
        for at, token in enumerate(clause):
            if token.quote is None:
                continue
            credit = credit_in_clause(clause, at)
            speaker = self._labelled(token, where) or self._credited(clause, credit, where)
            speaker = speaker or self._gone_on(clause, at) or self._carried_over(token, whole=whole or not at)
            self._carried = speaker
            self._found[token.quote] = _Found(speaker, opens=not words or words[0] > at)

    def _labelled(self, token: Token, where: Where) -> _Speaker | None:
        """The speaker of a transcript: ``"MERZ: We agree."``."""
        label = _LABEL.match(self._reading.text, token.start, token.end)
        if label is None:
            return None
        start, end = label.span(1)
        return _Speaker(start, end, self._identities.of(start, end, where), None)

    def _credited(self, clause: list[Token], credit: Credit | None, where: Where) -> _Speaker | None:
        if credit is None:
            return None
        start, end = clause[credit.phrase.start].start, clause[credit.phrase.end - 1].end
        cue = clause[credit.cue]
        if self._carried and self._carried.start == start:
            identity = self._carried.identity
        else:
            identity = self._identities.of(start, end, where)
        return _Speaker(start, end, identity, cue.low if cue.word else None)

    def _gone_on(self, clause: list[Token], at: int) -> _Speaker | None:
        """The speaker of ``“…,” said Ray, a nurse, “…”``: behind a sign, words go on that broke off at a comma."""
        if not at or clause[at - 1].text not in _JOINING:
            return None
        before = next((token for token in reversed(clause[:at]) if token.quote is not None), None)
        if before is None or before.text != "," or before.quote is None:
            return None
        speaker = self._found[before.quote].speaker
        return speaker._replace(cue=None) if speaker else None

    def _carried_over(self, token: Token, *, whole: bool) -> _Speaker | None:
        """The last speaker, where the quotation is the ``whole`` sentence, or where an outlet's words go on."""
        carried = self._carried
        if carried is None:
            return None
        sentence = token.text in _SENTENCE_ENDS or token.end - token.start > _LONG
        return carried._replace(cue=None) if carried.identity.outlet or (whole and sentence) else None
