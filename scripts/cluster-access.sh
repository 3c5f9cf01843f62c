# shellcheck shell=bash
# Sourced by plan.sh and deploy.sh: reaching a cluster and its Grafana, and leaving nothing behind at exit.
#
# Reads from the environment, all optional:
#   KUBECONFIG_B64         a kubeconfig in base64, as a pipeline keeps it in a secret; without it the person's own is used
#   GRAFANA_PORT_FORWARD   1 when Grafana's address cannot be reached from here, only the cluster's API
#   GRAFANA_NAMESPACE, GRAFANA_SERVICE, GRAFANA_SERVICE_PORT   where Grafana is; monitoring, grafana, 80
#   GRAFANA_LOCAL_PORT     the port opened here; 13000
#   KUBE_CONTEXT           the kubeconfig's context; the name of the environment

access_folder=""
forward_pid=""

close_access() {
  if [[ -n "$forward_pid" ]]; then
    kill "$forward_pid" 2>/dev/null || true
    wait "$forward_pid" 2>/dev/null || true
    forward_pid=""
  fi
  if [[ -n "$access_folder" ]]; then
    rm -rf "$access_folder"
    access_folder=""
  fi
}

# For kubectl, for a state kept in the cluster, and for the providers of the stack.
use_kubeconfig() {
  export KUBECONFIG="$1" KUBE_CONFIG_PATH="$1" TF_VAR_kubeconfig="$1"
}

# Makes $access_folder, a folder only this user can read. A saved plan and a kubeconfig hold secrets.
open_access() {
  access_folder="$(umask 077 && mktemp -d "${RUNNER_TEMP:-${TMPDIR:-/tmp}}/monitoring-stack.XXXXXX")"
  trap close_access EXIT
  # Without these a signal would end the script before the trap above.
  trap 'exit 130' INT
  trap 'exit 143' TERM

  if [[ -n "${KUBECONFIG_B64:-}" ]]; then
    if ! (umask 077 && base64 -d <<<"$KUBECONFIG_B64" >"$access_folder/kubeconfig"); then
      echo "KUBECONFIG_B64 must be a kubeconfig in base64; make it with: base64 <kubeconfig" >&2
      return 1
    fi
    unset KUBECONFIG_B64 KUBE_CONFIG_PATHS
    use_kubeconfig "$access_folder/kubeconfig"
  elif [[ "${KUBECONFIG:-}" == *:* ]]; then
    # kubectl reads a list of files, the stack's variable names one.
    (umask 077 && kubectl config view --raw --flatten >"$access_folder/kubeconfig")
    use_kubeconfig "$access_folder/kubeconfig"
  elif [[ -n "${KUBECONFIG:-}" ]]; then
    use_kubeconfig "$KUBECONFIG"
  fi
}

# Opens a way to Grafana through the cluster's API and has Terraform use it.
# At the first deployment there is no Grafana yet, and an upgrade replaces its pods: so it is tried again for as long as it is needed.
forward_grafana() {
  local environment="$1"
  [[ "${GRAFANA_PORT_FORWARD:-}" == "1" ]] || return 0
  local context="${KUBE_CONTEXT:-$environment}" namespace="${GRAFANA_NAMESPACE:-monitoring}"
  local service="service/${GRAFANA_SERVICE:-grafana}"
  local port="${GRAFANA_LOCAL_PORT:-13000}"
  local ports="$port:${GRAFANA_SERVICE_PORT:-80}"

  (
    child=""
    trap 'if [[ -n "$child" ]]; then kill "$child" 2>/dev/null; wait "$child" 2>/dev/null; fi; exit 0' TERM
    while true; do
      kubectl --context "$context" --namespace "$namespace" port-forward "$service" "$ports" >/dev/null 2>&1 &
      child=$!
      wait "$child" || true
      sleep 1 &
      child=$!
      wait "$child" || true
    done
  ) &
  forward_pid=$!
  export TF_VAR_grafana_url="http://127.0.0.1:$port"

  local tries="${GRAFANA_PORT_FORWARD_TRIES:-30}"
  for ((i = 0; i < tries; i++)); do
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      echo "Grafana is reached at $TF_VAR_grafana_url" >&2
      return 0
    fi
    sleep 0.5
  done
  echo "no Grafana yet in $namespace of $context; going on, as it may be created now" >&2
}
