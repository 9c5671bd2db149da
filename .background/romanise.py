"""Names from other alphabets in the Latin spellings that English-language news gives them.

The tables follow the usual systems (BGN/PCGN for Russian, the Ukrainian resolution 55 of 2010, the Bulgarian law of
2009, ISO 843 without its accents for Greek, the national system of Georgia, BGN/PCGN for Armenian), simplified as
newspapers do: no apostrophes, no marks. Where two spellings are in use, a name gets both (Sergey and Sergei).
"""

from __future__ import annotations

import re
import unicodedata
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def _table(letters: str, latin: str) -> dict[str, str]:
    """Letters and what each becomes; ``_`` stands for nothing."""
    pairs = zip(letters.split(), latin.split(), strict=True)
    return {letter: "" if value == "_" else value for letter, value in pairs}


_RUSSIAN = _table(
    "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я",
    "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya",
)
_UKRAINIAN = _table(
    "а б в г ґ д е є ж з и і ї й к л м н о п р с т у ф х ц ч ш щ ь ю я ' ’",
    "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch _ iu ia _ _",
)
_BULGARIAN = _table(
    "а б в г д е ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ь ю я",
    "a b v g d e zh z i y k l m n o p r s t u f h ts ch sh sht a y yu ya",
)
_MACEDONIAN = _table(
    "а б в г д ѓ е ж з ѕ и ј к л љ м н њ о п р с т ќ у ф х ц ч џ ш",
    "a b v g d gj e zh z dz i j k l lj m n nj o p r s t kj u f h c ch dzh sh",
)
_GREEK = _table(
    "α β γ δ ε ζ η θ ι κ λ μ ν ξ ο π ρ σ ς τ υ φ χ ψ ω",
    "a v g d e z i th i k l m n x o p r s s t y f ch ps o",
)
_GEORGIAN = _table(
    "ა ბ გ დ ე ვ ზ თ ი კ ლ მ ნ ო პ ჟ რ ს ტ უ ფ ქ ღ ყ შ ჩ ც ძ წ ჭ ხ ჯ ჰ",
    "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h",
)
_ARMENIAN = _table(
    "ա բ գ դ ե զ է ը թ ժ ի լ խ ծ կ հ ձ ղ ճ մ յ ն շ ո չ պ ջ ռ ս վ տ ր ց փ ք օ ֆ և",
    "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts p k o f ev",
)

# What is written in more than one way, or sounds otherwise where it stands: a pattern and its spellings, before the
# letters are looked up one by one.
_RULES: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "ru": (
        (r"[иы]й$", ("y", "iy", "i")),
        (r"й", ("y", "i")),
        (r"(?<=[чшщж])ё", ("e", "yo")),
        (r"ё", ("yo", "e")),
        (r"(?<=ь)е", ("ye", "e", "ie")),
        (r"^е|(?<=[аеиоуыэюя])е", ("ye", "e")),
        (r"(?<=и)я", ("a", "ya")),
        (r"(?<=[аеиоуы])я$", ("ya", "ia")),
        (r"кс", ("x", "ks")),
    ),
    "uk": (
        (r"ий$", ("y", "yi", "yy")),
        (r"ій$", ("iy", "ii")),
        (r"зг", ("zgh",)),
        (r"^є", ("ye",)),
        (r"^ї", ("yi",)),
        (r"^й", ("y",)),
        (r"^ю", ("yu",)),
        (r"^я", ("ya",)),
        (r"(?<=і)я", ("a", "ia", "ya")),
        (r"я", ("ia", "ya")),
        (r"ю", ("iu", "yu")),
        (r"й", ("i", "y")),
    ),
    "bg": ((r"ия$", ("ia", "iya")),),
    "mk": (),
    "el": (
        (r"ου", ("ou",)),
        (r"[αά]υ(?=[θκξπσςτφχψ])", ("af",)),
        (r"[αά]υ", ("av",)),
        (r"ευ(?=[θκξπσςτφχψ])", ("ef",)),
        (r"ευ", ("ev",)),
        (r"γγ", ("ng",)),
        (r"γκ", ("gk", "g")),
        (r"^μπ", ("b",)),
        (r"^ντ", ("d", "nt")),
        (r"χ", ("ch", "h")),
        (r"φ", ("f", "ph")),
    ),
    "ka": (),
    "hy": ((r"ու", ("u",)), (r"^ե", ("ye", "e")), (r"^ո", ("vo",)), (r"(?<=[աեիո])յա", ("ya",)), (r"յա", ("ya", "ia"))),
}
_LETTERS = {
    "ru": _RUSSIAN,
    "uk": _UKRAINIAN,
    "bg": _BULGARIAN,
    "mk": _MACEDONIAN,
    "el": _GREEK,
    "ka": _GEORGIAN,
    "hy": _ARMENIAN,
}
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_MOST = 8
"""More spellings of one name than this are not all in use."""


def romanised(name: str, language: str) -> list[str]:
    """The spellings of a name in English; the name itself where nothing is known of its language.

    Nothing where a letter has no rule: a name in an alphabet without vowels is no name in Latin letters.
    """
    if language == "de":
        return list(dict.fromkeys((name, name.casefold().translate(_UMLAUTS))))
    word = _without_accents(name.casefold()) if language == "el" else name.casefold()
    if language not in _LETTERS or re.fullmatch(r"[a-z\u00c0-\u024f' -]*", word):
        return [word]
    parts = list(_spellings(word, language))
    if any(part is None for part in parts):
        return []
    known = [part for part in parts if part is not None]
    return list(dict.fromkeys("".join(chosen) for chosen in product(*known)))[:_MOST]


def _spellings(word: str, language: str) -> Iterable[tuple[str, ...] | None]:
    """The spellings of each letter or group of letters, None for one that has no rule."""
    rules, letters = _RULES[language], _LETTERS[language]
    at = 0
    while at < len(word):
        for pattern, spellings in rules:
            match = re.compile(pattern).match(word, at)
            if match:
                yield spellings
                at = match.end()
                break
        else:
            yield (letters[word[at]],) if word[at] in letters else (word[at],) if word[at] in "- " else None
            at += 1


def _without_accents(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word)
    return "".join(char for char in decomposed if not unicodedata.combining(char))
