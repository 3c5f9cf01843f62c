/** Requirements that are not met yet, by the start of their ID, and what they wait for. */
export const AWAITED: readonly {
  readonly ids: RegExp;
  readonly waitsFor: string;
}[] = [
  {
    ids: /^((CQVR|CQ|NEB|SEN|CHR|TIT|OBS|AUR|ACC|XMR(?!-(A[1256]|R[1246])$))-|NOTIF-(2|13)$)/,
    waitsFor: "the declaration of the system",
  },
  { ids: /^PLAT-A20$/, waitsFor: "report jobs" },
  {
    ids: /^(GEN-(4|6|22|24)$|PLAT-HA5$|PROC-(?!7$|9$|13$))/,
    waitsFor: "tools and documents that follow",
  },
];
