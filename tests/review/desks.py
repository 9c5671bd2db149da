"""A desk in a folder: three articles about one ferry strike, with a name that the desk has listed as wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.app.session import opened
from factlint.review.desk import Desk

if TYPE_CHECKING:
    from pathlib import Path

HARBOUR = """Ferries to sail again after a night of talks

PORT ELLERY — The union leader Marta Lindkvist said on Monday that the ferries would sail again on Friday.

“We have an agreement that all of us can live with,” Lindkvist told reporters on the quay.
"""
ISLANDS = """Islands count the cost of the ferry strike

VEYRA — Marta Lindqvist, who leads the union, was born on the island. She met Ole Brandt on Tuesday, Dec. 15, 2025.
"""
NAMES = """people:
  - name: Marta Lindqvist
    wrong: {Lindqvist: [Lindkvist]}
"""


def written(folder: Path) -> Path:
    """The folder with the desk's files."""
    (folder / "articles").mkdir()
    (folder / "articles" / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (folder / "articles" / "islands.txt").write_text(ISLANDS, encoding="utf-8")
    (folder / "desk" / "knowledge").mkdir(parents=True)
    (folder / "desk" / "knowledge" / "names.yaml").write_text(NAMES, encoding="utf-8")
    (folder / "factlint.yml").write_text("rules: [desk]\nstory: all\n", encoding="utf-8")
    return folder


def desk_in(folder: Path) -> Desk:
    return Desk(lambda: opened(folder), ["articles"])


def key_of(desk: Desk, rule: str) -> str:
    found = desk.page("")["findings"]
    return str(next(one["key"] for one in found if one["rule"] == rule and "gone" not in one))


def rules_of(desk: Desk) -> list[str]:
    return [one["rule"] for one in desk.page("")["findings"] if "gone" not in one]
