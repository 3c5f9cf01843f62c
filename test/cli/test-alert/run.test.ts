import type { Choice } from "../../../cli/test-alert/trials";
import {
  environments,
  production,
  staging,
} from "../../support/organisation/environments";
import { services } from "../../support/organisation/services";
import type { LiveAlertmanager } from "../../support/live-alertmanager";
import { impatientAlertmanager } from "./impatient-alertmanager";
import type { Difference } from "./impatient-alertmanager";
import { tryingAll, trying as tryingIn } from "./trying";
import type { Waits } from "./trying";

const started: LiveAlertmanager[] = [];

async function start(
  environment: typeof production,
  difference?: Difference,
): Promise<LiveAlertmanager> {
  const live = await impatientAlertmanager(environment, difference);
  started.push(live);
  return live;
}
afterEach(async () => {
  await Promise.all(started.splice(0).map(({ stop }) => stop()));
});

/** {@link tryingIn} the synthetic organisation. */
const trying = (
  choice: Choice,
  urls: readonly [string, ...string[]],
  progress?: string[],
  waits?: Waits,
) => tryingIn({ environments, services }, choice, urls, progress, waits);

/** For what is to succeed, however busy the machine is. */
const PATIENT = { grace: 10 * 60_000 };

const post = (url: string, path: string, body: unknown): Promise<Response> =>
  fetch(`${url}/api/v2/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

const later = (milliseconds: number): string =>
  new Date(Date.now() + milliseconds).toISOString();

const p1 = { environment: "staging", system: "market", priority: "P1" };

it("tries every receiver of production's systems, each counted separately", async () => {
  const { text, holds, pagers, pages, places } = await tryingAll(
    { environments, services },
    production,
  );
  expect(text).not.toContain("FAILED");
  expect(holds).toBe(true);
  expect(text).toContain("market-p0/pagerduty: 1 of 1 messages taken");
  expect(text).toContain("platform-p3/email: 1 of 1 messages taken");
  expect(text).not.toContain("for all receivers together");
  expect(text).toContain(
    "[ ] pager market shows TEST … TestAlert, market P0, production",
  );
  expect(pagers).toBeGreaterThan(3);
  expect(pages).toBe(pagers);
  expect(places).toContain("email platform-oncall@example.com");
});

it("names the silence that suppresses an alert", async () => {
  const { url, sink } = await start(staging);
  const silence = (await (
    await post(url, "silences", {
      matchers: [{ name: "system", value: "market", isRegex: false }],
      startsAt: later(0),
      endsAt: "2099-01-01T00:00:00.000Z",
      createdBy: "Ada",
      comment: "moving house",
    })
  ).json()) as { readonly silenceID: string };
  const { text, holds } = await trying(p1, [url]);
  expect(text).toContain(
    `FAILED market P1: reached receiver market-p1, but is\n  silenced by Ada until 2099-01-01T00:00:00.000Z: moving house (${silence.silenceID})`,
  );
  expect(text).not.toContain("[ ]");
  expect(holds).toBe(false);
  expect(sink.taken).toEqual([]);
});

it("names the alert that inhibits it", async () => {
  const { url } = await start(staging);
  await post(url, "alerts", [
    {
      labels: {
        alertname: "MarketApiDown",
        priority: "P0",
        system: "market",
        environment: "staging",
        condition: "system-down",
      },
      startsAt: later(0),
      endsAt: later(60_000),
    },
  ]);
  const { text, holds } = await trying(p1, [url]);
  expect(text).toContain("  inhibited by MarketApiDown P0 market");
  expect(holds).toBe(false);
});

it("names the time interval that mutes an alert", async () => {
  const { url } = await start(production, { intervals: "closed" });
  const { text, holds } = await trying(
    { ...p1, environment: "production", priority: "P3" },
    [url],
  );
  expect(text).toContain(
    "  muted at this time by business-hours: try again later",
  );
  expect(holds).toBe(false);
});

it("waits for the group interval when another test alert has just been notified", async () => {
  const { url, sink } = await start(staging, { groupInterval: "4s" });
  const progress: string[] = [];
  await trying(p1, [url], progress, PATIENT);
  const { holds } = await trying(p1, [url], progress, PATIENT);
  const [first = 0, second = 0] = progress.map((line) =>
    Number(/(\d+) s at most/.exec(line)?.[1]),
  );
  expect(second).toBeGreaterThan(first);
  expect(holds).toBe(true);
  expect(sink.taken.length).toBe(2);
});

/**
 * A group that was notified of something other than a test alert, so that the wait is not visible.
 */
async function notifyBefore(url: string): Promise<void> {
  await post(url, "alerts", [
    {
      labels: {
        alertname: "TestAlert",
        system: "market",
        priority: "P1",
        severity: "critical",
        environment: "staging",
      },
      startsAt: later(-60_000),
      endsAt: later(500),
    },
  ]);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
}

it("says what delays an alert that was not notified", async () => {
  const { url } = await start(staging);
  await notifyBefore(url);
  const { text, holds } = await trying(p1, [url]);
  expect(text).toContain("FAILED slack: 0 of 1 messages taken, 0 begun");
  expect(text).toContain(
    "After 4 s not everything was sent. A trial in the same group shortly before delays this one by a group interval: try again then.",
  );
  expect(holds).toBe(false);
});

it("with patience waits for such a group, no longer than it must", async () => {
  const { url } = await start(staging, { groupInterval: "6s" });
  await notifyBefore(url);
  const began = Date.now();
  const patience = 10 * 60_000;
  const { text, holds } = await trying(p1, [url], [], { patience });
  expect(text).toContain("slack: 1 of 1 messages taken");
  expect(holds).toBe(true);
  expect(Date.now() - began).toBeLessThan(patience);
});

it("sums what the members of a cluster sent, and mentions members that were not given", async () => {
  const { cluster, sink } = await start(staging, { members: 2 });
  const [first = "", second = ""] = cluster.addresses;
  const together = await trying(p1, [first, second], [], PATIENT);
  expect(together.holds).toBe(true);
  expect(together.text).toContain("slack: 1 of 1 messages taken");
  expect(together.text).not.toContain("--url");
  expect(sink.taken.length).toBe(1);
  const alone = await trying({ ...p1, priority: "P0" }, [second], [], PATIENT);
  expect(alone.holds).toBe(true);
  expect(alone.text).toContain("1 of 2 members were asked.");
});
