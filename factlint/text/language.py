"""In which language a text is written, as far as its commonest words show."""

from __future__ import annotations

from collections import Counter

from factlint.text.deferred import deferred

SAMPLE = 20_000
"""Code points that are looked at: more would not change the answer."""
LEAST_LETTERS, LEAST_WORDS, LEAST_COMMON = 20, 12, 5
"""Letters, words and commonest words of a language that are needed to tell: a shorter text is too short."""

# The commonest words of each language that are not common words of another of these languages.
_COMMON = {
    "English": (
        "the and of to that is was for with his they are this have from by not but which said has were been their"
    ),
    "German": (
        "der die und das den von ist nicht mit dem sich auf eine als auch wird zu bei einer werden nach haben ein"
    ),
    "French": "le la les des et une est dans que pour qui sur pas plus par avec sont au cette ont mais du nous ses",
    "Spanish": "el los que las una por con para del como más pero sus fue ha sobre este entre cuando también y está",
    "Italian": "il di che è la della per non una sono con del gli anche più dei nel alla si ha da le ma come",
    "Portuguese": "o que os uma não com para do da em dos mais foi ao como por mas das no na ele são também",
    "Dutch": "de het een van en dat niet op te zijn met voor aan door ook wordt naar bij heeft maar om uit er",
    "Swedish": "och att det som en på är av för med den till inte har ett om de var från men kan sig eller",
    "Polish": "w i na z się nie do że jest o to jak po za od przez przy ale czy dla był są może",
}
_LANGUAGES = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_ENGLISH = frozenset(word.encode() for word in _LANGUAGES["English"])
_FOREIGN = frozenset(word.encode() for words in _LANGUAGES.values() for word in words if word.isascii()) - _ENGLISH
_CLEAR = 3  # times as many common words as English has are clearly another language
_WORD = deferred(r"[^\W\d_]{2,}")
_ASCII_WORD = deferred(r"[a-z]{2,}")
# Bytes as they are looked at first: capital letters made small, and blanks for all of ASCII that is no letter.
_PLAIN = bytes(code if code > 127 else ord(chr(code).lower()) if chr(code).isalpha() else 32 for code in range(256))
_OTHER_LETTER = deferred(r"[^\u0000-\u036f\u1e00-\u1eff]")  # neither Latin nor a mark on a Latin letter


def is_english(code: str) -> bool:
    """Whether what names a language (``en``, ``en-GB``, ``eng``, ``English``) names English."""
    return code.strip().replace("_", "-").lower().split("-")[0] in {"en", "eng", "english"}


def foreign_language(text: str) -> str | None:
    """The name of the language of a text that is clearly not English; None for English, and where it cannot be told."""
    if _is_plainly_english(text[:SAMPLE]):
        return None
    words = _words(text[:SAMPLE])
    if not text.isascii() and _in_other_letters("".join(words)):
        return "a language in other letters"
    if len(words) < LEAST_WORDS:
        return None
    found = Counter(words)
    counts = {language: sum([found.get(word, 0) for word in common]) for language, common in _LANGUAGES.items()}
    best = max(counts, key=lambda language: (counts[language], language == "English"))
    clear = counts[best] > _CLEAR * counts["English"] and counts[best] > max(LEAST_COMMON - 1, len(words) / 8)
    return best if clear else None


def _is_plainly_english(text: str) -> bool:
    """Whether common words of English are so many that the rest cannot make it another language, at a quick look.

    The look is at bytes. In a piece of text that has letters beyond ASCII, each two bytes and one between them may be a
    common word of another language, and each byte a letter that is not Latin; no case folding makes more of them.
    """
    pieces = text.encode("utf-8", "surrogatepass").translate(_PLAIN).split()
    others = sum(map(_FOREIGN.__contains__, pieces))
    if not text.isascii():
        odd = [len(piece) for piece in pieces if not piece.isascii()]
        latin = sum(map(len, pieces)) - sum(odd) - len(pieces)
        if sum(odd) > latin:
            return False
        others += (sum(odd) + len(odd)) // 3
    return others <= _CLEAR * sum(map(_ENGLISH.__contains__, pieces))


def _words(text: str) -> list[str]:
    """The words of two letters or more, in lower case."""
    if text.isascii():
        return _ASCII_WORD.findall(text.lower())
    return _WORD.findall(text.casefold())


def _in_other_letters(letters: str) -> bool:
    return len(letters) >= LEAST_LETTERS and len(_OTHER_LETTER.findall(letters)) > len(letters) / 2
