"""Places that bear the name of somebody in the article: Washington, where Denzel Washington has been introduced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.annotations.names.mention import Mention

# Before a name they show that it means a place; "of" is left out: the friends of Washington.
_LEADING_TO_PLACES = word_set(
    "across around at between downtown from in inside into leave leaves leaving left near outside through throughout",
    "to toward towards via visit visited visiting within",
)
_REACH = 12


def settle_namesakes(text: str, mentions: Sequence[Mention]) -> None:
    """Take what could be a listed place for a person where a full name has introduced somebody who is called so.

    Where the article speaks of the place as well (in Washington), its kind is open: the name may mean either elsewhere.
    Where it calls the person Mr Washington, Washington alone stays the place.
    """
    places = [mention for mention in mentions if mention.kind == "place" and mention.form.isalpha()]
    if not places:
        return
    introduced: dict[str, int] = {}
    for mention in reversed(mentions):
        if mention.given is not None and mention.kind == "person":
            introduced[mention.family] = mention.start
    called = {mention.family for mention in mentions if mention.single and mention.title is not None}
    namesakes = [mention for mention in places if mention.plain in introduced and mention.plain not in called]
    spoken_of = {mention.plain for mention in namesakes if _is_place(text, mention.start)}
    for mention in namesakes:
        if mention.start > introduced[mention.plain] and not _is_place(text, mention.start):
            mention.kind = "unknown"
            mention.single = mention.plain not in spoken_of


def _is_place(text: str, start: int) -> bool:
    """Whether the word before a name leads to a place."""
    words = text[max(0, start - _REACH) : start].split()
    return bool(words) and words[-1].lower() in _LEADING_TO_PLACES
