"""Names: where they stand, who is meant, what they are called, and which office that is."""

from __future__ import annotations

import itertools
import pathlib
import unicodedata
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import article, seed, texts

from factlint.annotations import Reading
from factlint.knowledge import Knowledge
from factlint.knowledge.load import load
from factlint.text.literals import Literals

SHIPPED = pathlib.Path(__file__).resolve().parents[2] / "rules" / "knowledge"


@cache
def shipped() -> Knowledge:
    knowledge, *_ = load([(path.name, path.read_text(encoding="utf-8")) for path in sorted(SHIPPED.glob("*.yaml"))])
    return knowledge


def names(text: str) -> tuple[Any, ...]:
    return Reading(article(text), shipped(), Literals([])).layer("name")


def people(text: str) -> list[Any]:
    return [name for name in names(text) if name.kind == "person"]


def only(text: str, words: str) -> Any:
    found = [name for name in names(text) if name.text == words]
    assert len(found) == 1, [name.text for name in names(text)]
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "given", "surname"),
    [
        pytest.param("They met Anna Holm in Oslo.", "Anna Holm", "Anna", "Holm", id="two words"),
        pytest.param("They met John F. Harding there.", "John F. Harding", "John F.", "Harding", id="initial"),
        pytest.param(
            "It was Ursula von der Leyen who rang.", "Ursula von der Leyen", "Ursula", "von der Leyen", id="particles"
        ),
        pytest.param(
            "It was Robert De Marco who rang.", "Robert De Marco", "Robert", "De Marco", id="capital particle"
        ),
        pytest.param("It was Omar bin Talal who rang.", "Omar bin Talal", "Omar", "bin Talal", id="bin"),
        pytest.param("It was Hassan al-Tikri who rang.", "Hassan al-Tikri", "Hassan", "al-Tikri", id="al-"),
        pytest.param("It was Sean O’Hara who rang.", "Sean O’Hara", "Sean", "O’Hara", id="apostrophe"),
        pytest.param("It was Mary Smith-Lund who rang.", "Mary Smith-Lund", "Mary", "Smith-Lund", id="hyphen"),
        pytest.param("It was John Cray Jr. who rang.", "John Cray Jr.", "John", "Cray", id="suffix"),
        pytest.param("They read Anna Holm’s letter.", "Anna Holm", "Anna", "Holm", id="curly possessive"),
        pytest.param("They read Anna Holm's letter.", "Anna Holm", "Anna", "Holm", id="straight possessive"),
        pytest.param("Talks with Xi Jinping went on.", "Xi Jinping", "Jinping", "Xi", id="family name first"),
        pytest.param("They met Theresa May and others.", "Theresa May", "Theresa", "May", id="a month"),
        pytest.param("They met António Costa and others.", "António Costa", "António", "Costa", id="accents"),
        pytest.param("American Andy Larsen won again.", "Andy Larsen", "Andy", "Larsen", id="nationality before"),
        pytest.param("Negotiators Anna Holm and Per Lund left.", "Anna Holm", "Anna", "Holm", id="plural title"),
    ],
)
def test_the_span_is_the_name_alone(text: str, words: str, given: str, surname: str) -> None:
    name = only(text, words)
    assert (name.kind, name.given, name.surname, name.bare) == ("person", given, surname, False)


