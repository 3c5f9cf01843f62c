import { missingSecrets } from "../../../cli/preflight/missing-secrets";
import type { SecretState } from "../../../cli/preflight/missing-secrets";

const secret = {
  namespace: "monitoring",
  name: "smtp",
  keys: ["user", "password"],
  usedBy: ["grafana"],
};

it.each<[string, SecretState, readonly string[]]>([
  [
    "says nothing of a Secret that has every key",
    { kind: "present", keys: ["password", "user", "more"] },
    [],
  ],
  [
    "names the keys that a Secret lacks",
    { kind: "present", keys: ["user"] },
    ["monitoring/smtp: lacks password; needed by grafana; add what is missing"],
  ],
  [
    "names a Secret that is not there",
    { kind: "absent" },
    [
      "monitoring/smtp: missing; needed by grafana; make it with the keys user, password",
    ],
  ],
  [
    "does not count an unreadable Secret as present",
    { kind: "unreadable", reason: "Forbidden" },
    ["cannot be read (Forbidden): monitoring/smtp"],
  ],
])("%s", (_, state, lines) => {
  expect(missingSecrets([secret], () => state)).toEqual({
    count: lines.length,
    lines,
  });
});

it("names a reason once, with all the Secrets that it keeps from being read", () => {
  const other = { ...secret, name: "oauth" };
  expect(
    missingSecrets([secret, other], () => ({
      kind: "unreadable",
      reason: "connection refused",
    })),
  ).toEqual({
    count: 2,
    lines: [
      "cannot be read (connection refused): monitoring/smtp, monitoring/oauth",
    ],
  });
});
