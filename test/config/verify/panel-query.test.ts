import { dashboardOf } from "../../../cli/verify/grafana";
import { filled, panelQuestions } from "../../../cli/verify/panel-query";
import { Server } from "../../../cli/verify/server";
import { production } from "../../../config/environments/production";
import { dashboardJson } from "../../../dashboards/dashboard-json";
import { withGeneratedDashboards } from "../../../dashboards/with-generated-dashboards";
import { services } from "../support/declared";
import { GrafanaStandIn } from "../../support/grafana";

const HOUR = 3_600_000;

it.each([
  ["rate(x[$__rate_interval])", "rate(x[120s])"],
  ["rate(x[${__rate_interval}])", "rate(x[120s])"],
  ["increase(x[$__range])", "increase(x[3600s])"],
  ["x / $__range_s", "x / 3600"],
  ["x[$__interval]", "x[36s]"],
  ['x{route=~"$route"}', 'x{route=~".*"}'],
  ['x{route=~"${route:regex}"}', 'x{route=~".*"}'],
  ["x{a=~'.*$'}", "x{a=~'.*$'}"],
  ["$unknown", "$unknown"],
])("fills in %s", (text, expected) => {
  expect(
    filled(text, {
      variables: { route: ".*" },
      range: HOUR,
      step: HOUR / 100,
      scrapeInterval: 30_000,
    }),
  ).toBe(expected);
});

it("asks for a window of one step more where steps are long", () => {
  const filling = {
    variables: {},
    range: 0,
    step: 600_000,
    scrapeInterval: 30_000,
  };
  expect(filled("$__rate_interval", filling)).toBe("630s");
});

describe("every panel of production", () => {
  const all = services.map(withGeneratedDashboards);
  const grafana = new GrafanaStandIn({
    dashboards: Object.fromEntries(
      all.flatMap((service) =>
        service.dashboards.map((dashboard) => [
          dashboard.uid,
          {
            json: JSON.parse(
              dashboardJson(dashboard, service, production),
            ) as unknown,
            folder: "any",
          },
        ]),
      ),
    ),
    rights: {},
    teams: {},
    sources: {},
    rules: {},
    contactPoints: [],
  });
  beforeAll(() => grafana.start());
  afterAll(() => grafana.stop());

  it.each(all)("is asked with everything filled in: $key", async (service) => {
    const server = new Server({
      name: "Grafana",
      url: grafana.url,
      access: "",
      headers: {
        authorization: `Basic ${Buffer.from(grafana.credentials).toString("base64")}`,
      },
    });
    for (const dashboard of service.dashboards) {
      const kept = await dashboardOf(server, dashboard.uid);
      if (kept === undefined) throw new Error(dashboard.uid);
      expect(kept.panels.map(({ title }) => title)).toEqual(
        dashboard.panels.map(({ title }) => title),
      );
      const questions = kept.panels.flatMap((panel) =>
        panelQuestions(panel, kept, { now: HOUR, scrapeInterval: 30_000 }),
      );
      expect(questions).toHaveLength(
        dashboard.panels.flatMap(({ queries }) => queries).length,
      );
      for (const { text, path } of questions) {
        // `$1` is what label_replace captured, which Grafana leaves alone.
        expect(text).not.toMatch(/\$[a-zA-Z_]|\$\{/);
        expect(text).not.toBe("");
        expect(path).toMatch(
          /^\/api\/datasources\/proxy\/uid\/(prometheus|loki|tempo)\/(loki\/api\/v1\/query|api\/v1\/query|api\/search|api\/metrics\/query)/,
        );
      }
    }
  });
});
