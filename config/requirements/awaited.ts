/** Requirements that are not met yet, by the start of their ID, and what they wait for. */
export const AWAITED: readonly {
  readonly ids: RegExp;
  readonly waitsFor: string;
}[] = [
  {
    ids: /^(CQ-P[46]$|GEN-(6|24)$|PLAT-HA5$|PROC-(8|12)$)/,
    waitsFor: "tools and documents that follow",
  },
];
