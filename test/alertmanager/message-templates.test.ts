import { production } from "../support/organisation/environments";
import type { Service } from "../../model/service";
import { LINKS, TEMPLATES } from "../../alertmanager/templates/names";
import { market } from "../support/organisation/services";
import { goodService } from "../support/services";
import { opened } from "../support/follow-link";
import {
  alertsOf,
  GRAFANA,
  linkIn,
  ofChart,
  ofNode,
  SIGNALS_OF_MARKET,
  TIME,
} from "./fired-alerts";
import {
  beforeRendering,
  highErrors,
  render,
  renderIn,
} from "./market-messages";
import type { FiredAlert } from "./rendered";

beforeAll(...beforeRendering);

describe("the title", () => {
  it("says state, name, priority, system and environment", () => {
    expect(render(TEMPLATES.title, [highErrors()])).toBe(
      "[FIRING 1] MarketErrors · P0 · market · production",
    );
  });

  it("says that it is resolved", () => {
    expect(
      render(TEMPLATES.title, [{ ...highErrors(), status: "resolved" }]),
    ).toBe("[RESOLVED] MarketErrors · P0 · market · production");
  });

  it("begins with TEST for a test alert", () => {
    const alert = highErrors();
    expect(
      render(TEMPLATES.title, [
        { ...alert, labels: { ...alert.labels, test: "true" } },
      ]),
    ).toBe("TEST [FIRING 1] MarketErrors · P0 · market · production");
  });

  it("shows the severity of an alert that has no priority", () => {
    expect(render(TEMPLATES.title, [ofChart])).toBe(
      "[FIRING 1] KubePodCrashLooping · warning · production",
    );
  });
});

it.each<[string, () => FiredAlert, string]>([
  ["a P0", highErrors, "#e01e5a"],
  ["a warning of the chart", () => ofChart, "#ecb22e"],
  [
    "a resolved alert",
    () => ({ ...highErrors(), status: "resolved" }),
    "#2eb67d",
  ],
])("shows %s in its colour", (_, alert, colour) => {
  expect(render(TEMPLATES.colour, [alert()])).toBe(colour);
});

describe("Slack", () => {
  it("gets every alert of the group, with its own text, value and links", () => {
    const text = render(TEMPLATES.slackText, [
      highErrors(),
      {
        ...highErrors(),
        status: "resolved",
        annotations: { summary: "Another", description: "Another" },
      },
    ]);
    expect(text).toBe(`*High error rate of the market*
7.1 % of requests fail &amp; &lt;more&gt; soon
_First:_ ${market.alerts.find(({ name }) => name === "MarketErrors")?.action ?? ""}
Value 0.0712 · since 2026-11-21 10:15:30 UTC · response 15m
<https://github.com/example/monitoring-stack/blob/main/docs/runbooks/market/errors.md#marketerrors|Runbook> · <https://grafana.monitoring.example.com/d/market?from=1795255230000&to=now|Dashboard> · <${linkIn(text, "Logs")}|Logs> · <${linkIn(text, "Traces")}|Traces>
:white_check_mark: *Another*
since 2026-11-21 10:15:30 UTC · response 15m
<${linkIn(text, "Logs")}|Logs> · <${linkIn(text, "Traces")}|Traces>
`);
    expect(opened(linkIn(text, "Logs"))).toEqual(SIGNALS_OF_MARKET);
    expect(opened(linkIn(text, "Traces"))).toEqual(SIGNALS_OF_MARKET);
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ["the system's own P0", { system: "depot", priority: "P0" }, "5m"],
    ["the system's own P1", { system: "depot", priority: "P1" }, "30m"],
    ["a P1 as everybody's", { system: "kiosk", priority: "P1" }, "1h"],
    ["what can wait", { system: "kiosk", priority: "P3" }, "next business day"],
    ["nothing of an unknown system", { system: "bar", priority: "P0" }, ""],
    ["nothing without a priority", { system: "kiosk", priority: "" }, ""],
  ])(
    "says how soon people act where the alert does not: %s",
    (_, labels, time) => {
      const alert = highErrors();
      const text = render(TEMPLATES.slackText, [
        {
          ...alert,
          labels: { ...alert.labels, ...labels },
          annotations: { summary: "Burns", description: "Burns" },
        },
      ]);
      expect(/UTC(?: · response (.*))?$/m.exec(text)?.[1] ?? "").toBe(time);
    },
  );

  it("truncates a long list of alerts, and says so", () => {
    const text = render(
      TEMPLATES.slackText,
      Array.from({ length: 12 }, highErrors),
    );
    expect(text.match(/Value 0\.0712/g)).toHaveLength(10);
    expect(text.trimEnd()).toMatch(/The first 10 of 12 alerts\.$/);
  });
});

describe("links", () => {
  it("links to the dashboard of the alert, from before its start", () => {
    const link = new URL(render(LINKS.dashboard, [highErrors()]));
    expect(link.origin + link.pathname).toBe(`${GRAFANA}/d/market`);
    expect(Object.fromEntries(link.searchParams)).toEqual(TIME);
    expect(market.dashboards.map(({ uid }) => uid)).toContain("market");
  });

  it("links to a silence of the group, with its labels filled in", () => {
    const link = new URL(render(LINKS.silence, [highErrors()]));
    expect(link.origin + link.pathname).toBe(`${GRAFANA}/alerting/silence/new`);
    expect([...link.searchParams]).toEqual([
      ["alertmanager", "Alertmanager"],
      ["matcher", "alertname=MarketErrors"],
      ["matcher", "environment=production"],
      ["matcher", "severity=critical"],
      ["matcher", "system=market"],
    ]);
  });

  it.each([
    [
      "runbook",
      LINKS.runbook,
      "https://runbooks.example.com/kubepodcrashlooping",
    ],
    ["dashboard", LINKS.dashboard, alertsOf("KubePodCrashLooping")],
    ["alerts", LINKS.alerts, alertsOf("KubePodCrashLooping")],
  ])("is never empty, whatever the alert lacks: %s", (_, field, link) => {
    expect(render(field, [ofChart])).toBe(link);
  });
});

