/** Requirements that are not met yet, by the start of their ID, and what they wait for. */
export const AWAITED: readonly {
  readonly ids: RegExp;
  readonly waitsFor: string;
}[] = [
  {
    ids: /^CQVR-/,
    waitsFor: "the declaration of CQVR",
  },
  {
    ids: /^CQ-/,
    waitsFor: "the declaration of CodeQual and DeepWiki",
  },
  {
    ids: /^CHR-/,
    waitsFor: "the declaration of chronos",
  },
  {
    ids: /^OBS-/,
    waitsFor: "the declaration of obsidian",
  },
  {
    ids: /^ACC-/,
    waitsFor: "the declaration of AccuBooks",
  },
  {
    ids: /^XMR(?!-(A[1256]|R[1246]|L[13]|X3)$)-/,
    waitsFor: "the rules and pages about several systems",
  },
  {
    ids: /^NOTIF-(2|13)$/,
    waitsFor: "the declaration of every system",
  },
  { ids: /^PLAT-A20$/, waitsFor: "report jobs" },
  {
    ids: /^(GEN-(4|6|22|24)$|PLAT-HA5$|PROC-(?!7$|9$|13$))/,
    waitsFor: "tools and documents that follow",
  },
];
