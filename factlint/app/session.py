"""What every use case begins with: settings, and the rules and knowledge they ask for."""

from __future__ import annotations

import os
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

from factlint import __version__
from factlint.app.observing import NOBODY, Observer
from factlint.cache import store
from factlint.cache.packing import packed, unpacked
from factlint.config.layers import load as load_config
from factlint.config.levels import level_anywhere
from factlint.findings import unneeded
from factlint.knowledge import Override, stored
from factlint.ruleset.load import Ruleset, unread_files
from factlint.ruleset.shipped import shipped_rules
from factlint.text.problem import Problem, did_you_mean
from factlint.text.values import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factlint.config.settings import Configured, Settings
    from factlint.knowledge import Knowledge
    from factlint.ruleset.packs import Pack
    from factlint.ruleset.rule import Rule

_PACKAGE = Path(__file__).resolve().parent.parent


@plain
class Work:
    """In how many processes a run works (None: as many as there are cores), and whether it asks the cache."""

    jobs: int | None = 1
    cache: bool = False


@plain
class Session:
    """Settings, the selected rules at their set severities, all rules that were read, knowledge, and what was wrong.

    ``packs`` are the folders and files that all this was read from, each with the name it is shown by. ``observer`` is
    told what a run is at. ``key`` is the hash of all that rules and knowledge were made of, ``work`` where a run works.
    ``shared`` are those of the packs that have a version and an owner.
    """

    cwd: Path
    configured: Configured
    rules: tuple[Rule, ...]
    ruleset: Ruleset
    problems: tuple[Problem, ...]
    packs: tuple[tuple[Path, str], ...] = ()
    observer: Observer = NOBODY
    key: str = ""
    work: Work = Work()
    shared: tuple[Pack, ...] = ()

    @property
    def knowledge(self) -> Knowledge:
        """What the desk knows."""
        return self.ruleset.knowledge


def opened(cwd: Path, config: str | None = None, command_line: Mapping[str, object] | None = None) -> Session:
    """The session of a working directory; faults are in its ``problems``, nothing is raised for them."""
    return opened_with(cwd, load_config(cwd, config, command_line))


def opened_with(cwd: Path, configured: Configured) -> Session:
    """The session of settings that were read already; faults are in its ``problems``, nothing is raised for them."""
    settings = configured.settings
    shared, missing = _shared(configured, cwd)
    own = ((Path(path), shown(path, cwd)) for path in settings.rules)
    packs = ((shipped_rules(), "rules"), *((pack.root, pack.shown) for pack in shared), *own)
    ruleset = read_rules(packs)
    rules = selected(ruleset.rules, settings)
    faults = named_in_vain(ruleset, configured)
    problems = (*configured.problems, *missing, *ruleset.problems, *faults)
    return Session(cwd, configured, rules, ruleset, problems, packs, key=ruleset.key, shared=shared)


def _shared(configured: Configured, cwd: Path) -> tuple[tuple[Pack, ...], tuple[Problem, ...]]:
    """The packs that the settings name."""
    if not configured.settings.packs:
        return (), ()
    from factlint.ruleset.packs import resolved

    return resolved(configured.settings.packs, lambda path: shown(path, cwd), configured.origins["packs"].where)


def desk_root(session: Session) -> Path:
    """Where the configuration is; without one the folder of the repository that the working directory lies in."""
    if session.configured.path is not None:
        return session.configured.root
    above = (folder for folder in (session.cwd, *session.cwd.parents) if (folder / ".git").exists())
    return next(above, session.cwd)


def shown(path: str, cwd: Path) -> str:
    """A path as it is shown: relative to the working directory where it lies below it."""
    try:
        return Path(path).relative_to(cwd).as_posix()
    except ValueError:
        return Path(path).as_posix()


