import type { Cluster, Revision } from "./cluster";
import type { DeclaredRelease } from "./declared";
import type { Existing } from "./existing";

/** A release of which Helm refuses any further operation. */
export interface StuckRelease {
  /** `<namespace>/<name>` */
  readonly id: string;
  readonly status: string;
  readonly revision: number;
  /** What a person runs; nothing here runs it. */
  readonly command: string;
  /** Why this command, and what follows from it. */
  readonly reason: string;
}

/** Releases that are declared and exist. */
export interface Releases {
  readonly usable: readonly Existing[];
  readonly stuck: readonly StuckRelease[];
}

/** Charts of Prometheus, Loki, Tempo and Grafana: to uninstall one would end what stores data. */
const NEVER_UNINSTALLED: readonly string[] = [
  "kube-prometheus-stack",
  "loki",
  "tempo",
  "tempo-distributed",
  "grafana",
];

/**
 * States from which an upgrade starts.
 * @see https://github.com/helm/helm/blob/v3.18.0/pkg/action/upgrade.go
 */
const USABLE: readonly string[] = ["deployed", "failed", "superseded"];

/** Sorts the declared releases by whether Helm can go on with them. */
export function releasesIn(
  declared: readonly DeclaredRelease[],
  { revisions, claims }: Pick<Cluster, "revisions" | "claims">,
  context: string,
): Releases {
  const usable: Existing[] = [];
  const stuck: StuckRelease[] = [];
  for (const release of declared) {
    const history = revisions
      .filter(
        ({ namespace, name }) =>
          namespace === release.namespace && name === release.name,
      )
      .sort((one, other) => other.version - one.version);
    const [newest] = history;
    if (newest === undefined) continue;
    const id = `${release.namespace}/${release.name}`;
    if (USABLE.includes(newest.status)) {
      usable.push({
        address: release.address,
        kind: release.kind,
        id,
        differences: failedNote(newest),
      });
      continue;
    }
    stuck.push({
      id,
      status: newest.status,
      revision: newest.version,
      ...wayOut(release, history, newest, claims.get(id) ?? [], context),
    });
  }
  return { usable, stuck };
}

const failedNote = ({ status, version }: Revision): readonly string[] =>
  status === "failed"
    ? [`revision ${String(version)} failed: the next apply upgrades it`]
    : [];

function wayOut(
  { name, namespace, chart }: DeclaredRelease,
  history: readonly Revision[],
  newest: Revision,
  claims: readonly string[],
  context: string,
): Pick<StuckRelease, "command" | "reason"> {
  const helm = `helm --kube-context ${context} --namespace ${namespace}`;
  const deployed = history.find(({ status }) => status === "deployed");
  if (deployed !== undefined && newest.status !== "uninstalling") {
    return {
      command: `${helm} rollback ${name} ${String(deployed.version)}`,
      reason: `revision ${String(deployed.version)} is the last one that was deployed`,
    };
  }
  const kept = reasonToKeep(chart, claims);
  return kept === undefined
    ? {
        command: `${helm} uninstall ${name}`,
        reason: `${newest.status === "uninstalling" ? "its removal was under way" : "it was never deployed"} and it holds no volume; the next apply installs it`,
      }
    : {
        command: `kubectl --context ${context} --namespace ${namespace} delete secret sh.helm.release.v1.${name}.v${String(newest.version)}`,
        reason: `never uninstall it: ${kept}. This deletes Helm's record of the one revision; the next apply installs the release over its objects, which stay`,
      };
}

function reasonToKeep(
  chart: string,
  claims: readonly string[],
): string | undefined {
  if (NEVER_UNINSTALLED.includes(chart)) return `${chart} stores data`;
  return claims.length > 0 ? `it holds ${claims.join(", ")}` : undefined;
}
