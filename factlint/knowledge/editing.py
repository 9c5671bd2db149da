"""Writing into a knowledge file, in place: people with wrong forms, places with other forms, names told apart.

Each function takes the text of a file and gives the changed text; ``UnsafeEditError`` is raised where the layout of the
file does not allow it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.knowledge.people import key_of
from factlint.text.editing import UnsafeEditError, flow_list, root_of, with_entry, with_key, with_word
from factlint.text.marked import Items, Keys, Text
from factlint.text.quoting import yaml_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factlint.text.marked import Node

    # Right forms, each with one wrong form of it.
    Wrong = Sequence[tuple[str, str]]

# An entry on a line of its own.
_LONE = re.compile(r"[ ]*-[ ]+(\{ ?)?name:[^\n]*\n?")


def has_entry(text: str, section: str, name: str) -> bool:
    """Whether a section of a knowledge file has an entry of this name."""
    return _entry(text, section, name) is not None


def without_bare(text: str, section: str, name: str) -> str | None:
    """The text without an entry that says nothing but this name; None where there is none.

    Raises UnsafeEditError where it stands among other things.
    """
    entry = _entry(text, section, name)
    if entry is None or len(entry.entries) > 1:
        return None
    start, end = text.rfind("\n", 0, entry.start) + 1, text.find("\n", entry.entries[0][1].end)
    end = end + 1 if end >= 0 else len(text)
    if not _LONE.fullmatch(text[start:end]):
        raise UnsafeEditError(f"the entry “{name}” stands among other things")
    return text[:start] + text[end:]


def without_other(text: str, name: str, form: str) -> str | None:
    """The text without a form that the house style does not use for a place; None where it lists none such."""
    entry = _entry(text, "places", name)
    other = entry.get("other") if entry is not None else None
    nodes = other.values if isinstance(other, Items) else (other,) if isinstance(other, Text) else ()
    same = [node for node in nodes if isinstance(node, Text) and key_of(node.value) == key_of(form)]
    if not same:
        return None
    if not isinstance(other, Items) or text[other.start] != "[":
        raise UnsafeEditError(f"“{form}” is listed at “{name}”: take it out there")
    left = [text[node.start : node.end] for node in nodes if node not in same]
    return text[: other.start] + f"[{', '.join(left)}]" + text[other.end :]


def with_person(text: str, name: str, wrong: Wrong = (), surname: str = "", accepted: Sequence[str] = ()) -> str:
    """The text with a person, and with more wrong forms of one that it has."""
    if _entry(text, "people", name) is None:
        fields = [("name", yaml_word(name))]
        if surname:
            fields.append(("surname", yaml_word(surname)))
        if accepted:
            fields.append(("accepted", flow_list(accepted)))
        if wrong:
            fields.append(("wrong", _lists(wrong)))
        return with_entry(text, "people", tuple(fields))
    for right, form in wrong:
        text = _with_wrong(text, name, right, form)
    return text


def with_place(text: str, name: str, other: Sequence[str] = ()) -> str:
    """The text with a place, and with more forms that the house style does not use of one that it has."""
    if _entry(text, "places", name) is None:
        fields = [("name", yaml_word(name)), *([("other", flow_list(other))] if other else [])]
        return with_entry(text, "places", tuple(fields))
    for form in other:
        text = _with_listed(text, _found(text, "places", name), "other", form)
    return text


def with_difference(text: str, one: str, other: str) -> str:
    """The text with two names that are told apart."""
    return with_entry(text, "different", flow_list([one, other]))


def _lists(wrong: Wrong) -> str:
    """Each right form with the list of its wrong ones."""
    rights = dict.fromkeys(right for right, _ in wrong)
    lists = (f"{yaml_word(one)}: {flow_list([form for right, form in wrong if right == one])}" for one in rights)
    return "{" + ", ".join(lists) + "}"


def _with_wrong(text: str, name: str, right: str, form: str) -> str:
    entry = _found(text, "people", name)
    wrong = entry.get("wrong")
    if wrong is None:
        return with_key(text, entry, "wrong", _lists([(right, form)]))
    if not isinstance(wrong, Keys):
        raise UnsafeEditError("“wrong” is no group of right forms with their wrong ones")
    return _with_listed(text, wrong, right, form)


def _with_listed(text: str, mapping: Keys, key: str, word: str) -> str:
    """One more word in the list that a mapping has under a key, if there is a list."""
    node = mapping.get(key)
    return with_key(text, mapping, key, flow_list([word])) if node is None else with_word(text, node, word)


def _found(text: str, section: str, name: str) -> Keys:
    entry = _entry(text, section, name)
    assert entry is not None  # noqa: S101 - it was there before something was added to it
    return entry


def _entry(text: str, section: str, name: str) -> Keys | None:
    root = root_of(text)
    entries = root.get(section) if isinstance(root, Keys) else None
    return next((entry for entry in _groups(entries) if _is_called(entry, name)), None)


def _groups(entries: Node | None) -> Iterable[Keys]:
    return (entry for entry in entries.values if isinstance(entry, Keys)) if isinstance(entries, Items) else ()


def _is_called(entry: Keys, name: str) -> bool:
    own = entry.get("name")
    return isinstance(own, Text) and key_of(own.value) == key_of(name)
