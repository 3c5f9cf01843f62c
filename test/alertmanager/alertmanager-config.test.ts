import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { alertmanagerConfig } from "../../alertmanager/alertmanager-config";
import { checkRouting } from "../../checks/routing/check-routing";
import { destinationsOf } from "../../checks/routing/destinations";
import { walk } from "../../checks/routing/walk";
import { environments } from "../../config/environments";
import { production } from "../../config/environments/production";
import { staging } from "../../config/environments/staging";
import { findEngine } from "../../engines/find-engine";
import type { EnvironmentConfig } from "../../model/environment";
import { PRIORITY_MATRIX } from "../../model/notification-path";
import type { Service } from "../../model/service";
import { services } from "../support/declared";
import { goodService } from "../support/services";

let amtool = "";
let folder = "";
beforeAll(
  async () => {
    amtool = await findEngine("amtool");
  },
  20 * 60 * 1000,
);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "alertmanager-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const write = (environment: EnvironmentConfig): string => {
  const path = join(folder, "alertmanager.yaml");
  writeFileSync(
    path,
    JSON.stringify(alertmanagerConfig(environment, services)),
  );
  return path;
};

/**
 * Production with silences and maintenance windows that cross midnight, the end of a month and of a
 * year.
 */
const busy: EnvironmentConfig = {
  ...production,
  notification: {
    ...production.notification,
    timeZone: "Europe/Zurich",
    maintenance: [
      {
        name: "new-year",
        systems: "all",
        from: "2026-12-31T22:00",
        until: "2027-01-02T00:00",
        author: "ada@example.com",
        reason: "the database moves",
      },
    ],
    silences: [
      {
        system: "codeverify",
        alert: "PodMemoryNearLimit",
        labels: { pod: 'a "quoted" pod' },
        from: "2026-11-30T08:00",
        until: "2026-12-01T08:00",
        author: "ada@example.com",
        reason: "the leak is known",
      },
    ],
  },
};

it.each([
  ...environments.map(
    (environment) => [environment.name, environment] as const,
  ),
  ["production at work", busy] as const,
])("amtool accepts the configuration of %s", (_, environment) => {
  expect(
    execFileSync(
      amtool,
      ["check-config", write(environment), "--enable-feature=utf8-strict-mode"],
      { encoding: "utf8" },
    ),
  ).toContain("SUCCESS");
});

/** A team with every kind of channel. */
const everyChannel: Service = {
  ...goodService,
  priorities: {
    P0: {
      ...PRIORITY_MATRIX.P0,
      channels: ["pager", "chat", "email", "escalation"],
      sendResolved: false,
    },
  },
  team: {
    ...goodService.team,
    channels: {
      pager: [
        ...(goodService.team.channels.pager ?? []),
        {
          kind: "webhook",
          name: "on-call",
          url: { secret: "on-call", key: "url" },
          token: { secret: "on-call", key: "token" },
        },
      ],
      chat: [
        ...(goodService.team.channels.chat ?? []),
        {
          kind: "msteams",
          name: "Shop",
          webhook: { secret: "alertmanager-teams", key: "shop" },
        },
      ],
      email: [{ kind: "email", to: ["ada@example.com", "bob@example.com"] }],
      escalation: [{ kind: "email", to: ["lead@example.com"] }],
    },
  },
};

it("writes every kind of channel, as amtool reads it", () => {
  const config = alertmanagerConfig(production, [everyChannel]);
  const path = join(folder, "alertmanager.yaml");
  writeFileSync(path, JSON.stringify(config));
  expect(
    execFileSync(
      amtool,
      ["check-config", path, "--enable-feature=utf8-strict-mode"],
      { encoding: "utf8" },
    ),
  ).toContain("SUCCESS");
  const receiver = config.receivers.find(({ name }) => name === "shop-p0");
  expect(destinationsOf(receiver ?? { name: "none" })).toEqual([
    "email ada@example.com, bob@example.com",
    "email lead@example.com",
    "msteams /etc/alertmanager/secrets/alertmanager-teams/shop",
    "pagerduty /etc/alertmanager/secrets/alertmanager-pagerduty/shop",
    "slack #shop-alerts",
    "webhook /etc/alertmanager/secrets/on-call/url",
  ]);
  expect(JSON.stringify(receiver)).not.toContain('"send_resolved":true');
  expect(receiver?.webhook_configs).toEqual([
    {
      url_file: "/etc/alertmanager/secrets/on-call/url",
      send_resolved: false,
      http_config: {
        authorization: {
          credentials_file: "/etc/alertmanager/secrets/on-call/token",
        },
      },
    },
  ]);
  expect(checkRouting(production, [everyChannel])).toEqual([]);
});

