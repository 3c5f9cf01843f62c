import type { Problem } from "../model/problem";
import type { ServiceDeclaration } from "../model/service";
import { namesIn } from "./names-in";
import { readQuery } from "./read-query";

const SUFFIXES = ["", "_bucket", "_sum", "_count"] as const;

/**
 * Metrics that a service declares and that no rule, alert or panel of any service reads, nor a choice on a dashboard:
 * they cost series and say nothing.
 */
export function unreadMetrics(
  services: readonly ServiceDeclaration[],
): readonly Problem[] {
  const read = new Set(services.flatMap(readBy));
  return services.flatMap(({ key, metrics }) =>
    Object.keys(metrics)
      .filter((name) => !SUFFIXES.some((suffix) => read.has(name + suffix)))
      .map((name) => ({
        path: `services/${key} metric "${name}"`,
        message: "declared but never read",
        next: "show it on a panel, use it in a rule, or stop exposing it",
      })),
  );
}

const readBy = (service: ServiceDeclaration): readonly string[] => [
  ...service.recording.flatMap(({ rules }) =>
    rules.flatMap(({ expr }) => namesIn(readQuery(expr))),
  ),
  ...service.alerts.flatMap(({ expr }) => namesIn(readQuery(expr))),
  ...service.dashboards.flatMap(({ panels, variables = [] }) => [
    ...variables.map(({ metric }) => metric),
    ...panels.flatMap(({ queries }) =>
      queries.flatMap(({ expr }) => namesIn(readQuery(expr))),
    ),
  ]),
];
