"""Reports full of quotations: stories of five to ten, ten quotations in each, now and then one that is altered."""

from __future__ import annotations

import datetime
import random
from typing import TYPE_CHECKING, Any

import agency
import coined

if TYPE_CHECKING:
    from collections.abc import Iterator

EACH = 10
"""So many quotations are in a report."""
PER_DAY = 1_000
ALTERED = 0.01
"""So large a part of the quotations has a word of another report changed."""

_WHO = coined.words("We They Nobody Everyone The%council The%owners The%voters Our%friends The%engineers My%neighbours")
_VERBS = coined.words(
    "promised built sold repaired counted closed painted measured forgot bought lost carried opened moved praised"
)
_THINGS = coined.words(
    "schools bridges orchards ferries tunnels lanterns archives gardens stables windmills quarries canals theatres depots"
)
_HOW = coined.words(
    "slowly,in secret,at great cost,without a permit,before the flood,by mistake,on a Sunday,against all advice,"
    "in broad daylight,after the vote,with great care,for nothing,twice,in the rain",
    ",",
)
_WHY = coined.words(
    "because nobody asked,as the papers show,while the country slept,and the bill is still unpaid,"
    "so let the judges decide,though the minister denies it,until the money ran out,and I would do it again,"
    "which the neighbours can confirm,but the damage was done,as far as I can tell,and history will judge us",
    ",",
)
_SAID = (
    "“{words},” {speaker} said.",
    "“{words},” said {speaker}.",
    "{speaker} told reporters: “{words}.”",
    "“{words},” {speaker} told the {town} Gazette.",
)


def reports(count: int, seed: int = 0, per_day: int = PER_DAY) -> Iterator[dict[str, Any]]:
    """Reports as records, in the order of their days."""
    draw = random.Random(seed)
    made = 0
    while made < count:
        day = agency.FIRST + datetime.timedelta(made // per_day)
        for text in _story(draw, day, min(draw.randint(5, 10), count - made)):
            yield {"id": f"{made:09}", "published": day.isoformat(), "text": text}
            made += 1


def _story(draw: random.Random, day: datetime.date, takes: int) -> Iterator[str]:
    town, family = agency.PARTS.name(draw), agency.PARTS.name(draw)
    people = [(draw.choice(coined.GIVEN), agency.PARTS.name(draw)) for _ in range(3)]
    uttered = [(draw.choice(people)[1], _utterance(draw, town, family)) for _ in range(EACH + 4)]
    begin = f"{town} – The {family} estate was the talk of {town} on {day:%A}, {day:%B} {day.day}, {day.year}."
    who = " ".join(f"{given} {surname} spoke at the hearing." for given, surname in people)
    for _ in range(takes):
        quoted = draw.sample(uttered, EACH)
        yield f"{begin} {who}\n\n" + "\n\n".join(_said(draw, speaker, words, town) for speaker, words in quoted) + "\n"


def _utterance(draw: random.Random, town: str, family: str) -> str:
    """Words that no other story has: no eight of them in a row are without a name."""
    who = draw.choice(_WHO).replace("%", " ")
    first = f"{who} {draw.choice(_VERBS)} the {draw.choice(_THINGS)} of {town} {draw.choice(_HOW)}"
    return f"{first} and {draw.choice(_VERBS)} the {family} {draw.choice(_THINGS)} {draw.choice(_WHY)}"


def _said(draw: random.Random, speaker: str, words: str, town: str) -> str:
    if draw.random() < ALTERED:
        verb = next(one for one in words.split() if one in _VERBS)
        words = words.replace(verb, draw.choice([one for one in _VERBS if one != verb]), 1)
    return draw.choice(_SAID).format(words=words, speaker=speaker, town=town)
