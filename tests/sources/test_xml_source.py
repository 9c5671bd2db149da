"""XML of news systems (.xml): NITF, NewsML-G2, exports of WordPress; nothing is fetched or expanded."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from placed import assert_placed

from factlint.sources import collect, read_text

if TYPE_CHECKING:
    from pathlib import Path

    from factlint.article import Article

NITF = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.6/specification/dtd/nitf-3-6.dtd">
<nitf><head><title>Ferry</title><docdata><date.issue norm="20251215T080000Z"/></docdata>
<pubdata name="The Harbour Gazette" position.section="Local" date.publication="20251215"/></head>
<body><body.head><hedline><hl1>Ferry to run</hl1><hl2>Money was found</hl2></hedline>
<byline>By <person>Ada Quill</person></byline><dateline><location>PORT HALE</location></dateline>
<abstract><p>The council found the money.</p></abstract></body.head>
<body.content><p>The ferry will run
  all winter, said M&#225;ria <em>Whit</em>comb &amp; caf&eacute;.</p>
<media><media-caption><p>At dawn</p></media-caption><media-producer>AQ</media-producer></media></body.content>
<body.end><tagline>Ada Quill writes</tagline></body.end></body></nitf>"""

NEWSML = """<?xml version='1.0'?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:1" version="2"><itemMeta><provider literal="Gazette"/><versionCreated>2025-12-16T08:00:00Z</versionCreated>
<firstCreated>2025-12-15T08:00:00Z</firstCreated></itemMeta>
<contentMeta><headline>Ferry to run</headline><by>Ada Quill</by><language tag="en-GB"/></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>no</title></head>
<body><p>The <b>ferry</b> runs.</p><p>Twice.</p></body></html></inlineXML></contentSet></newsItem>
<newsItem guid="urn:2"><contentMeta><headline>Picture</headline><description role="drol:caption">At dawn</description></contentMeta>
<contentSet><remoteContent href="a.jpg"/></contentSet></newsItem></itemSet></newsMessage>"""

EXPORT = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<item><title>Ferry &amp; co</title><link>https://example.org/7</link><pubDate>Mon, 15 Dec 2025 08:00:00 +0000</pubDate>
<excerpt:encoded><![CDATA[Not this]]></excerpt:encoded>
<content:encoded><![CDATA[The ferry &amp; <em>its</em> crew.

[gallery ids="1,2"]Second one.]]></content:encoded><wp:post_id>7</wp:post_id><wp:post_type>post</wp:post_type></item>
<item><title>a.jpg</title><content:encoded></content:encoded><wp:post_id>8</wp:post_id><wp:post_type>attachment</wp:post_type></item>
</channel></rss>"""


def read(file: str) -> tuple[Article, ...]:
    articles, problems = read_text(file, "a.xml")
    assert not problems
    for article in articles:
        assert_placed(article, file)
    return articles


def sections(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


@pytest.mark.parametrize("breaks", ["\n", "\r\n"])
def test_nitf(breaks: str) -> None:
    (article,) = read(NITF.replace("\n", breaks))
    assert "The ferry will run all winter, said Mária Whitcomb & café." in article.text.splitlines()
    assert sections(article) == [
        ("headline", "Ferry to run"), ("headline", "Money was found"), ("byline", "By Ada Quill"),
        ("dateline", "PORT HALE"), ("standfirst", "The council found the money."), ("caption", "At dawn"),
    ]  # fmt: skip
    about = article.metadata
    assert (about.title, about.source, about.desk) == ("Ferry to run", "The Harbour Gazette", "Local")
    assert about.published == dt.date(2025, 12, 15)


def test_newsml_g2() -> None:
    text, picture = read(NEWSML)
    assert (text.id, text.text) == ("urn:1", "Ferry to run\nAda Quill\nThe ferry runs.\nTwice.")
    assert (text.metadata.published, text.metadata.updated) == (dt.date(2025, 12, 15), dt.date(2025, 12, 16))
    assert (text.metadata.source, text.metadata.version, text.metadata.language) == ("Gazette", "2", None)
    assert sections(picture) == [("headline", "Picture"), ("caption", "At dawn")]


def test_newsml_g2_with_nitf_inside() -> None:
    inner = NITF[NITF.index("<nitf>") :].replace("&eacute;", "e")
    item = f"<newsItem guid='x'><contentSet><inlineXML>{inner}</inlineXML></contentSet></newsItem>"
    (article,) = read(item)
    assert article.text.startswith("Ferry to run\nMoney was found\nBy Ada Quill")
    assert article.metadata.published == dt.date(2025, 12, 15)


def test_an_export_of_wordpress() -> None:
    (article,) = read(EXPORT)
    assert article.text == "Ferry & co\nThe ferry & its crew.\nSecond one."
    assert (article.metadata.published, article.metadata.url) == (dt.date(2025, 12, 15), "https://example.org/7")


def test_another_encoding() -> None:
    file = '<?xml version="1.0" encoding="iso-8859-2"?><nitf><body><p>Łódź.</p></body></nitf>'
    assert read_text(file.encode("iso-8859-2"), "a.xml").articles[0].text == "Łódź."
    assert read_text(file.encode("utf-16"), "a.xml").articles[0].text == "Łódź."


BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><nitf><body><p>&b;</p></body></nitf>'


@pytest.mark.parametrize(
    ("file", "message"),
    [
        pytest.param(BOMB, "declares an entity", id="bomb"),
        pytest.param('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><nitf>&a;</nitf>', "declares", id="file"),
        pytest.param('<!DOCTYPE x [<!ENTITY % a SYSTEM "http://x.invalid/">%a;]><nitf/>', "declares", id="parameter"),
        pytest.param("<nitf>" + "<p>" * 100_000, "nests without end", id="deep"),
        pytest.param("<nitf><body><p>cut", "not well-formed", id="cut"),
        pytest.param("<nitf><p>&nbsp;</p></nitf>", "not well-formed", id="undeclared"),
        pytest.param("<project><name>x</name></project>", "no article in this XML", id="other"),
    ],
)
def test_what_is_refused(file: str, message: str) -> None:
    articles, (problem,) = read_text(file, "a.xml")
    assert not articles
    assert message in problem.message
    assert problem.hint


def test_other_xml_is_passed_over_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "pom.xml").write_text("<project/>")
    (tmp_path / "broken.xml").write_text("<project>")
    (tmp_path / "a.txt").write_text("Words.")
    assert collect(["."], cwd=tmp_path).problems == ()
    (tmp_path / "news.xml").write_text("<nitf>")
    assert [one.path for one in collect(["."], cwd=tmp_path).problems] == ["news.xml"]


PIECES = st.sampled_from(["<p>", "<b>x</b>", "</p>", "&amp;", "&#233;", "&#x1F600;", " ", "\n", "\r\n", "é", "😀", "a]]b",
                          "<![CDATA[ & <i> ]]>", "<!-- x -->", "<?pi x?>", "Ada ", "\t"])  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=25))
def test_every_character_is_at_its_place(pieces: list[str]) -> None:
    file = f"<nitf><body><p>{''.join(pieces)}</p></body></nitf>"
    for article in read_text(file, "a.xml").articles:
        assert_placed(article, file)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(words: str) -> None:
    read_text(f"<nitf>{words}", "a.xml")
    read_text(words, "a.xml")
