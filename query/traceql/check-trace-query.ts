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
 * Attributes that instrumentation of OpenTelemetry writes by itself.
 * @see https://opentelemetry.io/docs/specs/semconv/general/trace/
 */
const OF_LIBRARIES =
  /^(?:client|code|db|error|exception|http|messaging|network|rpc|server|url|user_agent)\./;

const SYSTEM = /\bresource\.system\s*=\s*"([^"]*)"/g;
/** One of several systems. */
const SOME_SYSTEM = /\bresource\.system\s*=~?\s*"[^"]+"/;

/**
 * What makes numbers of spans.
 * @see https://grafana.com/docs/tempo/latest/metrics-from-traces/metrics-queries/functions/
 */
const MEASURES = /\|\s*(?:rate|\w+_over_time|compare)\s*\(/;

/**
 * A TraceQL query is about the service's own applications. Its grammar is Tempo's to judge: there
 * is no parser of it here.
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
        message: "does not say whose spans it selects: it reads those of all",
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
 * Spans and attributes that a query asks for are made by one of the workloads; otherwise the answer
 * is always empty.
 */
function checkSpans(
  path: string,
  expr: string,
  workloads: readonly TracedWorkload[],
): readonly Problem[] {
  // Of a system that does not say what it sends, nothing can be said.
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
        message: `no workload says to write the attribute "${name}"`,
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
