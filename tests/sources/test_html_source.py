"""HTML: the article of a page and nothing else, every character at its place."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from placed import assert_placed

from factlint.app.check import check
from factlint.app.session import opened
from factlint.sources import Options, RawFile, read_text, source_of

if TYPE_CHECKING:
    from factlint.article import Article

PAGE = """<!doctype html>
<html lang="en"><head>
<title>Ferry to run all winter | The Harbour Gazette</title>
<meta name="description" content="The ferry &amp; its crew stay.">
<meta property="og:title" content="Ferry to run all winter">
<script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle",
 "headline": "Ferry to run all winter", "datePublished": "2025-12-15T06:00:00Z", "dateModified": "2025-12-16",
 "publisher": {"@type": "Organization", "name": "The Harbour Gazette"}, "articleSection": ["Local"]}]}
</script>
<style>p { color: red }</style></head>
<body class="single-post has-sidebar">
<nav><ul><li><a href="/">Home</a><li><a href="/local">Local</a></ul></nav>
<div class="cookie-banner"><p>We use cookies to make this site work for you, and for our partners as well.</p></div>
<main>
<h1>Ferry to run&nbsp;all winter</h1>
<p class="article__standfirst">The council found the money it had said was not there.</p>
<div class="byline">By <a href="/staff/ada">Ada Quill</a></div>
<figure><img src="ferry.jpg" alt="The ferry"><figcaption>The ferry at dawn, Dec. 14, 2025.</figcaption></figure>
<div class="story-body">
<p>PORT HALE &mdash; The ferry will run
   all winter, said M&aacute;ria Whit<b>comb</b>, who leads the council of the town, on Monday.</p>
