import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { production } from "../../support/environments/production";
import { findEngine } from "../../../engines/find-engine";
import { liveAlertmanager } from "../../support/live-alertmanager";
import type { LiveAlertmanager } from "../../support/live-alertmanager";
import { trial } from "./trial";
import type { Trial } from "./trial";

const TIMEOUT = 60_000;
const own: Trial = trial();
let amtool: string;
let before: LiveAlertmanager;
let after: LiveAlertmanager;

beforeAll(async () => {
  amtool = await findEngine("amtool");
  before = await liveAlertmanager(production);
  after = await liveAlertmanager(production);
}, TIMEOUT);
afterAll(async () => {
  await before.stop();
  await after.stop();
  own.remove();
});

const ask = (url: string, ...args: readonly string[]): string =>
  execFileSync(amtool, [`--alertmanager.url=${url}`, ...args], {
    encoding: "utf8",
    env: { HOME: own.work },
  });

const silencesOf = (url: string): readonly unknown[] =>
  (
    JSON.parse(ask(url, "silence", "query", "-o", "json")) as readonly {
      readonly matchers: unknown;
      readonly comment: string;
      readonly createdBy: string;
      readonly endsAt: string;
    }[]
  ).map(({ matchers, comment, createdBy, endsAt }) => ({
    matchers,
    comment,
    createdBy,
    endsAt,
  }));

it(
  "what the job saves of one Alertmanager is what the runbook restores to another",
  async () => {
    ask(
      before.url,
      ...["silence", "add", "alertname=HighErrorRate", 'system=~"shop|desk"'],
      ...["--author=somebody", "--comment=while it is mended"],
      "--duration=2h",
    );
    const { code } = await own.run("export-silences.sh", {
      FILE: "silences.json",
      ALERTMANAGER_URL: before.url,
    });
    expect(code).toBe(0);
    expect(silencesOf(after.url)).toEqual([]);
    ask(
      after.url,
      "silence",
      "import",
      "--force",
      join(own.work, "silences.json"),
    );
    expect(silencesOf(after.url)).toHaveLength(1);
    expect(silencesOf(after.url)).toEqual(silencesOf(before.url));
  },
  TIMEOUT,
);
