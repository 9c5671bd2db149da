"""Data rules: one line each, and the query that each one stands for.

``spell``   wrong forms under the right one; always wrong, with an automatic fix
``prefer``  the desk's form over others that are not wrong; silent inside quotations
``one_of``  forms that are all right, but not beside each other in one article; the minority is reported
``define``  acronyms that must be defined where they first stand, unless they are known
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from factlint.article import SECTION_KINDS
from factlint.knowledge.people import key_of
from factlint.knowledge.spellings import Spelling
from factlint.lang.parse import parse_query
from factlint.lang.template import parse_template
from factlint.ruleset.define import define
from factlint.ruleset.examples import read_examples, sample
from factlint.ruleset.meaning import Meaning, Scope, escaped, list_of_texts
from factlint.ruleset.named import Named, people_style
from factlint.ruleset.read import STATUSES, check_id
from factlint.ruleset.rule import SEVERITIES, Example, Rule
from factlint.text.forms import comparable
from factlint.text.problem import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from factlint.text.marked import Keys, MarkedFile, Node

FORMS = ("spell", "prefer", "one_of", "define")
SCOPES = (*SECTION_KINDS, "quotes")
_SHOWN = 50
"""So many forms of a rule become examples."""
KEYS = (*FORMS, "id", "severity", "in", "not in", "for", "except", "why", "examples", "status")


def read_data_rule(file: MarkedFile, node: Node, known: Named | None = None) -> Rule | None:
    """One entry of a file's ``rules`` list; None where something in it is wrong.

    ``known`` are the names of the places and people that the desk knows: their forms belong to the family ``names``.
    """
    before = len(file.problems)
    entry = file.keys(node, KEYS, "a rule of this list")
    form = _form(file, entry) if entry is not None else None
    if entry is None or form is None:
        return None
    scope = _scope(file, entry, style=form in ("prefer", "one_of"))
    meaning = _READERS[form](file, entry, scope)
    if meaning is None or len(file.problems) > before:
        return None
    if form == "prefer":
        meaning = _of_names(meaning, scope, known or Named())
    own = file.text_of(entry.get("id"), "id") or f"{meaning.family}/{key_of(meaning.first) or _spelled(meaning.first)}"
    if not check_id(file, node, own):
        return None
    rule = _rule(file, node, entry, form, own, meaning)
    return None if len(file.problems) > before else rule


def _form(file: MarkedFile, entry: Keys) -> str | None:
    """Which of FORMS an entry is; a problem if it is none of them or several."""
    found = [(key, value) for key, value in entry.entries if key.value in FORMS]
    if not found:
        file.complain(entry, "this says nothing to look for", f"a rule of this list has one of: {', '.join(FORMS)}")
        return None
    for key, _ in found[1:]:
        file.complain(key, f"one rule cannot be “{found[0][0].value}” and “{key.value}”", "make two entries of it")
    return found[0][0].value


def _rule(file: MarkedFile, node: Node, entry: Keys, form: str, own: str, meaning: Meaning) -> Rule:
    find = meaning.find.replace("{id}", escaped(own))
    outlets = file.texts(entry.get("for"), "for")
    return Rule(
        id=own,
        path=file.path,
        line=file.lines.position(node.start)[0],
        form=form,
        severity=file.choice(entry.get("severity"), SEVERITIES, "severity") or meaning.severity,
        confidence="high",
        find=find,
        query=parse_query(find),
        message=parse_template(meaning.message),
        suggest=tuple(parse_template(text) for text in meaning.suggest),
        group="message",
        grouped_paths=(),
        evidence=(),
        automatic=meaning.automatic,
        basis="listed" if meaning.spellings else "pattern",
        outlets=outlets,
        why=(file.text_of(entry.get("why"), "why") or meaning.why).strip(),
        examples=(*_generated(file, node, entry, meaning, outlets), *read_examples(file, entry.get("examples"))),
        rows=tuple(
            Spelling(wrong, right, own, desk=desk) for desk in outlets or (None,) for wrong, right in meaning.spellings
        ),
        exceptions=file.texts(entry.get("except"), "except"),
        trial=file.choice(entry.get("status"), STATUSES, "status") == "trial",
    )


def _generated(
    file: MarkedFile, node: Node, entry: Keys, meaning: Meaning, outlets: tuple[str, ...]
) -> Iterator[Example]:
    """The examples of an entry, as texts of the first outlet it is for; none where it does not look into a body."""
    within, without = file.texts(entry.get("in"), "in"), file.texts(entry.get("not in"), "not in")
    if (within and "body" not in within) or "body" in without:
        return
    for verdict, texts in (("bad", meaning.bad), ("good", meaning.good)):
        for text in texts:
            written = replace(sample(text), source=next(iter(outlets), None))
            yield Example(verdict, (written,), *file.lines.position(node.start))


def _scope(file: MarkedFile, entry: Keys, *, style: bool) -> Scope:
    """Where ``in`` or ``not in`` make a rule look; one of style never looks into quotations, unless they are named."""
    within, without = _sections(file, entry, "in"), _sections(file, entry, "not in")
    second = entry.get("not in")
    if within and without and second is not None:
        file.complain(second, "“in” and “not in” stand here side by side", "keep one of the two")
    if within:
        return Scope(" in " + " or ".join(within), " and not w.quoted" if style and "quotes" not in within else "")
    if style:
        without = tuple(dict.fromkeys((*without, "quotes")))
    return Scope(" not in " + " or ".join(without) if without else "")


def _sections(file: MarkedFile, entry: Keys, key: str) -> tuple[str, ...]:
    node = entry.get(key)
    found = file.texts(node, key)
    for section in found:
        if section not in SCOPES and node is not None:
            file.complain(node, f"there is no section “{section}”", did_you_mean(section, SCOPES))
    return found


def _spell(file: MarkedFile, entry: Keys, scope: Scope) -> Meaning | None:
    return _listed(
        file, entry, "spell", scope,
        lambda first, _: Meaning(
            family="names", severity="error", first=first, automatic=True, find="", message="", suggest=(), bad=(),
            good=(), why="The desk lists these forms as wrong.",
        ),
    )  # fmt: skip


def _prefer(file: MarkedFile, entry: Keys, scope: Scope) -> Meaning | None:
    return _listed(
        file, entry, "prefer", scope,
        lambda first, _: Meaning(
            family="style", severity="warning", first=first, find="", message="", suggest=(), bad=(), good=(),
            why="The house style has one form for each of these; quotations keep the words that were said or written.",
        ),
    )  # fmt: skip


def _of_names(meaning: Meaning, scope: Scope, known: Named) -> Meaning:
    """The same rule for forms of known places or people; of a person's surname only where it is that person's."""
    if meaning.first in known.places:
        return replace(meaning, family="names")
    style = people_style(meaning.spellings, known, scope.clause)
    if style is None:
        return meaning
    pairs, fits = meaning.spellings[:_SHOWN], bool(meaning.suggest)
    return replace(
        meaning,
        family="names",
        find=meaning.find + style.condition,
        bad=tuple(_bad(wrong, right, style.texts.get(wrong, "{}"), fits=fits) for wrong, right in pairs),
        good=tuple(_good(right, style.texts.get(right, "{}")) for right in dict.fromkeys(right for _, right in pairs)),
    )


def _bad(wrong: str, right: str, written: str = "{}", *, fits: bool) -> str:
    marked = f"[[{wrong} -> {right}]]" if fits else f"[[{wrong}]]"
    return f"They wrote of {written.format(marked)} that day."


def _good(right: str, written: str = "{}") -> str:
    return f"They wrote of {written.format(right)} that day."


def _listed(
    file: MarkedFile, entry: Keys, form: str, scope: Scope, meaning: Callable[[str, str], Meaning]
) -> Meaning | None:
    listed = file.spellings(entry.get(form), form)
    pairs = tuple((wrong, right) for right, forms in listed for wrong in forms)
    if not pairs:
        node = entry.get(form)
        if node is not None:
            file.complain(
                node, f"{form} lists no form", "write the right form, and after it the others: {Kyiv: [Kiev]}"
            )
        return None
    _told_apart(file, entry.get(form), pairs)
    _one_way(file, entry.get(form), pairs)
    fits = _exchangeable(form for pair in pairs for form in pair)
    kind = meaning(pairs[0][1], form)
    verb = "should be" if form == "spell" else "is against the house style: write"
    return Meaning(
        family=kind.family,
        severity=kind.severity,
        first=listed[0][0],
        find=f'from word w{scope.clause}, spelling s where s.list = "{{id}}" and w.form = s.wrong{scope.condition}',
        message=f"{{w.text}} {verb} {{cased(s.right, w.text)}}",
        suggest=("{cased(s.right, w.text)}",) if fits else (),
        why=kind.why,
        bad=tuple(_bad(wrong, right, fits=fits) for wrong, right in pairs[:_SHOWN]),
        good=tuple(_good(right) for right, _ in listed[:_SHOWN]),
        spellings=pairs,
        automatic=kind.automatic,
    )


def _one_of(file: MarkedFile, entry: Keys, scope: Scope) -> Meaning | None:
    node = entry.get("one_of")
    forms = file.texts(node, "one_of")
    if len(forms) < 2 and node is not None:
        file.complain(node, "one_of needs two forms or more", 'write one_of: [percent, "%"]')
        return None
    _told_apart(file, node, list(combinations(forms, 2)))
    return Meaning(
        family="style",
        severity="note",
        first=forms[0],
        find=(
            f"from word w{scope.clause} of the same article where w.form in {list_of_texts(forms)}{scope.condition} "
            "grouped by article having variants(w.form) > 1 report w where w.form != majority(w.form)"
        ),
        message="{forms(w.form)} stand side by side in one article",
        suggest=("{cased(majority(w.form), w.text)}",) if _exchangeable(forms) else (),
        why="Each of these forms is right; an article that uses two of them looks like two hands.",
        bad=(f"We saw {forms[0]} here.\nThen came {forms[0]} again.\nAnd [[{forms[1]}]] there.",),
        good=tuple(f"We saw {form} here and {form} there." for form in forms),
    )


def _exchangeable(forms: Iterable[str]) -> bool:
    """Whether one form can stand in another's place as it is; a sign and a word cannot (5% is no 5per cent)."""
    return len({(form[0].isalnum(), form[-1].isalnum()) for form in forms}) == 1


def _one_way(file: MarkedFile, node: Node | None, pairs: Sequence[tuple[str, str]]) -> None:
    """No form is both right and wrong."""
    both = sorted({wrong for wrong, _ in pairs} & {right for _, right in pairs})
    if both and node is not None:
        file.complain(
            node, f"“{both[0]}” is right in one place and wrong in another", "list each form on one side only"
        )


def _told_apart(file: MarkedFile, node: Node | None, pairs: Sequence[tuple[str, str]]) -> None:
    """Forms that the language holds equal cannot be told apart: the right one would be reported with the wrong one."""
    for one, other in pairs:
        if node is not None and comparable(one) == comparable(other):
            hint = "capitals and the marks at the edges are not compared"
            file.complain(node, f"“{one}” and “{other}” count as one form", hint)


def _spelled(form: str) -> str:
    """A slug for a form without letters: the names of its signs."""
    import unicodedata

    return "-".join(unicodedata.name(char, "sign").lower().replace(" ", "-") for char in form)


_READERS: dict[str, Callable[[MarkedFile, Keys, Scope], Meaning | None]] = {
    "spell": _spell,
    "prefer": _prefer,
    "one_of": _one_of,
    "define": define,
}
