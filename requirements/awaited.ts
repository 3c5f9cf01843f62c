/** Requirements that are not met yet, by the start of their ID, and what they wait for. */
export const AWAITED: readonly {
  readonly ids: RegExp;
  readonly waitsFor: string;
}[] = [
  {
    ids: /^CQVR-T4$/,
    waitsFor: "the mirror in CloudWatch, which follows the declaration of CQVR",
  },
  {
    ids: /^ACC-P[1-4]$/,
    waitsFor: "tools and documents that follow",
  },
  {
    ids: /^(CQ-P[46]$|GEN-(4|6|22|24)$|PLAT-HA5$|PROC-(8|1[12])$|XMR-P1$)/,
    waitsFor: "tools and documents that follow",
  },
];
