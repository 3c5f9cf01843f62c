import type { Problem } from "../model/problem";
import type { ServiceDeclaration } from "../model/service";
import { nearest } from "../promql/nearest";

const SERVICE_NAME = /\bresource\.service\.name\s*=\s*"([^"]*)"/g;
const SYSTEM = /\bresource\.system\s*=\s*"([^"]*)"/g;

/**
 * What makes numbers of spans.
 * @see https://grafana.com/docs/tempo/latest/metrics-from-traces/metrics-queries/functions/
 */
const MEASURES = /\|\s*(?:rate|\w+_over_time|compare)\s*\(/;

/**
 * A TraceQL query is about the service's own applications. Its grammar is Tempo's to judge: there is no parser of it here.
 * @see https://grafana.com/docs/tempo/latest/traceql/construct-traceql-queries/
 */
export function checkTraceQuery(
  path: string,
  expr: string,
  answer: "traces" | "numbers",
  { key, targets }: Pick<ServiceDeclaration, "key" | "targets">,
): readonly Problem[] {
  const measures = MEASURES.test(expr);
  if (measures !== (answer === "numbers")) {
    return [
      {
        path,
        message: measures
          ? "gives numbers where traces are needed"
          : "lists traces where numbers are needed",
        got: expr,
        next: measures
          ? "say the unit of its numbers, or leave out what measures"
          : "measure something: | rate() or | quantile_over_time(duration, .95)",
      },
    ];
  }
  if (!expr.trim().startsWith("{")) {
    return [
      {
        path,
        message: "a query of traces begins with a selection of spans",
        got: expr,
        next: 'write { resource.service.name = "…" && … }',
      },
    ];
  }
  const names = valuesOf(expr, SERVICE_NAME);
  const systems = valuesOf(expr, SYSTEM);
  const apps = targets.map(({ app }) => app);
  if (names.length === 0 && !systems.includes(key)) {
    return [
      {
        path,
        message: "does not say whose spans it selects: it reads those of all",
        next: `write resource.service.name = "…" or resource.system = "${key}"`,
      },
    ];
  }
  return names
    .filter((name) => !apps.includes(name))
    .map((name) => {
      const near = nearest(name, apps);
      return {
        path,
        message: `no target of the system is the app "${name}"`,
        allowed: apps.join(", ") || "none",
        next:
          near === undefined ? "correct the name" : `did you mean "${near}"?`,
      };
    });
}

const valuesOf = (expr: string, pattern: RegExp): readonly string[] =>
  [...expr.matchAll(pattern)].flatMap(([, value]) => value ?? []);
