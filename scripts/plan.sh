#!/usr/bin/env bash
set -euo pipefail

usage() {
  cat >&2 <<'USAGE'
usage: scripts/plan.sh <environment>

Synthesises, then shows what Terraform would change in an environment.
Changes nothing and takes no lock, so credentials that can only read are enough.

Writes to $PLAN_FOLDER (plans):
  <environment>.txt      the plan, or what went wrong
  <environment>.result   changes, no-changes or failed

Exit code: 0 with changes or without, 1 when there is no plan, 2 on wrong usage.
scripts/cluster-access.sh lists the variables for reaching the cluster and Grafana.
USAGE
  exit 2
}

[[ $# -eq 1 && "$1" =~ ^[a-z][a-z0-9-]*$ ]] || usage
environment="$1"
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/cluster-access.sh
source scripts/cluster-access.sh

stack="cdktf.out/stacks/$environment"
plans="${PLAN_FOLDER:-plans}"
mkdir -p "$plans"
echo failed >"$plans/$environment.result"

npx cdktf synth >&2
if [[ ! -f "$stack/cdk.tf.json" ]]; then
  echo "there is no environment \"$environment\": no $stack/cdk.tf.json after synthesis" | tee "$plans/$environment.txt" >&2
  exit 1
fi

open_access
forward_grafana "$environment"
log="$access_folder/log"
saved="$access_folder/plan"

if ! terraform -chdir="$stack" init -input=false -no-color >"$log" 2>&1; then
  tee "$plans/$environment.txt" <"$log" >&2
  exit 1
fi

code=0
terraform -chdir="$stack" plan -detailed-exitcode -no-color -lock=false -input=false -out="$saved" >"$log" 2>&1 || code=$?
case "$code" in
  0) result=no-changes ;;
  2) result=changes ;;
  *)
    tee "$plans/$environment.txt" <"$log" >&2
    echo "terraform plan ended with $code" >&2
    exit 1
    ;;
esac

# The saved plan reads better than the log, which begins with a line for every resource refreshed.
terraform -chdir="$stack" show -no-color "$saved" | tee "$plans/$environment.txt"
echo "$result" >"$plans/$environment.result"
