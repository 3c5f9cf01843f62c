/** The class of what wakes people. */
export const PRIORITY_CLASS = {
  name: "monitoring",
  /**
   * Above every workload that names none (0), below what the cluster itself needs (2,000,000,000).
   */
  value: 1_000_000,
  description:
    "What tells people that something is wrong: it is placed first, and goes last from a full node",
} as const;
