"""The page in one file: nothing to load, nothing an article could do in it, marks where they belong, ink that reads."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom import CAPTION, HARBOUR, article, ferry_run, other, replacing, same, story_of

from factlint import reports
from factlint.findings import Finding
from factlint.findings.dismissal import Dismissal
from factlint.findings.fingerprint import fingerprinted
from factlint.findings.redact import redacted
from factlint.findings.result import Result
from factlint.findings.sheets import Sheet, Told
from factlint.findings.suppress import Suppression
from factlint.reports import Style
from factlint.reports.html.data import document
from factlint.reports.html.frame import page, printed

HERE = Path(__file__).resolve().parents[2] / "factlint" / "reports" / "html"
SCRIPTS = sorted((HERE / "script").glob("*.js"))
STYLES = sorted((HERE / "style").glob("*.css"))


class Reader(HTMLParser):
    """What a browser would take from a page: its elements with their texts, and all their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None], str]] = []
        self._inside = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs), ""))
        self._inside = True

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            tag, attributes, text = self.elements[-1]
            self.elements[-1] = tag, attributes, text + data

    def texts(self, tag: str, **wanted: str) -> list[str]:
        return [
            text
            for name, attributes, text in self.elements
            if name == tag and all(attributes.get(key) == value for key, value in wanted.items())
        ]


def written(result: Result) -> str:
    out = io.StringIO()
    reports.load("html").write(result, out, io.StringIO(), Style())
    return out.getvalue()


def data_of(text: str) -> dict[str, Any]:
    (data,) = Reader(text).texts("script", id="data")
    found: dict[str, Any] = json.loads(data)
    return found


def one_finding(text: str, words: str, *, nth: int = 1) -> Result:
    told = article("desk/one.txt", text)
    finding = Finding(
        "names/misspelled", "error", "high", f"{words}?", told.at(words, nth), (replacing("x", told.at(words, nth)),)
    )
    return Result(findings=fingerprinted((finding,)), articles=(told.info,))


# -- one file, and only its own code runs


def test_the_page_loads_nothing() -> None:
    elements = Reader(written(ferry_run())).elements
    assert [attributes["src"] for _, attributes, _ in elements if "src" in attributes] == []
    assert [attributes["href"] for _, attributes, _ in elements if "href" in attributes] == ["data:,", "#main"]
    assert {tag for tag, _, _ in elements}.isdisjoint({"iframe", "object", "embed", "form", "base", "img"})


