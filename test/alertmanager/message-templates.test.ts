import { production } from "../../config/environments/production";
import type { Service } from "../../model/service";
import { LINKS, TEMPLATES } from "../../alertmanager/templates/names";
import { codeverify } from "../support/declared";
import { findEngine } from "../../engines/find-engine";
import { goodService } from "../support/services";
import { isTraceql, logqlErrors, opened } from "../support/follow-link";
import type { Opened } from "../support/follow-link";
import { declaredAlert } from "./declared-alert";
import { rendered } from "./rendered";
import type { FiredAlert } from "./rendered";

let amtool = "";
beforeAll(
  async () => {
    amtool = await findEngine("amtool");
  },
  20 * 60 * 1000,
);

const render = (
  field: string,
  alerts: readonly FiredAlert[],
  type?: "text" | "html",
): string => rendered(amtool, production, field, alerts, type);

const highErrors = () => declaredAlert("HighErrorRate");
/** As the chart sends it: no priority, no system, no dashboard. */
const ofChart: FiredAlert = {
  status: "firing",
  labels: {
    alertname: "KubePodCrashLooping",
    severity: "warning",
    namespace: "shop",
    environment: "production",
  },
  annotations: {
    summary: "Pod is crash looping.",
    description: "Pod shop/api is in waiting state.",
    runbook_url: "https://runbooks.example.com/kubepodcrashlooping",
  },
  startsAt: "2026-11-21T10:15:30Z",
};

/** A quarter of an hour before the alerts began, and now. */
const TIME = { from: "1795255230000", to: "now" } as const;
const GRAFANA = "https://grafana.monitoring.example.com";

/** Grafana's list of Alertmanager's alerts of one name. */
const alertsOf = (name: string): string =>
  `${GRAFANA}/alerting/groups?alertmanager=Alertmanager&queryString=alertname%3D%22${name}%22`;

const LOGS_OF_CODEVERIFY: Opened = {
  root: GRAFANA,
  uid: "loki",
  query: { expr: '{system="codeverify"}', queryType: "range" },
  range: TIME,
};
const TRACES_OF_CODEVERIFY: Opened = {
  root: GRAFANA,
  uid: "tempo",
  query: {
    query: '{ resource.system = "codeverify" }',
    queryType: "traceql",
    limit: 20,
    tableType: "traces",
  },
  range: TIME,
};

describe("the title", () => {
  it("says state, name, priority, system and environment", () => {
    expect(render(TEMPLATES.title, [highErrors()])).toBe(
      "[FIRING 1] HighErrorRate · P0 · codeverify · production",
    );
  });

  it("says that it is resolved", () => {
    expect(
      render(TEMPLATES.title, [{ ...highErrors(), status: "resolved" }]),
    ).toBe("[RESOLVED] HighErrorRate · P0 · codeverify · production");
  });

  it("begins with TEST for a test alert", () => {
    const alert = highErrors();
    expect(
      render(TEMPLATES.title, [
        { ...alert, labels: { ...alert.labels, test: "true" } },
      ]),
    ).toBe("TEST [FIRING 1] HighErrorRate · P0 · codeverify · production");
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
    expect(text).toBe(`*High API error rate*
7.1 % of requests fail &amp; &lt;more&gt; soon
_First:_ ${codeverify.alerts.find(({ name }) => name === "HighErrorRate")?.action ?? ""}
Value 0.0712 · since 2026-11-21 10:15:30 UTC · response 15m
<https://github.com/example/monitoring-stack/blob/main/docs/runbooks/codeverify/high-error-rate.md#higherrorrate|Runbook> · <https://grafana.monitoring.example.com/d/codeverify-api?from=1795255230000&to=now|Dashboard> · <${linkIn(text, "Logs")}|Logs> · <${linkIn(text, "Traces")}|Traces>
:white_check_mark: *Another*
since 2026-11-21 10:15:30 UTC · response 15m
<${linkIn(text, "Logs")}|Logs> · <${linkIn(text, "Traces")}|Traces>
`);
    expect(opened(linkIn(text, "Logs"))).toEqual(LOGS_OF_CODEVERIFY);
    expect(opened(linkIn(text, "Traces"))).toEqual(TRACES_OF_CODEVERIFY);
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ["the system's own P0", { system: "accubooks", priority: "P0" }, "5m"],
    ["the system's own P1", { system: "accubooks", priority: "P1" }, "30m"],
    ["a P1 as everybody's", { system: "aurora", priority: "P1" }, "1h"],
    [
      "an alert that does not page",
      { system: "aurora", priority: "P3" },
      "next business day",
    ],
    ["nothing of an unknown system", { system: "bar", priority: "P0" }, ""],
    ["nothing without a priority", { system: "aurora", priority: "" }, ""],
  ])("shows the response time: %s", (_, labels, time) => {
    const alert = highErrors();
    const text = render(TEMPLATES.slackText, [
      {
        ...alert,
        labels: { ...alert.labels, ...labels },
        annotations: { summary: "Burns", description: "Burns" },
      },
    ]);
    expect(/UTC(?: · response (.*))?$/m.exec(text)?.[1] ?? "").toBe(time);
  });

  it("truncates a long list of alerts, and says so", () => {
    const text = render(
      TEMPLATES.slackText,
      Array.from({ length: 12 }, highErrors),
    );
    expect(text.match(/Value 0\.0712/g)).toHaveLength(10);
    expect(text.trimEnd()).toMatch(/The first 10 of 12 alerts\.$/);
  });
});

