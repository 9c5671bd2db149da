"""What editors decide on the review page is done at once, kept, and never lost to another page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from desks import HARBOUR, desk_in, key_of, rules_of, written

from factlint.app.adding import Wish
from factlint.app.dismissing import Decision
from factlint.text.problem import ProblemError

if TYPE_CHECKING:
    from pathlib import Path

    from factlint.review.desk import Desk

MISSPELLED = "names/misspelled"


@pytest.fixture(autouse=True)
def _cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path)


@pytest.fixture
def desk(folder: Path) -> Desk:
    return desk_in(folder)


def harbour(folder: Path) -> str:
    return (folder / "articles" / "harbour.txt").read_text(encoding="utf-8")


def test_a_fix_is_made_in_all_its_places_and_can_be_taken_back(desk: Desk, folder: Path) -> None:
    said = desk.fix(key_of(desk, MISSPELLED), 0)
    assert said == "Lindkvist is now Lindqvist in 2 places"
    assert harbour(folder) == HARBOUR.replace("Lindkvist", "Lindqvist")
    assert MISSPELLED not in rules_of(desk)
    assert desk.page("")["live"]["undo"] == said
    desk.undo()
    assert harbour(folder) == HARBOUR
    assert MISSPELLED in rules_of(desk)
    assert desk.page("")["live"]["undo"] is None


def test_a_fix_is_not_taken_back_over_later_work(desk: Desk, folder: Path) -> None:
    desk.fix(key_of(desk, MISSPELLED), 0)
    later = harbour(folder) + "One more line.\n"
    (folder / "articles" / "harbour.txt").write_text(later, encoding="utf-8")
    with pytest.raises(ProblemError, match="has been changed since"):
        desk.undo()
    assert harbour(folder) == later


def test_a_file_that_was_changed_meanwhile_is_not_fixed_blindly(desk: Desk, folder: Path) -> None:
    key = key_of(desk, MISSPELLED)
    later = "A new first line.\n\n" + HARBOUR
    (folder / "articles" / "harbour.txt").write_text(later, encoding="utf-8")
    with pytest.raises(ProblemError):
        desk.fix(key, 0)
    assert harbour(folder) == later


@pytest.mark.parametrize("way", [-1, 7])
def test_a_way_out_that_is_not_there_is_refused(desk: Desk, folder: Path, way: int) -> None:
    with pytest.raises(ProblemError, match="no such way out"):
        desk.fix(key_of(desk, MISSPELLED), way)
    assert harbour(folder) == HARBOUR


def test_a_dismissal_survives_and_can_be_taken_back(desk: Desk, folder: Path) -> None:
    key = key_of(desk, MISSPELLED)
    desk.dismiss(key, Decision("article", "so she signs", by="Ada"))
    for page in (desk.page(""), desk_in(folder).page("")):
        (gone,) = (one for one in page["findings"] if "gone" in one)
        assert gone["rule"] == MISSPELLED
        assert "so she signs" in gone["gone"]["line"]
    desk.retract(str(gone["key"]))
    assert MISSPELLED in rules_of(desk)


def test_a_dismissal_needs_a_reason(desk: Desk) -> None:
    with pytest.raises(ProblemError, match="reason"):
        desk.dismiss(key_of(desk, MISSPELLED), Decision("place", "  "))


def test_marks_are_kept_beside_the_articles(desk: Desk, folder: Path) -> None:
    key = key_of(desk, MISSPELLED)
    desk.mark(key, True, "Ask her\nwhich it is", "Ada")
    mark = desk_in(folder).page("")["marks"][key]
    assert (mark["note"], mark["by"]) == ("Ask her which it is", "Ada")
    kept = json.loads((folder / "articles" / ".factlint" / "review.json").read_text(encoding="utf-8"))
    assert [one["article"] for one in kept["marks"]] == ["harbour.txt"]
    desk.mark(key, False, "", "")
    assert desk_in(folder).page("")["marks"] == {}
    assert not (folder / "articles" / ".factlint" / "review.json").exists()


def test_two_pages_keep_what_each_other_decided(folder: Path) -> None:
    one, other = desk_in(folder), desk_in(folder)
    first, second = (finding["key"] for finding in one.page("")["findings"][:2])
    one.mark(first, True, "first", "")
    other.mark(second, True, "second", "")
    one.dismiss(key_of(one, MISSPELLED), Decision("article", "so she signs"))
    other.again()
    for desk in (one, other):
        assert set(desk.page("")["marks"]) == {first, second}
        assert MISSPELLED not in rules_of(desk)


@pytest.mark.parametrize("text", ["", "[]", '{"marks": 3}', '{"marks": [{"finding": 1}]}', "\xff"])
def test_a_broken_list_of_marks_is_said_and_left_alone(desk: Desk, folder: Path, text: str) -> None:
    file = folder / "articles" / ".factlint" / "review.json"
    file.parent.mkdir()
    file.write_text(text, encoding="latin-1")
    assert any("review.json" in line for line in desk.page("")["problems"])
    with pytest.raises(ProblemError, match="no list of marks"):
        desk.mark(key_of(desk, MISSPELLED), True, "", "")
    assert file.read_text(encoding="latin-1") == text


def test_a_name_goes_into_the_desks_own_list(desk: Desk, folder: Path) -> None:
    said = desk.add(Wish("Ole Brandt", ("Brandtt",)))
    assert "Ole Brandt" in said
    assert "Brandt" in (folder / "desk" / "knowledge" / "names.yaml").read_text(encoding="utf-8")


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_pasted_text_is_checked_in_memory_and_stored_nowhere(desk: Desk, folder: Path) -> None:
    before = files(folder)
    desk.paste("draft.txt", "Marta Lindkvist said so.\n")
    page = desk.page("")
    assert page["live"]["pasted"] == ["articles/draft.txt"]
    assert any(article["path"] == "articles/draft.txt" for article in page["articles"])
    assert files(folder) == before
    desk.forget()
    assert all(article["path"] != "articles/draft.txt" for article in desk.page("")["articles"])
    assert files(folder) == before


def test_a_pasted_text_leaves_no_trace_in_the_cache(
    desk: Desk, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path_factory.mktemp("own-cache")
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(cache))
    desk.paste("draft.txt", "Quite Unheardof and Marta Lindkvist said so on Tuesday, Dec. 15, 2025.\n")
    kept = files(cache)
    assert not [name for name in kept if not name.startswith(("knowledge-", "rules-", "version", "."))]
    assert not [name for name, data in kept.items() if b"Unheardof" in data]


def test_a_pasted_text_is_fixed_in_memory_and_saved_when_asked(desk: Desk, folder: Path) -> None:
    desk.paste("draft.txt", "Marta Lindkvist said so.\n")
    found = desk.page("")
    key = next(
        one["key"]
        for one in found["findings"]
        if one["rule"] == MISSPELLED and one["home"]["path"].endswith("draft.txt")
    )
    desk.fix(str(key), 0)
    assert not (folder / "articles" / "draft.txt").exists()
    desk.save()
    assert (folder / "articles" / "draft.txt").read_text(encoding="utf-8") == "Marta Lindqvist said so.\n"
    assert harbour(folder) == HARBOUR


def test_a_pasted_text_never_takes_the_place_of_a_file(desk: Desk, folder: Path) -> None:
    with pytest.raises(ProblemError, match="already"):
        desk.paste("harbour.txt", "Something else.")
    desk.paste("draft.txt", "Marta Lindkvist said so.\n")
    (folder / "articles" / "draft.txt").write_text("Somebody was quicker.\n", encoding="utf-8")
    with pytest.raises(ProblemError, match="cannot be written"):
        desk.save()
    assert (folder / "articles" / "draft.txt").read_text(encoding="utf-8") == "Somebody was quicker.\n"


def test_a_pasted_text_is_not_dismissed_before_it_is_a_file(desk: Desk) -> None:
    desk.paste("draft.txt", "Marta Lindkvist said so.\n")
    key = next(one["key"] for one in desk.page("")["findings"] if one["home"]["path"].endswith("draft.txt"))
    with pytest.raises(ProblemError, match="save the text first"):
        desk.dismiss(str(key), Decision("article", "so she signs"))


def test_files_changed_on_disk_are_named_until_they_are_read_again(desk: Desk, folder: Path) -> None:
    assert desk.changes()["stale"] == []
    (folder / "articles" / "harbour.txt").write_text("Nothing happened in Port Ellery today.\n", encoding="utf-8")
    (folder / "articles" / "islands.txt").unlink()
    assert desk.changes()["stale"] == ["articles/harbour.txt", "articles/islands.txt"]
    desk.again()
    assert desk.changes()["stale"] == []
    assert rules_of(desk) == []


def test_the_page_has_a_story_with_what_both_articles_tell(desk: Desk) -> None:
    (story,) = desk.page("")["stories"]
    assert [row["label"] for row in story["names"] if all(row["cells"])] == ["Lindqvist"]
