#!/usr/bin/env bash
# The gate of a newsroom's repository: checks the articles that a change touches, with all others as evidence.
#
# Run it where the articles are, with factlint on the PATH. It ends as factlint does: 0 passes, 1 findings at or above the
# level, 2 something could not be checked. The GitHub action and the GitLab job call it; any other CI can do the same:
#
#   FACTLINT_PATHS=articles/ FACTLINT_SINCE=origin/main FACTLINT_SARIF=factlint.sarif .github/recipes/gate.sh
#
#   FACTLINT_PATHS      articles and folders, one a line (default: the whole folder)
#   FACTLINT_SINCE      a commit, branch or tag: only articles that changed since then are checked; "all" checks
#                       every one. Default: the base of the pull or merge request; all where there is none.
#   FACTLINT_REFERENCE  evidence that is never reported on, one path a line (default: `reference` of your settings, else
#                       FACTLINT_PATHS)
#   FACTLINT_LINES      "changed": report only what stands on changed lines of these articles
#   FACTLINT_FAIL_ON    error, warning, note or never (default: your settings)
#   FACTLINT_CONFIG     the file with your settings (default: found as always)
#   FACTLINT_SARIF, FACTLINT_GITLAB, FACTLINT_SUMMARY
#                       reports to write: SARIF, GitLab code quality, Markdown
#
# In a GitHub job it also writes annotations to the log and the Markdown report to the summary of the job.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# What nobody can foresee, and so no article can write.
word=stop-$RANDOM$RANDOM$RANDOM$RANDOM

fail() {
  printf 'gate.sh: %s\n' "$*" >&2
  exit 2
}

on_github() { [ "${GITHUB_ACTIONS:-}" = true ]; }

commit_of() { git rev-parse --verify --quiet --end-of-options "$1^{commit}"; }

# The commit where this line of work left another one, as far as this clone knows.
fork_point() {
  local name commit
  for name in "$1" "origin/$1"; do
    if commit=$(commit_of "$name") && git merge-base "$commit" HEAD; then
      return
    fi
  done
  return 1
}