@pytest.mark.parametrize("path", [*SCRIPTS, *STYLES], ids=lambda path: path.name)
def test_no_file_of_the_page_names_an_address(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    assert re.findall(r"https?:|//[a-z]+\.|@import|url\(", text) == []


def test_the_policy_lets_only_our_own_style_and_script_run() -> None:
    reader = Reader(written(ferry_run()))
    rules = next(
        a["content"] for t, a, _ in reader.elements if t == "meta" and a.get("http-equiv") == "Content-Security-Policy"
    )
    assert rules is not None
    policy = dict(rule.split(" ", 1) for rule in rules.split("; "))

    def hashed(text: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    assert policy["default-src"] == policy["connect-src"] == policy["base-uri"] == policy["form-action"] == "'none'"
    assert policy["style-src"] == hashed(reader.texts("style")[0])
    assert policy["script-src"] == hashed(next(text for tag, a, text in reader.elements if tag == "script" and not a))
    assert "unsafe" not in rules


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_make_text_of_everything(path: Path) -> None:
    forbidden = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|setHTML|srcdoc|javascript:"
    )
    assert re.findall(forbidden, path.read_text(encoding="utf-8")) == []


HOSTILE = (
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<!-- <script> -->",
    "&lt;b&gt; &amp; </style></title>",
    "a\u2028b\u2029c\x00\x85\ud800",
    "{{7*7}} ${7*7} {policy} %s",
)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_an_article_stays_text(text: str) -> None:
    told = article(f"desk/{text[:3].replace('/', '')}.txt", text + "\nLindkvist\n")
    finding = Finding(
        "names/misspelled", "error", "high", text, told.at("Lindkvist"), (replacing(text, told.at("Lindkvist")),)
    )
    shown = written(Result(findings=fingerprinted((finding,)), articles=(told.info,)))
    usual = Reader(written(ferry_run()))
    assert [tag for tag, _, _ in Reader(shown).elements] == [tag for tag, _, _ in usual.elements]
    data = data_of(shown)
    assert data["articles"][0]["text"] == told.info.text
    assert data["findings"][0]["message"] == text


@given(st.text(max_size=60))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    shown = page({"text": text})
    assert data_of(shown) == {"text": text}
    assert [tag for tag, _, _ in Reader(shown).elements if tag == "script"] == ["script", "script"]


def test_a_printed_sheet_has_the_dress_and_no_script() -> None:
    reader = Reader(printed("Sheet <1>", "<h1>Sheet</h1>"))
    assert reader.texts("script") == []
    assert reader.texts("title")[0].strip() == "Sheet <1>"
    assert reader.texts("h1") == ["Sheet"]


# -- what it shows


def test_every_finding_is_there_with_its_places_and_ways_out() -> None:
    result = ferry_run()
    data = data_of(written(result))
    assert [one["message"] for one in data["findings"]] == [finding.message for finding in result.findings]
    misspelled = next(one for one in data["findings"] if one["rule"] == "names/misspelled")
    assert misspelled["ways"] == [{"title": "Lindqvist", "automatic": True, "edits": 3}]
    assert [place["role"] for place in misspelled["others"]].count("same") == 2
    assert len({one["key"] for one in data["findings"]}) == len(data["findings"])


def utf16(text: str, start: int, end: int) -> str:
    return text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")


@given(st.text("ab\n 😀é\u2028", max_size=40), st.text("ab 😀", max_size=10))
def test_offsets_count_what_a_browser_counts(before: str, after: str) -> None:
    data = data_of(written(one_finding(f"{before}Lindkvist😀{after}", "Lindkvist😀")))
    place = data["findings"][0]["home"]
    assert utf16(data["articles"][0]["text"], place["start"], place["end"]) == "Lindkvist😀"


def test_a_page_for_those_who_may_not_read_the_draft_has_no_word_of_it() -> None:
    shown = written(redacted(ferry_run(sheets=(Sheet(*HARBOUR.info.key, headline="Ferry strike ends"),))))
    assert [word for word in ("Lindkvist", "Skarholm", "customs", "Ferry strike") if word in shown] == []
    assert data_of(shown)["redacted"] is True


def test_what_is_dismissed_is_there_with_its_reason_and_nothing_else_that_is_hidden() -> None:
    first, second, third, *rest = ferry_run().findings
    said = Dismissal(first.rule, "Lindkvist", "so she writes it", "Ada", article=first.primary.path)
    hidden = (Suppression(first, "dismissed", said), Suppression(second, "baselined"), Suppression(third, "unchanged"))
    data = document(ferry_run(findings=tuple(rest), suppressions=hidden))
    gone = [one for one in data["findings"] if "gone" in one]
    assert [one["gone"]["title"] for one in gone] == ["dismissed", "in the baseline"]
    assert gone[0]["gone"]["line"] == "Dismissed for this article by Ada: so she writes it."
    assert [one["gone"]["undo"] for one in gone] == [True, False]


def test_a_very_large_run_leaves_out_the_texts_of_clean_articles() -> None:
    clean = article("desk/clean.txt", "Nothing to see here.\n" * 420_000)
    data = document(ferry_run(articles=(CAPTION.info, clean.info, HARBOUR.info)))
    assert [one["text"] is not None for one in data["articles"]] == [True, False, True]


@pytest.mark.parametrize(
    ("line", "filled"),
    [
        ("a name of its own? factlint add Lindkvist", ("Lindkvist", [], False)),
        ('right as it is? factlint add "Marta Lindkvist"', ("Marta Lindkvist", [], False)),
        ("two people? factlint add --different A 'B C'", ("", ["A", "B C"], False)),
        ("our style? factlint add Kiev --place", ("Kiev", [], True)),
        ("it is broken: factlint add 'Kiev", ("", [], False)),
    ],
    ids=["name", "full-name", "two-people", "place", "broken"],
)
def test_a_form_is_filled_in_from_the_line_to_type(line: str, filled: tuple[str, list[str], bool]) -> None:
    finding = Finding("names/x", "note", "low", "m", HARBOUR.at("Lindkvist"), accept=(line,))
    (accept,) = document(Result(findings=(finding,), articles=(HARBOUR.info,)))["findings"][0]["accept"]
    assert (accept["name"], accept["different"], accept["place"]) == filled


# -- stories


def told(kind: str, place: Any, key: str, label: str) -> Told:
    return Told(kind, place.start, place.end, place.text, key, label, label)


def story_data(*sheets: Sheet, findings: tuple[Finding, ...] = ()) -> dict[str, Any]:
    articles = (CAPTION, HARBOUR)
    data = document(
        Result(
            findings=findings, articles=tuple(one.info for one in articles), stories=story_of(*articles), sheets=sheets
        )
    )
    (story,) = data["stories"]
    found: dict[str, Any] = story
    return found


def test_a_row_has_what_each_article_tells_of_one_thing() -> None:
    wrong, right = HARBOUR.every("Lindkvist"), CAPTION.at("Marta Lindqvist")
    story = story_data(
        Sheet(
            *HARBOUR.info.key,
            headline="Ferry strike ends",
            facts=tuple(told("name", one, "her", "Lindkvist") for one in wrong),
        ),
        Sheet(*CAPTION.info.key, facts=(told("name", right, "her", "Lindqvist"),)),
    )
    (row,) = story["names"]
    assert story["title"] == "Ferry strike ends"
    assert row["values"] == 2
    assert [[form["text"] for form in cell] for cell in row["cells"]] == [["Marta Lindqvist"], ["Lindkvist"]]
    assert len(row["cells"][1][0]["at"]) == 3


def test_a_misspelled_name_stands_in_the_row_of_the_right_one() -> None:
    wrong, right = HARBOUR.at("Lindkvist"), CAPTION.at("Lindqvist")
    finding = Finding(
        "names/misspelled",
        "error",
        "high",
        "m",
        wrong,
        (),
        same(*HARBOUR.every("Lindkvist")[1:]) + other(right),
        "listed",
        "Lindqvist",
    )
    story = story_data(
        Sheet(*HARBOUR.info.key, facts=(told("name", wrong, "lindkvist", "Lindkvist"),)),
        Sheet(*CAPTION.info.key, facts=(told("name", right, "marta-lindqvist", "Lindqvist"),)),
        findings=(finding,),
    )
    assert [(row["label"], row["values"]) for row in story["names"]] == [("Lindqvist", 2)]


# -- ink


def pairs() -> dict[str, tuple[str, str]]:
    css = (HERE / "style" / "paper.css").read_text(encoding="utf-8")
    return {
        name: (day, night) for name, day, night in re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);", css)
    }


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, another: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(another)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


