"""Names in two systems of transliteration are told from names that differ."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factlint.knowledge import ending
from factlint.knowledge.ending import class_form, same_class
from factlint.lang.functions import functions

CLASSES = yaml.load(Path(ending.__file__).with_suffix(".yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
# A beginning to which every ending fits: it ends in no letter that an ending could begin with.
STEM = "Gorad"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Zelenskyy", "Zelensky"),
        ("Zelenskiy", "Zelenskij"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelenski"),
        ("ZELENSKYY", "Zelensky"),
        ("Trotsky", "Trotzki"),
        ("Melnikov", "Melnikoff"),
        ("Medvedev", "Medvedyev"),
        ("Gorbachev", "Gorbachov"),
        ("Khrushchev", "Khrushchov"),
        ("Navalny", "Navalnyy"),
        ("Yanukovych", "Yanukovich"),
        ("Tymoshenko", "Timoshenko"),
        ("Yushchenko", "Juschtschenko"),
        ("Khodorkovsky", "Hodorkovski"),
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Dmitri", "Dmitry"),
        ("Mohammed", "Muhammad"),
        ("Hussein", "Husayn"),
        ("al-Assad", "Assad"),
        ("al-Hassan", "el Hasan"),
        ("Abdulrahman", "Abdelrahman"),
        ("Abd al-Karim", "Abdul Kareem"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Erdoğan", "Erdogan"),
        ("Schröder", "Schroeder"),
        ("Schröder", "Schroder"),
        ("O’Neill", "O'Neill"),
    ],
)
def test_two_systems_of_one_name(left: str, right: str) -> None:
    assert same_class(left, right)
    assert same_class(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Witkoff", "Whitcoff"),
        ("Merz", "Merts"),
        ("Zelenskyy", "Zelenksyy"),
        ("Zelensky", "Zellensky"),
        ("Ivanov", "Ivanova"),
        ("Ivanov", "Ivanoy"),
        ("Novotny", "Novotna"),
        ("Smith", "Smyth"),
        ("Johnson", "Johnston"),
        ("Terry", "Terri"),
        ("Ray", "Rai"),
        ("Martin", "Martine"),
        ("Oleksandr", "Aleksandr"),
        ("Volodymyr", "Vladimir"),
        ("Schroeder", "Schroder"),
        ("Sergei Lavrov", "Lavrov"),
        ("", "Lavrov"),
    ],
)
def test_other_differences_are_no_matter_of_systems(left: str, right: str) -> None:
    assert not same_class(left, right)
    assert not same_class(right, left)


@pytest.mark.parametrize("section", [name for name in CLASSES if name != "particles"])
def test_a_form_stands_in_one_class_only(section: str) -> None:
    counts = Counter(form for row in CLASSES[section] for form in row)
    assert [form for form, count in counts.items() if count > 1] == []
    assert all(len(row) > 1 for row in CLASSES[section])
    assert section == "words" or max(map(len, counts)) <= 9


@pytest.mark.parametrize(
    ("first", "other"),
    [(row[0], form) for row in CLASSES["words"] for form in row[1:]]
    + [(STEM + row[0], STEM + form) for row in CLASSES["slavic_endings"] + CLASSES["endings"] for form in row[1:]]
    + [(row[0] + "gorad", form + "gorad") for row in CLASSES["beginnings"] for form in row[1:]]
    + [(f"{STEM}{row[0]}asky", f"{STEM}{form}asky") for row in CLASSES["letters"] for form in row[1:]],
)
def test_every_class_of_the_data_file_works(first: str, other: str) -> None:
    assert same_class(first, other)


@given(st.text(max_size=30))
def test_a_name_is_of_its_own_class(name: str) -> None:
    assert same_class(name, name)
    assert same_class(name, name.upper()) or not name.isascii()


@given(st.text(alphabet="aeiosykv- ", max_size=12), st.text(alphabet="aeiosykv- ", max_size=12))
def test_a_class_has_one_form(left: str, right: str) -> None:
    assert same_class(left, right) == (left == right or (class_form(left) == class_form(right) != ""))


def test_a_long_name_is_no_trouble() -> None:
    assert same_class("sky" * 50_000, "SKY" * 50_000)


@pytest.mark.parametrize(
    ("values", "one"),
    [
        (("Zelenskyy", "Zelensky", "Zelenskiy"), True),
        (("Sergei", "Sergey", "S."), True),
        (("Boris", "Sergey"), False),
        (("Boris",), True),
    ],
)
def test_a_group_of_spellings_is_one_class(values: tuple[str, ...], one: bool) -> None:
    assert functions()["one_class"].call(values) is one


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Erdoğan", "Erdogan"),
        ("Jose\u0301", "Jose"),
        ("Łukasz Ørsted", "Lukasz Orsted"),
        ("O’Neill", "O’Neill"),
        ("", ""),
    ],
)
def test_accents_can_be_dropped(text: str, plain: str) -> None:
    assert functions()["without_accents"].call(text) == plain
