import { join } from "node:path";
import { runScript } from "../../support/run-script";
import { prometheus } from "./sinks";
import type { Asked, Standing } from "./sinks";

const LONG_MS = 30_000;

let standing: Standing | undefined;
let asked: Asked = [];
beforeEach(async () => {
  asked = [];
  // It has nothing of what is declared later.
  standing = await prometheus(asked, () => ({
    status: 200,
    body: '{"status":"success","data":{"resultType":"vector","result":[]}}',
  }));
});
afterEach(async () => {
  await standing?.close();
});

const run = (...args: readonly string[]) =>
  runScript(
    process.execPath,
    "--import",
    [
      ...["tsx", "cli/report/by-hand.ts", ...args],
      ...["--prometheus", `http://127.0.0.1:${String(standing?.port)}/`],
    ],
    { PATH: process.env["PATH"] ?? "" },
    join(__dirname, "../../.."),
  );

it(
  "shows the report that is declared, on any day, and sends nothing",
  async () => {
    const ended = await run(
      ...["--report", "monthly", "--environment", "production"],
      ...["--at", "2026-12-17T08:00:00Z"],
    );
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    expect(ended.stdout).toMatch(
      /^# Monthly executive summary, production, 2026-12-17\n/,
    );
    expect(ended.stdout).toContain("## SLOs of every system");
    expect(ended.stdout).toMatch(/\| no data \|/);
    expect(asked.map(({ query }) => query)).toContain("slo:compliance:ratio");
  },
  LONG_MS,
);

it.each([
  [
    "staging",
    "staging sends no reports; switch reports on in environments/staging\n",
  ],
  [
    "trial",
    'there is no environment "trial"; name one of staging, production\n',
  ],
])(
  "says why there is none for %s",
  async (environment, message) => {
    expect(
      await run("--report", "weekly", "--environment", environment),
    ).toEqual({ code: 1, stdout: "", stderr: message });
    expect(asked).toEqual([]);
  },
  LONG_MS,
);
