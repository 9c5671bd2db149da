"""Invented articles, and findings about them that are built by hand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factlint.findings import Edit, Finding, Location, Related, Suggestion, Undecided
from factlint.findings.fingerprint import fingerprinted
from factlint.findings.merge import merge
from factlint.findings.result import ArticleInfo, Result
from factlint.text.lines import LineIndex


@dataclass(frozen=True)
class Story:
    """An article from which places are taken by their words."""

    info: ArticleInfo

    def at(self, words: str, nth: int = 1) -> Location:
        start = [match.start() for match in re.finditer(re.escape(words), self.info.text)][nth - 1]
        return self.span(start, start + len(words))

    def span(self, start: int, end: int) -> Location:
        lines = LineIndex(self.info.text)
        (line, column), (end_line, end_column) = lines.position(start), lines.position(end)
        words = self.info.text[start:end]
        return Location(self.info.path, self.info.id, start, end, line, column, end_line, end_column, words)

    def every(self, words: str) -> list[Location]:
        return [self.at(words, nth) for nth in range(1, self.info.text.count(words) + 1)]


def article(path: str, text: str, article_id: str = "", **more: object) -> Story:
    return Story(ArticleInfo(path, article_id or path.rsplit("/", 1)[-1], text, **more))


def replacing(title: str, *places: Location, automatic: bool = False) -> Suggestion:
    edits = tuple(Edit(place.path, place.id, place.start, place.end, title) for place in places)
    return Suggestion(title, edits, automatic)


def same(*places: Location) -> tuple[Related, ...]:
    return tuple(Related("same", place) for place in places)


def other(*places: Location, label: str = "") -> tuple[Related, ...]:
    return tuple(Related("other", place, label) for place in places)


def evidence(*places: Location, label: str = "") -> tuple[Related, ...]:
    return tuple(Related("evidence", place, label) for place in places)


HARBOUR = article(
    "desk/harbour.txt",
    "Ferry strike ends after night of talks in Port Ellery\n"
    "After a night of talks in a cold customs shed, with the ferry company’s lawyers asleep on mail sacks, the "
    "union leader Marta Lindkvist told reporters on the quay that the boats would sail again on Friday morning, the "
    "first crossings in eleven days.\n"
    "The islands of Skarholm, Nordholm, Veyra and Skarholm had been cut off since the first week of March.\n"
    "“We have an agreement that we can all live with, and nobody leaves this shed as the loser,” Lindkvist said.\n"
    "Captain Ole Brandt, who has sailed the route for thirty years, praised Lindkvist and the crews.\n",
    story="ferries",
)
CAPTION = article(
    "desk/photos/caption.txt",
    "Marta Lindqvist leaves the customs shed in Port Ellery, March 14, 2026. (Photo: Ines Korhonen)\n"
    "“We have a deal that all of us can live with, and nobody leaves here as the loser,” she said on Thursday.\n",
    story="ferries",
)
ISLANDS = article(
    "desk/islands.md",
    "# Islands count the cost\n\n"
    "Shops on Veyra ran out of flour on day nine. Marta Lindqvist, who leads the union, was born there.\n"
    "“We have an agreement that we can live with,” Lindqvist told the island’s radio on Thursday, March 13, 2025.\n",
    story="ferries",
)
WEATHER = article("desk/weather.txt", "Rain, then less rain.\n")


def story_of(*articles: Story) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    return (("ferries", tuple(one.info.key for one in articles)),)


def ferry_findings() -> tuple[Finding, ...]:
    """One finding of each shape: a mistake made three times, a conflict in one article, of dates, of wordings."""
    names = HARBOUR.every("Lindkvist")
    year = CAPTION.at("March 14, 2026")
    quote = HARBOUR.at("“We have an agreement that we can all live with, and nobody leaves this shed as the loser,”")
    versions = (
        CAPTION.at("“We have a deal that all of us can live with, and nobody leaves here as the loser,”"),
        ISLANDS.at("“We have an agreement that we can live with,”"),
    )
    return (
        Finding(
            "names/misspelled",
            "error",
            "high",
            "Lindkvist should be Lindqvist",
            names[0],
            (replacing("Lindqvist", *names, automatic=True),),
            same(*names[1:]) + other(CAPTION.at("Lindqvist"), *ISLANDS.every("Lindqvist")),
            "listed",
            "Lindqvist",
        ),
        Finding(
            "lists/duplicate-item",
            "error",
            "high",
            "Skarholm is twice in this list",
            HARBOUR.at("Skarholm", 2),
            related=other(HARBOUR.at("Skarholm")),
            counterpart="Skarholm",
        ),
        Finding(
            "dates/contradicts-story",
            "warning",
            "medium",
            "March 14, 2026 is a Saturday; the story speaks of Thursday",
            year,
            (replacing("March 13, 2025", year), replacing("March 14, 2025", year)),
            other(ISLANDS.at("Thursday, March 13, 2025"))
            + evidence(CAPTION.at("said on Thursday"), label="the only weekday in this story"),
            "story",
            "2025-03-13",
        ),
        Finding(
            "quotes/reworded",
            "note",
            "medium",
            "Marta Lindqvist is quoted in three wordings; only one of them can be what she said",
            quote,
            related=other(*versions),
        ),
    )


def ferry_run(**more: object) -> Result:
    """A whole run over the invented articles."""
    articles = (HARBOUR, CAPTION, ISLANDS, WEATHER)
    rows = (
        Undecided("dates/after-publication", *HARBOUR.info.key, "published is unknown", 1),
        Undecided("dates/after-publication", *CAPTION.info.key, "published is unknown", 2),
        Undecided("titles/wrong-person", *CAPTION.info.key, "the holder of an office is unknown", 2),
    )
    values: dict[str, object] = {
        "findings": fingerprinted(merge(ferry_findings())),
        "undecided": rows,
        "articles": tuple(one.info for one in articles),
        "stories": story_of(HARBOUR, CAPTION, ISLANDS),
        "notes": ("Story rules saw only these files; name others with `reference:` or --with.",),
    }
    return Result(**{**values, **more})
