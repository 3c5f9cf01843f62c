import { readQuery } from "../../query/promql/read-query";
import { selectorOf } from "../../query/promql/tree";
import type { Slo } from "../../model/slo";
import type { ShownNumber } from "../../prometheus/slo/alert-texts";
import type { AlertRuleText } from "../../prometheus/rules/rule-group";

/** A number of the message, and what it must be. */
export type ShownValue = readonly [ShownNumber, number];

/** The notification when an SLO's alert fires on its bad example. */
export function expectedAlert(
  { slo, rule }: { readonly slo: Slo; readonly rule: AlertRuleText },
  value: number,
  numbers: readonly ShownValue[],
): {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
} {
  const groupBy = groupByLabels(slo);
  const filled = (text: string): string =>
    numbers
      .reduce(
        (before, [{ template, shown }, number]) =>
          before.replaceAll(template, WRITTEN[shown](number)),
        text,
      )
      .replace(/\{\{ \$labels\.(\w+) \}\}/g, (_, label: string) =>
        // The templates of SLO alerts use only grouping labels.
        String(groupBy[label]),
      )
      .replace("{{ $value | humanizePercentage }}", percentage(value))
      .replaceAll('{{ $value | printf "%.0f" }}', value.toFixed(0));
  return {
    labels: { ...rule.labels, ...groupBy },
    annotations: Object.fromEntries(
      Object.entries(rule.annotations).map(([name, text]) => [
        name,
        filled(text),
      ]),
    ),
  };
}

/** The grouping labels of the bad example. */
export function groupByLabels({
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

/** As Prometheus renders a second or more: the largest unit first, each one after it. */
function duration(seconds: number): string {
  if (seconds === 0) return "0s";
  const parts = [
    [Math.floor(seconds / 86_400), "d"],
    [Math.floor(seconds / 3600) % 24, "h"],
    [Math.floor(seconds / 60) % 60, "m"],
    [seconds % 60, "s"],
  ] as const;
  return parts
    .slice(parts.findIndex(([amount]) => amount > 0))
    .map(([amount, unit]) => `${String(amount)}${unit}`)
    .join(" ");
}

const WRITTEN: Readonly<
  Record<ShownNumber["shown"], (value: number) => string>
> = {
  count: (value) => value.toFixed(0),
  time: duration,
  share: percentage,
};
