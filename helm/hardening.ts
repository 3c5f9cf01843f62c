import { HOST_NAMESPACE } from "./kube-prometheus-stack/exporters-values";

/** A workload that Pod Security `restricted` would refuse. */
export interface PodSecurityException {
  readonly workload: string;
  readonly namespace: string;
  /** The level of its namespace. */
  readonly level: "baseline" | "privileged";
  /** What it does that no restricted pod may. */
  readonly reason: string;
}

/** How much the pods of a release may do, and how they are placed. */
export interface ReleaseHardening {
  /** Everything in the release is restricted but these. */
  readonly exceptions: readonly PodSecurityException[];
  /** Workloads that tell people that something is wrong, and so have the priority class `monitoring`. */
  readonly wakesPeople: readonly string[];
}

const RESTRICTED: ReleaseHardening = { exceptions: [], wakesPeople: [] };

/**
 * Every release with pods, by its name; exporters by the name of their chart's. One that is not here is a mistake that a test names.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export const HARDENING = {
  kps: {
    exceptions: [
      {
        workload: "kps-prometheus-node-exporter",
        namespace: HOST_NAMESPACE,
        level: "privileged",
        reason:
          "reads the node itself: its network, processes and file systems",
      },
    ],
    wakesPeople: ["kps-prometheus", "kps-alertmanager"],
  },
  grafana: { exceptions: [], wakesPeople: ["grafana"] },
  "blackbox-exporter": RESTRICTED,
  pushgateway: RESTRICTED,
  "redis-exporter": RESTRICTED,
  "postgres-exporter": RESTRICTED,
  loki: RESTRICTED,
  tempo: RESTRICTED,
  "alloy-logs": RESTRICTED,
  "alloy-gateway": RESTRICTED,
  "monitoring-backups": RESTRICTED,
  "monitoring-reports": RESTRICTED,
} as const satisfies Readonly<Record<string, ReleaseHardening>>;
