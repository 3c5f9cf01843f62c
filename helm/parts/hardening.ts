/**
 * A workload that Pod Security `restricted` would refuse.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export interface PodSecurityException {
  readonly workload: string;
  readonly namespace: string;
  /** The level of its namespace. */
  readonly level: "baseline" | "privileged";
  /** Its capability that no restricted pod may have. */
  readonly reason: string;
}

/** How much the pods of a release may do, and how they are placed. */
export interface ReleaseHardening {
  /** Everything in the release is restricted but these. */
  readonly exceptions: readonly PodSecurityException[];
  /** Workloads without which nobody is notified; they have the priority class `monitoring`. */
  readonly wakesPeople: readonly string[];
}

/** Every pod is restricted, and none has a priority class. */
export const RESTRICTED: ReleaseHardening = { exceptions: [], wakesPeople: [] };