it("pages in production and never in staging", () => {
  expect(JSON.stringify(alertmanagerConfig(production, services))).toContain(
    "/etc/alertmanager/secrets/alertmanager-pagerduty/codeverify",
  );
  expect(JSON.stringify(alertmanagerConfig(staging, services))).not.toContain(
    "pagerduty",
  );
});

it("routes all of staging's alerts to its one channel", () => {
  const channels = JSON.stringify(alertmanagerConfig(staging, services)).match(
    /"channel":"[^"]+"/g,
  );
  expect(new Set(channels)).toEqual(
    new Set(['"channel":"#monitoring-staging"']),
  );
});

it("sends no mail from staging and needs no password for it", () => {
  const config = JSON.stringify(alertmanagerConfig(staging, services));
  expect(config).not.toContain("smtp");
  expect(config).not.toContain("email_configs");
});

it("writes a window as one interval for each day that it touches", () => {
  expect(alertmanagerConfig(busy, services).time_intervals).toEqual([
    {
      name: "business-hours",
      time_intervals: [
        {
          weekdays: ["monday:friday"],
          times: [{ start_time: "09:00", end_time: "17:00" }],
          location: "Europe/Zurich",
        },
      ],
    },
    {
      name: "maintenance-new-year",
      time_intervals: [
        day("22:00", "24:00", "31", "12", "2026"),
        day("00:00", "24:00", "1", "1", "2027"),
      ],
    },
    {
      name: "silence-1-codeverify-PodMemoryNearLimit",
      time_intervals: [
        day("08:00", "24:00", "30", "11", "2026"),
        day("00:00", "08:00", "1", "12", "2026"),
      ],
    },
  ]);
});

const day = (
  start_time: string,
  end_time: string,
  date: string,
  month: string,
  year: string,
) => ({
  times: [{ start_time, end_time }],
  days_of_month: [date],
  months: [month],
  years: [year],
  location: "Europe/Zurich",
});

describe("declared silences and maintenance", () => {
  const notified = (labels: Readonly<Record<string, string>>) =>
    walk(alertmanagerConfig(busy, services), labels);

  it("silences only the alert that it names", () => {
    const alert = {
      system: "codeverify",
      priority: "P2",
      alertname: "PodMemoryNearLimit",
    };
    expect(notified({ ...alert, pod: 'a "quoted" pod' })).toMatchObject({
      receiver: "codeverify-p2",
      repeatInterval: "12h",
      mutedIn: [
        "maintenance-new-year",
        "silence-1-codeverify-PodMemoryNearLimit",
      ],
    });
    expect(notified({ ...alert, pod: "b" }).mutedIn).toEqual([
      "maintenance-new-year",
    ]);
  });

  it("maintenance mutes every priority, every path and the chart's alerts", () => {
    for (const labels of [
      { system: "codeverify", priority: "P0" },
      { system: "codeverify", priority: "P2", path: "chat-soon" },
      { priority: "", severity: "critical" },
    ]) {
      expect(notified(labels).mutedIn).toEqual(["maintenance-new-year"]);
    }
  });

  it("leaves the heartbeat alone", () => {
    expect(notified({ alertname: "Watchdog" }).mutedIn).toEqual([]);
  });

  it("leaves every alert routed as declared", () => {
    expect(checkRouting(busy, services)).toEqual([]);
  });
});
