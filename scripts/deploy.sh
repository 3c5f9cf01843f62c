#!/usr/bin/env bash
set -euo pipefail

usage() {
  cat >&2 <<'USAGE'
usage: scripts/deploy.sh <environment>

Synthesises, checks what the environment needs beforehand (npm run preflight), shows the plan and applies exactly that plan.
Asks nothing: starting it is the approval.

Exit code: 0 when the environment is as declared, 1 when it is not, 2 on wrong usage.
scripts/cluster-access.sh lists the variables for reaching the cluster and Grafana; GRAFANA_AUTH and the backend's own
variables are read by Terraform.
USAGE
  exit 2
}

[[ $# -eq 1 && "$1" =~ ^[a-z][a-z0-9-]*$ ]] || usage
environment="$1"
cd "$(dirname "${BASH_SOURCE[0]}")/.."
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
