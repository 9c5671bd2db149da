"""The background list: what it says of usual and of unusual forms, and that its file is sound."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.text import background
from factlint.text.background import UNKNOWN, known

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
    ],
)
def test_what_is_listed(form: str, kind: str) -> None:
    assert getattr(known(form), kind) > 0


@pytest.mark.parametrize("form", ["", "zyxwvu", "witkofff", "Smith", "smith\t", "smi", "\n", "zzzzzz", "aaaaaa", "łódź"])
def test_what_is_not(form: str) -> None:
    assert known(form) == UNKNOWN


def test_levels_rise_with_use() -> None:
    assert known("smith").surname > known("kushner").surname > 0
    assert known("tokyo").place > known("leeds").place > 0
    assert known("house").word > known("heron").word > 0


@given(st.sampled_from(LINES))
def test_every_line_is_found_and_well_formed(line: str) -> None:
    form, digits = line.split("\t")
    assert form.isalpha()
    assert form == form.lower()
    assert len(digits) == len(UNKNOWN)
    assert known(form) == tuple(int(digit) for digit in digits) != UNKNOWN


def test_the_file_is_sorted_and_names_each_form_once() -> None:
    forms = [line.split("\t")[0] for line in LINES]
    assert all(earlier < later for earlier, later in itertools.pairwise(LINES))
    assert len(set(forms)) == len(forms)


def test_every_source_is_named_with_its_licence() -> None:
    page = ROOT / ".background" / "README.md"
    if not page.is_file():
        pytest.skip("the sources are described in the repository only")
    text = page.read_text(encoding="utf-8")
    assert all(source in text for source in ("public domain", "SCOWL", "MIT", "GeoNames", "CC BY 4.0"))
    assert "SCOWL" in (FILE.with_name("background.LICENSE.txt")).read_text(encoding="utf-8")
