"""Writing a folder of rules into the configuration, in place; what cannot be changed safely is left alone."""

from __future__ import annotations

import re

from factlint.text.editing import UnsafeEditError, root_of, with_entry, with_word
from factlint.text.marked import Items, Keys, Text
from factlint.text.quoting import yaml_word

_TABLE = re.compile(r"(?m)^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*factlint[ \t]*\][ \t]*(?:#[^\r\n]*)?(\r?\n|$)")


def yaml_with_rules(text: str, folder: str) -> str:
    """A YAML configuration that also names a folder of rules. Raises UnsafeEditError where that could do harm."""
    root = root_of(text)
    rules = root.get("rules") if isinstance(root, Keys) else None
    if isinstance(rules, Text | Items) and (isinstance(rules, Items) or rules.value):
        return with_word(text, rules, folder)
    return with_entry(text, "rules", yaml_word(folder))


def toml_with_rules(text: str, folder: str) -> str:
    """A ``pyproject.toml`` whose table for factlint also names a folder of rules; raises UnsafeEditError as above."""
    import json
    import tomllib

    table = _TABLE.search(text)
    if table is None or "rules" in tomllib.loads(text)["tool"]["factlint"]:
        raise UnsafeEditError("TOML is only changed where the table [tool.factlint] has no “rules” yet")
    line = f"rules = [{json.dumps(folder, ensure_ascii=False)}]" + (table[1] or "\n")
    changed = text[: table.end()] + ("" if table[1] else "\n") + line + text[table.end() :]
    expected = tomllib.loads(text)
    expected["tool"]["factlint"]["rules"] = [folder]
    if tomllib.loads(changed) != expected:
        raise UnsafeEditError("its table is laid out in an unusual way")
    return changed
