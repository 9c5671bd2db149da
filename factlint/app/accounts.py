"""Why a rule did or did not fire, as a text to read: each fact with the condition that stopped it, and its values."""

from __future__ import annotations

import textwrap
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from factlint.findings.wording import counted
from factlint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factlint.app.explaining import Explained, Seen
    from factlint.engine.reasons import Reason
    from factlint.engine.tracing import Attempt, Trace
    from factlint.ruleset.rule import Rule

WIDTH = 100
_MOST_FACTS = 12
"""So many facts are told about one by one; of more only how many stopped where."""

_LONGEST = 240
"""So much of a condition is shown: enough to find it in the rule."""

_STAGES = ("found", "other side", "right side", "unknown", "group", "stopped", "alone", "other words", "elsewhere")


class Asked(NamedTuple):
    """The place as it was typed, and what stands before the first colon of it."""

    place: str
    path: str
    whole: bool


def account(rule: Rule, asked: Asked, there: Explained) -> str:
    """What a rule makes of a place."""
    asked_for = visible(asked.place)
    parts = [f"{rule.id} fires in {asked_for}:" if there.findings else f"{rule.id} does not fire in {asked_for}."]
    for finding, shown in zip(there.findings, there.shown, strict=True):
        place = finding.primary
        parts.append(f"  {place.line}:{place.column}  {finding.severity}  {visible(finding.message)}")
        parts += [f"      {visible(shown)}"] if shown else []
    parts += [f"  {remark}" for remark in there.standing]
    if asked.whole:
        parts += [f"  could not decide: {case.reason} ({case.count})" for case in there.undecided]
    if there.seen:
        one_by_one = not asked.whole or len(there.seen) <= _MOST_FACTS
        parts += ["", "It looks at these facts:", *(_each if one_by_one else _tally)(rule, there.seen)]
    elif not asked.whole:
        parts += ["", _nothing(rule)]
    if asked.whole and len(there.seen) > _MOST_FACTS:
        parts += ["", f"Name a line to see the values, as in {visible(there.seen[0].path)}:{there.seen[0].line}"]
    if there.beside:
        parts += ["", "Also read there:", *_beside(there.beside)]
    return "\n".join(parts)


def _nothing(rule: Rule) -> str:
    kinds = dict.fromkeys(binding.kind.value for binding in rule.query.bindings)
    if "word" in kinds:
        return "None of the words that it lists stands there."
    return f"Nothing was read there that it looks at ({', '.join(kinds)})."


def _beside(facts: Iterable[Seen]) -> Iterator[str]:
    for fact in sorted(facts, key=lambda fact: (fact.path, fact.line, fact.column)):
        yield f"  {fact.line}:{fact.column}  {fact.kind}  {_cropped(visible(fact.text), 60)}"


# -- many facts: where they stopped


def _tally(rule: Rule, facts: Sequence[Seen]) -> Iterator[str]:
    """How many facts stopped at each condition, the furthest first, with the first of them."""
    stages: Counter[tuple[int, str]] = Counter()
    first: dict[tuple[int, str], Seen] = {}
    for fact in facts:
        for trace in fact.traces:
            stage = (_STAGES.index(trace.verdict), _stage(rule, fact, trace))
            stages[stage] += 1
            first.setdefault(stage, fact)
    for stage in sorted(stages, key=lambda one: (one[0], -stages[one], one[1])):
        fact = first[stage]
        where = f"{fact.line}:{fact.column} {_cropped(visible(fact.text), 40)}"
        yield from _wrapped(f"{stages[stage]:>5}  ", f"{stage[1]}  (such as {where})")


def _stage(rule: Rule, fact: Seen, trace: Trace) -> str:
    """The stage that a fact came to, the same words for all that came there."""
    conditions = " and ".join(dict.fromkeys(_cropped(one.condition, 120) for one in _reasons(trace)))
    if trace.verdict == "stopped":
        return f"{fact.kind} {trace.variable}: not {conditions}" if trace.tried == 1 else _unpaired(rule, fact, trace)
    if trace.verdict == "unknown":
        return f"{fact.kind} {trace.variable}: cannot be told: {conditions}"
    return f"{fact.kind} {trace.variable}: {_verdict(rule, fact, trace)}"


