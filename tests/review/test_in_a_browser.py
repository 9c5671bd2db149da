"""The review page and the HTML report as an editor meets them: in a real browser, driven by the keyboard."""

from __future__ import annotations

import json
import re
import shutil
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from desks import written
from dev_tools import need_module

from factlint.app.session import opened
from factlint.review.desk import Desk
from factlint.review.server import ReviewServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.slow

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SWITCHES = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run", "--disable-dev-shm-usage", "--window-size=1440,900",
)  # fmt: skip
PATIENCE = 30
# What has no name cannot be told to those who listen: buttons, links, fields and pictures, by what names them.
NAMELESS = """
return [...document.querySelectorAll('button, a[href], input, select, textarea, [role=button], svg[role=img], summary')]
  .filter((one) => !(one.getAttribute('aria-label') || one.textContent.trim() || one.labels?.length))
  .map((one) => one.outerHTML.slice(0, 80));
"""
TWICE = """
const ids = [...document.querySelectorAll('[id]')].map((one) => one.id);
return ids.filter((id, index) => ids.indexOf(id) !== index);
"""


def tool(*names: str) -> str:
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip(f"no {names[0]} is installed (Debian: apt-get install chromium chromium-driver)")
    return found


class Browser:
    """A headless Chromium that remembers what it was asked to load."""

    def __init__(self, profile: Path) -> None:
        from selenium import webdriver
        from selenium.webdriver.chrome.service import Service

        options = webdriver.ChromeOptions()
        options.binary_location = tool(*BROWSERS)
        for switch in (*SWITCHES, f"--user-data-dir={profile}"):
            options.add_argument(switch)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(tool("chromedriver")))
        self.complaints: list[str] = []
        self.requests: list[str] = []

    def look(self) -> None:
        """Take down what the console has said, and what was requested, since the last look."""
        self.complaints += [entry["message"] for entry in self.driver.get_log("browser")]
        for entry in self.driver.get_log("performance"):
            event = json.loads(entry["message"])["message"]
            if event["method"] == "Network.requestWillBeSent":
                self.requests.append(event["params"]["request"]["url"])

    def is_quiet(self) -> None:
        self.look()
        assert self.complaints == []
        # The browser's own pages (chrome:, chrome-untrusted:) and files ask nobody.
        asked = [urlsplit(url) for url in self.requests]
        assert {url.hostname for url in asked if url.scheme in ("http", "https", "ws", "wss", "ftp")} <= {"127.0.0.1"}

    def open(self, url: str) -> None:
        self.driver.get("about:blank")
        self.driver.get(url)
        self.until(lambda: self.all("main"), "the page to show")

    def all(self, selector: str) -> list[Any]:
        return list(self.driver.find_elements("css selector", selector))

    def texts(self, selector: str) -> list[str]:
        return [
            str(text)
            for text in self.run(
                "return [...document.querySelectorAll(arguments[0])].map((one) => one.textContent)", selector
            )
        ]

    def run(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def press(self, keys: str) -> None:
        self.driver.switch_to.active_element.send_keys(keys)

    def type(self, keys: str) -> None:
        self.driver.find_element("css selector", "body").send_keys(keys)

    def until(self, true: Callable[[], object], what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not true():
            assert time.monotonic() < end, f"waited in vain for {what}; said: {self.texts('#said, .banner, .fault')}"
            time.sleep(0.05)

    def listed(self, words: str) -> bool:
        return any(words in text for text in self.texts(".entry"))


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    need_module("selenium", "selenium")
    tool(*BROWSERS)
    one = Browser(tmp_path_factory.mktemp("profile"))
    yield one
    one.driver.quit()


@pytest.fixture
def served(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., str]]:
    """Serves a desk in ``tmp_path``; gives the address of its page."""
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "cache"))
    running: list[ReviewServer] = []

    def serve(*paths: str) -> str:
        server = ReviewServer(Desk(lambda: opened(tmp_path), paths))
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        running.append(server)
        return server.url

    yield serve
    for server in running:
        server.shutdown()
        server.server_close()


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SEEDS, tmp_path / "seeds"))


ESCAPE, ENTER = "\ue00c", "\ue007"


def filtered(browser: Browser, words: str) -> None:
    browser.type("/")
    search = browser.driver.find_element("id", "search")
    search.clear()
    search.send_keys(words)
    search.send_keys(ESCAPE)


