import { formatProblem } from "../../model/problem";
import { percent } from "../../model/ratio";
import type { ServiceDeclaration } from "../../model/service";
import { buildCatalogue } from "../../promql/catalogue";
import { checkQueries } from "../../promql/check-queries";
import { goodService, withAlert } from "../support/services";

const check = (service: ServiceDeclaration): readonly string[] =>
  checkQueries(service, buildCatalogue([service], [])).map(formatProblem);

it("finds nothing in a good declaration", () => {
  expect(check(goodService)).toEqual([]);
});

it.each<[string, Parameters<typeof withAlert>[0], string]>([
  [
    "a dead alert",
    { expr: "shop:fires:count > {errorRatio}" },
    'services/shop alert "ShopErrors" at 0-16: unknown metric "shop:fires:count"; declare it in the service\'s metrics or record it',
  ],
  [
    "a threshold that nobody declares",
    { expr: "shop:errors:ratio_rate5m > {limit}" },
    'services/shop alert "ShopErrors": the expression names a threshold {limit} that is not declared; allowed: errorRatio; add it to thresholds',
  ],
  [
    "a threshold that nothing uses",
    { thresholds: { errorRatio: percent(5), minimum: percent(1) } },
    'services/shop alert "ShopErrors": threshold "minimum" is not used in the expression; write {minimum} where it belongs, or remove it',
  ],
  [
    "a text about a label that the alert does not have",
    { summary: "{{ $labels.pod }} fails for {{ $labels.system }}" },
    'services/shop alert "ShopErrors" summary: names the label "pod", which the alert does not have; allowed: alertname, condition, priority, severity, system, team; name one of these, or keep the label in the expression',
  ],
])("names %s", (_, change, message) => {
  expect(check(withAlert(change))).toContain(message);
});

it("names a dead panel, with its dashboard and the query", () => {
  const [dashboard] = goodService.dashboards;
  const [panel] = dashboard?.panels ?? [];
  if (dashboard === undefined || panel === undefined)
    throw new Error("no panel");
  expect(
    check({
      ...goodService,
      dashboards: [
        {
          ...dashboard,
          panels: [
            { ...panel, queries: [...panel.queries, { expr: "shop_gone" }] },
          ],
        },
      ],
    }),
  ).toEqual([
    'services/shop dashboard "shop" panel "Errors" query 2 at 0-9: unknown metric "shop_gone"; declare it in the service\'s metrics or record it',
  ]);
});

it("names a dead recording rule", () => {
  const [group] = goodService.recording;
  if (group === undefined) throw new Error("no group");
  expect(
    check({
      ...goodService,
      recording: [
        {
          ...group,
          rules: [
            ...group.rules,
            { requirement: "X", record: "shop:x:y", expr: "sum(shop_gone)" },
          ],
        },
      ],
    }),
  ).toEqual([
    'services/shop recording rule "shop:x:y" at 4-13: unknown metric "shop_gone"; declare it in the service\'s metrics or record it',
  ]);
});

it("does not hang on rules that read each other", () => {
  const [group] = goodService.recording;
  if (group === undefined) throw new Error("no group");
  const service = {
    ...goodService,
    recording: [
      {
        ...group,
        rules: [
          { requirement: "X", record: "shop:a:b", expr: "shop:b:a" },
          { requirement: "X", record: "shop:b:a", expr: "shop:a:b" },
        ],
      },
    ],
  };
  expect(check(service).join("\n")).toContain('unknown metric "shop:b:a"');
});
