"""Tables as spreadsheets save them: cells, their places, and what is wrong with one."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.text.marked import MarkedFile
from factlint.text.table import DELIMITERS, read_table

COLUMNS = ("right", "wrong", "desk")


def cells(text: str) -> list[list[str]]:
    file = MarkedFile("a.csv", text)
    rows = read_table(file, COLUMNS)
    assert not file.problems, file.problems
    return [[cell.value for cell in row] for row in rows]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("right,wrong\na,b\n", [["right", "wrong"], ["a", "b"]], id="commas"),
        pytest.param("Wrong;Right\r\na,x;b\r\n", [["Wrong", "Right"], ["a,x", "b"]], id="semicolons and CRLF"),
        pytest.param("right\twrong\na\tb", [["right", "wrong"], ["a", "b"]], id="tabs, no last line break"),
        pytest.param('right,wrong\n"a, b","c\nd"\n', [["right", "wrong"], ["a, b", "c\nd"]], id="quoted"),
        pytest.param('right,wrong\n"a ""x""",b\n', [["right", "wrong"], ['a "x"', "b"]], id="quotation marks"),
        pytest.param("right,wrong\n\n,\n  , \n a , b \n", [["right", "wrong"], ["a", "b"]], id="blank rows and blanks"),
        pytest.param("", [], id="empty"),
        pytest.param("right", [["right"]], id="a heading only"),
    ],
)
def test_cells(text: str, rows: list[list[str]]) -> None:
    assert cells(text) == rows


def test_a_cell_knows_its_place() -> None:
    text = 'right,wrong\n  Holm ,"Hollm\nHohlm"\n'
    [_, (right, wrong)] = read_table(MarkedFile("a.csv", text), COLUMNS)
    assert text[right.start : right.end] == "Holm"
    assert text[wrong.start : wrong.end] == "Hollm\nHohlm"


@pytest.mark.parametrize("row", ['"a,b\nc,d', 'x,"a" b', '"a"b,c'])
def test_a_quoted_cell_that_does_not_end(row: str) -> None:
    file = MarkedFile("a.csv", f"right,wrong\n{row}\n")
    read_table(file, COLUMNS)
    assert [(problem.line, "quoted cell" in problem.message) for problem in file.problems] == [(2, True)]


TEXT = st.text(st.sampled_from('ab ;,|\t\n"é'), max_size=6).map(str.strip)


@given(st.lists(st.lists(TEXT, min_size=2, max_size=4), max_size=6), st.sampled_from(DELIMITERS))
def test_what_a_spreadsheet_writes_comes_back(rows: list[list[str]], delimiter: str) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([["right", "wrong"], *rows])
    wanted = [[cell.replace("\r\n", "\n") for cell in row] for row in rows if any(row)]
    assert cells(out.getvalue())[1:] == wanted


@given(st.text(st.sampled_from('ab,;"\r\n\t '), max_size=40))
def test_it_never_raises(text: str) -> None:
    file = MarkedFile("a.csv", text)
    for row in read_table(file, COLUMNS):
        for cell in row:
            assert 0 <= cell.start <= cell.end <= len(text)


@pytest.mark.parametrize("text", ['"' * 500_001, 'a,"' + 'x"" ' * 200_000, "right,wrong\n" + '"' + "a\n" * 200_000])
def test_quotation_marks_without_end_stay_fast(text: str) -> None:
    read_table(MarkedFile("a.csv", text), COLUMNS)