const linkIn = (text: string, name: string): string =>
  new RegExp(`<([^|>]*explore[^|>]*)\\|${name}>`).exec(text)?.[1] ??
  `no link to ${name}`;

/** Of a node: no system and no namespace. */
const ofNode: FiredAlert = {
  ...ofChart,
  labels: { alertname: "NodeClockNotSynchronising", severity: "warning" },
};

describe("links", () => {
  it.each<[string, () => FiredAlert, string, string]>([
    [
      "system",
      highErrors,
      '{system="codeverify"}',
      '{ resource.system = "codeverify" }',
    ],
    [
      "namespace where there is no system",
      () => ofChart,
      '{namespace="shop"}',
      '{ resource.k8s.namespace.name = "shop" }',
    ],
    [
      "environment where there is neither",
      () => ofNode,
      '{environment="production"}',
      '{ resource.deployment.environment.name = "production" }',
    ],
  ])(
    "links to logs and traces of the %s, from before the alert's start",
    (_, alert, expr, query) => {
      const logs = opened(render(LINKS.logs, [alert()]));
      const traces = opened(render(LINKS.traces, [alert()]));
      expect(logs).toEqual({
        ...LOGS_OF_CODEVERIFY,
        query: { ...LOGS_OF_CODEVERIFY.query, expr },
      });
      expect(logqlErrors(logs.query["expr"])).toEqual([]);
      expect(traces).toEqual({
        ...TRACES_OF_CODEVERIFY,
        query: { ...TRACES_OF_CODEVERIFY.query, query },
      });
      expect(isTraceql(traces.query["query"])).toBe(true);
    },
  );

  it("links to the dashboard of the alert, from before its start", () => {
    const link = new URL(render(LINKS.dashboard, [highErrors()]));
    expect(link.origin + link.pathname).toBe(`${GRAFANA}/d/codeverify-api`);
    expect(Object.fromEntries(link.searchParams)).toEqual(TIME);
    expect(codeverify.dashboards.map(({ uid }) => uid)).toContain(
      "codeverify-api",
    );
  });

  it("links to a silence of the group, with its labels filled in", () => {
    const link = new URL(render(LINKS.silence, [highErrors()]));
    expect(link.origin + link.pathname).toBe(`${GRAFANA}/alerting/silence/new`);
    expect([...link.searchParams]).toEqual([
      ["alertmanager", "Alertmanager"],
      ["matcher", "alertname=HighErrorRate"],
      ["matcher", "environment=production"],
      ["matcher", "severity=critical"],
      ["matcher", "system=codeverify"],
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
  ) => rendered(amtool, production, field, group, type, services);

  it.each([
    ["Slack", TEMPLATES.slackText, "text"],
    ["Teams", TEMPLATES.teamsText, "text"],
    ["a mail", TEMPLATES.emailText, "text"],
    ["a mail as HTML", TEMPLATES.emailHtml, "html"],
  ] as const)("%s has a link to logs and none to traces", (_, field, type) => {
    for (const one of [alert, ofItsNamespace]) {
      const text = notified(field, [one], [untraced], type);
      expect(text).toContain("Logs");
      expect(text).not.toMatch(/Traces|tempo/);
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
      "firing: High API error rate",
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
    expect(text).toMatch(/^\[FIRING 1\] HighErrorRate · P0/);
    for (const part of [
      `Dashboard: ${GRAFANA}/d/codeverify-api?from=${TIME.from}&to=now`,
      `Logs: ${GRAFANA}/explore?`,
      `Traces: ${GRAFANA}/explore?`,
      `Silence: ${GRAFANA}/alerting/silence/new?alertmanager=Alertmanager&matcher=alertname%3DHighErrorRate`,
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
    expect(opened(address("Logs"))).toEqual(LOGS_OF_CODEVERIFY);
    expect(opened(address("Traces"))).toEqual(TRACES_OF_CODEVERIFY);
    expect(address("Dashboard")).toBe(
      `${GRAFANA}/d/codeverify-api?from=${TIME.from}&to=now`,
    );
  });
});

it("Teams gets every alert of the group", () => {
  const text = render(TEMPLATES.teamsText, [highErrors(), ofChart]);
  expect(text).toContain("**High API error rate**");
  expect(text).toContain("[Runbook](https://runbooks.example.com/");
  expect(text).toContain(
    `[Dashboard](${GRAFANA}/d/codeverify-api?from=${TIME.from}&to=now)`,
  );
  expect(text).toContain(`[Silence](${GRAFANA}/alerting/silence/new?`);
  const [first = ""] = /(?<=\[Traces\]\()[^)]*/.exec(text) ?? [];
  expect(opened(first)).toEqual(TRACES_OF_CODEVERIFY);
});
