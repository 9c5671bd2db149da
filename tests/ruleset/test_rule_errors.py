"""Every kind of broken rule is told at its exact place, in words that help; one golden file a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.ruleset.load import RuleFile, read_file

if TYPE_CHECKING:
    from collections.abc import Callable

GOOD = """\
severity: error
find: from date d where d.stated_weekday != d.weekday
message: "{d.text} is a {d.weekday}"
why: Readers plan by weekdays.
"""

BROKEN = {
    "unknown key": GOOD.replace("message:", "mesage:"),
    "unknown field": GOOD.replace("d.weekday\n", "d.wekday\n"),
    "unknown field in a block": GOOD.replace("from date d where", "|\n  from date d\n  where d.impossible and").replace("!= d.weekday\n", "!= d.weekdai\n"),
    "unknown kind": GOOD.replace("from date d", "from dates d"),
    "unknown section": GOOD.replace("from date d", "from date d in captoin"),
    "unknown function": GOOD.replace("d.stated_weekday !=", "lowr(d.stated_weekday) !="),
    "unknown quantifier": GOOD.replace("d.stated_weekday != d.weekday", "none(date x where x.year = d.year)"),
    "unknown unit of time": GOOD.replace("d.stated_weekday != d.weekday", "d.resolved > article.published + 3 dais"),
    "type clash": GOOD.replace("!= d.weekday\n", "!= d.year\n"),
    "type clash of day and text": GOOD.replace("d.stated_weekday != d.weekday", "d.resolved < d.text"),
    "no yes or no question": GOOD.replace("d.stated_weekday != d.weekday", "d.year"),
    "order of texts": GOOD.replace("d.stated_weekday != d.weekday", 'd.text < "b"'),
    "bad regex": GOOD.replace("d.stated_weekday != d.weekday", "d.text matches /Dec(/"),
    "impossible day": GOOD.replace("d.stated_weekday != d.weekday", "d.resolved > 2025-02-30"),
    "unbound name": GOOD.replace("!= d.weekday\n", "!= e.weekday\n"),
    "wrong keyword": GOOD.replace(" where ", " were "),
    "two equals signs": GOOD.replace("!=", "=="),
    "unfinished expression": GOOD.replace(" != d.weekday\n", " !=\n"),
    "stray sign": GOOD.replace("!=", "&"),
    "aggregate without a group": GOOD.replace("d.stated_weekday != d.weekday", "variants(d.year) > 1"),
    "wrong number of arguments": GOOD.replace("d.stated_weekday != d.weekday", "abs(d.year, 1) > 1"),
    "message with an unknown field": GOOD.replace("{d.weekday}", "{d.wekday}"),
    "message with an open brace": GOOD.replace("{d.weekday}", "{d.weekday"),
    "unrelated bindings across articles": GOOD.replace("from date d where", "from date d, date e of different articles where"),
    "story of one article": GOOD.replace("!= d.weekday\n", "!= d.weekday and story.year = d.year\n"),
    "article across articles": GOOD.replace("from date d where", "from date d of the same story where article.published is known and"),
    "knowledge among rules": "people:\n  - name: Ann Ek\n",
    "word without a list": GOOD.replace("from date d where d.stated_weekday != d.weekday", "from word d").replace("{d.weekday}", ""),
    "word without a list in a question": GOOD.replace("d.stated_weekday != d.weekday", "any(word w where w.quoted)"),
    "no kind of fact": GOOD.replace("from date d where d.stated_weekday != d.weekday", "from person d").replace("{d.weekday}", "").replace("d.text", "d.name"),
    "articles of a story": GOOD.replace("from date d where", "from date d, article a in story.articles of the same story where a.id = d.text and"),
    "likeness of nothing": GOOD.replace("d.stated_weekday != d.weekday", "d.text is like d.weekday at least 0%"),
    "nested without end": GOOD.replace("d.stated_weekday != d.weekday", "not " * 80 + "d.quoted"),
    "field of a list": GOOD.replace("from date d where d.stated_weekday != d.weekday", "from date d, outlet o where o.also.items = d.text"),
    "fact in a message": GOOD.replace("{d.text}", "{d}"),
    "alternatives that relate nothing": GOOD.replace("from date d where", "from date d, date e of different articles where (d.year = 1 or e.year = 2) and"),
    "list that is none": GOOD.replace("d.stated_weekday != d.weekday", "any(item i in d.text where i.index = 1)"),
    "name taken": GOOD.replace("from date d", "from date d, date d"),
    "unknown severity": GOOD.replace("severity: error", "severity: errr"),
    "no message": GOOD.replace('message: "{d.text} is a {d.weekday}"\n', ""),
    "key twice": GOOD + "why: again\n",
    "no yaml": GOOD.replace("severity: error", "severity: [error"),
    "automatic fix that is not listed": GOOD + "fix: automatic\n",
    "bad example without a mark": GOOD + 'examples:\n  bad: ["Tuesday, Dec. 15, 2025"]\n',
    "unknown key in an example": GOOD + "examples:\n  bad: [{txt: x}]\n",
    "find that is a list": GOOD.replace("find: from date d where d.stated_weekday != d.weekday", "find: [from, date]"),
}  # fmt: skip

DATA_RULES = {
    "data rule without anything": "rules:\n  - {why: nothing}\n",
    "data rule with an unknown key": "rules:\n  - {spel: {Witkoff: [Whitcoff]}}\n",
    "spell with a list": "rules:\n  - spell: [Witkoff]\n",
    "one_of with one form": "rules:\n  - one_of: [percent]\n",
    "data rule in an unknown section": "rules:\n  - {one_of: [US, U.S.], not in: [headlin]}\n",
    "id without a family": "rules:\n  - {one_of: [US, U.S.], id: us}\n",
}


@pytest.mark.parametrize("kind", [*BROKEN, *DATA_RULES])
def test_a_broken_rule_is_told_at_its_place(kind: str, golden: Callable[[str, str], None]) -> None:
    text = BROKEN.get(kind) or DATA_RULES[kind]
    path = "dates/weekday.yaml" if kind in BROKEN else "style/forms.yaml"
    rules, problems = read_file(RuleFile(f"rules/{path}", path, text))
    assert not rules
    shown = "\n".join(problem.render() for problem in problems) + "\n"
    golden(f"{kind.replace(' ', '-')}.txt", shown)


def test_a_sound_rule_has_no_problem() -> None:
    rules, problems = read_file(RuleFile("rules/dates/weekday.yaml", "dates/weekday.yaml", GOOD))
    assert [rule.id for rule in rules] == ["dates/weekday"]
    assert not problems


@pytest.mark.parametrize(
    ("written", "column"),
    [
        pytest.param('find: "from date d where d.wekday = \\"x\\""', 28, id="double quotes with escapes"),
        pytest.param("find: 'from date d where d.wekday = ''x'''", 28, id="single quotes"),
        pytest.param("find: from date d where d.wekday is known", 27, id="plain"),
    ],
)
def test_places_are_exact_through_every_style_of_yaml(written: str, column: int) -> None:
    text = f"severity: error\n{written}\nmessage: x\n"
    _, problems = read_file(RuleFile("rules/dates/x.yaml", "dates/x.yaml", text))
    assert [(problem.line, problem.column) for problem in problems] == [(2, column)]


@pytest.mark.parametrize("style", ["|", ">", "|-", ">+"])
def test_places_are_exact_through_blocks(style: str) -> None:
    text = (
        f"severity: error\nfind: {style}\n  from date d\n  where d.impossible\n    and d.wekday is known\nmessage: x\n"
    )
    _, problems = read_file(RuleFile("rules/dates/x.yaml", "dates/x.yaml", text))
    assert [(problem.line, problem.column) for problem in problems] == [(5, 11)]
