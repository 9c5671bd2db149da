"""The words of a quotation as they were spoken, and which words are forms of one."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.lang.similar import close
from factlint.text.deferred import deferred
from factlint.text.forms import plain_glyphs
from factlint.text.numerals import NUMBER_WORDS
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

DECLARED = "…"
"""Stands for what a version declares: dots, or an editor's words in brackets."""

LIGHT = word_set(
    """
    a an the this that these those of to in on at for from by with as and or so but then well uh um ah oh you know
    just really very actually basically is are was were be been am has have had do does did 's 'd it i we he she they
    there here which who whom what me us him her them my our your his its their also still now even going yes okay
    """
)
"""Words without a weight of their own: that one is another, or missing, hardly changes a statement."""

# What an editor put in brackets, dots, figures with thousands and decimals, initials, words (f***ing is one).
_PIECE = deferred(
    r"\[[^\]]*\]?|\([^)]*\)?|\.\.+|\. \. ?\.|\d+(?:,\d{3})*(?:\.\d+)?(?:st|nd|rd|th)?\b|(?:[^\W\d_]\.){2,}"
    r"|[^\W_][^\W_*]*(?:\*+[^\W_]*)?(?:'[^\W_]+)*|[%&]"
)
_FULL = {
    "won't": "will not", "can't": "can not", "cannot": "can not", "shan't": "shall not", "ain't": "is not",
    "let's": "let us", "gonna": "going to", "gotta": "got to", "wanna": "want to", "%": "percent", "cent": "percent",
    "ok": "okay", "yeah": "yes", "'em": "them", "em": "them", "&": "and", "till": "until", "per": "",
    "sen": "senator", "gen": "general", "gov": "governor", "rep": "representative", "dr": "doctor",
}  # fmt: skip
_ENDINGS = {"n't": "not", "'ll": "will", "'re": "are", "'ve": "have", "'m": "am"}
_BEFORE_S = word_set("it he she that there what who here where how this everybody everyone somebody someone nobody")
# Two readings each: he's is he is and he has, he'd he would and he had.
_OPEN = {"'s": ("'s", "is", "has"), "'d": ("'d", "would", "had")}
_BASE = {
    form: base
    for base, forms in {
        "say": "says said saying", "will": "would 'd", "can": "could", "may": "might", "shall": "should",
        "go": "goes went gone going", "get": "got gotten", "mom": "momma mama mum",
        "make": "made", "take": "took taken", "come": "came", "see": "saw seen", "think": "thought",
        "know": "knew known", "tell": "told", "give": "gave given", "find": "found", "do": "did does done",
        "percent": "percentage",
    }.items()
    for form in forms.split()
}  # fmt: skip
_STEM = 3  # letters that are left of a word without its ending


@lru_cache(maxsize=20_000)
def spoken(text: str) -> tuple[str, ...]:
    """The words in small letters, contractions in full, numbers as figures, DECLARED for brackets and dots."""
    return tuple(word for piece in _PIECE.findall(plain_glyphs(text).casefold()) for word in _words(piece))


def _words(piece: str) -> Iterator[str]:
    if piece[0] in "[(.":
        yield DECLARED
    elif piece in _FULL:
        yield from _FULL[piece].split()
    elif piece in NUMBER_WORDS:
        yield str(NUMBER_WORDS[piece])
    elif piece[0].isdigit():
        yield piece.replace(",", "")
    elif piece[1:2] == ".":
        yield piece.replace(".", "")
    else:
        yield from _parted(piece)


def _parted(word: str) -> Iterator[str]:
    """A word, or the two words of a contraction."""
    for ending, full in _ENDINGS.items():
        if word.endswith(ending) and len(word) > len(ending):
            yield from (word[: -len(ending)], full)
            return
    stem, apostrophe, last = word.rpartition("'")
    if apostrophe and (last == "d" or (last == "s" and stem in _BEFORE_S)):
        yield from (stem, "'" + last)
    else:
        yield word


def is_written_otherwise(word: str, other: str) -> bool:
    """Whether two spoken words may be the same word: 's and is, one with asterisks for its letters and one in full."""
    if "*" in word or "*" in other:
        return _masked(word, other)
    forms = _OPEN.get(word, ()) + _OPEN.get(other, ())
    return word == other or (word in forms and other in forms)


@lru_cache(maxsize=20_000)
def is_form(word: str, other: str) -> bool:
    """Whether two words are forms or spellings of one: talk and talks, duty and duties, adviser and advisor."""
    if word == other or _BASE.get(word, word) == _BASE.get(other, other):
        return True
    if "*" in word or "*" in other:
        return _masked(word, other)
    one, its = _stem(word), _stem(other)
    return one == its or (min(len(one), len(its)) > _STEM + 1 and close(word, other, 1))


def _stem(word: str) -> str:
    """A word without the commonest endings, all too short ones left as they are; y and a silent e count as endings."""
    for ending in ("ing", "ied", "ies", "ed", "es", "ly", "'s", "s", "y", "e"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _STEM:
            return stem[:-1] if len(stem) > _STEM and stem[-1] == stem[-2] else stem
    return word


def _masked(word: str, other: str) -> bool:
    """Whether a word with asterisks for some of its letters may be the other."""
    veiled, plain = (word, other) if "*" in word else (other, word)
    return plain.startswith(veiled.split("*", 1)[0]) and plain.endswith(veiled.rsplit("*", 1)[1])
