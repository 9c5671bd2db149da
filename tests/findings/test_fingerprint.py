from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from factlint.findings import Finding, Location, Related, Suggestion
from factlint.findings.fingerprint import fingerprinted


def finding(
    start: int, text: str = "Lindkvist", rule: str = "names/a", path: str = "desk/a.txt", counterpart: str = "Lindqvist"
) -> Finding:
    place = Location(path, "a.txt", start, start + len(text), 1, start + 1, 1, start + 1 + len(text), text)
    return Finding(rule, "warning", "high", "message", place, counterpart=counterpart)


def prints(*findings: Finding) -> list[str]:
    return [one.fingerprint for one in fingerprinted(findings)]


def test_looks_like_sixteen_hexadecimal_digits() -> None:
    (value,) = prints(finding(3))
    assert len(value) == 16
    assert int(value, 16) >= 0


def test_stays_when_the_text_around_it_changes() -> None:
    before = finding(3)
    after = replace(
        finding(80),
        message="other words",
        severity="error",
        related=(Related("evidence", finding(9).primary),),
        suggestions=(Suggestion("Lindqvist", ()),),
    )
    assert prints(before) == prints(after)


def test_stays_when_the_folder_moves() -> None:
    assert prints(finding(3)) == prints(finding(3, path="archive/a.txt"))


def test_differs_by_rule_words_and_counterpart() -> None:
    values = prints(
        finding(3), finding(3, rule="names/b"), finding(3, text="Lind"), finding(3, counterpart="Lindquist")
    )
    assert len(set(values)) == 4


def test_the_second_of_two_alike_is_told_by_its_place_not_by_the_order_given() -> None:
    first, second = prints(finding(3), finding(50))
    assert first != second
    assert prints(finding(50), finding(3)) == [second, first]
    assert prints(finding(50)) == [first]


@given(st.text(), st.text(), st.text())
def test_no_two_splits_of_the_same_characters_are_alike(rule: str, text: str, counterpart: str) -> None:
    (one,) = prints(finding(0, text + "x", f"names/{rule}", counterpart=counterpart))
    (two,) = prints(finding(0, text, f"names/{rule}", counterpart="x" + counterpart))
    assert one != two


def test_half_a_surrogate_pair_is_no_error() -> None:
    assert len(prints(finding(0, "\ud83d"))) == 1
