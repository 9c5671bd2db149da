"""``factlint propose``: an archive becomes a knowledge file that a person reviews, and that is sound as it stands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from factlint.app.session import opened

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., Any]

SHARED = Path(__file__).resolve().parents[3] / "shared"

NAMES = "The mediator Karel Novotny met the minister Helga Brandt in the town hall, officials there said on Monday."
AGAIN = "Talks went on for the whole day before the mediator Karel Novotny spoke to reporters at the gate, they said."
SLIP = "It was the mediator Karel Novotnny who had asked the minister Helga Brandt to the town hall, a witness said."


def archive(folder: Path, *texts: str, name: str = "old.jsonl", year: int = 2019) -> None:
    records = (
        {"id": f"{number:03}", "text": text, "published": f"{year + number % 3}-05-01"}
        for number, text in enumerate(texts)
    )
    (folder / name).write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")


def accepted(folder: Path, text: str) -> Any:
    """The knowledge of a desk that has put a proposal into its folder."""
    home = folder / "desk" / "knowledge"
    home.mkdir(parents=True, exist_ok=True)
    (home / "proposed.yaml").write_text(text, encoding="utf-8")
    (folder / "factlint.yml").write_text("rules: [desk]\n", encoding="utf-8")
    session = opened(folder)
    assert session.problems == ()
    return session.knowledge


def test_people_stand_with_titles_years_counts_and_examples(factlint: Run, tmp_path: Path) -> None:
    archive(tmp_path, NAMES, AGAIN, NAMES, "Nobody came.")
    done = factlint("propose", "old.jsonl")
    assert done.code == 0
    assert "  - name: Karel Novotny\n" in done.out
    about = done.out[: done.out.index("  - name: Karel Novotny")].split("\n\n")[-1]
    assert "# 3 articles; 2019 to 2021; mediator (3, 2019 to 2021)" in about
    assert "001:1  " in about
    assert "the mediator Karel Novotny" in about
    assert "name: Helga Brandt" not in done.out
    assert "4 articles: 1 person, 0 likely misspellings" in done.err


def test_a_proposal_is_sound_knowledge_as_it_stands(factlint: Run, tmp_path: Path) -> None:
    archive(tmp_path, *[NAMES, AGAIN, SLIP] * 3)
    text = factlint("propose", "old.jsonl").out
    knowledge = accepted(tmp_path, text)
    assert {"karel-novotny", "helga-brandt"} <= {person.key for person in knowledge.rows("person")}
    assert not [row for row in knowledge.rows("spelling") if row.wrong == "Novotnny"]


def test_a_likely_misspelling_is_a_comment_that_counts_once_it_is_uncommented(factlint: Run, tmp_path: Path) -> None:
    archive(tmp_path, *[NAMES] * 5, SLIP)
    text = factlint("propose", "old.jsonl").out
    assert "    # a misspelling? Karel Novotnny: 1 article: 005:1  " in text
    assert "    # wrong: {Novotny: [Novotnny]}\n" in text
    knowledge = accepted(tmp_path, text.replace("    # wrong:", "    wrong:"))
    assert [(row.wrong, row.right) for row in knowledge.rows("spelling") if row.entity == "karel-novotny"] == [
        ("Novotnny", "Novotny")
    ]


def test_a_surname_that_stands_alone_may_be_a_slip_too(factlint: Run, tmp_path: Path) -> None:
    archive(tmp_path, *[NAMES] * 3, NAMES + " Mr Novotnny had no comment.")
    text = factlint("propose", "old.jsonl").out
    assert "    # a misspelling? Novotnny: 1 article: 003:1  " in text
    assert "    # wrong: {Novotny: [Novotnny]}\n" in text


def test_names_that_are_too_rare_stand_in_a_remark(factlint: Run, tmp_path: Path) -> None:
    archive(tmp_path, NAMES, SLIP)
    text = factlint("propose", "old.jsonl").out
    assert "#   Karel Novotny (1), Karel Novotnny (1)" in text
    assert "name:" not in text


def test_what_is_known_is_left_out(factlint: Run, tmp_path: Path) -> None:
    archive(tmp_path, *[NAMES] * 5)
    accepted(tmp_path, factlint("propose", "old.jsonl").out)
    done = factlint("propose", "old.jsonl")
    assert "name:" not in done.out
    assert "5 articles: 0 people" in done.err


def test_a_misspelling_of_somebody_known_is_proposed_in_comments(factlint: Run, tmp_path: Path) -> None:
    accepted(tmp_path, "people:\n  - name: Karel Novotny\n")
    archive(tmp_path, *[NAMES] * 5, SLIP)
    lines = factlint("propose", "old.jsonl", "--min-count", "6").out.splitlines()
    assert "  # - name: Karel Novotny" in lines
    assert "  #   wrong: {Novotny: [Novotnny]}" in lines
    assert "  - name: Karel Novotny" not in lines


def test_other_forms_of_one_name_are_no_misspellings(factlint: Run, tmp_path: Path) -> None:
    initials = NAMES.replace("Karel Novotny", "Karel J. Novotny")
    archive(tmp_path, *[NAMES] * 4, initials, NAMES.replace("Novotny", "Novotný"))
    text = factlint("propose", "old.jsonl").out
    assert "# accepted: [Karel J. Novotny, Karel Novotný]" in text
    assert "wrong:" not in text.replace("“# wrong:”", "")


def test_two_frequent_near_names_in_other_company_are_two_people(factlint: Run, tmp_path: Path) -> None:
    one = "The minister John Kerrington met the minister Helga Brandt and the mayor John Smith on Monday, they said."
    other = "The striker John Terrington beat the keeper Bruno Keller and the captain John Miller on Monday night."
    archive(tmp_path, *[one, other, one.replace("Kerrington", "Berry"), other.replace("Terrington", "Perry")] * 8)
    text = factlint("propose", "old.jsonl").out
    assert "  # - [John Kerrington, John Terrington]  # both are frequent" in text
    assert "  - [John Berry, John Perry]  # both are frequent" in text
    knowledge = accepted(tmp_path, text)
    assert knowledge.index("difference", "one")["John Berry"]
    assert "John Kerrington" not in knowledge.index("difference", "one")


def test_acronyms_stand_with_what_they_stand_for(factlint: Run, tmp_path: Path) -> None:
    text = "Inspectors of the Alpine Water Board (AWB) were there on Monday. The AWB has no comment, officials said."
    archive(tmp_path, *[text] * 3, NAMES)
    found = factlint("propose", "old.jsonl").out
    assert "  - {name: Alpine Water Board, acronym: AWB}  # 3 articles" in found
    assert accepted(tmp_path, found).index("organisation", "key")["alpine-water-board"][0].acronyms == ("AWB",)


def test_min_count_and_since(factlint: Run, tmp_path: Path) -> None:
    archive(tmp_path, NAMES, NAMES, NAMES, NAMES)
    assert "Karel" not in factlint("propose", "old.jsonl", "--min-count", "5").out
    later = factlint("propose", "old.jsonl", "--since", "2020-01-01", "--min-count", "2")
    assert "# 2 articles; 2020 to 2021" in later.out
    assert "Left out by --since: 2 older, 0 that do not say" in later.err
    assert factlint("propose", "old.jsonl", "--since", "lately").code == 2


def test_output_goes_to_a_file(factlint: Run, tmp_path: Path) -> None:
    archive(tmp_path, *[NAMES] * 3)
    shown = factlint("propose", "old.jsonl").out
    done = factlint("propose", "old.jsonl", "--output", "new.yaml")
    assert (done.code, done.out) == (0, "")
    assert (tmp_path / "new.yaml").read_text(encoding="utf-8") == shown
    assert "Read new.yaml" in done.err


def test_files_of_a_folder_are_named_with_their_paths(factlint: Run, tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(NAMES, encoding="utf-8")
    assert "  #   1.txt:1  " in factlint("propose", ".").out


def test_the_order_of_paths_changes_nothing(factlint: Run, tmp_path: Path) -> None:
    archive(tmp_path, *[NAMES, SLIP] * 3, name="a.jsonl")
    archive(tmp_path, *[AGAIN] * 3, name="b.jsonl")
    assert factlint("propose", "a.jsonl", "b.jsonl").out == factlint("propose", "b.jsonl", "a.jsonl").out


def test_what_cannot_be_read_is_said_and_the_rest_is_read(factlint: Run, tmp_path: Path) -> None:
    archive(tmp_path, *[NAMES] * 3)
    done = factlint("propose", "old.jsonl", "gone.txt")
    assert done.code == 2
    assert "gone.txt" in done.err
    assert "Karel Novotny" in done.out
    assert factlint("propose").code == 2


def test_an_empty_archive_proposes_nothing(factlint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nobody came.\n", encoding="utf-8")
    done = factlint("propose", "a.txt")
    assert done.code == 0
    assert all(line.startswith("#") for line in done.out.splitlines())
    accepted(tmp_path, done.out)


@pytest.mark.parametrize("name", ["clean-basil.jsonl", "clean-wikinews.jsonl"])
def test_real_archives_give_sound_knowledge(factlint: Run, tmp_path: Path, name: str) -> None:
    path = SHARED / "data" / name
    if not path.exists():
        pytest.skip("the archives lie beside the checkout, in ../shared/data")
    text = factlint("propose", str(path), "--min-count", "2").out
    assert text.count("  - name: ") > 20
    accepted(tmp_path, text)
    uncommented = text.replace("    # wrong:", "    wrong:").replace("    # accepted:", "    accepted:")
    accepted(tmp_path, uncommented)
