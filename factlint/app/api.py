"""factlint for programs: texts in, findings out. Nothing depends on the working directory or on what was asked before.

No socket is opened, and no file is written but the cache of the rules (``FACTLINT_CACHE_DIR`` says where).
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from factlint.app.articles import Corpus, foreign
from factlint.app.check import outlets_in, raised
from factlint.app.session import named_in_vain, opened_with
from factlint.app.settling import at_levels
from factlint.app.working import worked
from factlint.article import Article, Metadata
from factlint.config.layers import given
from factlint.engine.run import Engine
from factlint.findings.sort import ordered
from factlint.text.problem import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.app.session import Session
    from factlint.config.settings import Settings
    from factlint.findings.finding import Finding
    from factlint.findings.result import Result

Text: TypeAlias = str | Mapping[str, object]
"""An article: its text, or a mapping with the fields of a record (``text``, and ``id``, ``published``, ``story`` …)."""
File: TypeAlias = str | os.PathLike[str]

PATH = "texts"
"""The path that articles which are in no file have in findings."""
# Nothing lies below it: places are shown by their whole path, and no configuration is found.
_NOWHERE = Path(os.path.abspath(os.devnull))  # noqa: PTH100 - as it is called


def check(
    texts: Iterable[Text],
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    severity: Mapping[str, str] | None = None,
    rules: Iterable[File] = (),
    reference: Iterable[Text] = (),
    story: str | None = None,
    published: datetime.date | str | None = None,
    config: File | None = None,
) -> tuple[Finding, ...]:
    """The findings about some texts; the arguments are those of ``run``.

    Raises ProblemError where anything kept something from being checked; ``run`` tells instead, and goes on.
    """
    result = run(
        texts,
        select=select,
        ignore=ignore,
        severity=severity,
        rules=rules,
        reference=reference,
        story=story,
        published=published,
        config=config,
    )
    _raise(result.problems)
    return result.findings


def run(
    texts: Iterable[Text],
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    severity: Mapping[str, str] | None = None,
    rules: Iterable[File] = (),
    reference: Iterable[Text] = (),
    story: str | None = None,
    published: datetime.date | str | None = None,
    config: File | None = None,
) -> Result:
    """Check some texts: the findings, what could not be decided, and what went wrong.

    ``select`` and ``ignore`` are ids or globs of rules, ``severity`` pairs them with error, warning, note or off.
    ``rules`` are folders of a desk's own rules and knowledge. ``reference`` are texts that are read as evidence and
    never reported on. ``story`` says which texts tell one story: auto, all or none. ``published`` is the day of texts
    that do not say. ``config`` is a file with more settings, which the arguments beat; without one, none is looked for.
    Dismissals and baselines are about files, and do not count here.

    A text without an ``id`` is called by a hash of what it is, so that nothing depends on the order of the texts.
    Offsets count code points of the text as it was given. Broken rules and texts that are too long are in
    ``problems`` of the result. Raises ProblemError for arguments that are wrong.
    """
    values = {
        "select": _words("select", select),
        "ignore": _words("ignore", ignore),
        "severity": dict(severity) if severity else None,
        "rules": tuple(_absolute(path) for path in _several("rules", rules)),
        "story": story,
        "published": published.isoformat() if isinstance(published, datetime.date) else published,
    }
    session = _session(values, None if config is None else _absolute(config))
    corpus = _corpus(texts, reference, session)
    outcome = worked(session, Engine(session.rules, session.knowledge), corpus)
    result = raised(session, outcome.corpus, outcome.outcome)
    result = at_levels(session, result, outlets_in(corpus))
    return replace(result, findings=ordered(result.findings), notes=())


# -- settings


def _session(values: Mapping[str, object], config: str | None) -> Session:
    home = Path(config).parent if config is not None else _NOWHERE
    configured = given(home, config, values)
    _raise(configured.problems)
    session = opened_with(home, configured)
    _raise(named_in_vain(session.ruleset, configured))
    return session


def _raise(problems: Iterable[Problem]) -> None:
    faults = [problem for problem in problems if problem.level == "error"]
    if faults:
        raise ProblemError(*(_of_argument(fault) for fault in faults))


def _of_argument(fault: Problem) -> Problem:
    """What the command line is elsewhere are arguments here."""
    return replace(fault, path="arguments") if fault.path == "command line" else fault


def _absolute(path: File) -> str:
    return os.path.abspath(os.fspath(path))  # noqa: PTH100 - Path.resolve would leave the folder for its target


def _several(name: str, values: Iterable[File]) -> Iterable[File]:
    if isinstance(values, str | os.PathLike):
        raise ProblemError(Problem("arguments", f"{name} is one text, not several", f"write {name}=[…]"))
    return values


def _words(name: str, values: Iterable[str]) -> tuple[str, ...]:
    return tuple(os.fspath(value) for value in _several(name, values))


# -- texts


def _corpus(texts: Iterable[Text], reference: Iterable[Text], session: Session) -> Corpus:
    from factlint.sources import LONGEST, collect

    settings = session.configured.settings
    beside = collect(settings.reference, cwd=session.cwd, settings=settings)
    # A text that is both is checked.
    both = {
        article.key: (article, True) for article in (*beside.articles, *_articles("reference", reference, settings))
    }
    both |= {article.key: (article, False) for article in _articles("texts", texts, settings)}
    every = [both[key] for key in sorted(both)]
    short = [pair for pair in every if len(pair[0].text) <= LONGEST]
    long = [_too_long(article, LONGEST) for article, _ in every if len(article.text) > LONGEST]
    reasons = {article.key: foreign(article) for article, _ in short}
    return Corpus(
        tuple(pair for pair in short if not reasons[pair[0].key]),
        tuple((one, reasons[one.key]) for one, evidence in short if reasons[one.key] and not evidence),
        (*beside.problems, *long),
    )


def _too_long(article: Article, longest: int) -> Problem:
    message = f"{article.id} has {len(article.text):,} characters; a text of more than {longest:,} is not checked"
    return Problem(article.path, message, "split it into articles, or leave it out")


def _articles(name: str, texts: Iterable[Text], settings: Settings) -> Sequence[Article]:
    """The articles of an argument; one that is given twice is read once. Raises ProblemError."""
    if isinstance(texts, str | Mapping):
        raise ProblemError(Problem("arguments", f"{name} is one article, not several", f"write [{name}]"))
    found: dict[str, Article] = {}
    for number, text in enumerate(texts):
        where = f"{name}[{number}]"
        article = _article(where, text, settings)
        if found.setdefault(article.id, article) != article:
            message = f"{where}: two articles have the id “{article.id}”"
            raise ProblemError(Problem("arguments", message, "give each an id of its own"))
    return list(found.values())


def _article(where: str, text: Text, settings: Settings) -> Article:
    from factlint.sources.json_string import whole
    from factlint.sources.metadata import completed
    from factlint.sources.wrapping import levelled

    record: Mapping[str, object] = {"text": text} if isinstance(text, str) else text
    words = record.get("text") if isinstance(record, Mapping) else None
    if not isinstance(words, str):
        hint = "an article is a string, or a mapping with a text: {“text”: …, “published”: …}"
        raise ProblemError(Problem("arguments", f"{where} has no text", hint))
    about = _metadata(where, record)
    name = whole(_id(where, record)) or sha256(repr((words, about)).encode("utf-8", "replace")).hexdigest()[:12]
    lines, origin = levelled(whole(words))
    return completed(Article(PATH, name, lines, about, origin=origin), None, settings)


def _id(where: str, record: Mapping[str, object]) -> str:
    value = record.get("id")
    if value is not None and (isinstance(value, bool) or not isinstance(value, str | int)):
        raise ProblemError(Problem("arguments", f"{where}: id must be a text", "give it as a string"))
    return "" if value is None else str(value).strip()


def _metadata(where: str, record: Mapping[str, object]) -> Metadata:
    from factlint.sources.metadata import KEYS, from_keys
    from factlint.text.marked import Keys, MarkedFile
    from factlint.text.marked import Text as Scalar

    file = MarkedFile("arguments", "")
    values = ((name, record.get(name)) for name in KEYS)
    entries = tuple((Scalar(name, 0, 0), Scalar(_written(value), 0, 0)) for name, value in values if value is not None)
    about = from_keys(file, Keys(entries, 0, 0))
    if file.problems:
        raise ProblemError(
            *(replace(one, line=None, column=None, source_line="", where=where) for one in file.problems)
        )
    return about


def _written(value: object) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value).lower() if isinstance(value, bool) else str(value)
