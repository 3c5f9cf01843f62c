import { join } from "node:path";
import * as v from "valibot";
import { readJsonFile, texts } from "../input/json";
import type { Schema } from "../input/json";
import {
  SYSTEM_LABEL,
  objectsOf,
  rulesOf,
  valuesOf,
} from "./synthesised-stack";
import type { StackOnDisk } from "./synthesised-stack";

/** An alert with the labels that are known before it fires. */
export interface RaisedAlert {
  readonly name: string;
  /** The system whose rules it is among; `undefined` for a chart's. */
  readonly system: string | undefined;
  /** Labels of the rule and of everything that leaves Prometheus, and `alertname`. */
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** A route as Alertmanager's configuration has it. */
export interface RouteEntry {
  /** Sorted, as Alertmanager sorts them; none at the root. */
  readonly matchers: readonly string[];
  readonly receiver: string;
  readonly continue: boolean;
  /** Inherited where it is not stated. */
  readonly group_by?: readonly string[];
  readonly routes: readonly RouteEntry[];
}

/** Which alerts an environment raises, and what Alertmanager does with them. */
export interface Notification {
  readonly alerts: readonly RaisedAlert[];
  readonly route: RouteEntry;
  /** Services of the pager that a receiver sends events to, by the file with their key. */
  readonly pagers: Readonly<Record<string, readonly string[]>>;
  /** Inhibition rules as text, sorted. */
  readonly inhibitions: readonly string[];
  readonly systems: readonly {
    readonly key: string;
    readonly namespace: string;
  }[];
}

interface WrittenRoute {
  readonly matchers?: readonly string[];
  readonly receiver: string;
  readonly continue?: boolean;
  readonly group_by?: readonly string[];
  readonly routes?: readonly WrittenRoute[];
}

const ROUTE: Schema<WrittenRoute> = v.object({
  matchers: v.exactOptional(v.array(v.string())),
  receiver: v.string(),
  continue: v.exactOptional(v.boolean()),
  group_by: v.exactOptional(v.array(v.string())),
  routes: v.exactOptional(v.array(v.lazy(() => ROUTE))),
});

const CONFIG = v.object({
  route: ROUTE,
  receivers: v.array(
    v.object({
      name: v.string(),
      pagerduty_configs: v.exactOptional(
        v.array(v.object({ routing_key_file: v.exactOptional(v.string()) })),
        [],
      ),
    }),
  ),
  inhibit_rules: v.exactOptional(
    v.array(
      v.object({
        source_matchers: v.exactOptional(v.array(v.string()), []),
        target_matchers: v.exactOptional(v.array(v.string()), []),
        equal: v.exactOptional(v.array(v.string()), []),
      }),
    ),
    [],
  ),
});

/** What is read of the values of the releases. */
const VALUES = v.object({
  alertmanager: v.exactOptional(v.object({ config: v.exactOptional(CONFIG) })),
  prometheus: v.exactOptional(
    v.object({
      prometheusSpec: v.exactOptional(
        v.object({ externalLabels: v.exactOptional(texts) }),
      ),
    }),
  ),
});

const CATALOGUE = v.object({
  systems: v.array(v.object({ key: v.string(), namespace: v.string() })),
  chartAlerts: v.array(v.object({ name: v.string(), severity: v.string() })),
});

/**
 * Reads back who is notified of what.
 * @throws Error when no release of the environment configures Alertmanager
 */
export function notificationOf(onDisk: StackOnDisk): Notification {
  const { environment, folder } = onDisk;
  const values = valuesOf(onDisk, VALUES);
  const config = values.flatMap(
    ({ alertmanager }) => alertmanager?.config ?? [],
  );
  const [configured] = config;
  if (configured === undefined) {
    throw new Error(`no release of ${environment} configures Alertmanager`);
  }
  const external =
    values
      .map(({ prometheus }) => prometheus?.prometheusSpec?.externalLabels)
      .find((labels) => labels !== undefined) ?? {};
  const { systems, chartAlerts } = readJsonFile(
    CATALOGUE,
    join(folder, "files/catalogue.json"),
  );
  return {
    alerts: [
      ...declaredAlerts(onDisk, external),
      ...chartAlerts.map(({ name, severity }) => ({
        name,
        system: undefined,
        labels: { alertname: name, ...external, severity },
        annotations: {},
      })),
    ],
    route: routeEntry(configured.route),
    pagers: Object.fromEntries(
      configured.receivers.map(({ name, pagerduty_configs }) => [
        name,
        pagerduty_configs.map(({ routing_key_file: key = name }) => key),
      ]),
    ),
    inhibitions: configured.inhibit_rules.map(inhibitionText).sort(),
    systems,
  };
}

const inhibitionText = ({
  source_matchers: sources,
  target_matchers: targets,
  equal,
}: v.InferOutput<typeof CONFIG>["inhibit_rules"][number]): string =>
  `{${sources.join(", ")}} inhibits {${targets.join(", ")}}${equal.length === 0 ? "" : ` of the same ${equal.join(", ")}`}`;

const declaredAlerts = (
  onDisk: StackOnDisk,
  external: Readonly<Record<string, string>>,
): readonly RaisedAlert[] =>
  objectsOf(onDisk).flatMap((object) =>
    rulesOf(object).flatMap(({ alert, labels = {}, annotations = {} }) =>
      alert === undefined
        ? []
        : [
            {
              name: alert,
              system: object.metadata.labels[SYSTEM_LABEL],
              labels: { alertname: alert, ...external, ...labels },
              annotations,
            },
          ],
    ),
  );

const routeEntry = ({
  matchers = [],
  receiver,
  continue: goesOn = false,
  group_by: groupBy,
  routes = [],
}: WrittenRoute): RouteEntry => ({
  matchers: [...matchers].sort(),
  receiver,
  continue: goesOn,
  ...(groupBy === undefined ? {} : { group_by: groupBy }),
  routes: routes.map(routeEntry),
});
