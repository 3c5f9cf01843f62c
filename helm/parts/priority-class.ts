/** Priority class of the workloads that notify people. */
export const PRIORITY_CLASS = {
  name: "monitoring",
  /**
   * Above every workload that names none (0), below what the cluster itself needs (2,000,000,000).
   */
  value: 1_000_000,
  description:
    "Workloads that notify people: scheduled first, and evicted last from a full node",
} as const;
