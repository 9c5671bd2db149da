"""A printed correction becomes an entry of the desk's list, or a rule; and what else has the same slip is found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.app.adding import Wish, add
from factlint.app.articles import gathered
from factlint.app.check import reported
from factlint.app.correcting.notices import Slip, dated, slips
from factlint.app.naming import refused
from factlint.app.scaffolding import Draft, new_rule
from factlint.app.scaffolding.writing import rule_text
from factlint.engine.run import Engine
from factlint.knowledge.people import key_of
from factlint.lang.written import text_word
from factlint.ruleset.load import RuleFile, read_file, with_listed
from factlint.text.problem import ProblemError
from factlint.text.quoting import shell_word, yaml_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.app.session import Session
    from factlint.findings import Finding
    from factlint.ruleset.rule import Rule
    from factlint.text.problem import Problem

# Words that say nothing of what was corrected.
_USUAL = re.compile(
    r"(?:about|after|also|among|been|before|being|between|corrected|could|does|during|each|every|from|have|having|here|"
    r"into|more|most|much|only|other|over|said|same|some|such|than|that|their|them|then|there|these|they|this|those|"
    r"under|were|what|when|where|which|while|will|with|would|years?|people|version|earlier|article)"
)
_MOST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Correction:
    """One slip, the line that puts it on record, and the places that still have it, in order.

    ``rule`` is the id of the rule that it becomes, empty where it becomes an entry of knowledge.
    """

    slip: Slip
    line: str
    rule: str
    places: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a notice comes to, what was written for it (a line each), and what was wrong with the paths."""

    corrections: tuple[Correction, ...]
    written: tuple[str, ...]
    problems: tuple[Problem, ...]
    articles: int


def correct(session: Session, notice: str, paths: Sequence[str], *, write: bool = False) -> Corrected:
    """Read a notice, or the corrections in an article at a path, and look for the same slips in other articles.

    Raises ProblemError where the notice has no form that is known, or what it asks for cannot be written.
    """
    text = _notice(session, notice)
    found = slips(text)
    if not found:
        hint = "write it as: An earlier version misspelled the name of Karel Novotny. It is Novotny, not Novotni."
        raise refused("this notice says neither “X, not Y” nor “misspelled X as Y”", hint)
    corpus = gathered(session, paths) if paths else None
    drafts = [(slip, _draft(session, slip)) for slip in found]
    engine = Engine(
        [rule for _, (_, rule) in drafts], with_listed(session.knowledge, [rule for _, (_, rule) in drafts])
    )
    articles = [(article, reference) for article, reference in corpus.articles if not reference] if corpus else []
    outcome = engine.reduce([engine.map(article) for article, _ in articles], "none")
    findings = sorted(reported(outcome.findings, set()), key=lambda finding: finding.primary)
    corrections = tuple(
        Correction(slip, _line(slip, own), own, tuple(one for one in findings if one.rule == rule.id))
        for slip, (own, rule) in drafts
    )
    written = tuple(line for one in corrections for line in _write(session, one)) if write else ()
    return Corrected(corrections, written, corpus.problems if corpus else (), len(articles))


def _notice(session: Session, notice: str) -> str:
    """The words of a notice; of an article its corrections."""
    path = session.cwd / notice if len(notice) < 1_000 and "\n" not in notice else None
    try:
        if path is None or not path.is_file():
            return notice
    except OSError:
        return notice
    corpus = gathered(session, (notice,))
    engine = Engine((), session.knowledge)
    texts = [
        article.text[section.start : section.end]
        for article, reference in corpus.articles
        if not reference
        for section in engine.read(article).sections
        if section.kind == "correction"
    ]
    if not texts:
        raise (
            ProblemError(*corpus.problems)
            if corpus.problems
            else refused(f"{notice} has no correction", "give the words of the notice themselves, in quotation marks")
        )
    return "\n".join(texts)


def _draft(session: Session, slip: Slip) -> tuple[str, Rule]:
    """The id of the rule that a slip becomes (empty for an entry of knowledge), and a rule that finds the slip."""
    if slip.family == "names":
        surname, wrong = _forms(slip)
        text = f"rules:\n  - {{spell: {{{yaml_word(surname)}: [{yaml_word(wrong)}]}}, id: names/correction}}\n"
        return "", _read("names/correction.yaml", text)
    words = _told(slip)
    own = f"{slip.family}/{_slug(session, slip, words)}"
    return own, _read(f"{own}.yaml", _rule_text(slip, own, words))


