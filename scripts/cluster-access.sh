# shellcheck shell=bash
# Sourced by plan.sh, deploy.sh and test-alerts.sh: reaching a cluster, its Grafana and its Alertmanager, and leaving nothing
# behind at exit.
#
# Reads from the environment, all optional:
#   KUBECONFIG_B64         a kubeconfig in base64, as a pipeline keeps it in a secret; without it the person's own is used
#   GRAFANA_PORT_FORWARD   1 when Grafana's address cannot be reached from here, only the cluster's API
#   GRAFANA_NAMESPACE, GRAFANA_SERVICE, GRAFANA_SERVICE_PORT   where Grafana is; monitoring, grafana, 80
#   GRAFANA_LOCAL_PORT     the port opened here; 13000, or the next one that is free
#   ALERTMANAGER_NAMESPACE, ALERTMANAGER_NAME   where Alertmanager is; monitoring, kps-alertmanager
#   ALERTMANAGER_LOCAL_PORT   the first port opened here, one for each member; 19093, or the next ones that are free
#   KUBE_CONTEXT           the kubeconfig's context; the name of the environment

access_folder=""
forward_pids=()

close_access() {
  local pid
  # An older bash takes an empty list for a variable that is not set.
  for pid in ${forward_pids[@]+"${forward_pids[@]}"}; do
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  forward_pids=()
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

# answers <port>: whether somebody listens on a port of this machine.
answers() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# forward <context> <namespace> <target> <local port> <remote port>: keeps a port-forward open until
# the exit. Its target may not exist yet, or be replaced meanwhile, so the forward is retried for as
# long as it is needed. What kubectl said last is in $access_folder/forward-<local port>.
forward() {
  local context="$1" namespace="$2" target="$3" port="$4" ports="$4:$5"
  local log="$access_folder/forward-$port"
  (
    child=""
    trap 'if [[ -n "$child" ]]; then kill "$child" 2>/dev/null; wait "$child" 2>/dev/null; fi; exit 0' TERM
    while true; do
      kubectl --context "$context" --namespace "$namespace" port-forward "$target" "$ports" --address 127.0.0.1 >"$log" 2>&1 &
      child=$!
      wait "$child" || true
      sleep 1 &
      child=$!
      wait "$child" || true
    done
  ) &
  forward_pids+=("$!")
}

# forward_said <port> <text>: whether kubectl's last try to forward that port printed the text.
forward_said() {
  grep -qF "$2" "$access_folder/forward-$1" 2>/dev/null
}

# forward_free <context> <namespace> <target> <first port> <remote port> <tries>: forwards the first local
# port that is free from there on, sets $forwarded_port, and waits half a second after each try. Fails
# when the forward is not open after the last. That something answers is not enough: it may be another
# environment's, or a program that took the port in between.
forwarded_port=""
forward_free() {
  local context="$1" namespace="$2" target="$3" port="$4" remote="$5" tries="$6" i
  while answers "$port"; do port=$((port + 1)); done
  forward "$context" "$namespace" "$target" "$port" "$remote"
  for ((i = 0; i < tries; i++)); do
    forwarded_port="$port"
    if forward_said "$port" "Forwarding from 127.0.0.1:$port " && answers "$port"; then return 0; fi
    if forward_said "$port" "address already in use"; then
      kill "${forward_pids[${#forward_pids[@]}-1]}" 2>/dev/null || true
      port=$((port + 1))
      forward "$context" "$namespace" "$target" "$port" "$remote"
    fi
    sleep 0.5
  done
  return 1
}

# Forwards a port to Grafana and has Terraform use it. At the first deployment there is no Grafana
# yet, which is not an error.
forward_grafana() {
  local environment="$1"
  [[ "${GRAFANA_PORT_FORWARD:-}" == "1" ]] || return 0
  local context="${KUBE_CONTEXT:-$environment}" namespace="${GRAFANA_NAMESPACE:-monitoring}" answer=0

  forward_free "$context" "$namespace" "service/${GRAFANA_SERVICE:-grafana}" "${GRAFANA_LOCAL_PORT:-13000}" \
    "${GRAFANA_SERVICE_PORT:-80}" "${GRAFANA_PORT_FORWARD_TRIES:-30}" || answer=$?
  export TF_VAR_grafana_url="http://127.0.0.1:$forwarded_port"
  if [[ "$answer" -eq 0 ]]; then
    echo "Grafana is reached at $TF_VAR_grafana_url" >&2
  else
    echo "no Grafana yet in $namespace of $context; going on, as it may be created now" >&2
  fi
}

# Forwards a port to each member of Alertmanager's cluster and sets $alertmanager_urls. The Service
# would lead to one member only, while any of them may be the one that notifies.
alertmanager_urls=()
forward_alertmanager() {
  local environment="$1"
  local context="${KUBE_CONTEXT:-$environment}" namespace="${ALERTMANAGER_NAMESPACE:-monitoring}"
  # The operator puts "alertmanager-" before the name of the object that the chart creates.
  local name="alertmanager-${ALERTMANAGER_NAME:-kps-alertmanager}"
  local port="${ALERTMANAGER_LOCAL_PORT:-19093}" tries="${ALERTMANAGER_PORT_FORWARD_TRIES:-60}"
  local members member

  # The operator replaces members after Helm has finished; a forward to an old one would break.
  kubectl --context "$context" --namespace "$namespace" rollout status "statefulset/$name" --timeout=10m >&2
  members="$(kubectl --context "$context" --namespace "$namespace" get "statefulset/$name" -o 'jsonpath={.spec.replicas}')"
  if ! [[ "$members" =~ ^[1-9][0-9]*$ ]]; then
    echo "$name in $namespace of $context must have at least one member, got \"$members\"" >&2
    return 1
  fi

  for ((member = 0; member < members; member++)); do
    if ! forward_free "$context" "$namespace" "pod/$name-$member" "$port" 9093 "$tries"; then
      echo "no way to $name-$member in $namespace of $context: $(cat "$access_folder/forward-$forwarded_port")" >&2
      return 1
    fi
    alertmanager_urls+=("http://127.0.0.1:$forwarded_port")
    port=$((forwarded_port + 1))
  done
}
