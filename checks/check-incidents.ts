import { GENERIC_INCIDENTS } from "../model/incident";
import type { IncidentChange } from "../model/incident";
import { checkKebab, repeated } from "../model/checks/names";
import { metricLabels, metricOf } from "../model/metric";
import type { Problem } from "../model/problem";
import type { Service } from "../model/service";
import { readQuery } from "../query/promql/read-query";
import { selectorOf } from "../query/promql/tree";
import type { Matcher } from "../query/promql/tree";

/** Series that scraping and probing show of any system. */
const SCRAPED = ["up", "probe_success", "probe_duration_seconds"];

/** Checks that incidents have names of their own, and change series that the system has. */
export const checkIncidents = (
  services: readonly Service[],
): readonly Problem[] =>
  services.flatMap((service) => {
    const { key, incidents = [] } = service;
    const at = `services/${key} incident`;
    return [
      ...repeated(incidents.map(({ name }) => name)).map((name) => ({
        path: `${at} "${name}"`,
        message: "is declared twice",
        next: "rename one",
      })),
      ...incidents.flatMap(({ name, changes }) => [
        ...checkKebab(`${at} "${name}"`, "name", name),
        ...(GENERIC_INCIDENTS.some((kind) => kind === name)
          ? [
              {
                path: `${at} "${name}"`,
                message: "has the name of an incident that every system has",
                allowed: `any but ${GENERIC_INCIDENTS.join(", ")}`,
                next: "rename it",
              },
            ]
          : []),
        ...changes.flatMap((change) =>
          checkChange(
            `${at} "${name}" ${change.kind}("${change.series}")`,
            change,
            service,
          ),
        ),
      ]),
    ];
  });

function checkChange(
  path: string,
  change: IncidentChange,
  { metrics }: Service,
): readonly Problem[] {
  const { kind, series } = change;
  const query = readQuery(series);
  const node = query.top.getChild("VectorSelector");
  const { name, matchers } =
    node === null
      ? { name: undefined, matchers: [] as readonly Matcher[] }
      : selectorOf(query, node);
  if (
    node === null ||
    name === undefined ||
    node.to - node.from !== series.trim().length ||
    matchers.some(({ operator }) => operator !== "=")
  ) {
    return [
      {
        path,
        message: "is not the name of a series with labels",
        got: series,
        allowed: 'a name, and labels with =: shop_up{zone="a"}',
        next: "write one series, without operators",
      },
    ];
  }
  if (SCRAPED.includes(name) && kind !== "occurs") return [];
  const metric = metricOf(name, metrics);
  const declared = metric === undefined ? undefined : metrics[metric];
  if (declared === undefined) {
    return [
      {
        path,
        message: "names a series that the system does not have",
        got: name,
        allowed: `metrics of its contract${kind === "occurs" ? "" : `, ${SCRAPED.join(", ")}`}`,
        next: "declare the metric, or correct the name",
      },
    ];
  }
  if (
    change.kind === "grows" &&
    change.perMinute < 0 &&
    declared.type !== "gauge"
  ) {
    return [
      {
        path,
        message: "lets a series fall that only grows",
        got: String(change.perMinute),
        allowed: "0 or more",
        next: "say 0 where nothing is counted any more",
      },
    ];
  }
  const labels = metricLabels(declared);
  const missing = labels.filter(
    (label) => !matchers.some((matcher) => matcher.label === label),
  );
  return kind === "occurs" && missing.length > 0
    ? [
        {
          path,
          message: "leaves out labels of the event",
          got: missing.join(", "),
          next: "give each label that the application sets",
        },
      ]
    : [];
}
