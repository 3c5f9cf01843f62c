import type { Metric } from "../../model/metric";
import type { Service } from "../../model/service";
import { instancesOf } from "./instances";
import type { Instance } from "./instances";
import { seriesOf } from "./typical-series";
import type { Moment, TypicalSeries } from "./typical-series";

/** What one endpoint of a healthy system answers. */
export interface Exposition {
  /** The labels that scraping it adds. */
  readonly instance: Instance;
  /** Its answer, in the text format. */
  readonly textAt: (moment: Moment) => string;
}

/** Content type of the answers. */
export const TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";

/**
 * The answers of all endpoints of a healthy system: its pods, its exporters as far as the contract
 * has their metrics, and what is pushed.
 *
 * @param most how many of a target's pods at most. @default 2
 * @see https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
 */
export function expositions(
  service: Service,
  most?: number,
): readonly Exposition[] {
  const endpoints = new Map<
    string,
    { readonly instance: Instance; readonly families: Family[] }
  >();
  for (const [name, metric] of Object.entries(service.metrics)) {
    const instances = instancesOf(service, name, metric, most);
    const all = seriesOf(name, metric, service.metrics, instances);
    for (const instance of instances) {
      const key = JSON.stringify(instance);
      const endpoint = endpoints.get(key) ?? { instance, families: [] };
      endpoints.set(key, endpoint);
      endpoint.families.push({
        name,
        metric,
        series: all.flatMap((series) => ofInstance(series, instance)),
      });
    }
  }
  return [...endpoints.values()].map(({ instance, families }) => ({
    instance,
    textAt: (moment) =>
      families.map((family) => familyText(family, moment)).join(""),
  }));
}

/** The series of one metric at one endpoint. */
interface Family {
  readonly name: string;
  readonly metric: Metric;
  readonly series: readonly TypicalSeries[];
}

/** A series as its endpoint shows it: without the labels that scraping adds. */
const ofInstance = (
  series: TypicalSeries,
  instance: Instance,
): readonly TypicalSeries[] =>
  Object.entries(instance).every(
    ([label, value]) => series.labels[label] === value,
  )
    ? [
        {
          ...series,
          labels: Object.fromEntries(
            Object.entries(series.labels).filter(
              ([label]) => !Object.hasOwn(instance, label),
            ),
          ),
        },
      ]
    : [];

const familyText = (
  { name, metric: { help, type }, series }: Family,
  moment: Moment,
): string =>
  series.length === 0
    ? ""
    : [
        `# HELP ${name} ${help.replaceAll("\\", "\\\\").replaceAll("\n", "\\n")}`,
        `# TYPE ${name} ${type}`,
        ...series.map(
          (one) =>
            `${one.name}${labelsText(one.labels)} ${String(one.valueAt(moment))}`,
        ),
        "",
      ].join("\n");

function labelsText(labels: Instance): string {
  const pairs = Object.entries(labels).map(
    ([label, value]) => `${label}="${escaped(value)}"`,
  );
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

const escaped = (value: string): string =>
  value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
