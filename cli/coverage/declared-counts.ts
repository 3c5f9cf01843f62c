import type { AddressKind } from "./addresses";
import type { MetLine } from "./met-lines";
import { prefixOf } from "./requirement";

/** What is counted. Rules, alerts and dashboards generated from SLOs are not included. */
export const KINDS = [
  "metrics",
  "recording rules",
  "alerts",
  "log alerts",
  "SLOs",
  "log queries",
  "trace queries",
  "targets and probes",
  "dashboards",
  "panels",
] as const;

/** One of {@link KINDS}. */
export type Kind = (typeof KINDS)[number];

/** How many there are of each kind. */
export type Counts = Readonly<Record<Kind, number>>;

/** What is declared, and which requirements it meets. */
export interface Declared {
  readonly addresses: ReadonlyMap<string, AddressKind>;
  readonly met: readonly MetLine[];
}

/** What the kinds of addresses are counted as; the others are not. */
const COUNTED_AS: Readonly<Partial<Record<AddressKind, Kind>>> = {
  metric: "metrics",
  rule: "recording rules",
  alert: "alerts",
  "log-alert": "log alerts",
  slo: "SLOs",
  "log-query": "log queries",
  "trace-query": "trace queries",
  target: "targets and probes",
  probe: "targets and probes",
  // An exporter is a target too.
  exporter: "targets and probes",
  dashboard: "dashboards",
  panel: "panels",
};

/**
 * How much is declared for requirements that begin so, wherever it is declared: `SHOP` of a system,
 * `XMR` of what goes across systems.
 */
export const declaredFor = (
  prefixes: readonly string[],
  { addresses, met }: Declared,
): Counts => {
  const own = new Set(
    met
      .filter(({ id }) => prefixes.includes(prefixOf(id)))
      .map(({ address }) => address),
  );
  const kinds = [...own].flatMap((address) => {
    const kind = addresses.get(address);
    return kind === undefined ? [] : (COUNTED_AS[kind] ?? []);
  });
  const count = (kind: Kind): number =>
    kinds.filter((each) => each === kind).length;
  return {
    metrics: count("metrics"),
    "recording rules": count("recording rules"),
    alerts: count("alerts"),
    "log alerts": count("log alerts"),
    SLOs: count("SLOs"),
    "log queries": count("log queries"),
    "trace queries": count("trace queries"),
    "targets and probes": count("targets and probes"),
    dashboards: count("dashboards"),
    panels: count("panels"),
  };
};

/** Whether anything is. */
export const isAnything = (counts: Counts): boolean =>
  KINDS.some((kind) => counts[kind] > 0);
