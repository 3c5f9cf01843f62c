import { readQuery } from "../../query/promql/read-query";
import { selectorOf } from "../../query/promql/tree";
import type { Slo } from "../../model/slo";
import type { AlertRuleText } from "../../prometheus/rules/rule-group";

/** The notification when an SLO's alert fires on its bad example. */
export function expectedAlert(
  { slo, rule }: { readonly slo: Slo; readonly rule: AlertRuleText },
  value: number,
): {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
} {
  const groupBy = groupByLabels(slo);
  return {
    labels: { ...rule.labels, ...groupBy },
    annotations: Object.fromEntries(
      Object.entries(rule.annotations).map(([name, text]) => [
        name,
        text
          .replace(/\{\{ \$labels\.(\w+) \}\}/g, (_, label: string) =>
            // The templates of SLO alerts use only grouping labels.
            String(groupBy[label]),
          )
          .replace("{{ $value | humanizePercentage }}", percentage(value)),
      ]),
    ),
  };
}

/** The grouping labels of the bad example. */
function groupByLabels({
  groupBy = [],
  examples,
}: Slo): Record<string, string> {
  const [series = ""] = Object.keys(examples.bad);
  const query = readQuery(series);
  const node = query.top.firstChild;
  const matchers = node === null ? [] : selectorOf(query, node).matchers;
  return Object.fromEntries(
    matchers
      .filter(({ label }) => groupBy.includes(label))
      .map(({ label, value }) => [label, value]),
  );
}

/**
 * As Prometheus renders it: four significant digits.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/template_reference/#numbers
 */
const percentage = (ratio: number): string =>
  `${String(Number((ratio * 100).toPrecision(4)))}%`;
