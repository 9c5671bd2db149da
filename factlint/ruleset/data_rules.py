"""Data rules: one line each, and the query that each one stands for.

``spell``   wrong forms under the right one; always wrong, mended automatically
``prefer``  the desk's form over others that are not wrong; silent inside quotations
``one_of``  forms that are all right, but not beside each other in one article; the minority is reported
``define``  acronyms that must be defined where they first stand, unless they are known
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.article import SECTION_KINDS
from factlint.knowledge.people import key_of
from factlint.knowledge.spellings import Spelling
from factlint.lang.parse import parse_query
from factlint.lang.template import parse_template
from factlint.ruleset.examples import read_examples, sample
from factlint.ruleset.read import check_id
from factlint.ruleset.rule import SEVERITIES, Example, Rule
from factlint.text.lines import LineIndex
from factlint.text.problem import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.text.marked import Keys, MarkedFile, Node

FORMS = ("spell", "prefer", "one_of", "define")
KEYS = (*FORMS, "id", "severity", "in", "not in", "for", "except", "why", "examples")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a data rule stands for."""

    family: str
    severity: str
    first: str
    find: str
    message: str
    suggest: tuple[str, ...]
    why: str
    bad: tuple[str, ...]
    good: tuple[str, ...]
    spellings: tuple[tuple[str, str], ...] = ()
    automatic: bool = False


def read_data_rule(file: MarkedFile, node: Node) -> Rule | None:
    """One entry of a file's ``rules`` list; None where something in it is wrong."""
    before = len(file.problems)
    entry = file.keys(node, KEYS, "a rule of this list")
    form = next((key for key in FORMS if entry is not None and entry.get(key) is not None), None)
    if entry is None or form is None:
        if entry is not None:
            file.complain(node, "this says nothing to look for", f"a rule of this list has one of: {', '.join(FORMS)}")
        return None
    quotes = "" if form in ("spell", "define") else " not in quotes"
    meaning = _READERS[form](file, entry, _scope(file, entry) or quotes)
    if meaning is None or len(file.problems) > before:
        return None
    own = file.text_of(entry.get("id"), "id") or f"{meaning.family}/{key_of(meaning.first) or _spelled(meaning.first)}"
    if not check_id(file, node, own):
        return None
    rule = _rule(file, node, entry, form, own, meaning)
    return None if len(file.problems) > before else rule


def _rule(file: MarkedFile, node: Node, entry: Keys, form: str, own: str, meaning: Meaning) -> Rule:
    find = meaning.find.replace("{id}", own)
    line, column = LineIndex(file.text).position(node.start)
    generated = [Example("bad", (sample(text),), line, column) for text in meaning.bad]
    generated += [Example("good", (sample(text),), line, column) for text in meaning.good]
    return Rule(
        id=own,
        path=file.path,
        line=line,
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
        outlets=file.texts(entry.get("for"), "for"),
        why=(file.text_of(entry.get("why"), "why") or meaning.why).strip(),
        examples=(*generated, *read_examples(file, entry.get("examples"))),
        rows=tuple(Spelling(wrong, right, own) for wrong, right in meaning.spellings),
        exceptions=file.texts(entry.get("except"), "except"),
    )


def _scope(file: MarkedFile, entry: Keys) -> str:
    """The section clause that ``in`` or ``not in`` asks for, with a blank before it."""
    for key, words in (("in", " in "), ("not in", " not in ")):
        node = entry.get(key)
        found = file.texts(node, key)
        for section in found:
            if section not in (*SECTION_KINDS, "quotes") and node is not None:
                file.complain(
                    node, f"there is no section “{section}”", did_you_mean(section, (*SECTION_KINDS, "quotes"))
                )
        if found:
            return words + " or ".join(found)
    return ""


def _spell(file: MarkedFile, entry: Keys, scope: str) -> Meaning | None:
    return _listed(
        file, entry, "spell", scope,
        lambda first, _: Meaning(
            family="names", severity="error", first=first, automatic=True, find="", message="", suggest=(), bad=(), good=(),
            why="The desk lists these forms as wrong.",
        ),
    )  # fmt: skip


