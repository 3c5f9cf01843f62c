import { languageOf } from "../dashboard";
import type { Problem } from "../problem";
import type { ServiceDeclaration } from "../service";

/** A system without traces says why, and nothing in it asks for a trace: the answer would always be empty. */
export function checkTraces(service: ServiceDeclaration): readonly Problem[] {
  const { key, traces, traceQueries = [], dashboards } = service;
  if (traces?.kind !== "none") return [];
  const path = `services/${key}`;
  return [
    ...(traces.reason.trim() === ""
      ? [
          {
            path: `${path} traces`,
            message: "reason must not be empty",
            next: "say why it sends no traces",
          },
        ]
      : []),
    ...[
      ...traceQueries.map(({ title }) => `trace query "${title}"`),
      ...dashboards.flatMap(({ uid, panels }) =>
        panels
          .filter(({ queries }) =>
            queries.some((query) => languageOf(query) === "traceql"),
          )
          .map(({ title }) => `dashboard "${uid}" panel "${title}"`),
      ),
    ].map((what) => ({
      path: `${path} ${what}`,
      message: "asks for traces of a system that sends none",
      next: 'remove it, or let the system send traces: traces: { kind: "sent" }',
    })),
  ];
}
