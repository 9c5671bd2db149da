"""A name for each finding that stays the same when the text around it changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.findings.finding import Finding


def fingerprinted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in their given order, each with its fingerprint.

    It is made of the rule, the article's id, the primary words, their counterpart and the how-manieth such finding in
    the article; neither offsets nor the message nor related places are part of it.
    """
    findings = tuple(findings)
    seen: dict[tuple[str, ...], int] = {}
    prints = [""] * len(findings)
    for index in sorted(range(len(findings)), key=lambda index: (findings[index].primary, findings[index].rule)):
        finding = findings[index]
        words = (finding.rule, finding.primary.id, finding.primary.text, finding.counterpart)
        same = (finding.primary.path, *words)
        seen[same] = seen.get(same, 0) + 1
        prints[index] = digest(*words, str(seen[same]))
    return tuple(replace(finding, fingerprint=value) for finding, value in zip(findings, prints, strict=True))


def digest(*parts: str) -> str:
    """The first 16 hexadecimal digits of a SHA-256; the lengths keep any two lists of parts apart."""
    import hashlib

    whole = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:16]
