"""The syntax of the rule language in tables, and what fields are called that many kinds share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SYNTAX: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    (
        "query",
        "What a rule finds, in this order",
        (
            ("from date d", "each fact of a kind, under a name; several with commas between"),
            ("from date d in caption", "only in these sections; headline or caption for several"),
            ("from date d not in quotes", "in all sections where the rule looks but these"),
            ("from list l, item i in l.items", "each part of a list"),
            ("of the same sentence", "all facts stand in one sentence, paragraph, section, article or story"),
            ("of different articles", "the facts stand in different articles of one story"),
            ("of different articles of the run", "and of all stories; an equality must join them"),
            ("where …", "what must be true of the facts; unknown is not true, and is counted"),
            ("grouped by n.entity", "facts with equal values belong together"),
            ("having …", "what must be true of a group; only here functions count over it"),
            ("report n", "which fact is the place of the finding, or which part of it: report n.family"),
            ("report n where …", "which members of a group are wrong; the others are the other side"),
        ),
    ),
    (
        "operators",
        "How values are asked",
        (
            ("a = b, a != b", "equal or not; texts without regard to capitals and marks at their edges"),
            ("a < b, a <= b, a > b, a >= b", "numbers, days and lengths of time"),
            ("a between b and c", "both ends included"),
            ("a in [b, c], a not in [b, c]", "one of several, or of a field that has several"),
            ("a contains b", "a text has these words, a list this item"),
            ("a matches /…/", "a regular expression is found; /…/i without regard to capitals"),
            ("a is known, a is unknown", "the only questions that are never unknown themselves"),
            ("a is like b at least 60%", "texts that share so many of their words in one order"),
            ("a is close to b within 2 edits", "words that differ by so few letters, and are not the same"),
            ("a sounds like b", "names that are equal once transliteration is folded"),
            ("a + b, a - b", "numbers; a day and a length of time; texts are joined"),
            ("not a, a and b, a or b", "true, false or unknown, as Kleene has them"),
            ("any(name n where …)", "whether there is such a fact; no(…), every(…), count(…)"),
            ("( … )", "brackets, for what belongs together"),
        ),
    ),
    (
        "values",
        "What can be written as a value",
        (
            ('"text"', "a text, in straight quotation marks, single or double"),
            ("12, 0.5, 60%", "a number; a share"),
            ("2025-12-31", "a day"),
            ("3 days", "a length of time: days, weeks, months, years"),
            ("[a, b]", "a list"),
            ("d.year, d.article.published", "a field, and a field of that"),
            ("# …", "a remark to the end of the line"),
        ),
    ),
    (
        "message",
        "Texts of a rule",
        (
            ("{d.text}", "a value; a text with an unknown value is not shown, and the rule's title is"),
            ("{cased(s.right, w.text)}", "what a function makes of values"),
            ("{{ and }}", "plain braces"),
        ),
    ),
)
"""Name, title and rows of each table."""

FORMS: tuple[tuple[str, str, str], ...] = (
    ("spell", "Wrong forms under the right one: an error with an automatic fix", "{spell: {Novotny: [Novotni]}}"),
    ("prefer", "The house style, silent in quotations", "{prefer: {Kyiv: Kiev}}"),
    ("one_of", "Forms that are all right, one an article: the minority is reported", "{one_of: [adviser, advisor]}"),
    (
        "define",
        "Acronyms that are explained where they first stand",
        "{define: {NATO: known, IAEA: International Atomic Energy Agency}}",
    ),
)
"""The data rules: one line each in a file with ``rules:``."""

SHARED: Mapping[str, str] = {
    "text": "The words where it stands.",
    "article": "The article that it stands in.",
    "key": "What tells this entry from every other of its kind.",
    "name": "The preferred name.",
    "source": "Where the entry can be looked up.",
    "checked": "The day on which somebody last looked it up.",
    "since": "The first day.",
    "anchor": "When the article seems to have been written, by its dateline, its address or the name of its file.",
    "article.desk": "The desk that it is from, as its metadata say.",
    "article.headline": "Its title in the metadata, else its headline.",
    "article.id": "Its name inside its source.",
    "article.language": "Its language, as its metadata say.",
    "article.path": "The path of its file.",
    "article.published": "The day of publication, as metadata, configuration or --published say.",
    "article.reference": "Whether it is read only as evidence.",
    "article.source": "The outlet that it is from, as its metadata say.",
    "article.supersedes": "The id of the earlier version of this article.",
    "article.translated": "Whether it is a translation, as its metadata say.",
    "article.version": "Which version of the article it is.",
    "story.articles": "All articles that tell it.",
    "story.id": "Its name: the first of its articles, unless metadata name it.",
    "anchor.value": "The day.",
    "list.items": "What it lists, in order.",
    "calculation.others": "The other figures of it.",
    "shortdate.year": "The year as it is written, in two figures or four.",
    "difference.one": "The one name.",
    "difference.other": "The other name.",
    "office.title": "The first of its titles.",
    "organisation.nation": "The country it belongs to.",
    "person.born": "The year of birth.",
    "person.given": "The given name: what is left of the name without the surname.",
    "person.surname": "The preferred surname.",
    "person.pronouns": "The pronouns, as in she/her.",
    "spelling.wrong": "The wrong form.",
    "day": "A day of the calendar",
    "day.year": "The year.",
    "day.month": "The month, from 1 to 12.",
    "day.day": "The day of the month.",
    "day.weekday": "The English weekday.",
    "item": "One item of a list",
    "part": "A part of a fact that a rule may report instead of the whole, such as the surname of a name",
    "start": "Where it begins, in code points from the start of the article.",
    "end": "Where it ends: the first code point behind it.",
}
"""Fields that are called alike in many kinds, and those that no docstring explains."""

ALIKE = frozenset({"article", "end", "start", "text"})
"""Fields that are the same in every kind of fact."""