@pytest.mark.parametrize(
    ("text", "title", "office"),
    [
        pytest.param("He saw US President Joe Biden there.", "US President", "us/president", id="nation"),
        pytest.param(
            "He saw Ukraine’s President Joe Biden there.", "Ukraine’s President", "ua/president", id="possessive"
        ),
        pytest.param(
            "He saw the Ukrainian president, Joe Biden, there.", "Ukrainian president", "ua/president", id="commas"
        ),
        pytest.param(
            "He saw Joe Biden, the Ukrainian president, there.", "Ukrainian president", "ua/president", id="after"
        ),
        pytest.param(
            "He saw Joe Biden, president of the United States, there.",
            "president of the United States",
            "us/president",
            id="of",
        ),
        pytest.param("He saw President Joe Biden of Ukraine there.", "President", "ua/president", id="nation behind"),
        pytest.param("He saw US Vice President Joe Biden there.", "US Vice President", "us/vice-president", id="vice"),
        pytest.param(
            "He saw US Secretary of State Joe Biden.", "US Secretary of State", "us/secretary-of-state", id="long"
        ),
        pytest.param("He saw NATO chief Joe Biden there.", "NATO chief", "nato/secretary-general", id="body"),
        pytest.param("He saw President Joe Biden there.", "President", None, id="no nation"),
        pytest.param("He saw former US President Joe Biden.", "former US President", None, id="former"),
        pytest.param("He saw the late US President Joe Biden.", "late US President", None, id="late"),
        pytest.param("He saw then-US President Joe Biden.", "President", None, id="then"),
        pytest.param("He saw US President-elect Joe Biden.", "US President-elect", None, id="elect"),
        pytest.param(
            "He saw US Deputy Secretary of State Joe Biden.", "US Deputy Secretary of State", None, id="deputy"
        ),
        pytest.param("He saw the 46th US President Joe Biden.", "US President", None, id="ordinal"),
        pytest.param("He saw Acme's US President Joe Biden.", "Acme's US President", None, id="of a firm"),
        pytest.param("He saw the company's US president Joe Biden.", "US president", None, id="of some firm"),
        pytest.param("He saw Russian dictator Joe Biden.", "Russian dictator", None, id="no such office"),
        pytest.param("He saw special envoy Joe Biden there.", "special envoy", None, id="envoy"),
        pytest.param("He saw the US president, Joe Biden and others.", None, None, id="a list"),
        pytest.param("He saw Joe Biden, the French president, and others.", None, None, id="a list after"),
        pytest.param("He left the president. Joe Biden stayed.", None, None, id="another sentence"),
    ],
)
def test_titles_and_offices(text: str, title: str | None, office: str | None) -> None:
    name = only(text, "Joe Biden")
    assert (name.title, name.office, name.entity) == (title, office, "joe-biden")


def test_a_title_may_stand_on_the_wrong_person() -> None:
    name = only("It involved US President Jared Kushner’s adviser.", "Jared Kushner")
    assert (name.office, name.entity) == ("us/president", "jared-kushner")


@pytest.mark.parametrize(
    ("text", "words", "entity"),
    [
        pytest.param("He met Steve Witkoff there.", "Steve Witkoff", "steve-witkoff", id="full"),
        pytest.param("He met Steve Whitcoff there.", "Steve Whitcoff", None, id="misspelled"),
        pytest.param("He met Volodymyr Zelenskiy there.", "Volodymyr Zelenskiy", "volodymyr-zelenskyy", id="accepted"),
        pytest.param("He met Vladimir V. Putin there.", "Vladimir V. Putin", "vladimir-putin", id="initial between"),
        pytest.param("He met Donald Trump Jr. there.", "Donald Trump Jr.", None, id="junior"),
        pytest.param("He met Eric Trump there.", "Eric Trump", None, id="another given name"),
        pytest.param("He met George Bush there.", "George Bush", None, id="two people"),
        pytest.param("He met George W. Bush there.", "George W. Bush", "george-w-bush", id="one of two"),
        pytest.param("He met Putin there.", "Putin", "vladimir-putin", id="surname that means one"),
        pytest.param("He met Costa there.", "Costa", None, id="surname that many bear"),
        pytest.param("He met French President Macron there.", "Macron", "emmanuel-macron", id="office and surname"),
        pytest.param("He met Prime Minister Blair there.", "Blair", "tony-blair", id="title and surname"),
        pytest.param("He met Chancellor Brown there.", "Brown", None, id="title of another office"),
        pytest.param("He met President Bush there.", "Bush", None, id="title of two"),
        pytest.param("He met Mrs. Trump there.", "Trump", None, id="one of the family"),
    ],
)
def test_who_is_meant(text: str, words: str, entity: str | None) -> None:
    assert only(text, words).entity == entity


