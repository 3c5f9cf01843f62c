import type { AlertmanagerConfig } from "../../../alertmanager/alertmanager-form";
import { notificationsProgram } from "../../../engines/notifications-program";
import { askNotifications } from "../../../proof/incidents/notifications";
import type { Question } from "../../../proof/incidents/notifications";

/** A first run builds the program. */
const LIMIT = 20 * 60 * 1000;

const program = () => notificationsProgram();
beforeAll(async () => {
  await program();
}, LIMIT);

const webhook = [{ url: "http://127.0.0.1:1/", send_resolved: true }];

const CONFIG: AlertmanagerConfig = {
  global: { resolve_timeout: "5m" },
  templates: [],
  route: {
    receiver: "all",
    group_by: ["alertname"],
    group_wait: "30s",
    group_interval: "5m",
    repeat_interval: "1h",
    routes: [
      {
        receiver: "by-day",
        matchers: ['when="day"'],
        active_time_intervals: ["day"],
      },
    ],
  },
  inhibit_rules: [
    {
      source_matchers: ['alertname="Cause"'],
      target_matchers: ['alertname="Consequence"'],
      equal: ["system"],
    },
  ],
  time_intervals: [
    {
      name: "day",
      time_intervals: [
        {
          times: [{ start_time: "08:00", end_time: "18:00" }],
          location: "UTC",
        },
      ],
    },
  ],
  receivers: [
    { name: "all", webhook_configs: webhook },
    { name: "by-day", webhook_configs: webhook },
  ],
};

async function lived(question: Partial<Question>) {
  const [answer] = await askNotifications(program, CONFIG, [
    {
      name: "an incident",
      start: new Date("2026-01-14T09:00:00Z"),
      minutes: 120,
      alerts: [],
      ...question,
    },
  ]);
  return {
    sent: answer?.notifications.map(
      ({ second, receiver, firing, resolved, reason }) =>
        `${String(Math.floor(second))} ${receiver}: ${firing.map((each) => each["pod"] ?? each["alertname"]).join(",")}/${resolved.map((each) => each["pod"] ?? each["alertname"]).join(",")} ${reason}`,
    ),
    inhibited: answer?.inhibited,
  };
}

it("waits for the group, then for its interval, repeats, and says when it resolves", async () => {
  const { sent } = await lived({
    alerts: [
      { labels: { alertname: "Down", pod: "a" }, firing: [[10, 90]] },
      { labels: { alertname: "Down", pod: "b" }, firing: [[12, 14]] },
    ],
  });
  expect(sent).toEqual([
    "630 all: a/ first notification",
    // The other came and went between two turns of the group.
    "930 all: a/b some alerts resolved",
    // An hour after that message; a turn at that very second is too early.
    "4830 all: a/ repeat interval elapsed",
    "5430 all: /a all alerts resolved",
  ]);
});

it("adds an alert to its group at the group's next turn", async () => {
  const { sent } = await lived({
    minutes: 30,
    alerts: [
      { labels: { alertname: "Down", pod: "a" }, firing: [[10, 60]] },
      { labels: { alertname: "Down", pod: "b" }, firing: [[11, 60]] },
    ],
  });
  expect(sent).toEqual([
    "630 all: a/ first notification",
    "930 all: a,b/ new alerts added",
  ]);
});

it("inhibits a consequence where the labels agree, and says by what", async () => {
  const { sent, inhibited } = await lived({
    minutes: 20,
    alerts: [
      { labels: { alertname: "Cause", system: "a" }, firing: [[5, 30]] },
      { labels: { alertname: "Consequence", system: "a" }, firing: [[5, 30]] },
      { labels: { alertname: "Consequence", system: "b" }, firing: [[5, 30]] },
    ],
  });
  expect(sent).toEqual([
    "330 all: Cause/ first notification",
    "330 all: Consequence/ first notification",
  ]);
  expect(inhibited).toEqual([
    {
      labels: { alertname: "Consequence", system: "a" },
      by: { alertname: "Cause", system: "a" },
      minutes: Array.from({ length: 16 }, (_, minute) => minute + 5),
    },
  ]);
});

it("follows the time intervals of its hour", async () => {
  const alerts = [
    {
      labels: { alertname: "Slow", when: "day" },
      firing: [[10, 300]] as const,
    },
  ];
  expect((await lived({ minutes: 30, alerts })).sent).toEqual([
    "630 by-day: Slow/ first notification",
  ]);
  expect(
    (
      await lived({
        minutes: 240,
        start: new Date("2026-01-14T05:00:00Z"),
        alerts,
      })
    ).sent,
  ).toEqual([
    // At eight o'clock, at the group's next turn.
    "10830 by-day: Slow/ first notification",
  ]);
});

it("says what Alertmanager refuses", async () => {
  await expect(
    askNotifications(
      program,
      { ...CONFIG, route: { ...CONFIG.route, receiver: "nobody" } },
      [
        {
          name: "an incident",
          start: new Date("2026-01-14T09:00:00Z"),
          minutes: 1,
          alerts: [],
        },
      ],
    ),
  ).rejects.toThrow('undefined receiver "nobody" used in route');
});
