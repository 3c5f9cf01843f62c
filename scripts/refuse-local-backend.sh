#!/usr/bin/env bash
set -euo pipefail

usage() {
  cat >&2 <<'USAGE'
usage: scripts/refuse-local-backend.sh <environment>

Fails when the synthesised environment keeps its Terraform state in a file beside the checkout. In a pipeline that file is gone
after the run, and the next run would create everything a second time.

Exit code: 0 when the state is kept elsewhere, 1 when it is not, 2 on wrong usage.
USAGE
  exit 2
}

[[ $# -eq 1 && "$1" =~ ^[a-z][a-z0-9-]*$ ]] || usage
environment="$1"
cd "$(dirname "${BASH_SOURCE[0]}")/.."

stack="cdktf.out/stacks/$environment/cdk.tf.json"
if [[ ! -f "$stack" ]]; then
  echo "no $stack; run: npx cdktf synth" >&2
  exit 1
fi

# Terraform without a backend block keeps its state in a local file too.
backend="$(jq -r '.terraform // {} | if .cloud then "cloud" else (.backend // {} | keys_unsorted | first // "local") end' "$stack")"
if [[ "$backend" == "local" ]]; then
  echo "environments/$environment backend: must not be local where a pipeline deploys, got local; allowed: s3, gcs, azurerm, kubernetes" >&2
  exit 1
fi
echo "$environment keeps its state in $backend" >&2
