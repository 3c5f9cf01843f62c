import type { EnvironmentConfig } from "../model/environment";
import type { Problem } from "../model/problem";
import type { Service } from "../model/service";
import { alertLabels } from "../prometheus/rules/alert-rules";
import { contextOf } from "../query/promql/expression-context";
import { labelNamesOf } from "../query/promql/labels";
import type { SeriesCatalogue } from "../query/promql/series-catalogue";

/** A silence with a label that its alert lacks mutes nothing. */
export const checkSilenceLabels = (
  environment: EnvironmentConfig,
  services: readonly Service[],
  catalogue: SeriesCatalogue,
): readonly Problem[] =>
  environment.notification.silences.flatMap(
    ({ system, alert: name, labels = {} }) => {
      const service = services.find(({ key }) => key === system);
      const alert = service?.alerts.find((each) => each.name === name);
      if (service === undefined || alert === undefined) return [];
      const names = labelNamesOf(
        alert.expr,
        contextOf(service, catalogue).catalogue,
      );
      if (names === "any") return [];
      const known = new Set([
        ...Object.keys(alertLabels(alert, service)),
        ...names,
      ]);
      return Object.keys(labels)
        .filter((label) => !known.has(label))
        .map((label) => ({
          path: `environments/${environment.name} notification.silences ${system} ${name} labels.${label}`,
          message: "the alert has no such label, so the silence mutes nothing",
          allowed: [...known].sort().join(", "),
          next: "correct the label, or take it out",
        }));
    },
  );