def _unpaired(rule: Rule, fact: Seen, trace: Trace) -> str:
    return f"{fact.kind} {trace.variable}: no {_kind(rule, trace.wanting)} {trace.wanting} fits it"


def _reasons(trace: Trace) -> Iterator[Reason]:
    return (one for attempt in trace.attempts[:1] for one in attempt.reasons)


# -- one fact after the other


def _each(rule: Rule, facts: Iterable[Seen]) -> Iterator[str]:
    told: set[object] = set()
    for fact in facts:
        weighed = (fact.text, fact.counted) if fact.odds is not None else (fact.line, fact.column, fact.text)
        if weighed in told:
            continue
        told.add(weighed)
        yield from _one(rule, fact)


def _one(rule: Rule, fact: Seen) -> Iterator[str]:
    odds = "" if fact.odds is None else f"  {fact.odds:+.1f}"
    yield f"  {fact.line}:{fact.column}  {fact.kind}  {_cropped(visible(fact.text), 70)}{odds}"
    yield from (f"         {weight:+.1f}  {name}" for name, weight in fact.counted)
    told: set[tuple[str, ...]] = set()
    for trace in fact.traces:
        lines = (_verdict(rule, fact, trace), *_attempts(trace))
        if lines not in told:
            told.add(lines)
            role = f"as {trace.variable}: " if len(fact.traces) > 1 else ""
            yield from _wrapped("      ", f"{role}{lines[0]}")
            yield from lines[1:]


def _verdict(rule: Rule, fact: Seen, trace: Trace) -> str:
    wanting = f"{_kind(rule, trace.wanting)} {trace.wanting}" if trace.wanting else ""
    quoted = "a quotation in " if trace.row.fact.quoted else ""
    return {
        "found": "all conditions hold: it fires",
        "other side": "all conditions hold: it is the other side of what is reported",
        "elsewhere": f"it stands in {quoted}the {fact.section}, where this rule does not look",
        "other words": "only the longest listed phrase counts, and this word is part of one",
        "stopped": f"none of {trace.tried:,} fits as {wanting}; the nearest:" if wanting else "this does not hold:",
        "alone": f"there is no {wanting} that could stand beside it",
        "unknown": "this cannot be told:",
        "group": "all conditions hold, but not what is asked of the group:",
        "right side": f"all conditions hold, but of the {counted(trace.tried, 'fact')} together others are reported:",
    }[trace.verdict]


def _kind(rule: Rule, variable: str) -> str:
    return next((one.kind.value for one in rule.query.bindings if one.name.value == variable), "fact")


def _attempts(trace: Trace) -> Iterator[str]:
    for attempt in trace.attempts:
        if attempt.others:
            yield from _wrapped("        ", f"with {', '.join(_other(*other) for other in attempt.others)}")
        yield from (line for one in _short(attempt) for line in _lines(one, "        "))


def _short(attempt: Attempt) -> Sequence[Reason]:
    """The conditions that stopped an attempt; the first of very many says enough."""
    return attempt.reasons[:4]


def _other(variable: str, words: str, place: str) -> str:
    return f"{variable} = {visible(words)}" + (f" ({place})" if place else "")


def _lines(why: Reason, indent: str) -> Iterator[str]:
    answer = {True: "true   ", False: "false  ", None: "unknown"}[why.answer]
    yield from _wrapped(f"{indent}{answer}  ", _cropped(why.condition, _LONGEST))
    values = ", ".join(f"{side} = {visible(value)}" for side, value in why.values)
    if values:
        yield from _wrapped(f"{indent}         ", values)
    for part in why.below:
        yield from _lines(part, f"{indent}  ")


def _wrapped(lead: str, text: str) -> Iterator[str]:
    hang = " " * len(lead)
    return iter(textwrap.wrap(text, WIDTH, initial_indent=lead, subsequent_indent=hang, break_on_hyphens=False))


def _cropped(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"
