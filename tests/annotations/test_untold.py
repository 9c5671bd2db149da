"""What nobody says of a fact is absent from it: a field that may be left out claims nothing, or what is usual."""

from __future__ import annotations

import dataclasses

import pytest

from factlint.annotations import kinds

USUAL = {
    "acronym": {"uses": 1, "first": True, "style": "plain"},
    "name": {"kind": "unknown"},
    "quantity": {"figures": True},
    "quote": {"kind": "direct", "marks": "straight"},
    "role": {"tense": "present", "seats": 1, "first": True, "leads": True},
}


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_a_field_that_is_left_out_claims_nothing(kind: str) -> None:
    left_out = [field for field in dataclasses.fields(kinds()[kind].fact) if field.default is not dataclasses.MISSING]
    assert {field.name: field.default for field in left_out if field.default} == USUAL.get(kind, {})
