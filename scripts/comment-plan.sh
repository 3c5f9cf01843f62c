#!/usr/bin/env bash
set -euo pipefail

usage() {
  cat >&2 <<'USAGE'
usage: scripts/comment-plan.sh <pull request number>

Posts the plans that scripts/plan.sh left in $PLAN_FOLDER (plans) as one comment on a pull request, or updates the one it
posted before. A plan too long for a comment is cut, and the comment says where the whole is.

Reads from the environment:
  GITHUB_TOKEN           may write comments; where it may not, as for a pull request from a fork, the text goes to the job summary
  GITHUB_REPOSITORY      owner/name
  GITHUB_API_URL         https://api.github.com
  GITHUB_SERVER_URL, GITHUB_RUN_ID   for the link to the run; optional
  GITHUB_STEP_SUMMARY    the job summary's file; stdout without it
  PLAN_ORDER             environments in the order in which a change reaches them, separated by spaces; by name without it
  PLAN_COMMENT_AUTHOR    who posted the comment to update; github-actions[bot]

Exit code: 0 when posted, or shown because it may not be posted; 1 otherwise; 2 on wrong usage.
USAGE
  exit 2
}

[[ $# -eq 1 && "$1" =~ ^[0-9]+$ ]] || usage
pull_request="$1"
: "${GITHUB_TOKEN:?must be a token that may write comments}" "${GITHUB_REPOSITORY:?must be owner/name}"
cd "$(dirname "${BASH_SOURCE[0]}")/.."

plans="${PLAN_FOLDER:-plans}"
api="${GITHUB_API_URL:-https://api.github.com}/repos/$GITHUB_REPOSITORY"
author="${PLAN_COMMENT_AUTHOR:-github-actions[bot]}"
marker='<!-- monitoring-stack: plan -->'
# GitHub refuses a comment of more than 65,536 characters; the rest is for headings, fences and notes.
readonly plan_bytes=62000

run_link="this run"
if [[ -n "${GITHUB_RUN_ID:-}" ]]; then
  run_link="[this run](${GITHUB_SERVER_URL:-https://github.com}/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID)"
fi

work="$(umask 077 && mktemp -d "${RUNNER_TEMP:-${TMPDIR:-/tmp}}/comment-plan.XXXXXX")"
trap 'rm -rf "$work"' EXIT

# A fence longer than any run of backticks in the text, so that nothing in a plan can end it early.
fence_for() {
  local longest
  longest="$(LC_ALL=C grep -o '`\{3,\}' "$1" | sort -r | head -n 1 || true)"
  echo "${longest:-\`\`}\`"
}

section() {
  local environment="$1" bytes="$2" file="$plans/$1.txt" cut="$work/$1.cut" result headline fence all kept
  result="$(cat "$plans/$environment.result")"
  case "$result" in
    no-changes) headline="no changes" ;;
    changes) headline="$(grep -E '^Plan: ' "$file" | tail -n 1 || true)" && headline="${headline:-changes}" ;;
    *) headline="no plan, it failed" ;;
  esac
  # Whole lines from the beginning, counted in bytes: never more characters than that.
  LC_ALL=C awk -v left="$bytes" '{ left -= length($0) + 1; if (left < 0) exit; print }' "$file" >"$cut"
  fence="$(fence_for "$cut")"
  printf '### %s: %s\n\n' "$environment" "$headline"
  printf '<details><summary>Plan</summary>\n\n%s\n' "$fence"
  cat "$cut"
  printf '%s\n\n</details>\n\n' "$fence"
  all="$(awk 'END { print NR }' "$file")"
  kept="$(awk 'END { print NR }' "$cut")"
  if [[ "$kept" != "$all" ]]; then
    printf 'Cut after %s of %s lines. The whole is in the artifact **plan-%s** of %s.\n\n' "$kept" "$all" "$environment" "$run_link"
  fi
}

environments=()
read -r -a first <<<"${PLAN_ORDER:-}"
for file in "${first[@]/#/"$plans/"}" "$plans"/*.result; do
  name="$(basename "$file" .result)"
  [[ -f "$plans/$name.result" ]] || continue
  [[ -f "$plans/$name.txt" && " ${environments[*]-} " != *" $name "* ]] && environments+=("$name")
done
if [[ ${#environments[@]} -eq 0 ]]; then
  echo "no plan in $plans; nothing to post" >&2
  exit 0
fi

{
  printf '%s\n## What this changes\n\n' "$marker"
  for environment in "${environments[@]}"; do
    section "$environment" $((plan_bytes / ${#environments[@]}))
  done
} >"$work/body.md"
jq -n --rawfile body "$work/body.md" '{ body: $body }' >"$work/body.json"

# In a file: an argument could be read by every process on the machine.
printf 'Authorization: Bearer %s\n' "$GITHUB_TOKEN" >"$work/authorization"

# request <method> <url> [<file>]: the answer goes to $work/answer, its status to $status.
request() {
  local data=()
  if [[ $# -eq 3 ]]; then data=(--data-binary "@$3" --header 'Content-Type: application/json'); fi
  status="$(curl --silent --show-error --max-time 60 --request "$1" --header "@$work/authorization" \
    --header 'Accept: application/vnd.github+json' --header 'X-GitHub-Api-Version: 2022-11-28' \
    --output "$work/answer" --write-out '%{http_code}' "${data[@]+"${data[@]}"}" "$2")"
}

fail() {
  echo "$1: GitHub answered with HTTP $status: $(jq -r '.message? // empty' "$work/answer" 2>/dev/null || true)" >&2
  exit 1
}

# Prints the number of the comment posted before. Only the author's own: anybody can write the marker.
find_comment() {
  local page=1 id
  while true; do
    request GET "$api/issues/$pull_request/comments?per_page=100&page=$page"
    [[ "$status" == 200 ]] || fail "reading the comments of pull request $pull_request"
    id="$(jq -r --arg author "$author" --arg marker "$marker" \
      'map(select(.user.login == $author and (.body | startswith($marker)))) | first | .id // empty' "$work/answer")"
    comment="$id"
    if [[ -n "$id" || "$(jq length "$work/answer")" -lt 100 ]]; then return; fi
    page=$((page + 1))
  done
}

find_comment
if [[ -n "$comment" ]]; then
  request PATCH "$api/issues/comments/$comment" "$work/body.json"
else
  request POST "$api/issues/$pull_request/comments" "$work/body.json"
fi

case "$status" in
  200 | 201) echo "plan posted on pull request $pull_request" >&2 ;;
  403)
    echo "::warning::the token may not write comments here; the plan is in the job summary"
    cat "$work/body.md" >>"${GITHUB_STEP_SUMMARY:-/dev/stdout}"
    ;;
  *) fail "posting the plan on pull request $pull_request" ;;
esac
