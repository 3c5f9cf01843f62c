import { parseAllDocuments } from "yaml";
import type { DefaultAlert } from "../../helm/kube-prometheus-stack/default-alerts";

const CHART = "kube-prometheus-stack-";

/** An alert as a rendered chart defines it. */
interface RenderedAlert {
  readonly alert?: string;
  readonly for?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

interface RenderedRules {
  readonly kind?: string;
  readonly metadata?: { readonly labels?: Readonly<Record<string, string>> };
  readonly spec?: {
    readonly groups?: readonly {
      readonly name: string;
      readonly rules: readonly RenderedAlert[];
    }[];
  };
}

/**
 * The facts about the alerts of a rendered chart: names, groups, waiting times and labels, and
 * nothing of its text.
 * @throws Error when the text holds no alert, or no version of the chart.
 */
export function defaultAlerts(rendered: string): {
  readonly version: string;
  readonly alerts: readonly DefaultAlert[];
} {
  const rules = parseAllDocuments(rendered)
    .map((document) => document.toJS() as RenderedRules | null)
    .filter((object) => object?.kind === "PrometheusRule");
  const version = rules
    .map((object) => object?.metadata?.labels?.["chart"])
    .find((chart) => chart?.startsWith(CHART))
    ?.slice(CHART.length);
  const alerts = rules
    .flatMap((object) => object?.spec?.groups ?? [])
    .flatMap((group) =>
      group.rules.flatMap((rule) =>
        rule.alert === undefined
          ? []
          : [
              {
                name: rule.alert,
                group: group.name,
                for: rule.for ?? "0m",
                labels: rule.labels ?? {},
              },
            ],
      ),
    );
  if (version === undefined || alerts.length === 0) {
    throw new Error(
      "the text holds no rules of kube-prometheus-stack; give the output of helm template",
    );
  }
  const order = (alert: DefaultAlert): string =>
    JSON.stringify([alert.name, alert.group, alert.for, alert.labels]);
  return {
    version,
    alerts: alerts.sort((a, b) => (order(a) < order(b) ? -1 : 1)),
  };
}
