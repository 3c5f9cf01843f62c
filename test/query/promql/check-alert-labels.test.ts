import type { AlertDeclaration } from "../../../model/alert";
import { open, values } from "../../../model/label-values";
import { gauge } from "../../../model/metric";
import { formatProblem } from "../../../model/problem";
import { wholeService } from "../../../model/whole-service";
import { buildCatalogue } from "../../../prometheus/catalogue";
import { checkAlertLabels } from "../../../query/promql/check-alert-labels";
import { goodAlert, goodService } from "../../support/services";

const shop = (alert: Partial<AlertDeclaration>) =>
  wholeService({
    ...goodService,
    metrics: {
      shop_jobs: gauge({
        help: "Jobs",
        labels: {
          priority: values("high", "low"),
          queue: open({ upTo: 3, examples: ["mail"] }),
          team: values("shop"),
        },
      }),
    },
    alerts: [{ ...goodAlert, ...alert }],
  });

const problems = (alert: Partial<AlertDeclaration>): readonly string[] => {
  const service = shop(alert);
  const catalogue = buildCatalogue([service], []).of("shop");
  return service.alerts.flatMap((each) =>
    checkAlertLabels("shop", each, catalogue).map(formatProblem),
  );
};
const REPLACED =
  'shop: the series have a label "priority" of their own, which the alert replaces: two of them become one, and the rule fails; aggregate without it: sum without (priority) (…), or rename it with label_replace';

it.each([
  "sum by (priority) (shop_jobs) > 5",
  "shop_jobs > 5",
  'shop_jobs{priority=~"high|low"} > 5',
  "sum by (queue) (shop_jobs) > 5 or sum by (priority) (shop_jobs) > 9",
])("finds that the rule replaces a label of %s", (expr) => {
  expect(problems({ expr })).toEqual([REPLACED]);
});

it.each([
  "sum by (queue) (shop_jobs) > 5",
  'shop_jobs{priority="high"} > 5',
  'shop_jobs{priority!="low"} > 5',
  "sum by (team) (shop_jobs) > 5",
  'label_replace(sum by (priority) (shop_jobs) > 5, "job_priority", "$1", "priority", "(.+)")',
  // What is equal before, or drops.
  "sum by (queue) (shop_jobs) > 5 or sum by (queue) (shop_jobs offset 1h) > 5",
  'max(shop_jobs) == 0 or absent(shop_jobs{team="shop"})',
])("takes %s", (expr) => {
  expect(problems({ expr })).toEqual([]);
});

it("finds arms of or that become one alert", () => {
  expect(
    problems({
      expr: 'absent(shop_jobs{team="shop"}) or group(absent(up{system="shop"} == 1))',
    }),
  ).toEqual([
    'shop: two arms of "or" differ only in labels that the alert replaces, so both become one alert and the rule fails: absent(shop_jobs{team="shop"}), and group(absent(up{system="shop"} == 1)); give both the same labels: group(first or second), or group by (…)',
  ]);
});

it("finds a label that changes with the value", () => {
  expect(
    problems({
      expr: "sum(shop_jobs) > 5",
      labels: { current: "{{ $value }}", where: "{{ $labels.queue }}" },
    }),
  ).toEqual([
    'shop label "current": the label changes with the value, so each evaluation makes a new alert: none waits out its for, and each is notified, got {{ $value }}; put the value into summary or description',
  ]);
});