<div class="advert"><p>Buy one boat today and get the second one for half of its usual price.</p></div>
<p>She had told reporters in October that there was &ldquo;no money&rdquo; for it,<br>and now there is.</p>
<aside class="pullquote"><blockquote>There is no money</blockquote></aside>
<h2>A long fight</h2>
<p>Crews had asked for a contract that would last beyond March, when the last one ends for good.</p>
<p class="correction">Correction: an earlier version gave the wrong month.</p>
</div></main>
<aside><h3>Related</h3><p>Other ferries have been stopped for the winter in the towns along the coast.</p></aside>
<footer><p>Copyright The Harbour Gazette. All rights reserved, and none of it may be copied.</p></footer>
</body></html>
"""


def read(page: str | bytes) -> Article:
    (article,), problems = read_text(page, "a.html")
    assert not problems
    return article


def test_a_page_gives_its_article() -> None:
    article = read(PAGE)
    kinds = {(block.kind, article.text[block.start : block.end]) for block in article.blocks}
    assert kinds == {
        ("headline", "Ferry to run\u00a0all winter"),
        ("standfirst", "The council found the money it had said was not there."),
        ("byline", "By Ada Quill"),
        ("caption", "The ferry at dawn, Dec. 14, 2025."),
        ("pullquote", "There is no money"),
        ("headline", "A long fight"),
        ("correction", "Correction: an earlier version gave the wrong month."),
    }
    assert "PORT HALE — The ferry will run all winter, said Mária Whitcomb, who" in article.text
    assert "for it,\nand now" in article.text
    for other in ("cookies", "Buy one", "Other ferries", "Copyright", "Home", "color"):
        assert other not in article.text
    assert_placed(article, PAGE)


def test_what_a_page_says_of_itself() -> None:
    about = read(PAGE).metadata
    assert (about.published, about.updated) == (dt.date(2025, 12, 15), dt.date(2025, 12, 16))
    assert (about.title, about.source, about.desk) == ("Ferry to run all winter", "The Harbour Gazette", "Local")
    assert about.language is None
    plain = '<meta property="article:published_time" content="2025-01-02T03:04:05Z"><html lang="de"><p>x</p>'
    assert (read(plain).metadata.published, read(plain).metadata.language) == (dt.date(2025, 1, 2), "de")
    assert read('<script type="application/ld+json">{"@type": [</script><p>x').metadata.published is None


def test_the_description_is_a_section_if_the_desk_says_so() -> None:
    source = source_of("a.html")
    assert source is not None
    raw = RawFile("a.html", "a.html", PAGE.encode(), Options(sections=(("description", "standfirst"),)))
    (article,), _ = source.read(raw)
    last = article.blocks[-1]
    assert (last.kind, article.text[last.start : last.end]) == ("standfirst", "The ferry & its crew stay.")
    assert article.origin is not None
    start, end = article.origin.span(last.start, last.end)
    assert PAGE[start:end] == "The ferry &amp; its crew stay."


def test_a_place_leaves_markup_around_words_out() -> None:
    article = read("<p>Said <b>Ada</b> &amp; <i>Bo</i>.</p>")
    lines, start = article.lines(), article.text.index("Ada")
    assert (lines.position(start), lines.ending(start + 3)) == ((1, 12), (1, 15))
    assert article.origin is not None
    assert article.origin.offsets.exact(start, start + 3)
    assert not article.origin.offsets.exact(start, start + 5)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        pytest.param("<p>One<p>two<ul><li>three<li>four</ul>five", "One\ntwo\nthree\nfour\nfive", id="no-end-tags"),
        pytest.param("<p>a<b>b<i>c</b>d</i></p></div></p>e", "abcd\ne", id="crossed"),
        pytest.param("a &copy &notit; &#8217; &#x27; &unknown; &", "a © ¬it; ’ ' &unknown; &", id="references"),
        pytest.param("<p>soft&shy;ly zero\u200bwidth", "softly zerowidth", id="unseen"),
        pytest.param("<p>a<!-- <p>b --> c<![CDATA[ d]]>", "a c d", id="comment"),
        pytest.param("<p>a <script>if (a<b) {'</p>'}</script>b", "a b", id="script"),
        pytest.param("<p>a</p><p title='x>y' class=z>b</p", "a\nb", id="cut-in-a-tag"),
        pytest.param("<p>a<!-- never closed <p>b", "a", id="cut-in-a-comment"),
        pytest.param("<p>2 < 3 and 4 <5", "2 < 3 and 4 <5", id="no-tags"),
        pytest.param("", "", id="empty"),
        pytest.param("<div hidden>a</div><p style='display: none'>b</p>c", "c", id="hidden"),
    ],
)
def test_broken_markup(page: str, text: str) -> None:
    assert read(page).text == text


@pytest.mark.parametrize("declared", ["iso-8859-2", "windows-1251", "latin1"])
def test_a_page_may_say_its_encoding(declared: str) -> None:
    words = "Дата" if "1251" in declared else "é" if "latin" in declared else "Łódź"
    page = f'<html><head><meta charset="{declared}"></head><p>{words} {words}.</p>'
    assert read(page.encode(declared)).text == f"{words} {words}."


PIECES = st.sampled_from(
    ["<p>", "</p>", "<b>", "</b>", "<br>", "<div class='story'>", "</div>", "&amp;", "&eacute;", "&#8212;", "&shy;",
     " ", "\n  ", "\r\n", "\t", "Ada", "Bo.", "é", "😀", "<!-- x -->", "<a href='y'>", "</a>", "&", "<", "<h1>", "</h1>",
     "<li>", "\u00a0", "</", "<span", ">", '"', "<figure>", "<figcaption>", "</figure>"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_every_character_is_at_its_place(pieces: list[str]) -> None:
    page = "".join(pieces)
    article = read(page)
    if article.text:
        assert_placed(article, page)


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_any_text_is_read(page: str) -> None:
    read_text(page, "a.html")


@pytest.mark.parametrize(
    "page",
    ["<!--" * 50_000, '<a b="' * 40_000, "<p>" * 60_000, "<div>" * 40_000, "<" * 200_000, "&" * 200_000,
     "<a " + "b " * 100_000, "<a b" + " " * 200_000, "<b>" * 60_000 + "</div>" * 20_000, "<i></p>" * 30_000,
     "<p>" + "\n" * 200_000, "<p>" + "- " * 100_000],
    ids=lambda page: page[:8].strip(),
)  # fmt: skip
def test_hostile_pages_end(page: str) -> None:
    """What takes steps in the square of its length would not be over today."""
    read_text(page, "a.html")


SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))


def as_page(text: str) -> str:
    """A text as a content system would put it on a page."""
    import html

    lines = [html.escape(line).replace("’", "&rsquo;") for line in text.splitlines() if line.strip()]
    body = "\n".join(f"    <p>{line}</p>" for line in lines)
    return f"<html><body><nav><a href='/'>Home</a></nav>\n<article>\n{body}\n</article></body></html>"


@pytest.mark.skipif(not SEEDS, reason="there are no seeds in this copy")
def test_the_seeds_as_pages_give_the_findings_of_the_seeds(tmp_path: Path) -> None:
    for form in ("txt", "html"):
        (tmp_path / form).mkdir()
    for seed in SEEDS:
        text = seed.read_text(encoding="utf-8")
        (tmp_path / "txt" / seed.name).write_text(text, encoding="utf-8")
        (tmp_path / "html" / f"{seed.stem}.html").write_text(as_page(text), encoding="utf-8")
    told = {}
    for form in ("txt", "html"):
        result = check(opened(tmp_path), [form])
        assert not result.problems
        told[form] = sorted(
            (one.rule, one.severity, one.message, one.primary.text, Path(one.primary.path).stem)
            for one in result.findings
        )
    assert told["html"] == told["txt"]
    assert told["txt"]


@pytest.mark.parametrize(
    ("meta", "day"),
    [
        pytest.param('<meta property="article:published" content="2025-12-15">', dt.date(2025, 12, 15), id="open-graph"),
        pytest.param('<meta name="x" itemprop="datePublished dateCreated" content="20251215T08">', dt.date(2025, 12, 15), id="item"),
        pytest.param('<time itemprop="datePublished" datetime="Mon Dec 15 2025 08:00:00 GMT">', dt.date(2025, 12, 15), id="script"),
        pytest.param('<meta name="date" content="0001-01-01T00:00:00"><meta name="pubdate" content="2025-12-15">',
                     dt.date(2025, 12, 15), id="unset"),
        pytest.param('<meta name="date" content="yesterday">', None, id="words"),
    ],
)  # fmt: skip
def test_days_as_pages_write_them(meta: str, day: dt.date | None) -> None:
    assert read(f"{meta}<p>Words.").metadata.published == day


def test_a_headline_in_a_banner_is_found_by_the_title() -> None:
    title = "Ferry to run all winter long"
    page = (
        f'<title>{title} | Gazette</title><h1 class="nav">Gazette</h1><header class="banner"><h1>{title}</h1></header>'
    )
    article = read(f"{page}<div><p>{'The ferry will run on. ' * 9}</p><p>{'It will not be cheap. ' * 9}</p></div>")
    assert article.text.startswith(f"{title}\n")
