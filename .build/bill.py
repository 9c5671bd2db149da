"""Lists what a release is made of, and the oldest packages that it must work with; from the metadata alone.

``python .build/bill.py sbom`` prints a CycloneDX 1.5 bill of materials of factlint and of all that it needs as it is
installed here, with licences; the packages of extras that are named have the scope ``optional``. ``python
.build/bill.py lowest`` prints constraints for pip: the lower bounds that ``pyproject.toml`` gives (with the names of
extras: those of their packages too). Nothing is downloaded.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_EXTRA = re.compile(r"""extra == ['"]([^'"]+)""")
_LOWEST = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^]]*\])?>=([0-9][0-9.]*)")


def lowest(extras: list[str]) -> list[str]:
    """Constraints that pin each dependency to its lower bound, sorted. Raises ValueError for one without."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = project["optional-dependencies"]
    wanted = [*project["dependencies"], *(one for extra in extras for one in optional[extra])]
    pins = []
    for one in wanted:
        if one.startswith("factlint["):
            continue
        found = _LOWEST.match(one)
        if found is None:
            raise ValueError(f"{one} has no lower bound")
        marker = one.partition(";")[2].strip()
        pins.append(f"{found[1]}=={found[2]}" + (f"; {marker}" if marker else ""))
    return sorted(set(pins))


def sbom(extras: list[str]) -> dict[str, Any]:
    """The bill of materials; without a serial number and a time, so that the same packages give the same bytes."""
    always, needed = _needed("factlint", ()), _needed("factlint", _own_extras(extras))
    components = [
        {**_component(name), "scope": "required" if name in always else "optional"}
        for name in sorted(needed)
        if name != "factlint"
    ]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {**_component("factlint"), "type": "application"}},
        "components": components,
        "dependencies": [
            {"ref": _ref(name), "dependsOn": [_ref(other) for other in sorted(needed[name])]} for name in sorted(needed)
        ],
    }


def _own_extras(extras: list[str]) -> tuple[str, ...]:
    """Extras and those that they name. Raises KeyError for one that there is not."""
    optional = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    found: list[str] = []
    left = list(extras)
    while left:
        extra = left.pop()
        if extra not in found:
            found.append(extra)
            named = [one.partition("[")[2].rstrip("]") for one in optional[extra] if one.startswith("factlint[")]
            left += [one for names in named for one in names.split(",")]
    return tuple(found)


def _needed(first: str, extras: tuple[str, ...]) -> dict[str, set[str]]:
    """What a package needs here with some of its extras, and what that needs; each with what it needs itself."""
    found: dict[str, set[str]] = {}
    left = [first]
    while left:
        name = left.pop()
        if name not in found:
            found[name] = set(_requirements(name, extras if name == first else ()))
            left += found[name]
    return found


def _requirements(name: str, extras: tuple[str, ...]) -> list[str]:
    """The packages that one needs with some of its extras, as far as they are installed."""
    needed = []
    for line in metadata.requires(name) or ():
        own, _, marker = line.partition(";")
        other, extra = _NAME.match(own), _EXTRA.search(marker)
        asked_for = extra is None or extra[1] in extras
        if other is not None and asked_for and _normal(other[0]) != name and _installed(other[0]):
            needed.append(_normal(other[0]))
    return needed


def _installed(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _ref(name: str) -> str:
    return f"pkg:pypi/{name}@{metadata.version(name)}"


def _component(name: str) -> dict[str, Any]:
    return {
        "type": "library",
        "bom-ref": _ref(name),
        "name": name,
        "version": metadata.version(name),
        "purl": _ref(name),
        "licenses": [{"license": {"name": licence}} for licence in _licences(name)],
    }


def _licences(name: str) -> list[str]:
    about = metadata.metadata(name)
    own = about.get("License-Expression")
    classified = [
        one.rpartition(" :: ")[2] for one in about.get_all("Classifier") or () if one.startswith("License ::")
    ]
    short = (about.get("License") or "").strip().split("\n")[0]
    return [own] if own else sorted(set(classified)) or ([short] if short else [])


def main(arguments: list[str]) -> int:
    """Print what is asked for."""
    if arguments[:1] == ["sbom"]:
        sys.stdout.write(json.dumps(sbom(arguments[1:]), indent=2) + "\n")
    elif arguments[:1] == ["lowest"]:
        sys.stdout.write("\n".join(lowest(arguments[1:])) + "\n")
    else:
        sys.stderr.write("usage: bill.py sbom|lowest [EXTRA ...]\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
