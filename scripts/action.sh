#!/usr/bin/env bash
# What the GitHub Action runs (action.yml): checks the files that a change touches, writes SARIF for code scanning
# and a summary for the page of the run. Its own exit code is 0; that of kc-check is an output, so that the report
# is uploaded before the job fails.
set -euo pipefail

nothing=0000000000000000000000000000000000000000
list=$(mktemp)
trap 'rm -f "$list"' EXIT

# What the change adds or alters, by the two trees alone, so that a shallow clone will do.
changed() {
  if [ -z "${BASE:-}" ] || [ "$BASE" = "$nothing" ]; then
    git ls-files -z
    return
  fi
  git cat-file -e "$BASE^{tree}" 2>/dev/null || git fetch --quiet --no-tags --depth=1 origin "$BASE"
  git diff --name-only -z --diff-filter=ACMR "$BASE" HEAD
}

out() { echo "$1=$2" >>"$GITHUB_OUTPUT"; }

read -ra options <<<"${ARGS:-}"
if [ -n "${FILES:-}" ]; then
  read -ra named <<<"$FILES"
else
  # What filings are kept as.
  changed | { grep -zEi '\.(txt|html?|xhtml|md|markdown|csv|tsv|pdf)(\.gz)?$' || true; } >"$list"
  if [ ! -s "$list" ]; then
    echo "No file of a kind that filings are kept as was changed; nothing was checked."
    out sarif ""
    out code 0
    exit 0
  fi
  named=(--files-from "$list")
fi

run() { node "$KC_CHECK" "${named[@]}" --skip-unrecognized --no-progress --cache-dir "$list.cache" "$@"; }

code=0
run --format sarif --output "$SARIF" ${options[@]+"${options[@]}"} || code=$?
if [ "$code" = 2 ] && [ ! -s "$SARIF" ]; then exit 2; fi
run --format markdown ${options[@]+"${options[@]}"} 2>/dev/null >>"${GITHUB_STEP_SUMMARY:-/dev/stdout}" || true
rm -rf "$list.cache"
out sarif "$SARIF"
out code "$code"
