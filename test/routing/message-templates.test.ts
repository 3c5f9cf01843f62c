import { production } from "../../environments/production";
import { LINKS, TEMPLATES } from "../../routing/templates/names";
import { alertRule } from "../../rules/alert-rules";
import { codeverify } from "../../services/codeverify";
import { findEngine } from "../../tools/find-engine";
import { rendered } from "./rendered";
import type { ToldAlert } from "./rendered";

let amtool = "";
beforeAll(
  async () => {
    amtool = await findEngine("amtool");
  },
  20 * 60 * 1000,
);

const render = (
  field: string,
  alerts: readonly ToldAlert[],
  type?: "text" | "html",
): string => rendered(amtool, production, field, alerts, type);

/** A declared alert as Prometheus sends it when it fires, its texts rendered. */
function declared(name: string, change: Partial<ToldAlert> = {}): ToldAlert {
  const alert = codeverify.alerts.find((each) => each.name === name);
  if (alert === undefined) throw new Error(name);
  const rule = alertRule(alert, codeverify, production);
  return {
    status: "firing",
    labels: {
      ...rule.labels,
      alertname: name,
      cluster: "production",
      environment: "production",
    },
    annotations: {
      ...rule.annotations,
      description: "7.1 % of requests fail & <more> soon",
      value: "0.0712",
    },
    startsAt: "2026-11-21T10:15:30Z",
    ...change,
  };
}

const highErrors = () => declared("HighErrorRate");
/** As the chart sends it: no priority, no system, no dashboard. */
const ofChart: ToldAlert = {
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

const LOGS_OF_CODEVERIFY = {
  logs: {
    datasource: "loki",
    queries: [
      {
        refId: "A",
        datasource: { type: "loki", uid: "loki" },
        expr: '{system="codeverify"}',
      },
    ],
    range: { from: "1795255230000", to: "now" },
  },
};

describe("the title", () => {
  it("says state, name, priority, system and environment", () => {
    expect(render(TEMPLATES.title, [highErrors()])).toBe(
      "[FIRING 1] HighErrorRate · P0 · codeverify · production",
    );
  });

  it("says that it is over", () => {
    expect(
      render(TEMPLATES.title, [{ ...highErrors(), status: "resolved" }]),
    ).toBe("[RESOLVED] HighErrorRate · P0 · codeverify · production");
  });

  it("says first that it is a trial", () => {
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

it.each<[string, () => ToldAlert, string]>([
  ["a P0", highErrors, "#e01e5a"],
  ["a warning of the chart", () => ofChart, "#ecb22e"],
  ["what is over", () => ({ ...highErrors(), status: "resolved" }), "#2eb67d"],
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
<https://github.com/example/monitoring-stack/blob/main/docs/runbooks/codeverify/high-error-rate.md|Runbook> · <https://grafana.monitoring.example.com/d/codeverify-api|Dashboard> · <${logsLink(text)}|Logs>
:white_check_mark: *Another*
since 2026-11-21 10:15:30 UTC
<${logsLink(text)}|Logs>
`);
  });

  it("is spared what does not fit, and says so", () => {
    const text = render(
      TEMPLATES.slackText,
      Array.from({ length: 12 }, highErrors),
    );
    expect(text.match(/Value 0\.0712/g)).toHaveLength(10);
    expect(text.trimEnd()).toMatch(/The first 10 of 12 alerts\.$/);
  });
});

const logsLink = (text: string): string =>
  /<([^|>]*explore[^|>]*)\|Logs>/.exec(text)?.[1] ?? "no link to logs";

/** What Grafana's page for logs will open, read as Grafana reads it. */
const panesOf = (link: string): unknown =>
  JSON.parse(new URL(link).searchParams.get("panes") ?? "null");

describe("links", () => {
  it("leads to the logs of the system around the beginning", () => {
    const link = render(LINKS.logs, [highErrors()]);
    expect(link).toMatch(/^https:\/\/grafana\.monitoring\.example\.com\//);
    expect(panesOf(link)).toEqual(LOGS_OF_CODEVERIFY);
  });

  it("leads to the logs of the namespace where there is no system", () => {
    expect(panesOf(render(LINKS.logs, [ofChart]))).toMatchObject({
      logs: { queries: [{ expr: '{namespace="shop"}' }] },
    });
  });

  it("leads to a silence of the group, its labels filled in", () => {
    const link = render(LINKS.silence, [highErrors()]);
    expect(link).toMatch(/^http:\/\/alertmanager:9093\/#\/silences\/new\?/);
    expect(decodeURIComponent(link.split("filter=")[1] ?? "")).toBe(
      '{alertname="HighErrorRate",environment="production",severity="critical",system="codeverify"}',
    );
  });

  it.each([
    [
      "runbook",
      LINKS.runbook,
      "https://runbooks.example.com/kubepodcrashlooping",
    ],
    ["dashboard", LINKS.dashboard, "http://alertmanager:9093"],
  ])("is never empty, whatever the alert lacks: %s", (_, field, link) => {
    expect(render(field, [ofChart])).toBe(link);
  });
});

describe("PagerDuty", () => {
  it("gets what the person who is woken needs", () => {
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
    for (const part of ["Dashboard: https://grafana.", "Silence: http://"]) {
      expect(text).toContain(part);
    }
  });

  it("is HTML in which nothing that an alert says is markup", () => {
    const html = render(TEMPLATES.emailHtml, [highErrors()], "html");
    expect(html).toContain("7.1 % of requests fail &amp; &lt;more&gt; soon");
    expect(html).not.toContain("<more>");
    const logs = /<a href="([^"]*explore[^"]*)">Logs/.exec(html)?.[1] ?? "";
    expect(panesOf(logs.replaceAll("&amp;", "&"))).toEqual(LOGS_OF_CODEVERIFY);
  });
});

it("Teams gets every alert of the group", () => {
  const text = render(TEMPLATES.teamsText, [highErrors(), ofChart]);
  expect(text).toContain("**High API error rate**");
  expect(text).toContain("[Runbook](https://runbooks.example.com/");
});
