"""Fuzz one target in this process: ``python -m tests.fuzz.one TARGET SECONDS SEED FOLDER``, as ``tests.fuzz`` does."""

from __future__ import annotations

import sys

from tests.fuzz.targets import CRASHES, LONGEST, beginnings, targets

_ONE_INPUT = 20
"""Seconds after which an input counts as a hang."""


def fuzz(name: str, seconds: int, seed: int, folder: str) -> None:
    """Fuzz here and now; libFuzzer ends the process."""
    import atheris

    # Only what is imported under the hook is seen by the fuzzer, and the program imports a module where it is first
    # needed: the targets are made and tried once under it.
    with atheris.instrument_imports(include=["factlint"], enable_loader_override=False):
        target = targets()[name]
        for data in beginnings(name):
            target(data)
    limits = [f"-max_total_time={seconds}", f"-max_len={LONGEST}", f"-timeout={_ONE_INPUT}", "-rss_limit_mb=2048"]
    atheris.Setup([sys.argv[0], *limits, f"-seed={seed}", f"-artifact_prefix={CRASHES}/{name}-", folder], target)
    atheris.Fuzz()


if __name__ == "__main__":
    fuzz(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
