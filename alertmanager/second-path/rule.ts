import type { Duration } from "../../model/duration";

/** What a rule of Grafana is when its query gives no sample, or no answer at all. */
export type StateWithoutAnswer = "Alerting" | "OK";

/**
 * A condition that Grafana itself evaluates: it fires while the query gives a value on the wrong
 * side of the limit.
 * @see https://grafana.com/docs/grafana/latest/alerting/fundamentals/alert-rules/
 */
export interface SecondPathRule {
  /** Never changes and is unique in Grafana; up to 40 letters, digits and hyphens. */
  readonly uid: string;
  /** Name of the alert; unique in the folder. */
  readonly name: string;
  /** Query in PromQL, asked for one moment. */
  readonly expr: string;
  readonly fires: { readonly when: "below" | "above"; readonly limit: number };
  readonly for: Duration;
  readonly withoutAnswer: StateWithoutAnswer;
  readonly severity: "critical" | "warning";
  /** Key of the team that answers for it. */
  readonly team: string;
  /**
   * Name of the watched environment where the rule is about it; that environment's contact point is
   * notified then.
   */
  readonly watched?: string;
  readonly summary: string;
  readonly description: string;
  /** Page and heading, as an alert of a service names them. */
  readonly runbook: string;
}
