import { findEngine } from "../../engines/find-engine";
import { wholeService } from "../../model/whole-service";
import type { Panel } from "../../model/dashboard";
import type { Service } from "../../model/service";
import { readQuery } from "../../query/promql/read-query";
import { syntaxFindings } from "../../query/promql/syntax";
import { describeWith } from "../support/describe-with";
import {
  environments,
  production,
  staging,
} from "../support/organisation/environments";
import { depot, services } from "../support/organisation/services";
import { askedQueries } from "./asked-queries";
import type { AskedQuery } from "./asked-queries";
import { lokitoolRefusals, promtoolRefusals } from "./engines-judgement";

/** A first run may build the engine. */
const INSTALL_LIMIT = 30 * 60 * 1000;

let promtool = "";
beforeAll(async () => {
  promtool = await findEngine("promtool");
}, INSTALL_LIMIT);

const asked = environments.flatMap((environment) =>
  askedQueries(services, environment, environments),
);

/** The depot with one more panel. */
const depotWith = (panel: Partial<Panel>): Service =>
  wholeService({
    ...depot,
    dashboards: depot.dashboards.map((dashboard) => ({
      ...dashboard,
      variables: [
        {
          name: "pod",
          label: "Pod",
          metric: 'depot_filled_ratio{system="depot"}',
          values: "pod",
        },
      ],
      panels: dashboard.panels.map((each) => ({ ...each, ...panel })),
    })),
  });

const texts = (service: Service): readonly AskedQuery[] =>
  askedQueries([service], production, [production, staging]);

/** Where {@link depotWith} puts its query. */
const PANEL = 'depot dashboard "depot" panel "Filled" query A';

it("asks every kind of query, with nothing left to fill in", () => {
  expect(
    [
      "group ",
      "panel ",
      "annotation ",
      "link of a span to logs",
      'link of a span to "Requests per second"',
      "report ",
      "second path rule ",
    ].filter((kind) => !asked.some(({ path }) => path.includes(kind))),
  ).toEqual([]);
  // `$1` is what label_replace captured.
  expect(asked.filter(({ text }) => /\$[a-zA-Z_{]/.test(text))).toEqual([]);
});

it("fills in what Grafana does, with all values of a variable and with some", () => {
  const service = depotWith({
    queries: [
      {
        expr: 'max_over_time(depot_filled_ratio{pod=~"$pod"}[$__rate_interval])',
      },
      { expr: "max_over_time(depot_filled_ratio[$__range])" },
    ],
  });
  expect(
    texts(service)
      .filter(({ path }) => /"depot" (?:panel|variable)/.test(path))
      .map(({ path, text }) => `${path} ${text}`),
  ).toEqual([
    'production: depot dashboard "depot" panel "Filled" query A max_over_time(depot_filled_ratio{pod=~".*"}[300s])',
    String.raw`production: depot dashboard "depot" panel "Filled" query A with values chosen max_over_time(depot_filled_ratio{pod=~"(a\\.b|c)"}[300s])`,
    'production: depot dashboard "depot" panel "Filled" query B max_over_time(depot_filled_ratio[21600s])',
    'production: depot dashboard "depot" panel "Filled" query B with values chosen max_over_time(depot_filled_ratio[21600s])',
    'production: depot dashboard "depot" variable "pod" depot_filled_ratio{system="depot"}',
  ]);
});

it("has only queries of metrics that Prometheus reads", async () => {
  expect(asked.length).toBeGreaterThan(100);
  expect(await promtoolRefusals(promtool, asked)).toEqual([]);
});

it("names the environment, the dashboard and the panel of what only Prometheus refuses", async () => {
  // Our parser does not know how many seconds a duration may have.
  const expr = "max_over_time(depot_filled_ratio[9999999999y])";
  expect(syntaxFindings(readQuery(expr).text)).toEqual([]);
  const refused = depotWith({ queries: [{ expr }] });
  const both = [staging, production].flatMap((environment) =>
    askedQueries([refused], environment, environments),
  );
  expect(await promtoolRefusals(promtool, both)).toEqual([
    `staging: ${PANEL}; staging: ${PANEL} with values chosen; production: ${PANEL}; production: ${PANEL} with values chosen: could not parse expression: 1:34: parse error: duration out of range in ${expr}`,
  ]);
});

describeWith("lokitool", () => {
  it(
    "has only queries of logs that Loki reads",
    async () => {
      expect(lokitoolRefusals(await findEngine("lokitool"), asked)).toEqual([]);
    },
    INSTALL_LIMIT,
  );

  it(
    "names what only Loki refuses",
    async () => {
      const refused = depotWith({
        visualisation: { kind: "logs" },
        queries: [{ kind: "logql", expr: '{system="depot"} | json |~' }],
      });
      const [refusal] = lokitoolRefusals(
        await findEngine("lokitool"),
        texts(refused),
      );
      expect(refusal).toContain(`production: ${PANEL}`);
      expect(refusal).toContain("parse error");
    },
    INSTALL_LIMIT,
  );
});
