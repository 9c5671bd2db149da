"""Check articles: the main job."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypedDict

from factlint.app.articles import gathered
from factlint.app.settling import settled
from factlint.app.unread import unread_lists
from factlint.app.working import interrupted, worked
from factlint.engine.run import Engine
from factlint.findings.fingerprint import fingerprinted
from factlint.findings.merge import merge
from factlint.findings.result import ArticleInfo, Result, RuleInfo
from factlint.findings.sort import ordered
from factlint.findings.wording import counted
from factlint.sources import Options, source_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.app.articles import Corpus
    from factlint.app.fixing import Mended
    from factlint.app.session import Session
    from factlint.article import Article
    from factlint.engine.run import Outcome, Story
    from factlint.findings import Finding
    from factlint.ruleset.rule import Example, Rule
    from factlint.text.offsets import Origin

    # The bytes of an article that was piped in, and its name.
    Piped = tuple[bytes, str]


class _Shape(TypedDict):
    begins: int
    record: bool
    origin: Origin | None


def check(session: Session, paths: Sequence[str], piped: Piped | None = None) -> Result:
    """The result of checking some paths, or one article that was piped in under a name."""
    observer = session.observer
    observer.stage("reading")
    corpus = gathered(session, paths, piped)
    engine = Engine(session.rules, session.knowledge)
    reached, outcome, whole = worked(session, engine, corpus)
    result = judged(session, reached, outcome)
    if whole:
        return result
    cut = interrupted(len(reached.articles), len(corpus.articles))
    return replace(result, problems=(*result.problems, cut), interrupted=True)


def judged(session: Session, corpus: Corpus, outcome: Outcome) -> Result:
    """What the engine's outcome for a corpus comes to, as every report and every editor has it."""
    return settled(session, raised(session, corpus, outcome), outlets_in(corpus))


def raised(session: Session, corpus: Corpus, outcome: Outcome) -> Result:
    """The same before the desk's levels, dismissals and baseline have their say."""
    references = {article.key for article, reference in corpus.articles if reference}
    findings = reported(on_trial(outcome.findings, session), references)
    return Result(
        findings=findings,
        undecided=tuple(sorted(case for case in outcome.undecided if (case.path, case.id) not in references)),
        problems=(*session.problems, *corpus.problems),
        articles=_infos(corpus, outcome.stories),
        stories=outcome.stories,
        fail_on=session.configured.settings.fail_on,
        notes=_notes(corpus, session),
        rules=tuple(sorted((_rule(rule) for rule in session.rules), key=lambda rule: rule.id)),
    )


def outlets_in(corpus: Corpus) -> dict[tuple[str, str], frozenset[str]]:
    """The desk and the outlet of each article of a corpus."""
    return {article.key: outlets_of(article) for article, _ in corpus.articles}


def outlets_of(article: Article) -> frozenset[str]:
    """The desk and the outlet of an article, case folded."""
    about = article.metadata
    return frozenset(name.casefold() for name in (about.desk, about.source) if name is not None)


def on_trial(findings: Sequence[Finding], session: Session) -> Sequence[Finding]:
    """The findings, those of rules on trial marked as such."""
    trials = {rule.id for rule in session.rules if rule.trial}
    return [replace(one, trial=True) if one.rule in trials else one for one in findings] if trials else findings


def fix(session: Session, paths: Sequence[str], how: str, piped: Piped | None = None) -> tuple[Result, bytes | None]:
    """Check some paths, mend what can be mended (``how``: automatic or suggested), and check what then is there.

    The result is that of the second check, with how many findings were mended; what could not be is among its problems.
    Files are written, an article that was piped in is given back.
    """
    from factlint.app.fixing import mended, written
    from factlint.sources.discovery import shown_path

    before = check(session, paths, piped)
    done = mended(before, how, session.cwd, piped, Options.of(session.configured.settings))
    done = written(done, session.cwd, piped[1] if piped else None)
    data = None
    if piped is not None:
        own = shown_path(piped[1], session.cwd)
        data = next((file.data for file in done.files if file.path == own), piped[0])
        piped = (data, piped[1])
    after = check(session, paths, piped) if done.files else before
    problems, notes = (*after.problems, *done.problems), (*after.notes, *_again(done))
    return replace(after, fixed=len(done.findings), problems=problems, notes=notes), data


def preview(session: Session, paths: Sequence[str], how: str, piped: Piped | None = None) -> tuple[Result, Mended]:
    """Check some paths; the result, and what ``fix`` would do about it."""
    from factlint.app.fixing import mended

    result = check(session, paths, piped)
    done = mended(result, how, session.cwd, piped, Options.of(session.configured.settings))
    return replace(result, problems=(*result.problems, *done.problems)), done


def reported(findings: Sequence[Finding], references: set[tuple[str, str]]) -> tuple[Finding, ...]:
    """Merged, with fingerprints, in report order; without those that want nothing changed in a checked article."""
    merged = fingerprinted(merge(findings))
    return ordered(finding for finding in merged if any(place.article not in references for place in finding.places))


def _infos(corpus: Corpus, stories: Sequence[Story]) -> tuple[ArticleInfo, ...]:
    of = {key: name for name, keys in stories for key in keys if len(keys) > 1}
    checked = [
        ArticleInfo(one.path, one.id, one.text, of.get(one.key), reference, **_shape(one))
        for one, reference in corpus.articles
    ]
    left_out = [ArticleInfo(one.path, one.id, one.text, unchecked=why, **_shape(one)) for one, why in corpus.unchecked]
    return tuple(sorted((*checked, *left_out), key=lambda info: info.key))


def _shape(article: Article) -> _Shape:
    """How an article lies in its file: where its front matter ends, and whether it is a record of several."""
    source = source_of(article.path)
    begins = 0
    for part in article.blocks:
        # Front matter is metadata, with sections in it that the desk has named.
        if part.start != begins or (begins == 0 and part.kind != "metadata"):
            break
        begins = part.end
    record = source is not None and (source.changes is None or source.apart)
    return {"begins": begins, "record": record, "origin": article.origin}


def _rule(rule: Rule) -> RuleInfo:
    bad, good = (tuple(_written(one) for one in rule.examples if one.verdict == verdict) for verdict in ("bad", "good"))
    return RuleInfo(rule.id, rule.severity, rule.title, rule.why, bad, good, rule.trial)


def _written(example: Example) -> str:
    return "\n\n".join(sample.text.strip() for sample in example.samples)


def _notes(corpus: Corpus, session: Session) -> tuple[str, ...]:
    """What a reader should know about the reach of the run."""
    lonely = len(corpus.articles) == 1 and not session.configured.settings.reference
    if lonely and any(rule.query.across for rule in session.rules):
        alone = "Story rules saw only this article; name the others of its story, or give them with --with."
        return (*unread_lists(session), alone)
    return unread_lists(session)


def _again(done: Mended) -> tuple[str, ...]:
    if not done.overlapping:
        return ()
    return (f"{counted(done.overlapping, 'more fix', 'more fixes')} would change the same words: run --fix again.",)
