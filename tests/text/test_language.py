"""English is read; what is clearly another language is told; a few words tell nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.text import language as languages
from factlint.text.language import foreign_language

ENGLISH = "The ministers of both countries met on Monday and said that they would go on with the talks."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(ENGLISH, None, id="English"),
        pytest.param("Kiev", None, id="a word"),
        pytest.param("US envoy in Berlin", None, id="a headline"),
        pytest.param("", None, id="nothing"),
        pytest.param("Президент заявил, что переговоры прошли хорошо.", "a language in other letters", id="Russian"),
        pytest.param(
            "总统周一表示，在柏林举行的会谈进展顺利，各方将继续谈判。", "a language in other letters", id="Chinese"
        ),
        pytest.param(
            "Die Minister haben sich am Montag in der Stadt getroffen und mit dem Kanzler über die Lage gesprochen.",
            "German",
            id="German",
        ),
        pytest.param(
            "Les ministres se sont réunis lundi dans la capitale et ont parlé de la situation avec le président.",
            "French",
            id="French",
        ),
        pytest.param(
            f"{ENGLISH} “Die Lage ist ernst,” he said, and “das ist nicht alles,” she added.", None, id="quotations"
        ),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert foreign_language(text) == language


_WORDS = "the and was to die der und la więc się o y a The OF été por “ ” ’s 1 _ . ŉ ΐ և ß İ ſt ﬃ ж мир 平"
pieces = st.sampled_from([*_WORDS.split(), " ", " ", " ", "\N{NO-BREAK SPACE}", "\n", "\ud800"])


@given(st.lists(pieces, max_size=60).map("".join) | st.lists(pieces, max_size=60).map(" ".join))
def test_a_quick_look_never_says_otherwise(text: str) -> None:
    quick = languages._is_plainly_english(text)
    if quick:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(languages, "_is_plainly_english", lambda _: False)
            assert foreign_language(text) is None


@pytest.mark.parametrize("text", [ENGLISH, f"“{ENGLISH}” – the minister’s words.", "Le comté de Nord: " + ENGLISH * 3])
def test_a_quick_look_is_enough_for_plain_news(text: str) -> None:
    assert languages._is_plainly_english(text)
