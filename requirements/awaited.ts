/** Requirements that are not met yet, by the start of their ID, and what they wait for. */
export const AWAITED: readonly {
  readonly ids: RegExp;
  readonly waitsFor: string;
}[] = [
  {
    ids: /^CQVR-(T4|P[234568])$/,
    waitsFor:
      "reports, checklists and the mirror in CloudWatch, which follow the declaration of CQVR",
  },
  {
    ids: /^ACC-P[1-5]$/,
    waitsFor: "tools and documents that follow",
  },
  {
    ids: /^(CQ-P[456]$|GEN-(4|6|22|24)$|PLAT-HA5$|PROC-(6|8|1[0-2])$|XMR-P1$)/,
    waitsFor: "tools and documents that follow",
  },
];
