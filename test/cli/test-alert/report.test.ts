import { alertmanagerConfig } from "../../../alertmanager/alertmanager-config";
import {
  delivered,
  deliveries,
  settled,
} from "../../../cli/alertmanager/delivery";
import type { Delivery } from "../../../cli/alertmanager/delivery";
import { expectation } from "../../../cli/test-alert/expectation";
import { outcome } from "../../../cli/test-alert/outcome";
import { allHolds, report } from "../../../cli/test-alert/report";
import type { Circumstances } from "../../../cli/test-alert/report";
import { production, staging } from "../../support/organisation/environments";
import { market, services } from "../../support/organisation/services";

const expected = (environment: typeof staging, priority: "P0" | "P2") =>
  expectation(
    { service: market, priority },
    environment,
    alertmanagerConfig(environment, services),
    "1700000000",
  );
const p0 = expected(production, "P0");
const nobody = expected(staging, "P2");

const shown = (
  receiver: string,
  status: Partial<Record<"inhibitedBy" | "mutedBy", readonly string[]>> = {},
) => ({
  labels: p0.labels,
  fingerprint: "f",
  receivers: [{ name: receiver }],
  status: {
    state: "active" as const,
    inhibitedBy: [],
    silencedBy: [],
    mutedBy: [],
    ...status,
  },
});
const at = (alert: ReturnType<typeof shown> | undefined, url = "http://a") => ({
  url,
  alert,
});

const taken: Delivery = {
  key: "slack",
  wanted: 1,
  begun: 1,
  answered: 1,
  refused: 0,
  givenUp: 0,
};
const circumstances: Circumstances = {
  environment: "production",
  id: "1700000000",
  endsAt: "2026-12-01T10:05:00.000Z",
  waited: 45,
  deliveries: [taken],
  byReceiver: true,
  members: { asked: 1, all: 1 },
};

it("expects the receiver, its messages and its people", () => {
  expect(p0).toMatchObject({
    receiver: "market-p0",
    messages: { pagerduty: 1, slack: 1 },
    notified: { kind: "somebody" },
  });
  expect(nobody).toMatchObject({
    receiver: "null",
    messages: {},
    notified: { kind: "nobody" },
  });
});

it("counts an alert that one member lacks as unseen", () => {
  expect(
    outcome(p0, [at(shown("market-p0")), at(undefined, "http://b")]),
  ).toEqual({ kind: "unseen", url: "http://b" });
});

it("sees that another receiver has it, or one more", () => {
  expect(outcome(p0, [at(shown("market-p0")), at(shown("default"))])).toEqual({
    kind: "strayed",
    receivers: ["default"],
  });
  expect(outcome(nobody, [at(shown("market-p2"))])).toEqual({
    kind: "strayed",
    receivers: ["market-p2"],
  });
});

it("collects what suppresses it at any member, each once", () => {
  expect(
    outcome(p0, [
      at(shown("market-p0", { inhibitedBy: ["x"] })),
      at(shown("market-p0", { inhibitedBy: ["x"], mutedBy: ["night"] })),
    ]),
  ).toEqual({
    kind: "suppressed",
    inhibitedBy: ["x"],
    silencedBy: [],
    mutedBy: ["night"],
  });
});

it("does not take a receiver without integrations for somebody who was notified", () => {
  expect(outcome({ ...p0, messages: {} }, [at(shown("market-p0"))])).toEqual({
    kind: "speechless",
  });
});

it("adds up what the receivers must send", () => {
  const counted = {
    begun: { slack: 2 },
    givenUp: {},
    requests: { slack: 3 },
    failedRequests: { slack: 1 },
  };
  expect(deliveries([p0, p0], counted, false)).toEqual([
    { ...taken, key: "pagerduty", wanted: 2, begun: 0, answered: 0 },
    { ...taken, wanted: 2, begun: 2, answered: 2, refused: 1 },
  ]);
  expect(deliveries([p0], counted, true).map(({ key }) => key)).toEqual([
    "market-p0/pagerduty",
    "market-p0/slack",
  ]);
});

it.each([
  [taken, true, true],
  [{ ...taken, refused: 2 }, true, true],
  [{ ...taken, answered: 0, refused: 2 }, false, false],
  [{ ...taken, answered: 0, refused: 1, givenUp: 1 }, false, true],
  [{ ...taken, givenUp: 1 }, false, true],
  [{ ...taken, begun: 0, answered: 0 }, false, false],
])("judges %j", (delivery, isDelivered, isSettled) => {
  expect([delivered(delivery), settled(delivery)]).toEqual([
    isDelivered,
    isSettled,
  ]);
});

it("says what was seen, what was sent, and where to look", () => {
  const judged = [
    { expectation: p0, outcome: { kind: "active" as const }, suppressors: [] },
  ];
  expect(allHolds(judged, [taken])).toBe(true);
  expect(report(judged, circumstances)).toMatchInlineSnapshot(`
   "production: trial 1700000000, ends by itself at 2026-12-01T10:05:00.000Z

   market P0: reached receiver market-p0, and nothing suppresses it

   slack: 1 of 1 messages taken

   Now look, and tick:
   [ ] pager market shows TEST … TestAlert, market P0, production
   [ ] #market-alerts shows TEST … TestAlert, market P0, production
   [ ] and each its end, within a group interval after 2026-12-01T10:05:00.000Z

   everything that Alertmanager can know of is as it must be"
  `);
});

it("lists resolutions only where they are notified", () => {
  const quiet = { ...p0, sendResolved: false };
  const judged = [p0, quiet].map((each) => ({
    expectation: each,
    outcome: { kind: "active" as const },
    suppressors: [],
  }));
  expect(report(judged, circumstances)).toContain(
    "[ ] and each its end, within a group interval after 2026-12-01T10:05:00.000Z; not so market P0",
  );
  expect(report(judged.slice(1), circumstances)).not.toContain("its end");
});

it("marks everything that failed, and lists no message that was not sent", () => {
  const suppressed = {
    kind: "suppressed" as const,
    inhibitedBy: ["x"],
    silencedBy: [],
    mutedBy: [],
  };
  const judged = [
    {
      expectation: p0,
      outcome: { kind: "unseen" as const, url: "http://a" },
      suppressors: [],
    },
    {
      expectation: p0,
      outcome: { kind: "strayed" as const, receivers: ["default"] },
      suppressors: [],
    },
    {
      expectation: p0,
      outcome: { kind: "speechless" as const },
      suppressors: [],
    },
    { expectation: p0, outcome: suppressed, suppressors: ["inhibited by X"] },
  ];
  expect(allHolds(judged, [])).toBe(false);
  expect(
    report(judged, {
      ...circumstances,
      deliveries: [{ ...taken, begun: 0, answered: 0 }],
      byReceiver: false,
      members: { asked: 1, all: 3 },
    }),
  ).toMatchInlineSnapshot(`
   "production: trial 1700000000, ends by itself at 2026-12-01T10:05:00.000Z

   FAILED market P0: http://a does not show it
   FAILED market P0: reached receiver default, not market-p0
   FAILED market P0: receiver market-p0 has no integration, so nobody is notified
   FAILED market P0: reached receiver market-p0, but is
     inhibited by X

   FAILED slack: 0 of 1 messages taken, 0 begun
   Messages are counted for all receivers together: other notifications in the meantime are included.
   After 45 s not everything was sent. A trial in the same group shortly before delays this one by a group interval: try again then.
   1 of 3 members were asked. Another one may have sent it, where the address is one that they share: name each with --url.

   NOT as it must be: see the lines with FAILED"
  `);
});
