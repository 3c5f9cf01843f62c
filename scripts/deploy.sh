#!/usr/bin/env bash
set -euo pipefail

usage() {
  cat >&2 <<'USAGE'
usage: scripts/deploy.sh <environment> [--recovery <file>]

Synthesises, checks what the environment needs beforehand (npm run preflight), shows the plan and applies exactly that plan.
Asks nothing: starting it is the approval.

--recovery <file>   import blocks that npm run recover wrote; they lie in the stack's folder for this plan only

Exit code: 0 when the environment is as declared, 1 when it is not, 2 on wrong usage.
scripts/cluster-access.sh lists the variables for reaching the cluster and Grafana; GRAFANA_AUTH and the backend's own
variables are read by Terraform.
USAGE
  exit 2
}

[[ $# -ge 1 && "$1" =~ ^[a-z][a-z0-9-]*$ ]] || usage
environment="$1"
shift
recovery=""
if [[ $# -gt 0 ]]; then
  [[ $# -eq 2 && "$1" == "--recovery" ]] || usage
  # The path is the caller's, from where it stands.
  recovery="$(realpath -- "$2")"
fi
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# Addresses are the same in every environment, so the file of another would import what is not meant.
if [[ -n "$recovery" ]] && [[ "$(jq -r '."//".environment' "$recovery")" != "$environment" ]]; then
  echo "$recovery is not of $environment; write it with: npm run recover -- $environment" >&2
  exit 1
fi
# shellcheck source=scripts/cluster-access.sh
source scripts/cluster-access.sh
stack="cdktf.out/stacks/$environment"

npx cdktf synth
bash scripts/refuse-local-backend.sh "$environment"

open_access
npm run preflight -- "$environment"
forward_grafana "$environment"

saved="$access_folder/plan"
terraform -chdir="$stack" init -input=false -no-color
if [[ -n "$recovery" ]]; then
  trap 'rm -f "$stack/recovery.tf.json"; close_access' EXIT
  cp -- "$recovery" "$stack/recovery.tf.json"
fi
code=0
terraform -chdir="$stack" plan -detailed-exitcode -no-color -lock-timeout=5m -input=false -out="$saved" || code=$?
case "$code" in
  0) echo "$environment is as declared; nothing to apply" ;;
  2) terraform -chdir="$stack" apply -no-color -lock-timeout=5m -input=false "$saved" ;;
  *)
    echo "terraform plan ended with $code; nothing was applied" >&2
    exit 1
    ;;
esac