def test_an_editor_fixes_and_dismisses_and_finds_both_kept(
    browser: Browser, served: Callable[..., str], seeds: Path
) -> None:
    url = served("seeds")
    browser.open(url)
    assert len(browser.all(".entry")) > 10

    filtered(browser, "whitcoff")
    browser.until(lambda: len(browser.all(".entry")) == 1, "the filter")
    browser.type("j")
    assert browser.texts(".slip.open .head .said") == ["Whitcoff should be Witkoff"]
    browser.type("f")
    browser.until(lambda: "Whitcoff is now Witkoff in 4 places" in " ".join(browser.texts(".banner")), "the fix")
    assert "Whitcoff" not in (seeds / "guarantees.txt").read_text(encoding="utf-8")

    filtered(browser, "greenkewich")
    browser.type("j")
    browser.type("d")
    browser.until(lambda: browser.all("dialog[open]"), "the question")
    browser.press("His office spells it so" + ENTER)
    browser.until(lambda: not browser.all("dialog[open]"), "the answer")
    assert browser.all(".entry") == []

    for address in (url, served("seeds")):
        browser.open(address)
        assert not browser.listed("Whitcoff")
        assert not browser.listed("Greenkewich")
        browser.run("document.querySelector('.filters details').open = true")
        browser.driver.find_element("css selector", "#by-state option[value=dismissed]").click()
        browser.until(lambda: browser.listed("Greenkewich"), "the dismissed finding")
        browser.driver.find_element("css selector", ".entry").click()
        assert "His office spells it so" in " ".join(browser.texts(".slip.open .state"))
    browser.is_quiet()


def test_a_mark_for_the_author_and_a_second_tab(browser: Browser, served: Callable[..., str], tmp_path: Path) -> None:
    url = served(*("articles",)) if written(tmp_path) else ""
    browser.open(url)
    first = browser.driver.current_window_handle
    browser.driver.switch_to.new_window("tab")
    browser.open(url)
    browser.type("j")
    browser.type("m")
    browser.until(lambda: browser.all("dialog[open]"), "the question")
    browser.press("Ask her" + ENTER)
    browser.until(lambda: not browser.all("dialog[open]"), "the answer")
    browser.driver.close()
    browser.driver.switch_to.window(first)
    browser.until(lambda: "For the author (1)" in " ".join(browser.texts(".tools")), "the other tab's mark")
    browser.type("l")
    assert "Ask her" in " ".join(browser.texts(".authors"))
    browser.press(ESCAPE)
    browser.is_quiet()


def test_a_pasted_text_and_a_file_that_changes(browser: Browser, served: Callable[..., str], tmp_path: Path) -> None:
    written(tmp_path)
    browser.open(served("articles"))
    browser.type("p")
    browser.press("Marta Lindkvist was there.")
    browser.driver.find_element("css selector", "dialog button.first").click()
    browser.until(lambda: "in memory only" in " ".join(browser.texts(".banner")), "the pasted text")
    browser.until(lambda: browser.texts(".proof .from") == ["articles/pasted.txt"], "its proof")
    assert not (tmp_path / "articles" / "pasted.txt").exists()
    (tmp_path / "articles" / "harbour.txt").write_text("Nothing happened in Port Ellery today.\n", encoding="utf-8")
    browser.until(lambda: "Changed on disk: articles/harbour.txt" in " ".join(browser.texts(".banner")), "the news")
    next(one for one in browser.all(".banner button") if one.text == "Read again").click()
    browser.until(lambda: "Changed on disk" not in " ".join(browser.texts(".banner")), "the new text")
    browser.is_quiet()


def test_a_fix_is_undone_and_a_name_is_added(browser: Browser, served: Callable[..., str], tmp_path: Path) -> None:
    written(tmp_path)
    harbour = tmp_path / "articles" / "harbour.txt"
    before = harbour.read_bytes()
    browser.open(served("articles"))
    filtered(browser, "lindkvist")
    browser.type("j")
    browser.type("f")
    browser.until(lambda: harbour.read_bytes() != before, "the fix")
    browser.until(lambda: browser.all(".banner button"), "the offer to undo it")
    browser.all(".banner button")[0].click()
    browser.until(lambda: browser.listed("Lindkvist"), "the finding to come back")
    assert harbour.read_bytes() == before
    browser.type("j")
    browser.type("a")
    browser.until(lambda: browser.all("dialog[open]"), "the question")
    name = browser.driver.find_element("name", "name")
    assert name.get_attribute("value") == "Lindkvist"
    name.clear()
    name.send_keys("Ole Brandt" + ENTER)
    browser.until(lambda: not browser.all("dialog[open]"), "the answer")
    assert "Ole Brandt" in (tmp_path / "desk" / "knowledge" / "names.yaml").read_text(encoding="utf-8")
    browser.is_quiet()