describe("of a system that sends no traces", () => {
  const alert: FiredAlert = {
    ...ofNode,
    labels: { ...ofNode.labels, system: "shop", namespace: "shop" },
  };
  const ofItsNamespace: FiredAlert = {
    ...alert,
    labels: { ...ofNode.labels, namespace: "shop" },
  };
  const untraced: Service = {
    ...goodService,
    traces: { kind: "none", reason: "a test" },
  };
  const traced: Service = { ...goodService, key: "till" };
  const notified = (
    field: string,
    group: readonly FiredAlert[],
    services = [untraced],
    type?: "text" | "html",
  ) => renderIn(production, field, group, type, services);

  it.each([
    ["Slack", TEMPLATES.slackText, "text"],
    ["Teams", TEMPLATES.teamsText, "text"],
    ["a mail", TEMPLATES.emailText, "text"],
    ["a mail as HTML", TEMPLATES.emailHtml, "html"],
  ] as const)("%s has a link to logs and none to traces", (_, field, type) => {
    for (const one of [alert, ofItsNamespace]) {
      const text = notified(field, [one], [untraced], type);
      expect(text).toContain("Logs");
      expect(text).not.toContain("Traces");
      expect(notified(field, [one], [goodService], type)).toMatch(/Traces/);
    }
  });

  it("a button links to the alerts instead, and says so", () => {
    for (const one of [alert, ofItsNamespace]) {
      expect(notified(LINKS.traces, [one])).toBe(
        alertsOf("NodeClockNotSynchronising"),
      );
      expect(notified(TEMPLATES.traces, [one])).toBe("Alerts");
    }
    expect(notified(TEMPLATES.traces, [highErrors()])).toBe("Traces");
  });

  it("the namespace has traces where another system in it sends some", () => {
    const both = [untraced, traced];
    expect(notified(TEMPLATES.traces, [ofItsNamespace], both)).toBe("Traces");
    expect(notified(TEMPLATES.traces, [alert], both)).toBe("Alerts");
  });

  it("is the platform itself", () => {
    const own = { ...ofChart.labels, namespace: "monitoring" };
    for (const labels of [own, { ...own, system: "platform" }]) {
      expect(render(TEMPLATES.traces, [{ ...ofChart, labels }])).toBe("Alerts");
    }
  });
});

describe("PagerDuty", () => {
  it("gets what the paged person needs", () => {
    const text = render(TEMPLATES.pagerDutyDetails, [highErrors()]);
    for (const part of [
      "firing: High error rate of the market",
      "Value: 0.0712",
      "Runbook: https://github.com/example/",
      "priority=P0",
    ]) {
      expect(text).toContain(part);
    }
  });
});

describe("mail", () => {
  it("is readable as text", () => {
    const text = render(TEMPLATES.emailText, [highErrors()]);
    expect(text).toMatch(/^\[FIRING 1\] MarketErrors · P0/);
    for (const part of [
      `Dashboard: ${GRAFANA}/d/market?from=${TIME.from}&to=now`,
      `Logs: ${GRAFANA}/d/market-queries?`,
      `Traces: ${GRAFANA}/d/market-queries?`,
      `Silence: ${GRAFANA}/alerting/silence/new?alertmanager=Alertmanager&matcher=alertname%3DMarketErrors`,
    ]) {
      expect(text).toContain(part);
    }
  });

  it("is HTML in which nothing that an alert says is markup", () => {
    const html = render(TEMPLATES.emailHtml, [highErrors()], "html");
    expect(html).toContain("7.1 % of requests fail &amp; &lt;more&gt; soon");
    expect(html).not.toContain("<more>");
    const address = (name: string): string =>
      (
        new RegExp(`<a href="([^"]*)">${name}<`).exec(html)?.[1] ?? ""
      ).replaceAll("&amp;", "&");
    expect(opened(address("Logs"))).toEqual(SIGNALS_OF_MARKET);
    expect(opened(address("Traces"))).toEqual(SIGNALS_OF_MARKET);
    expect(address("Dashboard")).toBe(
      `${GRAFANA}/d/market?from=${TIME.from}&to=now`,
    );
  });
});

it("Teams gets every alert of the group", () => {
  const text = render(TEMPLATES.teamsText, [highErrors(), ofChart]);
  expect(text).toContain("**High error rate of the market**");
  expect(text).toContain("[Runbook](https://runbooks.example.com/");
  expect(text).toContain(
    `[Dashboard](${GRAFANA}/d/market?from=${TIME.from}&to=now)`,
  );
  expect(text).toContain(`[Silence](${GRAFANA}/alerting/silence/new?`);
  const [first = ""] = /(?<=\[Traces\]\()[^)]*/.exec(text) ?? [];
  expect(opened(first)).toEqual(SIGNALS_OF_MARKET);
});
