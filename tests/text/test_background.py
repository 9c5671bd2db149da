"""The background list: what it says of usual and of unusual forms, and that its file is sound."""

from __future__ import annotations

import itertools
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.text import background
from factlint.text.background import UNKNOWN, known
from factlint.text.forms import folded

FILE = Path(background.__file__).with_suffix(".tsv")
LINES = FILE.read_text(encoding="ascii").splitlines()
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("straw", "word"),
        ("straw", "surname"),
        ("mary", "given"),
        ("johnston", "surname"),
        ("london", "place"),
        ("texas", "place"),
        ("iranian", "other"),
        ("khalid", "given"),
        ("kowalski", "surname"),
        ("o'brien", "surname"),
        ("yıldırım", "surname"),
        ("mueller", "surname"),
        ("muller", "surname"),
        ("sergei", "given"),
        ("sergey", "given"),
        ("volodymyr", "given"),
        ("papadopoulos", "surname"),
        ("york", "place"),
        ("wembley", "other"),
    ],
)
def test_what_is_listed(form: str, kind: str) -> None:
    assert getattr(known(form), kind) > 0


@pytest.mark.parametrize(
    "form",
    [
        "",
        "zyxwvu",
        "witkofff",
        "Smith",
        "smith\t",
        "smith\t005",
        "smi",
        "\n",
        "zzzzzz",
        "aaaaaa",
        "łódź",
        "\ud800",
        "'",
    ],
)
def test_what_is_not(form: str) -> None:
    assert known(form) == UNKNOWN


@pytest.mark.parametrize("slip", ["willimas", "gonalez", "jospeh", "patrcia", "ukranian", "definately"])
def test_slips_are_not_listed(slip: str) -> None:
    assert known(slip) == UNKNOWN


def test_a_form_is_looked_up_without_accents_and_in_small_letters() -> None:
    assert known(folded("Érdogan")) == known("erdogan") != UNKNOWN
    assert known(folded("LONDON")) == known("london")


@given(st.text())
def test_any_text_may_be_asked_for(text: str) -> None:
    assert all(0 <= level <= 9 for level in known(text))


def test_levels_rise_with_use() -> None:
    assert known("smith").surname > known("kushner").surname > known("witkoff").surname
    assert known("mary").given > known("khalid").given > 0
    assert known("tokyo").place > known("leeds").place > 0
    assert known("house").word > known("heron").word > 0


@given(st.sampled_from(LINES))
def test_every_line_is_found_and_well_formed(line: str) -> None:
    form, digits = line.split("\t")
    assert form.isalpha()
    assert form == form.lower()
    assert digits == digits.rstrip("0")
    assert known(form) == tuple(int(digit) for digit in digits.ljust(len(UNKNOWN), "0")) != UNKNOWN


def test_the_file_is_sorted_and_names_each_form_once() -> None:
    forms = [line.split("\t")[0] for line in LINES]
    assert all(earlier < later for earlier, later in itertools.pairwise(forms))


def test_first_and_last_line_are_found() -> None:
    assert all(known(line.split("\t")[0]) != UNKNOWN for line in (LINES[0], LINES[-1]))


def test_nothing_is_read_before_the_first_question() -> None:
    program = "from factlint.text import background as b; assert not b._index.cache_info().misses"
    subprocess.run([sys.executable, "-c", program], check=True, cwd=ROOT)


def test_every_source_is_named_with_its_licence() -> None:
    page = ROOT / ".background" / "README.md"
    if not page.is_file():
        pytest.skip("the sources are described in the repository only")
    text = page.read_text(encoding="utf-8")
    assert all(source in text for source in ("public domain", "SCOWL", "MIT", "GeoNames", "CC BY 4.0"))


@pytest.mark.parametrize(
    "holder", ["GeoNames", "Kevin Atkinson", "WordNet", "Geoff Kuenning", "Daniele Faraglia", "Census"]
)
def test_notices_travel_with_the_list(holder: str) -> None:
    assert holder in FILE.with_name("background.LICENSE.txt").read_text(encoding="utf-8")


ROMANISED = [
    ("Сергей", "ru", {"sergey", "sergei"}),
    ("Горбачёв", "ru", {"gorbachev", "gorbachyov"}),
    ("Ельцин", "ru", {"yeltsin", "eltsin"}),
    ("Юрий", "ru", {"yury", "yuriy", "yuri"}),
    ("Андрій", "uk", {"andriy", "andrii"}),
    ("Єрмак", "uk", {"yermak"}),
    ("Желязков", "bg", {"zhelyazkov"}),
    ("Ευάγγελος", "el", {"evangelos"}),
    ("სააკაშვილი", "ka", {"saakashvili"}),
    ("Փաշինյան", "hy", {"pashinyan", "pashinian"}),
    ("Müller", "de", {"Müller", "mueller"}),
    ("Björk", "is", {"björk"}),
]


@pytest.mark.parametrize(("name", "language", "spellings"), ROMANISED, ids=[name for name, *_ in ROMANISED])
def test_names_in_other_alphabets(
    name: str, language: str, spellings: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = ROOT / ".background"
    if not folder.is_dir():
        pytest.skip("the list is built in the repository only")
    monkeypatch.syspath_prepend(folder)
    from romanise import romanised

    assert set(romanised(name, language)) == spellings
