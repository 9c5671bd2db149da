"""The outcome of a run: all that a report may show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.text.values import plain

if TYPE_CHECKING:
    from factlint.findings.finding import Finding, Undecided
    from factlint.findings.sheets import Sheet
    from factlint.findings.statistics import Statistics
    from factlint.findings.suppress import Suppression
    from factlint.text.offsets import Origin
    from factlint.text.problem import Problem


@plain
class ArticleInfo:
    """What reports need of one article.

    ``story`` is the id of its story, None where it stands alone. ``reference`` articles are evidence and never reported
    on. ``unchecked`` says why an article was left out (``the language is German``); empty where it was checked.
    ``begins`` is the offset behind the front matter, where the text for readers begins. ``record`` says that the
    article is one of several in its file, so that its lines are not those of the file.
    ``origin`` says where in the file the characters of ``text`` stand, where that is not the text of the file.
    """

    path: str
    id: str
    text: str
    story: str | None = None
    reference: bool = False
    unchecked: str = ""
    begins: int = 0
    record: bool = False
    origin: Origin | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What tells this article from every other one of the run."""
        return self.path, self.id

    @property
    def checked(self) -> bool:
        """Whether findings about it count."""
        return not self.reference and not self.unchecked


@plain
class RuleInfo:
    """What reports say of a rule that ran.

    ``title`` is a sentence without its full stop, ``why`` the paragraphs behind it. ``bad`` and ``good`` are texts of
    its examples; a blank line parts the articles of one example. A rule on ``trial`` is reported and never fails a run.
    """

    id: str
    severity: str
    title: str
    why: str = ""
    bad: tuple[str, ...] = ()
    good: tuple[str, ...] = ()
    trial: bool = False


@plain
class Result:
    """A run, ready to be reported: the findings are merged, fingerprinted and in report order.

    ``stories`` pairs the id of a story with the keys of its articles. ``fail_on`` is the severity from which a finding
    fails the run, or ``never``. ``suppressed`` and ``baselined`` count findings that are not in ``findings``. ``notes``
    are closing remarks to the reader, a sentence each. ``rules`` are those that ran, in order of their ids. ``fixed``
    counts findings that were mended before this result was made. Where ``redacted``, no word of an article is left in
    it: messages are the titles of the rules, and the letters of the texts are masked. ``sheets`` are there for formats
    that ask for them (see ``reports.Format``). ``suppressions`` are the findings that are not reported, with the
    reason; ``unchanged`` counts those on lines that have not changed. ``statistics`` are there if asked for.
    ``interrupted`` says that the run was ended before all was read.
    """

    findings: tuple[Finding, ...] = ()
    undecided: tuple[Undecided, ...] = ()
    problems: tuple[Problem, ...] = ()
    articles: tuple[ArticleInfo, ...] = ()
    stories: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    fail_on: str = "warning"
    suppressed: int = 0
    baselined: int = 0
    notes: tuple[str, ...] = ()
    rules: tuple[RuleInfo, ...] = ()
    fixed: int = 0
    redacted: bool = False
    sheets: tuple[Sheet, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    unchanged: int = 0
    statistics: Statistics | None = None
    interrupted: bool = False

    @property
    def reference_keys(self) -> frozenset[tuple[str, str]]:
        """The keys of the articles that are only evidence."""
        return frozenset(article.key for article in self.articles if article.reference)
