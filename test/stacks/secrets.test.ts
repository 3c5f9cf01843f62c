import { production } from "../support/organisation/environments";
import { withAlert } from "../support/services";
import { synthesised } from "../support/synthesise";
import { filesOf, plain } from "./output";

/** What looks like a secret, and an example that was never one. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/xox[abposr]-[0-9A-Za-z-]{10}/, "xoxb-1234567890-abc"],
  [/xox[abposr]-[0-9A-Za-z-]{10}/, "xoxp-1234567890-abc"],
  [/hooks\.slack\.com\/services\//, "https://hooks.slack.com/services/T0/B0/x"],
  [/AKIA[0-9A-Z]{16}/, "AKIAABCDEFGHIJKLMNOP"],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, "-----BEGIN RSA PRIVATE KEY-----"],
  [/eyJ[\w-]{10,}\.eyJ/, "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.x"],
  [/gh[pousr]_[A-Za-z0-9]{30}/, `ghp_${"a1".repeat(18)}`],
  [/glsa_[A-Za-z0-9]{20}/, `glsa_${"a1".repeat(16)}_0`],
  [/:\/\/[^\s:/@"]+:[^\s/@"]+@/, "postgres://grafana:hunter22@db:5432"],
  [
    /"(password|passwd|token|secret|routing_key|api_key)\\*": ?\\*"(?!\$__)[^"\\]{6,}/i,
    '"password": "correct horse"',
  ],
  [/\b(password|passwd|secret_key) ?= ?(?!\$__)\S{6,}/i, "password = hunter22"],
];

const leaks = (files: ReadonlyMap<string, string>): readonly string[] =>
  [...files].flatMap(([path, text]) =>
    SHAPES.filter(([shape]) => shape.test(text)).map(
      ([shape]) => `${path} ${shape.source}`,
    ),
  );

it("are in no file that is synthesised", () => {
  expect(leaks(synthesised({}, filesOf))).toEqual([]);
});

it.each(SHAPES)("like %p would be found", (shape, example) => {
  const files = synthesised(
    {
      environments: [plain(production)],
      services: [withAlert({ summary: example })],
    },
    filesOf,
  );
  expect(leaks(files)).toContain(
    `stacks/production/files/values/shop-monitoring.json ${shape.source}`,
  );
});
