import { readFileSync } from "node:fs";
import { CHARTS } from "../../../helm/chart-versions";
import {
  DEFAULT_ALERTS,
  DEFAULT_ALERTS_OF,
} from "../../../helm/kube-prometheus-stack/default-alerts";
import { defaultRulesValues } from "../../../helm/kube-prometheus-stack/default-rules-values";
import { withAlert } from "../../support/services";
import { referenceData } from "../../support/reference-data";
import { itNeeding } from "../../support/describe-needing";

const file = referenceData("charts/kube-prometheus-stack/default-rules.json");

it("is about the chart that is pinned", () => {
  expect(DEFAULT_ALERTS_OF).toBe(CHARTS.kubePrometheusStack.version);
});

itNeeding("chart sources", file !== undefined)(
  "lists what the chart ships",
  () => {
    const { source, alerts } = JSON.parse(readFileSync(file ?? "", "utf8")) as {
      readonly source: string;
      readonly alerts: readonly {
        readonly alert: string;
        readonly group: string;
        readonly for: string;
        readonly labels: Readonly<Record<string, string>>;
      }[];
    };
    expect(source).toContain(`kube-prometheus-stack ${DEFAULT_ALERTS_OF}`);
    expect(DEFAULT_ALERTS).toHaveLength(155);
    const one = (alert: object): string => JSON.stringify(alert);
    expect(DEFAULT_ALERTS.map(one)).toEqual(
      alerts
        .map(({ alert: name, group, for: waits, labels }) =>
          one({ name, group, for: waits, labels }),
        )
        .sort(),
    );
  },
);

it("switches off what ours replace, and never the heartbeat", () => {
  expect(
    defaultRulesValues(
      ["HighErrorRate", "TargetDown", "Watchdog"].map((name) =>
        withAlert({ name }),
      ),
    ),
  ).toHaveProperty("defaultRules.disabled", { TargetDown: true });
});
