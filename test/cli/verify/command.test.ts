import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../support/loopback";

const ROOT = join(__dirname, "../../..");

/** Runs the command as a person does. */
const command = (
  env: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<{ exitCode: number; said: string; complained: string }> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ["--import", "tsx", "cli/verify/main.ts", ...args],
      { cwd: ROOT, env: { PATH: process.env["PATH"], USER: "ada", ...env } },
      (_, said, complained) => {
        resolve({ exitCode: child.exitCode ?? -1, said, complained });
      },
    );
  });

let folder: string;
let nowhere: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "verify-"));
  nowhere = `http://127.0.0.1:${String(await freePort())}`;
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it("fails with a report where nothing answers, and writes it to the given file", async () => {
  const file = join(folder, "evidence", "report.md");
  const { exitCode, said, complained } = await command(
    {
      GRAFANA_AUTH: "admin:a-secret",
      PROMETHEUS_URL: nowhere,
      ALERTMANAGER_URL: nowhere,
      GRAFANA_URL: nowhere,
      LOKI_URL: nowhere,
    },
    ...["--environment", "production", "--system", "accubooks"],
    ...["--confirm", "channels", "--report", file],
  );
  expect(exitCode).toBe(1);
  expect(said).toContain("# Monitoring Setup Verification Report\n");
  expect(said).toContain("**Operator**: ada\n");
  expect(said).toContain("12 of 12 are open: do not proceed.");
  expect(said).toContain(
    `nothing answers at ${nowhere}, where Loki should: connect ECONNREFUSED`,
  );
  expect(said).toContain(
    "- [ ] SUCCESS - Proceed to Phase 3 (Controlled Beta)\n- [ ] INCOMPLETE - Fix issues and retry\n",
  );
  expect(`${said}${complained}`).not.toMatch(/a-secret|YWRtaW4|\n\s+at /);
  expect(complained).toContain(`looks at targets\n`);
  expect(complained).toContain(`written to ${file}\n`);
  expect(`${readFileSync(file, "utf8")}\n`).toBe(said);
});

it("says where it cannot write its report", async () => {
  const { exitCode, complained } = await command(
    { GRAFANA_AUTH: "a:b" },
    ...[
      "--environment",
      "staging",
      "--prometheus",
      nowhere,
      "--alertmanager",
      nowhere,
    ],
    ...[
      "--grafana",
      nowhere,
      "--loki",
      nowhere,
      "--report",
      "/dev/null/report.md",
    ],
  );
  expect(exitCode).toBe(1);
  expect(complained).toMatch(
    /cannot write the report to \/dev\/null\/report\.md: .*; name another file with --report\n$/,
  );
});

it.each([
  [[], "--environment is missing; allowed: staging, production"],
  [["--environment", "production", "--bogus"], "unknown option '--bogus'"],
  [
    ["--environment", "production", "--test-alert", "P7"],
    "Allowed choices are P0, P1, P2, P3",
  ],
  [
    ["--environment", "production", "--patience", "5m"],
    "allowed: seconds, from 0 to 9999",
  ],
])(
  "ends with 2 on %p",
  async (args, complaint) => {
    const { exitCode, complained } = await command(
      { GRAFANA_AUTH: "a:b" },
      ...args,
    );
    expect(complained).toContain(complaint);
    expect(exitCode).toBe(2);
  },
  60_000,
);

it("ends with 2 without credentials", async () => {
  const { exitCode, complained } = await command(
    {},
    "--environment",
    "staging",
  );
  expect(complained).toContain("GRAFANA_AUTH is missing");
  expect(exitCode).toBe(2);
});
