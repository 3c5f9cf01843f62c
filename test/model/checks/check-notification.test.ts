import { production } from "../../support/environments/production";
import {
  checkExpiry,
  checkNotification,
} from "../../../model/checks/check-notification";
import type {
  EnvironmentConfig,
  Notification,
} from "../../../model/environment";
import type { MaintenanceWindow, Silence } from "../../../model/mute";
import { formatProblem } from "../../../model/problem";
import { goodService, withAlert } from "../../support/services";

const silence: Silence = {
  system: "shop",
  alert: "ShopErrors",
  from: "2026-12-01T08:00",
  until: "2026-12-08T08:00",
  author: "ada@example.com",
  reason: "the leak is known",
};
const window: MaintenanceWindow = {
  name: "database",
  systems: ["shop"],
  from: "2026-12-05T22:00",
  until: "2026-12-06T02:00",
  author: "ada@example.com",
  reason: "the database moves",
};

const having = (change: Partial<Notification>): EnvironmentConfig => ({
  ...production,
  notification: { ...production.notification, ...change },
});
/** An alert that may be silenced. */
const services = [withAlert({ priority: "P2" })];
const check = (change: Partial<Notification>): readonly string[] =>
  checkNotification(having(change), services).map(formatProblem);

const WHERE = "environments/production notification";

it("finds nothing in a good one", () => {
  expect(check({ silences: [silence], maintenance: [window] })).toEqual([]);
});

it.each<[string, Partial<Notification>, string]>([
  [
    "a time zone that does not exist",
    { timeZone: "Europe/Atlantis" },
    `${WHERE}.timeZone: is not a time zone, got Europe/Atlantis; allowed: a name of the IANA database, such as Europe/Zurich or Etc/UTC; correct it`,
  ],
  [
    "a time zone that only JavaScript reads",
    { timeZone: "europe/zurich" },
    `${WHERE}.timeZone: is not a time zone, got europe/zurich; allowed: a name of the IANA database, such as Europe/Zurich or Etc/UTC; correct it`,
  ],
  [
    "business hours that end before they begin",
    { businessHours: { from: "17:00", until: "09:00" } },
    `${WHERE}.businessHours: is not a valid time range, got 17:00 to 09:00; allowed: two times as 09:00, the first before the second; correct it`,
  ],
  [
    "business hours in another format",
    { businessHours: { from: "9 am", until: "17:00" } },
    `${WHERE}.businessHours: is not a valid time range, got 9 am to 17:00; allowed: two times as 09:00, the first before the second; correct it`,
  ],
  [
    "a priority that is not mentioned",
    {
      priorities: {
        P0: { kind: "on" },
        P1: { kind: "on" },
        P2: { kind: "on" },
      } as Notification["priorities"],
    },
    `${WHERE}.priorities: does not mention P3; switch it on, or off with the reason`,
  ],
  [
    "a priority that is off without a reason",
    {
      priorities: {
        ...production.notification.priorities,
        P3: { kind: "off", reason: " " },
      },
    },
    `${WHERE}.priorities.P3: is off without a reason; give the reason`,
  ],
  [
    "an invalid channel for unrouted alerts",
    {
      unrouted: {
        kind: "slack",
        channel: "unrouted" as `#${string}`,
        webhook: { secret: "s", key: "k" },
      },
    },
    `${WHERE}.unrouted: is not a Slack channel, got unrouted; allowed: # and up to 79 of a-z, 0-9, - and _; write it as Slack shows it, with the #`,
  ],
  [
    "a silence without an end",
    { silences: [{ ...silence, until: undefined as unknown as string }] },
    `${WHERE}.silences shop ShopErrors: has no end; allowed: 7d after it begins, at most; add until`,
  ],
  [
    "a silence that is too long",
    { silences: [{ ...silence, until: "2026-12-08T08:01" }] },
    `${WHERE}.silences shop ShopErrors: is too long, got 7d1m; allowed: 7d; shorten it; if it must be muted for longer, delete the alert`,
  ],
  [
    "a silence that ends before it begins",
    { silences: [{ ...silence, until: "2026-12-01T08:00" }] },
    `${WHERE}.silences shop ShopErrors: ends before it begins, got 2026-12-01T08:00 to 2026-12-01T08:00; correct it`,
  ],
  [
    "a silence with an invalid time",
    { silences: [{ ...silence, from: "tomorrow" }] },
    `${WHERE}.silences shop ShopErrors: is no time, got tomorrow to 2026-12-08T08:00; allowed: two times as 2026-12-05T22:00; correct it`,
  ],
  [
    "a silence without an author",
    { silences: [{ ...silence, author: "" }] },
    `${WHERE}.silences shop ShopErrors: author must not be empty; state it, so that readers know why nobody was notified`,
  ],
  [
    "a silence of an alert that does not exist",
    { silences: [{ ...silence, alert: "ShopError" }] },
    `${WHERE}.silences shop ShopError: no such alert, got ShopError; allowed: ShopErrors; correct the name or delete the silence`,
  ],
  [
    "a silence of a system that does not exist",
    { silences: [{ ...silence, system: "shoop" }] },
    `${WHERE}.silences shoop ShopErrors: unknown system, got shoop; allowed: shop; correct it`,
  ],
  [
    "a window of a system that does not exist",
    { maintenance: [{ ...window, systems: ["shoop"] }] },
    `${WHERE}.maintenance "database": unknown system, got shoop; allowed: shop; correct it`,
  ],
  [
    "two windows with one name",
    { maintenance: [window, window] },
    `${WHERE}.maintenance "database": the name is used twice; rename one`,
  ],
])("names %s", (_, change, message) => {
  expect(check(change)).toEqual([message]);
});

it.each(["P0", "P1"] as const)("does not allow silencing a %s", (priority) => {
  expect(
    checkNotification(having({ silences: [silence] }), [
      withAlert({ priority }),
    ]).map(formatProblem),
  ).toEqual([
    `${WHERE}.silences shop ShopErrors: silences a ${priority}; fix the alert, or declare a maintenance window for work on the system`,
  ]);
});

it("finds alerts about any system in every system", () => {
  const about = {
    ...withAlert({
      name: "AnyDown",
      priority: "P2",
      system: { kind: "from-series" },
    }),
    key: "platform",
  };
  expect(
    checkNotification(
      having({ silences: [{ ...silence, alert: "AnyDown" }] }),
      [goodService, about],
    ),
  ).toEqual([]);
});

describe("an expired silence or window", () => {
  const at = (now: string) =>
    checkExpiry(
      having({
        timeZone: "Europe/Zurich",
        silences: [silence],
        maintenance: [window],
      }),
      new Date(now),
    ).map(formatProblem);

  it("is reported with the entry to delete, in the time zone of the environment", () => {
    expect(at("2026-12-08T06:59:59Z")).toEqual([
      `${WHERE}.maintenance "database": the maintenance window is over, got 2026-12-06T02:00; delete its entry: { name: "database", … }`,
    ]);
    expect(at("2026-12-08T07:00:00Z")).toContain(
      `${WHERE}.silences shop ShopErrors: the silence is over, got 2026-12-08T08:00; delete its entry: { system: "shop", alert: "ShopErrors", … }`,
    );
  });

  it("is not reported before its end", () => {
    expect(at("2026-12-06T00:59:59Z")).toEqual([]);
  });
});