def _prefer(file: MarkedFile, entry: Keys, scope: str) -> Meaning | None:
    return _listed(
        file, entry, "prefer", scope,
        lambda first, _: Meaning(
            family="style", severity="warning", first=first, find="", message="", suggest=(), bad=(), good=(),
            why="The house style has one form for each of these; quotations keep the words that were said or written.",
        ),
    )  # fmt: skip


def _listed(
    file: MarkedFile, entry: Keys, form: str, scope: str, meaning: Callable[[str, str], Meaning]
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
    kind = meaning(pairs[0][1], form)
    verb = "should be" if form == "spell" else "is against the house style: write"
    return Meaning(
        family=kind.family,
        severity=kind.severity,
        first=listed[0][0],
        find=f'from word w{scope}, spelling s where s.list = "{{id}}" and w.form = s.wrong',
        message=f"{{w.text}} {verb} {{cased(s.right, w.text)}}",
        suggest=("{cased(s.right, w.text)}",),
        why=kind.why,
        bad=tuple(f"They wrote of [[{wrong} -> {right}]] that day." for wrong, right in pairs[:50]),
        good=tuple(f"They wrote of {right} that day." for right, _ in listed[:50]),
        spellings=pairs,
        automatic=kind.automatic,
    )


def _one_of(file: MarkedFile, entry: Keys, scope: str) -> Meaning | None:
    node = entry.get("one_of")
    forms = file.texts(node, "one_of")
    if len(forms) < 2 and node is not None:
        file.complain(node, "one_of needs two forms or more", 'write one_of: [percent, "%"]')
        return None
    listed = ", ".join('"' + form.replace("\\", "\\\\").replace('"', '\\"') + '"' for form in forms)
    return Meaning(
        family="style",
        severity="note",
        first=forms[0],
        find=f"from word w{scope} of the same article where w.form in [{listed}] grouped by article having variants(w.form) > 1 report w where w.form != majority(w.form)",
        message="{forms(w.form)} stand side by side in one article",
        suggest=("{cased(majority(w.form), w.text)}",)
        if all(form[-1].isalnum() == forms[0][-1].isalnum() for form in forms)
        else (),
        why="Each of these forms is right; an article that uses two of them looks like two hands.",
        bad=(f"We saw {forms[0]} here.\nThen came {forms[0]} again.\nAnd [[{forms[1]}]] there.",),
        good=tuple(f"We saw {form} here and {form} there." for form in forms),
    )


def _define(file: MarkedFile, entry: Keys, scope: str) -> Meaning | None:
    node = entry.get("define")
    mapping = file.mapping(node, "define")
    if mapping is None or node is None:
        return None
    longs = [(key.value, file.text_of(value, f"“{key.value}” in define")) for key, value in mapping.entries]
    known = [short for short, long in longs if long == "known"]
    asked = [short for short, long in longs if long not in ("known", None)]
    if not asked:
        file.complain(
            node,
            "define asks for nothing",
            "give at least one acronym its long form: {IAEA: International Atomic Energy Agency}",
        )
        return None
    listed = ", ".join(f'"{short}"' for short in asked)
    return Meaning(
        family="style",
        severity="note",
        first=asked[0],
        find=(
            f"from acronym a{scope} where a.short in [{listed}] and a.long is unknown and not a.quoted "
            "and no(acronym x where x.short = a.short and (x.long is known or x.start < a.start))"
        ),
        message="{a.short} is not defined where it first stands",
        suggest=(),
        why="A reader should meet the long form before the short one"
        + (f" (known without it: {', '.join(known)})." if known else "."),
        bad=(f"The [[{asked[0]}]] said on Monday that it would wait.",),
        good=(f"The {dict(longs)[asked[0]]} ({asked[0]}) said on Monday that the {asked[0]} would wait.",),
    )


def _spelled(form: str) -> str:
    """A slug for a form without letters: the names of its signs."""
    import unicodedata

    return "-".join(unicodedata.name(char, "sign").lower().replace(" ", "-") for char in form)


_READERS: dict[str, Callable[[MarkedFile, Keys, str], Meaning | None]] = {
    "spell": _spell,
    "prefer": _prefer,
    "one_of": _one_of,
    "define": _define,
}
