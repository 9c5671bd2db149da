"""Words that tell whether a sentence speaks of what is to come, of a plan, or of the past."""

from __future__ import annotations

from typing import NamedTuple

from factlint.text.deferred import deferred
from factlint.text.tokens import LETTERS
from factlint.text.wordlist import word_set

_LETTERS = deferred(LETTERS)
_AHEAD = word_set(
    "will would shall won ll expected scheduled due planned plans plan planning slated upcoming coming tomorrow going "
    "deadline expires expire expects expect hopes hope aims intends intend must should be next forthcoming begins "
    "starts ends opens"
)
_BACK = word_set(
    "was were had did said told says began came went made took won met gave saw held left found sent spoke wrote fell "
    "became rose been since ago earlier last after"
)
_AUXILIARIES = word_set("was were had been")
_PLANS = word_set(
    "due expires expire expired expiring expiry scheduled deadline will planned plans slated expected target maturing "
    "mature matures"
)


class Cue(NamedTuple):
    """What the words between two blanks say: the last of them that says anything.

    ``ahead`` is whether the future is told of, ``plan`` whether a plan or a deadline is, None where they do not tell.
    The future is told of as well by a word that ``leads_to`` an infinitive where ``to`` follows; a ``participle`` tells
    of the past but behind ``be``. ``ends`` says that a sentence ends behind them, ``may_end`` that it does where a
    capital follows; ``capital`` is for the words before.
    """

    ahead: bool | None
    plan: bool | None
    to: bool
    leads_to: bool
    participle: bool
    be: bool
    ends: bool
    may_end: bool
    capital: bool


def cue_of(text: str) -> Cue:
    """The cue of what stands between two blanks."""
    if text.isalpha() and text.lower() not in _TELLING and not _is_participle(text):
        return _CAPITAL if text[0].isupper() else _NOTHING
    words: list[str] = [text.lower()] if text.isalpha() else _LETTERS.findall(text.lower())
    bare = text.rstrip("”\"’')]")
    return Cue(
        next((told for word in reversed(words) if (told := _ahead(word)) is not None), None),
        next((told for word in reversed(words) if (told := _plan(word)) is not None), None),
        words == ["to"],
        words[-1:] in (["set"], ["is"], ["are"]),
        bool(words) and words[-1] not in _AHEAD and _is_participle(words[-1]),
        words == ["be"],
        bare.endswith(("?", "!", ";")),
        bare.endswith("."),
        text.lstrip("“\"‘'([")[:1].isupper(),
    )


_TELLING = _AHEAD | _BACK | _PLANS | {"to", "set", "is", "are", "be"}
_NOTHING = Cue(
    None, None, to=False, leads_to=False, participle=False, be=False, ends=False, may_end=False, capital=False
)
_CAPITAL = _NOTHING._replace(capital=True)


def _ahead(word: str) -> bool | None:
    if word in _AHEAD:
        return True
    return False if word in _BACK or _is_participle(word) else None


def _plan(word: str) -> bool | None:
    if word in _PLANS:
        return True
    return False if (word in _BACK and word not in _AUXILIARIES) or _is_participle(word) else None


def _is_participle(word: str) -> bool:
    return len(word) > 4 and word.endswith("ed")
