"""Coverage-guided fuzzing: ``python -m tests.fuzz --seconds 60`` shares the time among all targets.

It needs atheris (``pip install '.[fuzz]'``). The first input that breaks a promise ends its target, and is kept under
``tests/fuzz/crashes``, from where the tests try it ever after. Exit: 0 nothing was found, 1 something was, 2 bad use.
"""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.fuzz.targets import ROOT, beginnings, targets


def main() -> int:
    """Fuzz what was asked for, one process a target."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Fuzz factlint.")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help="all unless named: " + ", ".join(targets()))
    parser.add_argument("--seconds", type=int, default=60, help="for all targets together (default: 60)")
    parser.add_argument("--seed", type=int, default=0, help="try the same inputs as the last time with it (0: others)")
    parser.add_argument("--corpus", type=Path, help="a folder that keeps what was found for the next run")
    given = parser.parse_args()
    if unknown := sorted(set(given.targets) - set(targets())):
        parser.error(f"no such target: {', '.join(unknown)}")
    if importlib.util.find_spec("atheris") is None:
        parser.error("atheris is not installed: pip install '.[fuzz]'")
    names = given.targets or list(targets())
    each = max(1, given.seconds // len(names))
    failed = [name for name in names if not _apart(name, each, given.seed, given.corpus)]
    print("broken: " + ", ".join(failed) if failed else f"{len(names)} targets, nothing found")
    return 1 if failed else 0


def _apart(name: str, seconds: int, seed: int, corpus: Path | None) -> bool:
    """Fuzz one target in a process of its own, which a crash ends; whether nothing was found."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = (corpus or Path(scratch)) / name
        folder.mkdir(parents=True, exist_ok=True)
        for number, data in enumerate(beginnings(name)):
            (folder / f"seed{number}").write_bytes(data)
        done = subprocess.run(
            [sys.executable, "-m", "tests.fuzz.one", name, str(seconds), str(seed), str(folder.resolve())],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    said = (done.stdout + done.stderr).decode("utf-8", "replace").splitlines()
    runs = next((line.split()[1] for line in reversed(said) if line.startswith("Done ")), "?")
    print(f"{name:20} {'broken' if done.returncode else 'sound'}, {runs} runs in {seconds} s", flush=True)
    if done.returncode:
        print("\n".join(line[:300] for line in said[-30:]), flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
