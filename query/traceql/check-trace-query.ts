import type { Problem } from "../../model/problem";
import { readsEverySystem } from "../../model/service";
import type { Service } from "../../model/service";
import { tracedWorkloads } from "../../model/service-traces";
import type { TracedWorkload } from "../../model/traced-workload";
import { nearest } from "../promql/nearest";

const SERVICE_NAME = /\bresource\.service\.name\s*=\s*"([^"]*)"/g;
const SPAN_NAME = /(?<![\w.:])(?:span:)?name\s*=\s*"([^"]*)"/g;
const SPAN_ATTRIBUTE = /\bspan\.([A-Za-z_][\w.]*)/g;

/**
 * Attributes that OpenTelemetry's instrumentation sets itself.
 * @see https://opentelemetry.io/docs/specs/semconv/general/trace/
 */
const OF_LIBRARIES =
  /^(?:client|code|db|error|exception|http|messaging|network|rpc|server|url|user_agent)\./;

const SYSTEM = /\bresource\.system\s*=\s*"([^"]*)"/g;
/** A selection of one of several systems. */
const SOME_SYSTEM = /\bresource\.system\s*=~?\s*"[^"]+"/;

/**
 * TraceQL functions that compute metrics from spans.
 * @see https://grafana.com/docs/tempo/latest/metrics-from-traces/metrics-queries/functions/
 */
const MEASURES = /\|\s*(?:rate|\w+_over_time|compare)\s*\(/;

/**
 * Checks that a TraceQL query is about the service's own applications. There is no parser here;
 * Tempo checks the syntax.
 * @see https://grafana.com/docs/tempo/latest/traceql/construct-traceql-queries/
 */
export function checkTraceQuery(
  path: string,
  expr: string,
  answer: "traces" | "numbers",
  service: Pick<Service, "key" | "reads" | "targets" | "traces">,
): readonly Problem[] {
  const measures = MEASURES.test(expr);
  if (measures !== (answer === "numbers")) {
    return [
      {
        path,
        message: measures
          ? "returns numbers where traces are needed"
          : "lists traces where numbers are needed",
        got: expr,
        next: measures
          ? "state the unit of its numbers, or remove the metrics function"
          : "add a metrics function: | rate() or | quantile_over_time(duration, .95)",
      },
    ];
  }
  if (!expr.trim().startsWith("{")) {
    return [
      {
        path,
        message: "a TraceQL query must begin with a span selector",
        got: expr,
        next: 'write { resource.service.name = "…" && … }',
      },
    ];
  }
  const { key } = service;
  const workloads = tracedWorkloads(service);
  const names = valuesOf(expr, SERVICE_NAME);
  const apps =
    workloads.length > 0
      ? workloads.map(({ workload }) => workload)
      : service.targets.map(({ app }) => app);
  const selects = readsEverySystem(service)
    ? SOME_SYSTEM.test(expr)
    : names.length > 0 || valuesOf(expr, SYSTEM).includes(key);
  if (!selects) {
    return [
      {
        path,
        message: "does not select a system, so it reads the spans of all",
        next: `write resource.service.name = "…" or resource.system = "${key}"`,
      },
    ];
  }
  return [
    ...undeclared(names, apps).map((name) => ({
      path,
      message:
        workloads.length > 0
          ? `no workload of the system sends traces as "${name}"`
          : `no target of the system is the app "${name}"`,
      ...correction(name, apps),
    })),
    ...checkSpans(
      path,
      expr,
      workloads.filter(
        ({ workload }) => names.length === 0 || names.includes(workload),
      ),
    ),
  ];
}

/**
 * Spans and attributes in a query must come from one of the workloads; otherwise the result is
 * always empty.
 */
function checkSpans(
  path: string,
  expr: string,
  workloads: readonly TracedWorkload[],
): readonly Problem[] {
  // Nothing is known about systems that do not declare their spans.
  if (workloads.length === 0) return [];
  const spans = workloads.flatMap((workload) => workload.spans ?? []);
  const named = spans.flatMap(({ name }) => name ?? []);
  const attributes = spans.flatMap(({ attributes: own = {} }) =>
    Object.keys(own),
  );
  return [
    ...undeclared(valuesOf(expr, SPAN_NAME), named).map((name) => ({
      path,
      message: `no workload makes a span named "${name}"`,
      ...correction(name, named),
    })),
    ...undeclared(valuesOf(expr, SPAN_ATTRIBUTE), attributes)
      .filter((name) => !OF_LIBRARIES.test(name))
      .map((name) => ({
        path,
        message: `no workload declares the attribute "${name}"`,
        ...correction(name, attributes),
      })),
  ];
}

const undeclared = (
  names: readonly string[],
  known: readonly string[],
): readonly string[] => names.filter((name) => !known.includes(name));

function correction(name: string, known: readonly string[]) {
  const near = nearest(name, known);
  return {
    allowed: known.join(", ") || "none",
    next:
      near === undefined
        ? "correct the name, or declare it under traces"
        : `did you mean "${near}"?`,
  };
}

const valuesOf = (expr: string, pattern: RegExp): readonly string[] =>
  [...expr.matchAll(pattern)].flatMap(([, value]) => value ?? []);