def read_rules(packs: Sequence[tuple[Path, str]]) -> Ruleset:
    """Rules and knowledge of several packs, from the cache where the same files were read before."""
    unread, problems = unread_files(packs)
    base = store.digest([__version__, *_code()])
    key = store.digest([base, *(part for file in unread for part in (file.shown, file.relative, file.data))])
    kept = _thawed(key)
    if kept is not None:
        return replace(kept, problems=(*problems, *kept.problems), key=key)
    from factlint.ruleset.load import load, read_files

    files, faults = read_files(unread)
    del unread
    ruleset = load(files, base)
    del files
    ruleset = replace(ruleset, problems=(*faults, *ruleset.problems))
    _freeze(key, ruleset)
    # From the cache at once, if there is one: of very much knowledge a run needs but little.
    thawed = _thawed(key) or ruleset
    return replace(thawed, problems=(*problems, *thawed.problems), key=key)


def _code() -> Iterator[str]:
    """What tells one state of factlint's own code from another, for those who work on it."""
    # The files of a wheel were changed when they were installed, and nobody works on them.
    installed = store.SHIPPED.is_dir()
    # By the names of os: a walk by paths takes five times as long, and every start waits for it.
    for folder, folders, names in os.walk(_PACKAGE):
        folders.sort()
        for name in sorted(names):
            if name.endswith((".py", ".lark")):
                status = os.stat(f"{folder}/{name}")  # noqa: PTH116 - as above
                yield f"{name} {status.st_size} {0 if installed else status.st_mtime_ns}"


def _freeze(key: str, ruleset: Ruleset) -> None:
    stored.put("knowledge", key, ruleset.knowledge)
    overridden = tuple(tuple(one) for one in ruleset.overridden)
    store.put("rules", key, (packed(ruleset.rules), overridden, packed(ruleset.problems)))


def _thawed(key: str) -> Ruleset | None:
    """What was frozen under a key; None where it is not there, or not as it should be."""
    value, knowledge = store.get("rules", key), stored.opened("knowledge", key)
    if value is None or knowledge is None:
        return None
    try:
        rules, overridden, problems = value
        found = unpacked((rules, problems), _classes())
        return Ruleset(found[0], knowledge, tuple(found[1]), tuple(Override(*one) for one in overridden))
    except (LookupError, TypeError, ValueError):
        return None


def _classes() -> dict[str, type]:
    from factlint.knowledge.spellings import Spelling
    from factlint.lang import tree
    from factlint.lang.template import Template
    from factlint.ruleset.rule import Example, Rule, Sample

    nodes = [cls for cls in vars(tree).values() if isinstance(cls, type) and issubclass(cls, tree.Node)]
    return {cls.__name__: cls for cls in (*nodes, Spelling, Template, Rule, Example, Sample, Problem)}


def selected(rules: Sequence[Rule], settings: Settings) -> tuple[Rule, ...]:
    """The rules that run, at the severities that are set; a rule that is off runs if it is selected by its id."""
    levels = ((rule, level_anywhere(rule.id, rule.severity, settings)) for rule in rules)
    return tuple(
        rule.with_severity(level) if level != rule.severity else rule for rule, level in levels if level != "off"
    )


def named_in_vain(ruleset: Ruleset, configured: Configured) -> list[Problem]:
    """A problem for every id or glob of the settings that fits no rule, be it a broken one."""
    settings = configured.settings
    known = [*(rule.id for rule in ruleset.rules), *(rule.id for rule in unneeded.RULES)]
    broken = [problem.where.split(" › ")[0] for problem in ruleset.problems]
    globs = {
        "select": settings.select,
        "ignore": settings.ignore,
        "severity": (*(glob for glob, _ in settings.severity), *(level.glob for level in settings.levels)),
    }
    return [
        Problem(configured.origins[name].where, f"{name}: no rule is called “{glob}”", _nearest(glob, known))
        for name, written in globs.items()
        for glob in written
        if not any(fnmatchcase(rule, glob) for rule in (*known, *broken))
    ]


def _nearest(glob: str, known: Sequence[str]) -> str:
    families = {f"{rule.split('/')[0]}/*" for rule in known}
    hint = did_you_mean(glob, {*known, *families})
    return hint if hint.startswith("did you mean") else "factlint rules lists them all"
