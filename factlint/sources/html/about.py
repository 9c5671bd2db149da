"""What a page says of its article: JSON-LD, Open Graph, meta elements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from factlint.article import Metadata
from factlint.text.language import is_english
from factlint.text.marked import parse_day

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from factlint.sources.html.tokens import Range
    from factlint.sources.html.tree import Element

# Of several sources the first that speaks counts: what is written for search engines is kept better than the rest.
_PUBLISHED = ("ld:datePublished", "article:published_time", "article:published", "og:published_time", "datepublished",
              "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "pubdate", "publishdate",
              "date")  # fmt: skip
_UPDATED = ("ld:dateModified", "article:modified_time", "article:modified", "og:updated_time", "datemodified",
            "lastmod", "last-modified")  # fmt: skip
_TITLE = ("ld:headline", "og:title", "twitter:title", "parsely-title", "title")
_SOURCE = ("ld:publisher", "og:site_name", "application-name", "publisher")
_DESK = ("ld:articleSection", "article:section", "parsely-section", "section")
_URL = ("link:canonical", "ld:url", "og:url")
_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"
_SCRIPT = re.compile(
    r"[A-Z][a-z]{2} (?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (?P<day>\d{1,2}) (?P<year>\d{4})\b"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?!\d)")
_NO_YEAR = 1970
_ARTICLES = ("Article", "BlogPosting", "Report", "Posting")
# JSON-LD nests without end in hostile pages only.
_DEEPEST = 8


class About(NamedTuple):
    """The metadata of a page, and the texts in its head that readers meet elsewhere, by name, with their ranges."""

    metadata: Metadata
    texts: Mapping[str, Range]


def about(root: Element) -> About:
    """The metadata of a page; what is not said, or not well, is None."""
    found: dict[str, str] = {}
    texts: dict[str, Range] = {}
    for element in root.elements():
        for name, value in _said(element):
            if value.strip():
                found.setdefault(name, " ".join(value.split()))
        if element.name == "meta" and "content" in element.attributes:
            name = (element.get("property") or element.get("name")).lower()
            texts.setdefault(name, element.attributes["content"])
    return About(_metadata(found), texts)


def _metadata(found: Mapping[str, str]) -> Metadata:
    language = found.get("ld:inLanguage") or found.get("html:lang")
    return Metadata(
        title=_first(found, _TITLE),
        published=_day(found, _PUBLISHED),
        updated=_day(found, _UPDATED),
        version=found.get("ld:version"),
        source=_first(found, _SOURCE),
        desk=_first(found, _DESK),
        # Templates say English whatever is written in them: that is left to the words.
        language=None if language is None or is_english(language) else language,
        url=_first(found, _URL),
    )


def _first(found: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((found[name] for name in names if name in found), None)


def _day(found: Mapping[str, str], names: tuple[str, ...]) -> dt.date | None:
    days = (_parsed(found[name]) for name in names if name in found)
    # Systems write the first day of their calendar where they have none.
    return next((day for day in days if day is not None and day.year > _NO_YEAR), None)


def _parsed(value: str) -> dt.date | None:
    """A day as ISO 8601 has it, with or without its dashes, or as the scripts of a page do: ``Mon Dec 15 2025 …``."""
    compact, script = _COMPACT.match(value), _SCRIPT.match(value)
    if compact:
        return parse_day("-".join(compact.groups()))
    if script:
        month = _MONTHS.index(script["month"]) // 3 + 1
        return parse_day(f"{script['year']}-{month:02}-{int(script['day']):02}")
    return parse_day(value)


def _said(element: Element) -> Iterator[tuple[str, str]]:
    if element.name == "meta":
        names = (element.get("property"), element.get("name"), *element.get("itemprop").split())
        yield from ((name.lower(), element.get("content")) for name in names if name)
    elif element.name == "link" and "canonical" in element.get("rel").split():
        yield "link:canonical", element.get("href")
    elif element.name == "html":
        yield "html:lang", element.get("lang")
    elif element.name == "title":
        yield "title", element.text()
    elif element.name == "time" and "datePublished" in element.get("itemprop").split():
        yield "datepublished", element.get("datetime")
    elif element.name == "script" and element.get("type").lower().startswith("application/ld+json"):
        yield from _linked_data(element)


def _linked_data(element: Element) -> Iterator[tuple[str, str]]:
    import json

    text = "".join(element.page[child.start : child.end] for child in element.children if isinstance(child, tuple))
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return
    for item in _articles(value, 0):
        for name in ("headline", "datePublished", "dateModified", "articleSection", "inLanguage", "version"):
            yield f"ld:{name}", _word(item.get(name))
        yield "ld:publisher", _word(item.get("publisher"))
        yield "ld:url", _word(item.get("url") or item.get("mainEntityOfPage"))


def _articles(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _articles(item, depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if any(str(kind).endswith(_ARTICLES) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield value
        yield from _articles(value.get("@graph"), depth + 1)


def _word(value: Any) -> str:
    """A value of JSON-LD as a text: of a thing its name or its address, of several the first."""
    if isinstance(value, list):
        return _word(value[0]) if value else ""
    if isinstance(value, dict):
        return _word(value.get("name") or value.get("alternateName") or value.get("@id") or value.get("@value"))
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
