/** Requirements that are not met yet, by the start of their ID, and what they wait for. */
export const AWAITED: readonly {
  readonly ids: RegExp;
  readonly waitsFor: string;
}[] = [
  {
    ids: /^CQVR-P[234568]$/,
    waitsFor: "reports and checklists, which follow the declaration of CQVR",
  },
  {
    ids: /^ACC-P[1-5]$/,
    waitsFor: "tools and documents that follow",
  },
  {
    ids: /^(CQ-P[456]$|GEN-(6|24)$|PLAT-HA5$|PROC-(6|8|1[0-2]|14|15)$|XMR-P1$)/,
    waitsFor: "tools and documents that follow",
  },
];