# CI clones are shallow as a rule: get what is missing, and say what to do where that is not enough.
fetch() {
  local branch=${1#origin/} depth=()
  if [ "$(git rev-parse --is-shallow-repository)" = true ]; then
    depth=(--unshallow)
  fi
  git fetch --quiet --no-tags ${depth[@]+"${depth[@]}"} origin >&2 || true
  git fetch --quiet --no-tags origin "+refs/heads/$branch:refs/remotes/origin/$branch" >/dev/null 2>&1 || true
}

# What the change is measured against; nothing where all is to be checked.
asked_since() {
  if [ -n "${FACTLINT_SINCE:-}" ]; then
    if [ "$FACTLINT_SINCE" != all ]; then printf '%s' "$FACTLINT_SINCE"; fi
  elif [ -n "${GITHUB_BASE_REF:-}" ]; then
    printf 'origin/%s' "$GITHUB_BASE_REF"
  else
    printf '%s' "${CI_MERGE_REQUEST_DIFF_BASE_SHA:-}"
  fi
}

# The lines of a text into the array `lines`, without blanks around them and without empty ones.
read_lines() {
  local line
  lines=()
  while IFS=$' \t\r' read -r line || [ -n "$line" ]; do
    if [ -n "$line" ]; then lines+=("$line"); fi
  done <<<"$1"
}

# The articles that changed since a commit, into the array `changed`. Which files are articles is said once, for
# pre-commit; a file beside an article that says something about it stands for the article.
find_changed() {
  local file pattern
  pattern=$(sed -n 's/^  files: (?i)//p' "$here/../../.pre-commit-hooks.yaml" 2>/dev/null) || true
  [ -n "$pattern" ] || fail "$here must lie in a checkout of factlint"
  git diff --relative --name-only -z --diff-filter=d "$1" -- "${paths[@]}" >"$work/changed"
  changed=()
  shopt -s nocasematch
  while IFS= read -r -d '' file; do
    file=${file%.factlint.yml}
    if [[ $file =~ $pattern ]] && [ -f "$file" ]; then changed+=("./$file"); fi
  done <"$work/changed"
  shopt -u nocasematch
}

# Reports of a run in which there was nothing to check, for those that wait for the files.
write_empty() {
  local schema=https://json.schemastore.org/sarif-2.1.0.json
  if [ -n "${FACTLINT_SARIF:-}" ]; then
    printf '{"%s": "%s", "version": "2.1.0", "runs": [{"tool": {"driver": {"name": "factlint"}}, "results": []}]}\n' \
      "\$schema" "$schema" >"$FACTLINT_SARIF"
  fi
  if [ -n "${FACTLINT_GITLAB:-}" ]; then
    printf '[]\n' >"$FACTLINT_GITLAB"
  fi
  printf '### factlint\n\n%s\n' "$1" >"$work/summary.md"
}

settings=()
if [ -n "${FACTLINT_CONFIG:-}" ]; then settings+=(--config "$FACTLINT_CONFIG"); fi

read_lines "${FACTLINT_PATHS:-.}"
paths=("${lines[@]}")
options=(${settings[@]+"${settings[@]}"} --output "markdown=$work/summary.md")
if on_github; then options+=(--output "github=$work/annotations"); fi
if [ -n "${FACTLINT_SARIF:-}" ]; then options+=(--output "sarif=$FACTLINT_SARIF"); fi
if [ -n "${FACTLINT_GITLAB:-}" ]; then options+=(--output "gitlab=$FACTLINT_GITLAB"); fi
if [ -n "${FACTLINT_FAIL_ON:-}" ]; then options+=(--fail-on "$FACTLINT_FAIL_ON"); fi

reference=${FACTLINT_REFERENCE:-}
chosen=("${paths[@]}")
since=$(asked_since)
if [ -n "$since" ]; then
  base=$(fork_point "$since") || { fetch "$since" && base=$(fork_point "$since"); } ||
    fail "$since is not in this clone: check out the whole history (GitHub: fetch-depth: 0, GitLab: GIT_DEPTH: 0)"
  find_changed "$base"
  if [ "${FACTLINT_LINES:-}" = changed ]; then options+=(--changed-since "$base"); fi
  chosen=(${changed[@]+"${changed[@]}"})
  # Rules across articles need the articles that did not change.
  if [ -z "$reference" ] && factlint config ${settings[@]+"${settings[@]}"} 2>&1 | grep -q '^reference .* default$'; then
    reference=$(printf '%s\n' "${paths[@]}")
  fi
fi
read_lines "$reference"
for path in ${lines[@]+"${lines[@]}"}; do options+=(--with "$path"); done

code=0
if [ ${#chosen[@]} -eq 0 ]; then
  said="No article has changed since $since."
  printf '%s\n' "$said"
  write_empty "$said"
else
  # Words of an article must not become commands of the CI.
  if on_github; then printf '::stop-commands::%s\n' "$word"; fi
  factlint check "${options[@]}" -- "${chosen[@]}" || code=$?
  if on_github; then
    printf '::%s::\n' "$word"
    if [ -f "$work/annotations" ]; then cat "$work/annotations"; fi
  fi
fi

if [ -f "$work/summary.md" ]; then
  if [ -n "${FACTLINT_SUMMARY:-}" ]; then cp "$work/summary.md" "$FACTLINT_SUMMARY"; fi
  # The steps of a job share this one.
  if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then cat "$work/summary.md" >>"$GITHUB_STEP_SUMMARY"; fi
fi
if [ -n "${GITHUB_OUTPUT:-}" ]; then
  printf 'exit-code=%s\nsarif=%s\n' "$code" "${FACTLINT_SARIF:-}" >>"$GITHUB_OUTPUT"
fi
exit "$code"
