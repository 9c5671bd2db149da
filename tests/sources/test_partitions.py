"""What the folders of an archive say about the articles in them."""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING

import pytest

from factlint.article import Article, Metadata
from factlint.config import Settings
from factlint.sources import partitions
from factlint.sources.metadata import completed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ended

DAY = datetime.date(2025, 3, 14)


@pytest.mark.parametrize(
    ("path", "names", "said"),
    [
        ("archive/published=2025-03-14/a.parquet", {}, {"published": DAY}),
        ("published=20250314/source=The%20Wire/a.jsonl", {}, {"published": DAY, "source": "The Wire"}),
        ("pub_day=2025-03-14 00%3A00%3A00/a.jsonl", {"published": "pub_day"}, {"published": DAY}),
        ("date=2025-03-14/a.jsonl", {}, {}),
        ("published=yesterday/a.jsonl", {}, {}),
        ("published=__HIVE_DEFAULT_PARTITION__/source=/a.jsonl", {}, {}),
        ("text=none/id=1/title=x/a.jsonl", {}, {}),
        ("archive/a=b.txt", {}, {}),
        ("archive/a.txt", {}, {}),
    ],
    ids=[
        "a day",
        "a day and a text",
        "another name",
        "no field",
        "no day",
        "nothing",
        "no metadata",
        "a file",
        "plain",
    ],
)
def test_what_folders_say(path: str, names: dict[str, str], said: dict[str, object]) -> None:
    assert partitions.said(path, tuple(names.items())) == said


def test_the_record_itself_and_the_sidecar_go_before_the_folders_and_these_before_the_settings() -> None:
    article = Article("source=wire/desk=world/language=en/a.jsonl", "1", "x", Metadata(source="Post"))
    about = completed(article, Metadata(desk="sport"), Settings(language="fr", published=DAY)).metadata
    assert (about.source, about.desk, about.language, about.published) == ("Post", "sport", "en", DAY)


def test_a_check_knows_the_day_of_a_folder(factlint: Callable[..., Ended], tmp_path: Path) -> None:
    folder = tmp_path / "published=2025-03-14"
    folder.mkdir()
    (folder / "a.jsonl").write_text(json.dumps({"id": "1", "text": "The ministers met in Oslo."}))
    [facts] = factlint("facts", "--format", "jsonl", str(folder)).out.splitlines()
    assert json.loads(facts)["published"] == "2025-03-14"
