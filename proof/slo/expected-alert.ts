import { readQuery } from "../../query/promql/read-query";
import { selectorOf } from "../../query/promql/tree";
import type { Slo } from "../../model/slo";
import type { AlertRuleText } from "../../prometheus/rules/rule-group";

/** What a person reads when an alert of a promise fires about its bad example. */
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
            // The templates of promises name dims only.
            String(groupBy[label]),
          )
          .replace("{{ $value | humanizePercentage }}", percentage(value)),
      ]),
    ),
  };
}

/** The dims that the bad example carries. */
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
 * As Prometheus writes it: four significant digits.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/template_reference/#numbers
 */
const percentage = (ratio: number): string =>
  `${String(Number((ratio * 100).toPrecision(4)))}%`;
