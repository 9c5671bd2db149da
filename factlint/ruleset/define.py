"""``define``: acronyms that must be explained where they first stand.

``{IAEA: International Atomic Energy Agency}`` asks for one, ``{NATO: known}`` lets one pass, and ``{"*": required}``
asks for all others that stand several times and belong to no organisation that the desk knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.ruleset.meaning import Meaning, Scope, list_of_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factlint.text.marked import Keys, MarkedFile

OTHERS = "*"
SEVERAL = 3
"""An acronym that stands less often and is not named needs no long form: it may pass as a name."""
_MADE_UP = ("XQZ", "Xenial Quartz Zone")


def define(file: MarkedFile, entry: Keys, scope: Scope) -> Meaning | None:
    """What an entry with ``define`` stands for; None and a problem where it asks for nothing."""
    node = entry.get("define")
    mapping = file.mapping(node, "define")
    if mapping is None or node is None:
        return None
    longs = {key.value: file.text_of(value, f"“{key.value}” in define") for key, value in mapping.entries}
    others = longs.pop(OTHERS, None) is not None
    _check_others(file, mapping)
    known = [short for short, long in longs.items() if long == "known"]
    asked = {short: long for short, long in longs.items() if long not in ("known", None)}
    if not asked and not others:
        hint = f'give one its long form ({{IAEA: International Atomic Energy Agency}}), or "{OTHERS}": required'
        file.complain(node, "define asks for nothing", hint)
        return None
    first, long = next(iter(asked.items()), _MADE_UP)
    return Meaning(
        family="style",
        severity="note",
        first=first if asked else "acronyms",
        find=(
            f"from acronym a{scope.clause} where {_which(asked, known, others=others)} "
            "and a.long is unknown and not a.quoted "
            "and no(acronym x where x.short = a.short and (x.long is known or x.start < a.start))"
        ),
        message="{a.short} is not defined where it first stands",
        suggest=(),
        why="A reader should meet the long form before the short one"
        + (f" (known without it: {', '.join(known)})." if known else "."),
        bad=(f"The [[{first}]] said on Monday that the {first} would wait for others of the {first}.",),
        good=(f"The {long} ({first}) said on Monday that the {first} would wait.",),
    )


def _check_others(file: MarkedFile, mapping: Keys) -> None:
    value = mapping.get(OTHERS)
    if value is not None:
        file.choice(value, ("required",), f"“{OTHERS}” in define")


def _which(asked: Mapping[str, str | None], known: Iterable[str], *, others: bool) -> str:
    """The condition that picks the acronyms which an entry asks for."""
    named = f"a.short in {list_of_texts(asked)}"
    if not others:
        return named
    listed = (*known, *asked)
    several = f"a.first and a.uses >= {SEVERAL}"
    bracketed = "no(acronym x where x.short = a.short and x.bracketed)"
    rest = f"{several} and {bracketed} and no(organisation o where a.short in o.acronyms)"
    rest = f"a.short not in {list_of_texts(listed)} and {rest}" if listed else rest
    return f"({named} or {rest})" if asked else rest