GROUNDS = ("paper", "sheet", "wash")
TEXTS = [
    *((ink, ground) for ink in ("ink", "grey", "error", "warning", "note", "good") for ground in GROUNDS),
    *((own, f"{own}-wash") for own in ("error", "warning", "note")),
    *(("ink", f"{own}-wash") for own in ("error", "warning", "note")),
    ("paper", "ink"),
]


@pytest.mark.parametrize(("ink", "ground"), TEXTS, ids=lambda name: name)
@pytest.mark.parametrize("night", [0, 1], ids=["day", "night"])
def test_text_can_be_read(ink: str, ground: str, night: int) -> None:
    assert contrast(pairs()[ink][night], pairs()[ground][night]) >= 4.5


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("line", ["edge", "focus"])
@pytest.mark.parametrize("night", [0, 1], ids=["day", "night"])
def test_edges_and_focus_can_be_seen(line: str, ground: str, night: int) -> None:
    assert contrast(pairs()[line][night], pairs()[ground][night]) >= 3


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_every_colour_is_one_of_the_paper(path: Path) -> None:
    css = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    if path.name == "paper.css":
        css = css.partition(':root[data-theme="light"]')[2]
    assert re.findall(r"#[0-9a-f]{3,8}\b(?=[;\s])", css) in ([], ["#fff"])
    assert set(re.findall(r"var\(--([a-z-]+)", css)) <= {
        *pairs(),
        "serif",
        "sans",
        "small",
        "tiny",
        "own",
        "own-wash",
        "depth",
        "column",
    }
