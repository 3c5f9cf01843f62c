import { production } from "../../../config/environments/production";
import { staging } from "../../../config/environments/staging";
import type { EnvironmentConfig } from "../../../model/environment";
import { services } from "../../support/declared";
import { pause } from "../../support/loopback";
import { oneForEachReceiver } from "./one-for-each-receiver";
import {
  FACTOR,
  limit,
  posted,
  resolved,
  startTrial,
  notifiedOf,
  withinLimit,
} from "./trial";
import type { Trial } from "./trial";

jest.setTimeout(limit(120_000));

let trial: Trial | undefined;
afterEach(async () => {
  await trial?.stop();
  trial = undefined;
});

/** Posts an alert for each receiver and waits for all expected notifications. */
async function course(
  environment: EnvironmentConfig,
  intervals: "open" | "closed",
  toBeNotified: (
    result: ReturnType<typeof oneForEachReceiver>[number],
  ) => boolean,
) {
  const running = await startTrial(environment, intervals, 1);
  trial = running;
  const all = oneForEachReceiver(environment).map((result, index) => ({
    result,
    alert: posted(result, index),
  }));
  const expected = all.filter(({ result }) => toBeNotified(result));
  await running.cluster.post([
    ...all.map(({ alert }) => alert),
    {
      labels: { alertname: "Watchdog", severity: "none" },
      endsAt: new Date(Date.now() + 3_600_000).toISOString(),
    },
  ]);
  await withinLimit("everything is notified", () =>
    expected.every(
      ({ result, alert }) =>
        notifiedOf(running, alert).length >= result.destinations.length,
    ),
  );
  // A P3 gathers for five minutes.
  await pause((5 * 60_000) / FACTOR + limit(1_500));
  // One member alone tells exactly once.
  for (const { result, alert } of expected) {
    expect(notifiedOf(running, alert)).toHaveLength(result.destinations.length);
  }
  return {
    running,
    notified: all
      .filter(({ alert }) => notifiedOf(running, alert).length > 0)
      .map(({ result }) => result),
    expected: expected.map(({ result }) => result),
  };
}

it("tells at night of what cannot wait, and of nothing that can", async () => {
  const { notified, expected } = await course(
    production,
    "closed",
    ({ arrival, destinations: places }) =>
      arrival.activeIn.length === 0 && places.length > 0,
  );
  expect(notified).toEqual(expected);
  expect(
    oneForEachReceiver(production).filter(
      ({ arrival }) => arrival.activeIn.length > 0,
    ).length,
  ).toBeGreaterThan(0);
});

it("tells nobody of systems that are worked on, and of the others as ever", async () => {
  const [first] = services;
  if (first === undefined) throw new Error("there are services");
  const { notified, expected } = await course(
    {
      ...production,
      notification: {
        ...production.notification,
        maintenance: [
          {
            name: "trial",
            systems: [first.key],
            from: "2026-12-05T22:00",
            until: "2026-12-06T02:00",
            author: "ada@example.com",
            reason: "a trial",
          },
        ],
      },
    },
    "open",
    ({ arrival, destinations: places }) =>
      arrival.mutedIn.length === 0 && places.length > 0,
  );
  expect(notified).toEqual(expected);
  expect(notified.map(({ arrival }) => arrival.receiver)).not.toContain(
    `${first.key}-p0`,
  );
  expect(notified.length).toBeGreaterThan(0);
});

it("tells everything of staging in its one channel, and nobody of what waits", async () => {
  const { running, notified, expected } = await course(
    staging,
    "open",
    ({ destinations: places }) => places.length > 0,
  );
  expect(notified).toEqual(expected);
  expect(
    [...new Set(running.sink.deliveries.map(({ place }) => place))].sort(),
  ).toEqual([
    "slack #monitoring-staging",
    expect.stringContaining("heartbeat"),
  ]);
});

it("calls the heartbeat at every step, also at night", async () => {
  const { running } = await course(production, "closed", () => false);
  const calls = (): number =>
    running.sink.deliveries.filter(({ place }) =>
      place.endsWith("heartbeat/url"),
    ).length;
  const before = calls();
  const steps = 12;
  await pause((steps * 60_000) / FACTOR);
  // Every second step would be half of it.
  expect(calls() - before).toBeGreaterThan(steps * 0.75);
});

it("tells in the morning of what still fires, and not of what ended at night", async () => {
  const running = await startTrial(production, "closed", 1);
  trial = running;
  const [waiting] = oneForEachReceiver(production).filter(
    ({ arrival }) => arrival.activeIn.length > 0,
  );
  if (waiting === undefined) throw new Error("there is a P3");
  const still = posted(waiting, 1);
  const ended = posted(waiting, 2);
  await running.cluster.post([still, ended]);
  await pause((5 * 60_000) / FACTOR);
  await running.cluster.post([resolved(ended)]);
  await pause(limit(1_000));
  await running.become("open");
  await withinLimit(
    "firing alerts are notified",
    () => notifiedOf(running, still).length >= waiting.destinations.length,
  );
  await pause(limit(1_000));
  expect(notifiedOf(running, ended)).toEqual([]);
});