def test_a_surname_is_who_was_introduced() -> None:
    found = people("Dick Schoof spoke. Later Schoof left, and Anna Holm stayed. Holm smiled.")
    assert [(name.text, name.bare, name.introduced, name.entity) for name in found] == [
        ("Dick Schoof", False, None, "dick-schoof"),
        ("Schoof", True, "Dick Schoof", "dick-schoof"),
        ("Anna Holm", False, None, None),
        ("Holm", True, "Anna Holm", None),
    ]


def test_of_two_bearers_of_a_surname_none_is_introduced() -> None:
    found = people("Anna Holm met Per Holm. Then Holm left.")
    assert [(name.text, name.introduced, name.entity) for name in found][-1] == ("Holm", None, None)


def test_another_spelling_of_somebody_introduced_keeps_its_person() -> None:
    name = only("Denys Shmyhal came. They saw Shmygal again.", "Shmygal")
    assert name.entity == "denys-shmyhal"


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        pytest.param("It happened in Berlin again.", "Berlin", "place", id="city"),
        pytest.param("Kiev said no.", "Kiev", "place", id="form against house style"),
        pytest.param("The White House said no.", "White House", "place", id="site"),
        pytest.param("It joined the European Union later.", "European Union", "organisation", id="body"),
        pytest.param("It joined NATO later.", "NATO", "organisation", id="acronym"),
        pytest.param("The Bank of England said no.", "Bank of England", "organisation", id="of"),
        pytest.param("It sued Marks & Spencer later.", "Marks & Spencer", "organisation", id="ampersand"),
        pytest.param("It was Reuters that said so.", "Reuters", "organisation", id="outlet"),
        pytest.param(
            "It was The Washington Post that said so.", "The Washington Post", "organisation", id="outlet with The"
        ),
        pytest.param("In the town they call Quorl now.", "Quorl", "unknown", id="nobody knows"),
    ],
)
def test_kinds(text: str, words: str, kind: str) -> None:
    name = only(text, words)
    assert (name.kind, name.entity) == (kind, None)
    assert kind == "unknown" or (name.surname == words and not name.bare)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Negotiators met. However, it rained.", id="first words of sentences"),
        pytest.param("They came on Monday in December for Christmas.", id="calendar"),
        pytest.param("German and Ukrainian officials met, and so did the French.", id="nationalities"),
        pytest.param("Republicans, Democrats and Muslims disagreed.", id="parties and creeds"),
        pytest.param("The rule is in Article 5 and Section 7.", id="numbered parts"),
        pytest.param("He said: “Everything is fine.” She said “Nonsense”.", id="first words of quotations"),
        pytest.param("The Prime Minister met the President.", id="titles alone"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert [name.text for name in names(text)] == []


def test_a_headline_in_capitals_has_the_names_of_the_text() -> None:
    found = names("HOLM MEETS TRUMP IN BERLIN\n\nThe envoy Anna Holm spoke to Donald Trump on Monday.")
    assert [(name.text, name.surname, name.entity) for name in found[:3]] == [
        ("HOLM", "Holm", None),
        ("TRUMP", "Trump", "donald-trump"),
        ("BERLIN", "BERLIN", None),
    ]


DECOMPOSED = "Spanish Prime Minister Pedro Sánchez met José Muñoz-Peña’s aide, Émile Żak and J. É. Roe. Muñoz left."


def test_accents_may_be_marks_behind_their_letters() -> None:
    """Decomposed text (NFD) has the same names at its own offsets."""
    decomposed = unicodedata.normalize("NFD", DECOMPOSED)
    assert len(decomposed) > len(DECOMPOSED)

    def read(text: str) -> list[tuple[str, ...]]:
        return [
            tuple(
                unicodedata.normalize("NFC", value or "")
                for value in (
                    name.text,
                    name.given,
                    name.surname,
                    name.family.text,
                    name.title,
                    name.office,
                    name.entity,
                )
            )
            for name in names(text)
        ]

    assert read(decomposed) == read(DECOMPOSED)
    assert all(name.text == decomposed[name.start : name.end] for name in names(decomposed))
    assert only(decomposed, unicodedata.normalize("NFD", "Pedro Sánchez")).entity == "pedro-sanchez"


def test_the_plain_surname_has_no_accents() -> None:
    assert {only(f"We met Recep {form} there.", f"Recep {form}").plain for form in ("Erdogan", "Erdoğan")} == {
        "erdogan"
    }


@pytest.mark.parametrize(
    "text",
    [
        "He was accused by then-US President Barack Obama of lying.",
        "Her successor as US President Barack Obama had other plans.",
        "He gave way to his predecessor as US President Barack Obama.",
    ],
    ids=["then", "successor", "predecessor"],
)
def test_a_title_of_another_time_names_no_office(text: str) -> None:
    assert only(text, "Barack Obama").office is None


def test_compounds_and_prefixes() -> None:
    text = "The Trump-backed plan met an anti-Putin mood near the Moscow-based firm and the Hong Kong-based one."
    assert [name.text for name in names(text)] == ["Trump", "Putin", "Moscow", "Hong Kong"]


def test_the_surname_has_a_place_of_its_own() -> None:
    part = only("It was Ursula von der Leyen.", "Ursula von der Leyen").family
    assert part.text == "von der Leyen"


def test_a_skeleton_is_the_same_for_transliterations() -> None:
    first, second = people("They met Volodymyr Zelensky. They met Volodymyr Zelenskyy.")
    assert first.skeleton == second.skeleton
    assert first.surname != second.surname


def test_no_knowledge_is_no_obstacle() -> None:
    reading = Reading(article("US President Joe Biden met Anna Holm."), Knowledge({}), Literals([]))
    found = [(name.text, name.title, name.office, name.entity) for name in reading.layer("name")]
    assert ("Joe Biden", "US President", None, None) in found
    assert ("Anna Holm", None, None, None) in found


@pytest.mark.parametrize(
    ("number", "words", "title", "office", "entity"),
    [
        ("001", "Jared Kushner", "US President", "us/president", "jared-kushner"),
        ("001", "Steve Whitcoff", "US special envoy", None, None),
        ("001", "Friedrich Murch", "German Chancellor", "de/chancellor", None),
        ("001", "Alexus Greenkewich", "General", None, None),
        ("002", "Zelenskiy", "Ukraine’s President", "ua/president", "volodymyr-zelenskyy"),
        ("002", "Merz", "German Chancellor", "de/chancellor", "friedrich-merz"),
        ("002", "von der Leyen", "EU chief", None, "ursula-von-der-leyen"),
        ("002", "Larry Fink", "BlackRock CEO", None, "larry-fink"),
        ("003", "Donald Trump", "US President", "us/president", "donald-trump"),
        ("004", "Vladimir Putin", "Russian dictator", None, "vladimir-putin"),
        ("004", "António Costa", "president of the European Council", "eu/council-president", "antonio-costa"),
    ],
)
def test_real_articles(number: str, words: str, title: str, office: str | None, entity: str | None) -> None:
    found = [(name.title, name.office, name.entity) for name in names(seed(number)) if name.text == words]
    assert (title, office, entity) in found


_WORDS = """
    Anna Holm President US U.S. Gen. the of and von der Leyen al- ’s ' , . ; “ ” - & Jr. Trump Putin’s Secretary State
    Bank England MERZ Mr. d’ De Van Article 5 İ ß Ł J. ( ) : former Ukrainian president, who said
"""
_PIECES = st.sampled_from([*_WORDS.split(), "\n", "A", "0", "B"])


@given(texts | st.lists(_PIECES, max_size=30).map(" ".join) | st.lists(_PIECES, max_size=30).map("".join))
def test_every_name_has_the_words_of_its_place(text: str) -> None:
    found = names(text)
    for name in found:
        assert 0 <= name.start < name.end <= len(text)
        assert name.text == text[name.start : name.end]
        assert "\n" not in name.text
        assert name.surname.strip()
        assert name.start <= name.family.start < name.family.end <= name.end
        assert name.kind in ("person", "place", "organisation", "unknown")
        assert name.entity is None or name.kind == "person"
        assert name.introduced is None or name.bare
    starts = [name.start for name in found]
    assert starts == sorted(starts)
    assert all(first.end <= second.start for first, second in itertools.pairwise(found))
