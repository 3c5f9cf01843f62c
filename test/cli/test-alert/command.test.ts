import { execFile } from "node:child_process";
import { join } from "node:path";
import { production } from "../../support/environments/production";
import { staging } from "../../support/environments/staging";
import { freePort } from "../../support/loopback";
import type { LiveAlertmanager } from "../../support/live-alertmanager";
import { impatientAlertmanager } from "./impatient-alertmanager";

const ROOT = join(__dirname, "../../..");

/** Runs the command as a person does. */
const command = (
  ...args: readonly string[]
): Promise<{ exitCode: number; said: string; complained: string }> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ["--import", "tsx", "cli/test-alert/main.ts", ...args],
      { cwd: ROOT },
      (_, said, complained) => {
        resolve({ exitCode: child.exitCode ?? -1, said, complained });
      },
    );
  });

const tryIn = (
  environment: string,
  priority: string,
  url: string,
  ...more: readonly string[]
) =>
  command(
    ...["--environment", environment, "--system", "codeverify"],
    ...["--priority", priority, "--url", url, "--sender", "A trial", ...more],
  );

let live: LiveAlertmanager;
beforeEach(
  async () => {
    live = await impatientAlertmanager(staging);
  },
  20 * 60 * 1000,
);
afterEach(async () => {
  await live.stop();
});

it("sends an alert, sees it taken and says where to look", async () => {
  const { exitCode, said, complained } = await tryIn("staging", "P1", live.url);
  expect(said).toContain(
    "codeverify P1: reached receiver codeverify-p1, and nothing suppresses it",
  );
  expect(said).toContain("\nslack: 1 of 1 messages taken\n");
  expect(said).toContain(
    "[ ] #monitoring-staging shows TEST … TestAlert, codeverify P1, staging",
  );
  expect(said).not.toContain("FAILED");
  expect(complained).toMatch(
    /^1 sent as trial \d{10}; looks for 16 s at most\n$/,
  );
  expect(exitCode).toBe(0);
  const [message = ""] = live.sink.taken;
  expect(message).toMatch(/^\/alertmanager-slack\/monitoring-staging /);
  for (const text of [
    "TEST [FIRING 1] TestAlert · P1 · codeverify · staging",
    "TEST: nothing is wrong; P1 of codeverify in staging",
    "A trial sent this to see that it arrives. It ends by itself after 5 minutes.",
    "docs/runbooks/README.md",
  ]) {
    expect(message).toContain(text);
  }
});

it("follows a named path", async () => {
  const { exitCode, said } = await tryIn(
    "staging",
    "P1",
    live.url,
    ...["--system", "cqvr", "--path", "chat-and-email"],
  );
  expect(said).toContain("reached receiver cqvr-p1-chat-and-email,");
  expect(exitCode).toBe(0);
});

it("fails while the channel answers with an error", async () => {
  live.sink.status = 500;
  const { exitCode, said } = await tryIn("staging", "P0", live.url);
  expect(said).toMatch(
    /\nFAILED slack: 0 of 1 messages taken, \d+ requests failed: Alertmanager's log says why/,
  );
  expect(exitCode).toBe(1);
});

it("fails at once when the channel refuses the message", async () => {
  live.sink.status = 404;
  const { exitCode, said } = await tryIn(
    "staging",
    "P0",
    live.url,
    ...["--system", "codequal", "--path", "pager-and-chat"],
  );
  expect(said).toMatch(/FAILED slack: 0 of 1 messages taken, .*1 given up\n/);
  expect(exitCode).toBe(1);
});

it("says why nobody is notified, and checks that nobody was", async () => {
  const { exitCode, said } = await tryIn("staging", "P2", live.url);
  expect(said).toContain(
    "codeverify P2: reached receiver null only; nobody is notified: ",
  );
  expect(said).not.toContain("[ ]");
  expect(exitCode).toBe(0);
});

it("sends nothing to an Alertmanager with another configuration", async () => {
  const { exitCode, complained } = await tryIn("production", "P1", live.url);
  expect(complained).toContain(
    "this Alertmanager does not run the configuration of production: it lacks receiver platform-p2",
  );
  expect(exitCode).toBe(1);
  expect(live.sink.taken).toEqual([]);
});

it("sends no test alert of staging to production, although its receivers have the same names", async () => {
  const other = await impatientAlertmanager(production);
  try {
    const { exitCode, complained } = await tryIn("staging", "P1", other.url);
    expect(complained).toMatch(
      /does not run the configuration of staging: its receiver default notifies email .*slack #monitoring-unrouted, not slack #monitoring-staging/,
    );
    expect(exitCode).toBe(1);
    expect(other.sink.taken).toEqual([]);
  } finally {
    await other.stop();
  }
});

it("says what to do where nothing answers", async () => {
  const url = `http://127.0.0.1:${String(await freePort())}`;
  const { exitCode, complained } = await tryIn("staging", "P1", url);
  expect(complained).toBe(
    `nothing answers at ${url}: kubectl -n monitoring port-forward svc/kps-alertmanager 9093 first\n`,
  );
  expect(exitCode).toBe(1);
});

it("says so where another server answers", async () => {
  const { exitCode, complained } = await tryIn("staging", "P1", live.sink.url);
  expect(complained).toBe(
    `${live.sink.url} is not an Alertmanager: /api/v2/status is no JSON: it begins with "ok"\n`,
  );
  expect(exitCode).toBe(1);
});

it.each([
  [["--environment", "nowhere"], "allowed: staging, production"],
  [["--environment", "staging", "--bogus"], "unknown option '--bogus'"],
  [["--patience", "5m"], "allowed: seconds, from 0 to 9999"],
])(
  "ends with 2 on %p",
  async (args, complaint) => {
    const { exitCode, complained } = await command(...args);
    expect(complained).toContain(complaint);
    expect(exitCode).toBe(2);
  },
  60_000,
);