def _read(relative: str, text: str) -> Rule:
    rules, faults = read_file(RuleFile(relative, relative, text))
    if faults or not rules:
        raise ProblemError(*faults) if faults else refused("this cannot be made a rule", "factlint new begins one")
    return rules[0]


def _forms(slip: Slip) -> tuple[str, str]:
    """The right and the wrong form, as many words of each: the surname alone where the wrong form is that."""
    count = len(slip.wrong.split())
    return " ".join(slip.right.split()[-count:]), slip.wrong


def _told(slip: Slip) -> tuple[str, ...]:
    """The words of the subject by which another article on the same thing is known: names first, then long words."""
    values = f"{slip.right} {slip.wrong}".split()
    words = [word for word in re.findall(r"[^\W\d_][\w’'-]+", slip.subject) if word not in values and not dated(word)]
    names = [word for word in words if word[:1].isupper()]
    others = [word for word in words if word[:1].islower() and len(word) > 3 and not _USUAL.fullmatch(word)]
    found = tuple(dict.fromkeys((*names, *others)))[:_MOST_WORDS]
    if not found:
        hint = "name it, as in: misstated the year of the fall of the Berlin Wall. It was 1989, not 1990."
        raise refused(f"the notice does not say of what “{slip.wrong}” was wrong", hint)
    return found


def _slug(session: Session, slip: Slip, words: Sequence[str]) -> str:
    taken = {rule.id for rule in session.ruleset.rules}
    slug = key_of(" ".join(words)) or "correction"
    numbered = (f"{slug}-{number}" if number > 1 else slug for number in range(1, len(taken) + 2))
    return next(one for one in numbered if f"{slip.family}/{one}" not in taken)


def _query(slip: Slip, words: Sequence[str]) -> str:
    asked = (f"s.text contains {text_word(word)}" for word in (*words, slip.wrong))
    # The deputy mayor of a town is no slip where she is called the deputy mayor.
    at = slip.right.find(slip.wrong)
    least = slip.right[: at + len(slip.wrong)] if at > 0 else slip.right
    right = f"not (s.text contains {text_word(least)})"
    return f"from sentence s\nwhere {' and '.join(asked)} and {right}"


def _message(slip: Slip) -> str:
    return f"{slip.right}, not {slip.wrong}: this was corrected before".replace("{", "{{").replace("}", "}}")


def _examples(slip: Slip) -> tuple[str, str]:
    subject = slip.subject
    return (
        f"[[They wrote of {subject} and {slip.wrong} that day.]]",
        f"They wrote of {subject} and {slip.right} that day.",
    )


def _rule_text(slip: Slip, own: str, words: Sequence[str]) -> str:
    bad, good = _examples(slip)
    return rule_text(own, _query(slip, words), _message(slip), "warning", (bad,), (good,))


def _line(slip: Slip, own: str) -> str:
    """What to type for the same."""
    if not own:
        return f"factlint add {shell_word(slip.right)} --not {shell_word(slip.wrong)}"
    find = " ".join(_query(slip, _told(slip)).split())
    return f"factlint new {own} --find {shell_word(find)} --message {shell_word(_message(slip))}"


def _write(session: Session, one: Correction) -> Iterator[str]:
    """Put a correction on record; a line for each thing that was written."""
    if not one.rule:
        done = add(session, Wish(one.slip.right, (one.slip.wrong,)))
        yield from (f"{line.path}:{line.line}  {line.words}" for line in done.written)
        yield from (*done.already, *done.remarks)
        return
    bad, good = _examples(one.slip)
    made = new_rule(
        session, one.rule,
        Draft(_query(one.slip, _told(one.slip)), _message(one.slip), "warning", (bad,), (good,)),
    )  # fmt: skip
    yield f"{made.path}:{made.line}  {one.rule}"
    yield from made.remarks
    yield from (f"{failure.verdict}: {failure.text}" for failure in made.failures)
