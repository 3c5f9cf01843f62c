/** Requirements that are not met yet, by the start of their ID, and what they wait for. */
export const AWAITED: readonly {
  readonly ids: RegExp;
  readonly waitsFor: string;
}[] = [
  {
    ids: /^(CQVR|CQ|NEB|SEN|CHR|TIT|OBS|AUR|ACC|XMR(?!-(A[1256]|R[1246])$))-/,
    waitsFor: "the declaration of the system",
  },
  {
    ids: /^(NOTIF-|CV-N|PLAT-HA2$|PLAT-9$)/,
    waitsFor: "the notification model",
  },
  {
    ids: /^(PLAT-(3|4|5|2[0-35-9]|30|31|32)$|PLAT-A1[12348]$|PLAT-A19$|PLAT-D1\.[78]$|CV-X[1-4]$)/,
    waitsFor: "logs and traces",
  },
  { ids: /^PLAT-(HA4|A20)$/, waitsFor: "back-ups and report jobs" },
  {
    ids: /^(GEN-(4|6|22|24)$|PLAT-HA5$|PROC-(?!7$|9$))/,
    waitsFor: "tools and documents that follow",
  },
];
