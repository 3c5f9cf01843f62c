import facts from "./default-alerts.json";

/** An alert that the chart ships. */
export interface DefaultAlert {
  readonly name: string;
  readonly group: string;
  /** How long its condition must hold. */
  readonly for: string;
  /** Labels that its rule sets; those of its series are not known here. */
  readonly labels: Readonly<Record<string, string>>;
}

/** Version of kube-prometheus-stack whose rules are listed; a test compares it with the pin. */
export const DEFAULT_ALERTS_OF: string = facts.version;

/**
 * Every alert that the chart ships with all its groups on. Written by `npm run default-alerts` from
 * the rendered chart.
 * @see
 *   https://github.com/prometheus-community/helm-charts/tree/main/charts/kube-prometheus-stack/templates/prometheus/rules-1.14
 */
export const DEFAULT_ALERTS: readonly DefaultAlert[] = facts.alerts.map(
  // Entries differ in their labels, which JSON's own type turns into optional ones.
  ({ labels, ...alert }) => ({
    ...alert,
    labels: Object.fromEntries(Object.entries(labels)),
  }),
);
