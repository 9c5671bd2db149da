"""A check sheet in words, the same on a screen, in Markdown and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.findings.wording import counted

if TYPE_CHECKING:
    from factlint.app.checklist import CheckSheet, Entry

HEADINGS = {
    "names": "Names",
    "titles": "Titles",
    "dates": "Dates",
    "figures": "Figures",
    "quotations": "Quotations",
}
_MOST_NAMED = 3


def said(entry: Entry, *, alone: bool) -> str:
    """What is known of an entry; ``alone`` says that there is no other article to compare with."""
    remarks = ["not in your list"] if entry.unlisted else []
    for message, articles in entry.differs:
        where = f"differs in {len(articles):,} ({_named(articles)})" if articles else "differs"
        remarks.append(f"{where}: {message}")
    if entry.agrees:
        remarks.append(f"agrees with {counted(len(entry.agrees), 'article')}")
    elif not entry.differs and not alone:
        remarks.append("seen nowhere else")
    return "; ".join(remarks)


def _named(articles: tuple[str, ...]) -> str:
    more = f" and {len(articles) - _MOST_NAMED:,} more" if len(articles) > _MOST_NAMED else ""
    return ", ".join(articles[:_MOST_NAMED]) + more


def paragraphs(entry: Entry) -> str:
    """``¶2, 7``: where an entry stands."""
    shown = [str(number) for number in entry.paragraphs[:_MOST_NAMED]]
    return "¶" + ", ".join([*shown, "…"] if len(entry.paragraphs) > _MOST_NAMED else shown)


def summary(sheet: CheckSheet) -> str:
    """What a sheet comes to, in a sentence."""
    if not sheet.entries:
        return "Nothing to check was read here."
    counts = [
        f"{counted(sheet.unlisted, 'name')} not in your list" if sheet.unlisted else "",
        counted(sheet.count("differs"), "that differs", "that differ") if sheet.count("differs") else "",
        f"{sheet.count('alone'):,} seen nowhere else" if sheet.others and sheet.count("alone") else "",
    ]
    told = [part for part in counts if part]
    return "To check first: " + ", ".join(told) + "." if told else "Everything here is also said elsewhere."


def origin(sheet: CheckSheet) -> str:
    """Where the article is from: its path, its day, and how many others were compared."""
    day = f"published {sheet.published}" if sheet.published else "no date of publication is known"
    compared = f"compared with {counted(sheet.others, 'other article')} of the story"
    return f"{day} · {compared if sheet.others else 'no other article of its story'}"
