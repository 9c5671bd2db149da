"""A rule that loads never fails on an article, whatever it asks."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from newsdesk import article, query_rule

from factlint.annotations import Reading
from factlint.engine.article import arranged, map_article
from factlint.engine.plan import Pending
from factlint.engine.rows import Known
from factlint.engine.story import reduce_story
from factlint.lang.types import fact_kinds, field_table, knowledge_kinds
from factlint.ruleset.load import load, rule_files
from factlint.ruleset.shipped import shipped_rules
from factlint.text.literals import Literals

if TYPE_CHECKING:
    from factlint.knowledge import Knowledge

TEXTS = (
    """\
    BERLIN, Dec. 15, 2025 (Reuters) - Talks went on

    Steve Witkoff, the U.S. special envoy, met Chancellor Friedrich Merz on Monday, Dec. 15, 2026.
    “We are closer to a deal now than we have ever been,” President Donald Trump told reporters.
    Leaders of Denmark, Finland, Finland and the Netherlands came. Some 90 percent of the 20 points are settled.
    The International Atomic Energy Agency (IAEA) said so so. It was fine.Then it rained.
    """,
    """\
    Talks went on in Berlin

    “We are much closer to a deal than we have ever been,” Donald Trump said on Tuesday. Mr. Merts agreed.
    """,
)


@cache
def desk() -> Knowledge:
    files, _ = rule_files([(shipped_rules(), "rules")])
    return load(files).knowledge


@cache
def readings() -> tuple[Reading, ...]:
    return tuple(Reading(article(text, f"{n}.txt"), desk(), Literals(["percent"])) for n, text in enumerate(TEXTS))


@cache
def paths(kind: str) -> dict[str, tuple[str, ...]]:
    """What may follow a variable of a kind, by type: up to two fields, and nothing at all."""
    found: dict[str, list[str]] = {kind: [""]}
    for one, first in field_table()[kind].items():
        found.setdefault(str(first), []).append(f".{one}")
        for two, second in field_table().get(first.name, {}).items():
            found.setdefault(str(second), []).append(f".{one}.{two}")
    return {name: tuple(values) for name, values in found.items()}


def atoms(variables: dict[str, str], wanted: str) -> list[str]:
    return [name + path for name, kind in sorted(variables.items()) for path in paths(kind).get(wanted, ())]


CONSTANTS = {
    "text": ['"Monday"', '""'],
    "number": ["1", "2025", "0.5", "60%"],
    "day": ["2025-12-15"],
    "duration": ["7 days", "1 month"],
}


@st.composite
def values(draw: st.DrawFn, variables: dict[str, str], wanted: str, depth: int = 2) -> str:
    """An expression of a type, as text."""
    plain = [*atoms(variables, f"a {wanted}"), *CONSTANTS.get(wanted, [])]
    if depth == 0 or draw(st.booleans()):
        return draw(st.sampled_from(plain))
    part = lambda name: draw(values(variables, name, depth - 1))  # noqa: E731
    made = {
        "text": lambda: draw(
            st.sampled_from(["lower({})", "({} + {})", "cased({}, {})", "replaced({}, {}, {})"])
        ).format(*(part("text") for _ in range(3))),
        "number": lambda: draw(
            st.sampled_from(["({} - {})", "abs({})", "days_between({day}, {day})", "size({text})"])
        ).format(part("number"), part("number"), day=part("day"), text=part("text")),
        "day": lambda: f"({part('day')} {draw(st.sampled_from('+-'))} {part('duration')})",
        "duration": lambda: f"({part('day')} - {part('day')})",
    }
    return made[wanted]()


@st.composite
def questions(draw: st.DrawFn, variables: dict[str, str], depth: int = 2) -> str:
    part = lambda name: draw(values(variables, name))  # noqa: E731
    ask = lambda more=None: draw(questions({**variables, **(more or {})}, depth - 1))  # noqa: E731
    form = draw(st.sampled_from(FORMS if depth else FORMS[:9]))
    kind = draw(st.sampled_from(KINDS))
    return form.format(
        text=part("text"),
        text2=part("text"),
        number=part("number"),
        number2=part("number"),
        day=part("day"),
        day2=part("day"),
        yes=draw(st.sampled_from([*atoms(variables, "a yes/no answer"), "1 = 1"])),
        kind=kind,
        inner=ask({f"v{depth}": kind}) if depth else "",
        ask=ask() if depth else "",
        ask2=ask() if depth else "",
        v=f"v{depth}",
    )


KINDS = sorted((fact_kinds() | knowledge_kinds()) - {"word"})
FORMS = [
    "{text} = {text2}",
    "{number} {number2}".replace(" ", " <= "),
    "{day} != {day2}",
    "{text} in [{text2}, {text}]",
    "{text} contains {text2}",
    "{text} is close to {text2} within 2 edits",
    "{text} is like {text2} at least 50%",
    "{text} sounds like {text2} or {yes}",
    "{number} between {number} and {number2}",
    "({ask} and not {ask2})",
    "({ask} or {ask2})",
    "any({kind} {v} where {inner})",
    "no({kind} {v} where {inner})",
    "count({kind} {v} where {inner}) > 1",
    "({ask}) is known",
    "every(sentence s not in quotes where s.section = {text})",
]


@st.composite
def rules(draw: st.DrawFn) -> tuple[str, str]:
    across = draw(st.booleans())
    facts = [draw(st.sampled_from(sorted(fact_kinds() - {"word"}))), draw(st.sampled_from(KINDS))]
    variables = dict(zip("ab", facts, strict=True))
    usable = {**variables, "story" if across else "article": "story" if across else "article"}
    link = " = ".join(draw(st.sampled_from(atoms({name: kind}, "a text"))) for name, kind in variables.items())
    where = f"{link} {'and' if across else 'or'} ({draw(questions(usable))})"
    find = f"from {facts[0]} a, {facts[1]} b{' of the same story' if across else ''} where {where}"
    message = "{" + draw(values(usable, draw(st.sampled_from(["text", "number", "day", "duration"])))) + "}"
    return find, message


# Shrinking a failure would take minutes; the rule that fails is told anyway.
@settings(max_examples=40, phases=[Phase.generate])
@given(rules())
def test_a_sound_rule_never_fails(rule: tuple[str, str]) -> None:
    find, message = rule
    known = Known(desk())
    plans = arranged(Pending(one, desk()) for one in query_rule(find, message).rules)
    mapped = [map_article(reading, plans, known) for reading in readings()]
    reduce_story("all", mapped, plans.story, known)
