import type { EnvironmentConfig } from "../../model/environment";

/**
 * Which pods of a namespace are meant: all of these labels, and of one label none of these values.
 */
export interface PodSelector {
  readonly labels: Readonly<Record<string, string>>;
  readonly except?: {
    readonly label: string;
    readonly values: readonly string[];
  };
}

/** Pods of the platform, for which it writes policies. */
export interface Component {
  readonly kind: "component";
  /** Name of its policy. */
  readonly name: string;
  readonly namespace: string;
  readonly pods: PodSelector;
  /** What it is, in words. */
  readonly what: string;
  /** Ports at which Prometheus scrapes its pods; none where it has no metrics. */
  readonly metricsPorts: readonly number[];
  /** Whether the environment runs it: not every form of the stores has caches. */
  readonly isRun: boolean;
}

/** Labels that identify a chart's pods. */
export const NAME = "app.kubernetes.io/name";
const INSTANCE = "app.kubernetes.io/instance";
export const PART = "app.kubernetes.io/component";

/** Labels of the pods of a chart's release, as nearly every chart gives them. */
export const released = (
  chart: string,
  release: string,
): Readonly<Record<string, string>> => ({
  [NAME]: chart,
  [INSTANCE]: release,
});

/** Pods in the platform's namespace, by their labels. */
export const component = (
  { namespace }: EnvironmentConfig,
  {
    labels,
    except,
    ...own
  }: PodSelector &
    Pick<Component, "name" | "what"> &
    Partial<Pick<Component, "metricsPorts" | "isRun">>,
): Component => ({
  kind: "component",
  namespace,
  pods: { labels, ...(except === undefined ? {} : { except }) },
  metricsPorts: [],
  isRun: true,
  ...own,
});
