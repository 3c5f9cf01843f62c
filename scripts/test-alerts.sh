#!/usr/bin/env bash
set -euo pipefail

usage() {
  cat >&2 <<'USAGE'
usage: scripts/test-alerts.sh <environment>

Sends a test alert on every way to people that an environment has (npm run test-alert), through the cluster's API, and sees
whether the other side takes it. Where the pager is on, every P0 really pages: warn those on call beforehand.

Exit code: 0 when all held, 1 when something did not or Alertmanager cannot be reached, 2 on wrong usage.
scripts/cluster-access.sh lists the variables for reaching the cluster and Alertmanager. With GITHUB_STEP_SUMMARY, the job
summary's file, the list of where to look and tick is added to it.
USAGE
  exit 2
}

[[ $# -eq 1 && "$1" =~ ^[a-z][a-z0-9-]*$ ]] || usage
environment="$1"
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/cluster-access.sh
source scripts/cluster-access.sh

# In seconds. A configuration that was just deployed takes a minute or two to load, and a group
# notified by the previous deployment's test alerts sends its next notification after five minutes
# (alertmanager/timings.ts).
readonly patience=330

open_access
forward_alertmanager "$environment"

sender=()
# On a runner the user's name says nothing.
if [[ -n "${GITHUB_WORKFLOW:-}" ]]; then sender=(--sender "The pipeline $GITHUB_WORKFLOW"); fi

code=0
npm run --silent test-alert -- --environment "$environment" --all --patience "$patience" "${sender[@]+"${sender[@]}"}" \
  --url "${alertmanager_urls[@]}" | tee "$access_folder/report" || code=$?
if [[ -n "${GITHUB_STEP_SUMMARY:-}" ]]; then
  printf '## Test alerts of %s\n\n```\n%s\n```\n' "$environment" "$(cat "$access_folder/report")" >>"$GITHUB_STEP_SUMMARY"
fi
exit "$code"
