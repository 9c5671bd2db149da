"""The GitHub action, its example and the GitLab job: well-formed, and each does what it says when its script runs."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from branches import CLEAN, ROOT, WRONG, Newsroom, commit, git, program
from dev_tools import need_program

if TYPE_CHECKING:
    import subprocess

ACTION = ROOT / ".github" / "actions" / "factlint"
RECIPES = ROOT / ".github" / "recipes"
INPUT = re.compile(r"\$\{\{ inputs\.([\w-]+) \}\}")


def read(path: Path) -> dict[str, Any]:
    # YAML 1.1 takes the key `on` for a truth value; as text it stays a word.
    found = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(found, dict)
    return found


@pytest.fixture(scope="module")
def action() -> dict[str, Any]:
    return read(ACTION / "action.yml")


@pytest.fixture(scope="module")
def job() -> dict[str, Any]:
    found = read(RECIPES / "factlint.gitlab-ci.yml")["factlint"]
    assert isinstance(found, dict)
    return found


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    need_program("git")
    made = Newsroom(tmp_path, {"articles/old.txt": WRONG, "articles/other.txt": CLEAN})
    commit(made.clone, {"articles/new.txt": WRONG.replace("Oslo", "Rome")}, "New")
    return made


# -- the action


class Job:
    """Runs the steps of the action as GitHub does: inputs become variables, two files take what a step hands on."""

    def __init__(self, newsroom: Newsroom, action: dict[str, Any]) -> None:
        self.newsroom, self.action = newsroom, action
        self.temp = newsroom.folder / "temp"
        self.summary, self.output = newsroom.folder / "summary", newsroom.folder / "output"

    def step(self, number: int, base: str = "", **inputs: str) -> subprocess.CompletedProcess[str]:
        step = self.action["runs"]["steps"][number]
        given = {name: one["default"] for name, one in self.action["inputs"].items()} | inputs
        filled = {name: INPUT.sub(lambda match: given[match[1]], value) for name, value in step.get("env", {}).items()}
        return self.newsroom.run(
            "bash",
            "-eo",
            "pipefail",
            "-c",
            step["run"],
            **filled,
            GITHUB_ACTIONS="true",
            GITHUB_BASE_REF=base,
            GITHUB_ACTION_PATH=str(ACTION),
            GITHUB_STEP_SUMMARY=str(self.summary),
            GITHUB_OUTPUT=str(self.output),
            RUNNER_TEMP=str(self.temp),
        )

    def handed_on(self) -> dict[str, str]:
        lines = self.output.read_text(encoding="utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines)


@pytest.fixture
def github(newsroom: Newsroom, action: dict[str, Any]) -> Job:
    return Job(newsroom, action)


def test_action_uses_each_input_and_no_other(action: dict[str, Any]) -> None:
    used = INPUT.findall(json.dumps(action["runs"]))
    assert sorted(used) == sorted(action["inputs"])
    assert all(one["description"] for one in (*action["inputs"].values(), *action["outputs"].values()))


def test_action_puts_no_input_into_a_script(action: dict[str, Any]) -> None:
    """What somebody else wrote (the name of a branch) must be a value, never a part of a program."""
    steps = action["runs"]["steps"]
    assert action["runs"]["using"] == "composite"
    assert [step["run"] for step in steps if "${{" in step["run"]] == []
    assert all(step["shell"] == "bash" for step in steps)


def test_action_calls_scripts_that_are_there(action: dict[str, Any]) -> None:
    called = [
        path for step in action["runs"]["steps"] for path in re.findall(r"GITHUB_ACTION_PATH(/[\w./-]*)", step["run"])
    ]
    assert len(called) == 2
    for path in called:
        assert Path(f"{ACTION}{path}").resolve().exists()
    assert (ACTION / "../../..").resolve() == ROOT
    assert os.access(RECIPES / "gate.sh", os.X_OK)


def test_action_hands_on_what_its_steps_say(action: dict[str, Any], github: Job) -> None:
    github.step(1, sarif="x.sarif")
    for name, output in action["outputs"].items():
        assert output["value"] == f"${{{{ steps.gate.outputs.{name} }}}}"
    assert github.handed_on() == {"exit-code": "1", "sarif": "x.sarif"}


@pytest.mark.parametrize(("version", "wanted"), [("", str(ROOT)), ("0.1.0", "factlint==0.1.0")])
def test_action_installs_its_own_or_a_named_version(github: Job, version: str, wanted: str) -> None:
    # Stands in for Python: makes a `pip` that notes what it was asked for.
    note = github.newsroom.folder / "note"
    pip = f'printf \'#!/bin/sh\\nfor last; do :; done; echo "$last" >{note}\\n\' >"$3/bin/pip"; chmod +x "$3/bin/pip"'
    program(github.newsroom.bin, "python3", f'mkdir -p "$3/bin"; {pip}')
    done = github.step(0, version=version)
    assert done.returncode == 0, done.stderr
    asked = note.read_text(encoding="utf-8").strip()
    assert (str(Path(asked).resolve()) if "/" in asked else asked) == wanted


def test_pull_request_is_annotated_summed_up_and_stopped(github: Job) -> None:
    done = github.step(1, base="main", paths="articles/", sarif="x.sarif")
    assert done.returncode == 1, done.stderr
    assert "1 article (2 more read as evidence)" in done.stdout
    assert re.findall(r"^::error file=([^,]+),line=1,", done.stdout, re.MULTILINE) == ["articles/new.txt"]
    assert github.summary.read_text(encoding="utf-8").startswith("### factlint\n\n1 article")
    assert (github.newsroom.clone / "x.sarif").exists()


def test_pull_request_with_a_level_of_its_own_passes(github: Job) -> None:
    assert github.step(1, base="main", **{"fail-on": "never"}).returncode == 0
    assert github.handed_on()["exit-code"] == "0"


def test_push_checks_everything(github: Job) -> None:
    assert "3 articles" in github.step(1, paths="articles/").stdout


def test_words_of_an_article_are_no_commands(github: Job) -> None:
    commit(github.newsroom.clone, {"articles/::error::x.txt": f"::warning::{WRONG}"}, "Harm")
    lines = github.step(1, base="main").stdout.splitlines()
    [stop] = [line for line in lines if line.startswith("::stop-commands::")]
    word = stop.removeprefix("::stop-commands::")
    report = lines[lines.index(stop) : lines.index(f"::{word}::")]
    assert len(word) > 12
    assert any("Whitcoff" in line for line in report)
    after = lines[lines.index(f"::{word}::") + 1 :]
    assert all(re.match(r"::(error|warning|notice) file=[^:]", line) for line in after)


def test_example_workflow_uses_the_action_as_it_is(action: dict[str, Any]) -> None:
    workflow = read(RECIPES / "github-workflow.yml")
    assert {"pull_request", "push"} == set(workflow["on"])
    [steps] = [job["steps"] for job in workflow["jobs"].values()]
    [step] = [step for step in steps if "/factlint/" in step["uses"]]
    path = step["uses"].split("@")[0].split("/", 2)[2]
    assert (ROOT / path / "action.yml").exists()
    assert step["with"].keys() <= action["inputs"].keys()
    handed_on = re.findall(rf"steps\.{step['id']}\.outputs\.([\w-]+)", json.dumps(steps))
    assert set(handed_on) <= action["outputs"].keys()


# -- the job


def run_job(newsroom: Newsroom, job: dict[str, Any], **given: str) -> subprocess.CompletedProcess[str]:
    """Run the script of the GitLab job with a repository of factlint that holds what the gate needs."""
    source = newsroom.folder / "factlint"
    source.mkdir()
    git(source, "init", "--quiet", "--initial-branch", "main")
    (source / ".github").mkdir()
    shutil.copytree(RECIPES, source / ".github" / "recipes")
    commit(source, {".pre-commit-hooks.yaml": (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")}, "All")
    git(source, "tag", job["variables"]["FACTLINT_REVISION"])
    program(newsroom.bin, "pip", f'for last; do :; done; ls -a "$last" >{newsroom.folder}/installed')
    lines = "\n".join((*job["before_script"], *job["script"]))
    variables = job["variables"] | {"FACTLINT_REPOSITORY": f"file://{source}"} | given
    return newsroom.run("bash", "-eo", "pipefail", "-c", lines, **variables)


def test_merge_request_gets_its_report_and_is_stopped(newsroom: Newsroom, job: dict[str, Any]) -> None:
    done = run_job(newsroom, job, CI_MERGE_REQUEST_DIFF_BASE_SHA=newsroom.base)
    assert done.returncode == 1, done.stderr
    assert "1 article (2 more read as evidence)" in done.stdout
    assert ".pre-commit-hooks.yaml" in (newsroom.folder / "installed").read_text(encoding="utf-8")
    [row] = json.loads((newsroom.clone / job["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8"))
    assert row["location"]["path"] == "articles/new.txt"
    for path in job["artifacts"]["paths"]:
        assert (newsroom.clone / path).stat().st_size


def test_default_branch_is_checked_whole_at_the_level_of_the_job(newsroom: Newsroom, job: dict[str, Any]) -> None:
    done = run_job(newsroom, job, FACTLINT_FAIL_ON="never")
    assert done.returncode == 0, done.stderr
    assert "3 articles" in done.stdout


def test_job_keeps_the_files_that_its_variables_name(job: dict[str, Any]) -> None:
    kept = {*job["artifacts"]["paths"], *job["artifacts"]["reports"].values()}
    assert kept == {job["variables"][f"FACTLINT_{name}"] for name in ("SARIF", "GITLAB", "SUMMARY")}
    assert job["artifacts"]["when"] == "always"


def test_gate_knows_each_variable_of_the_recipes(action: dict[str, Any], job: dict[str, Any]) -> None:
    gate = (RECIPES / "gate.sh").read_text(encoding="utf-8")
    own = {"FACTLINT_VERSION", "FACTLINT_REPOSITORY", "FACTLINT_REVISION"}
    given = {name for step in action["runs"]["steps"] for name in step["env"]} | set(job["variables"])
    unknown = [name for name in sorted(given - own) if name.startswith("FACTLINT_") and f"${{{name}" not in gate]
    assert unknown == []
