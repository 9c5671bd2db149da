"""Words that only the beginning of a sentence makes look like a given name: ``Faultless Federer has no equal``."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factlint.text.background import known
from factlint.text.deferred import deferred
from factlint.text.forms import folded
from factlint.text.nearby import search_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.annotations.names.mention import Mention

_BEGINS = deferred(r"(?:[\n“\"‘„«]|[.!?][”\"’]? )\Z")
_WORD = 5
"""So usual (see Known) a word is none that parents give."""


def leave_epithets(text: str, mentions: Sequence[Mention]) -> None:
    """Take a usual word that begins a sentence from a name that the article gives in full with another given name.

    The name has to stand so once: whoever is called Tiger Woods is called so again.
    """
    begun = [mention for mention in mentions if _may_begin(text, mention)]
    if not begun:
        return
    often = Counter(mention.plain for mention in mentions)
    named = {mention.family for mention in mentions if mention.kind == "person" and _is_name(mention.given)}
    for mention in begun:
        if often[mention.plain] == 1 and mention.family in named:
            mention.keep_surname()


def _may_begin(text: str, mention: Mention) -> bool:
    given = mention.given
    if given is None or mention.kind not in ("person", "unknown"):
        return False
    begins = mention.start == 0 or search_before(_BEGINS, text, mention.start, 3) is not None
    return begins and _is_word(given)


def _is_word(given: str) -> bool:
    found = known(folded(given))
    return found.word >= _WORD and not found.given and not found.surname


def _is_name(given: str | None) -> bool:
    return given is not None and known(folded(given.split(maxsplit=1)[0])).given > 0