HOSTILE = (
    '<script>document.title = "taken"</script>\n\n'
    '"><img src=x onerror="document.title = `taken`"> said Marta Lindkvist on Tuesday, Dec. 15, 2025.\n\n'
    '</script><script>document.title = "taken"</script>\n\n<!-- </style> -->\n'
)


def test_an_article_of_markup_stays_text(browser: Browser, served: Callable[..., str], tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "articles" / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    browser.open(served("articles/hostile.txt"))
    browser.type("j")
    assert "taken" not in browser.driver.title
    assert browser.all("main script, main img, main style") == []
    shown = " ".join(browser.texts("#text > p"))
    assert [line for line in HOSTILE.split("\n\n") if line.strip() not in shown] == []
    browser.is_quiet()


@pytest.fixture
def report(tmp_path: Path, factlint: Callable[..., object]) -> str:
    shutil.copytree(SEEDS, tmp_path / "seeds")
    factlint("check", "seeds", "--format", "html", "--output", "proof.html")
    return (tmp_path / "proof.html").as_uri()


def test_the_report_reads_as_a_file(browser: Browser, report: str) -> None:
    browser.open(report)
    browser.type("j")
    assert browser.all(".slip.open")
    assert browser.all(".slip.open button[data-act]") == []
    places = browser.run(
        """const data = JSON.parse(document.querySelector('#data').textContent);
        return data.findings.map(({home}) => [home.text, data.articles[home.article].text.slice(home.start, home.end)]);"""
    )
    assert [words for words, cut in places if words != cut] == []
    browser.type("2")
    browser.until(lambda: browser.all(".story table"), "the story")
    assert browser.all(".story ins")
    assert browser.all(".story del")
    browser.type("3")
    browser.until(lambda: browser.all(".chart svg rect"), "the charts")
    browser.is_quiet()


@pytest.mark.parametrize("view", ["#/", "#/stories/0", "#/overview"])
def test_everything_has_a_name_and_fits_a_phone(browser: Browser, report: str, view: str) -> None:
    browser.driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
    )
    try:
        browser.open(report + view)
        if view == "#/":
            browser.type("j")
        assert browser.run("return document.documentElement.scrollWidth") <= 390
        assert browser.run(NAMELESS) == []
        assert browser.run(TWICE) == []
        assert browser.run("return [...document.querySelectorAll('main, header.masthead, nav')].length") >= 3
    finally:
        browser.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_marks_differ_without_colour(browser: Browser, report: str) -> None:
    browser.open(report + "#/article/3")
    numbers = range(len(browser.run("return JSON.parse(document.querySelector('#data').textContent).articles")))
    lines: dict[str, set[str]] = {}
    for number in numbers:
        browser.run(f"location.hash = '#/article/{number}'")
        for kind, line in browser.run(
            """return [...document.querySelectorAll('.mark')].map((one) =>
            [one.className.match(/error|warning|note/)[0], getComputedStyle(one).textDecorationStyle])"""
        ):
            lines.setdefault(kind, set()).add(line)
    assert lines == {"error": {"solid"}, "warning": {"dashed"}, "note": {"dotted"}}


OVERLAPPING = """
const data = JSON.parse(document.querySelector('#data').textContent);
return [...document.querySelectorAll('#text > p')].map((one) => one.textContent.replace(/^\\d+/, '')).join('\\n');
"""


def test_overlapping_marks_keep_every_word_once(browser: Browser, tmp_path: Path) -> None:
    from factlint.findings import Finding, Location
    from factlint.findings.result import ArticleInfo, Result
    from factlint.reports.html.data import document
    from factlint.reports.html.frame import page

    text = "alpha beta 😀 gamma delta epsilon zeta\n\nsecond paragraph here"
    spans = [(0, 16), (6, 24), (6, 10), (11, 12), (13, 30), (30, 50), (0, len(text)), (7, 7)]

    def place(start: int, end: int) -> Location:
        return Location("a.txt", "a.txt", start, end, 1, start + 1, 1, end + 1, text[start:end])

    found = tuple(
        Finding("names/x", ("error", "warning", "note")[at % 3], "high", f"m{at}", place(*span), fingerprint=f"f{at}")
        for at, span in enumerate(spans)
    )
    file = tmp_path / "overlapping.html"
    file.write_text(
        page(document(Result(findings=found, articles=(ArticleInfo("a.txt", "a.txt", text),)))), encoding="utf-8"
    )
    browser.open(file.as_uri())
    assert re.sub(r"\n+", "\n", browser.run(OVERLAPPING)) == re.sub(r"\n+", "\n", text)
    for at, (start, end) in enumerate(spans):
        marked = "".join(browser.texts(f"[data-mark=f{at}]"))
        assert marked == text[start : max(end, start + 1)].replace("\n", ""), at
    browser.is_quiet()
