"""Running the examples of rules: each must be found, or left alone, exactly as it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.article import Article, Metadata
from factlint.engine.run import Engine

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factlint.app.session import Session
    from factlint.engine.run import Outcome
    from factlint.findings import Finding, Location
    from factlint.knowledge import Knowledge
    from factlint.ruleset.rule import Example, Rule, Sample


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that a rule does not live up to.

    ``verdict`` is *noisy* (a good text is reported), *missing* (a bad one is not), *wrong span*, *wrong fix*, *decided*
    (it should be unknown) or *no examples*. ``wanted`` and ``found`` are the two sides of the diff, a line each.
    """

    rule: str
    path: str
    line: int
    verdict: str
    text: str
    wanted: tuple[str, ...] = ()
    found: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tested:
    """How many rules and examples were run, and what failed."""

    rules: int
    examples: int
    failures: tuple[Failure, ...]


def run_examples(rules: Sequence[Rule], knowledge: Knowledge, *, strict: bool) -> Tested:
    """Run the examples of some rules. ``strict`` asks a bad and a good one of every query rule."""
    failures: list[Failure] = []
    count = 0
    for rule in rules:
        # A rule that is off is still tested; “off” is no severity of a finding.
        engine = Engine([rule.with_severity("note") if rule.severity == "off" else rule], knowledge)
        for example in rule.examples:
            count += 1
            failures += _judged(rule, example, engine)
        missing = sorted({"bad", "good"} - {example.verdict for example in rule.examples})
        if strict and missing and rule.form == "find":
            failures.append(
                Failure(rule.id, rule.path, rule.line, "no examples", f"there is no {' and no '.join(missing)} example")
            )
    return Tested(len(rules), count, tuple(failures))


def run_session(session: Session, rules: Iterable[Rule], *, strict: bool = False) -> Tested:
    """Run the examples of rules of a session.

    What ships is tested with the knowledge that ships, for a desk may list as right what its examples call wrong.
    """
    from factlint.app.session import read_rules

    rules = list(rules)
    if len(session.packs) == 1:
        return run_examples(rules, session.knowledge, strict=strict)
    shipped = read_rules(session.packs[:1])
    as_shipped = {rule.id: rule for rule in shipped.rules}
    untouched = [rule for rule in rules if as_shipped.get(rule.id) == rule]
    own = [rule for rule in rules if as_shipped.get(rule.id) != rule]
    first = run_examples(untouched, shipped.knowledge, strict=strict)
    second = run_examples(own, session.knowledge, strict=strict)
    return Tested(len(rules), first.examples + second.examples, (*first.failures, *second.failures))


def outcome_of(example: Example, engine: Engine) -> tuple[Outcome, tuple[Article, ...]]:
    """What an engine makes of an example's articles, and these articles."""
    articles = tuple(_article(sample, number) for number, sample in enumerate(example.samples, 1))
    return engine.reduce([engine.map(article) for article in articles], "all"), articles


def _article(sample: Sample, number: int) -> Article:
    about = Metadata(published=sample.published, source=sample.source, desk=sample.desk, language=sample.language)
    return Article(f"example-{number}.txt", f"example-{number}.txt", sample.text, about)


def _judged(rule: Rule, example: Example, engine: Engine) -> Iterable[Failure]:
    outcome, articles = outcome_of(example, engine)
    text = " / ".join(" ".join(article.text.split()) for article in articles)
    verdict, wanted, found = _compared(example, outcome, articles)
    if verdict:
        yield Failure(rule.id, rule.path, example.line, verdict, text, wanted, found)


def _compared(
    example: Example, outcome: Outcome, articles: Sequence[Article]
) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    found = tuple(place for finding in outcome.findings for place in finding.places)
    if example.verdict != "bad":
        if found:
            return "noisy", ("nothing to report",), tuple(_said(finding) for finding in outcome.findings)
        if example.verdict == "undecided" and not outcome.undecided:
            return "decided", ("it cannot be told",), ("it was decided: nothing to report",)
        return "", (), ()
    wanted = [
        (article.path, *mark)
        for article, sample in zip(articles, example.samples, strict=True)
        for mark in sample.marks
    ]
    wanted_words = tuple(_place(path, start, articles, end) for path, start, end, _ in wanted)
    if not found:
        return "missing", wanted_words, ("nothing was reported",)
    if {(place.path, place.start, place.end) for place in found} != {
        (path, start, end) for path, start, end, _ in wanted
    }:
        return (
            "wrong span",
            wanted_words,
            tuple(_place(place.path, place.start, articles, place.end) for place in sorted(set(found))),
        )
    return _fixes(wanted, outcome.findings, wanted_words)


def _fixes(
    wanted: Sequence[tuple[str, int, int, str | None]], findings: Sequence[Finding], words: Sequence[str]
) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    edits: dict[tuple[str, int], list[str]] = {}
    for finding in findings:
        for suggestion in finding.suggestions:
            for edit in suggestion.edits:
                edits.setdefault((edit.path, edit.start), []).append(edit.replacement)
    wrong = [
        (f"{place} -> {fix}", f"{place} -> {' or '.join(edits.get((path, start), ['(no suggestion)']))}")
        for (path, start, _, fix), place in zip(wanted, words, strict=True)
        if fix is not None and fix not in edits.get((path, start), [])
    ]
    if not wrong:
        return "", (), ()
    return "wrong fix", tuple(asked for asked, _ in wrong), tuple(given for _, given in wrong)


def _place(path: str, start: int, articles: Sequence[Article], end: int) -> str:
    article = next(one for one in articles if one.path == path)
    number = f"article {path.removeprefix('example-').removesuffix('.txt')} " if len(articles) > 1 else ""
    return f"{number}{start}-{end} “{article.text[start:end]}”"


def _said(finding: Finding) -> str:
    place: Location = finding.primary
    return f"{place.start}-{place.end} “{place.text}”: {finding.message}"
