import { fulfils } from "../../model/label-matcher";
import { values } from "../../model/label-values";
import type { Problem } from "../../model/problem";
import { readsEverySystem } from "../../model/service";
import type { Service } from "../../model/service";
import { sendsTraces, tracedWorkloads } from "../../model/service-traces";
import type { TracedWorkload } from "../../model/traced-workload";
import type { LoggedEnvironment } from "../logql/stream-values";
import { problemAt } from "../promql/finding";
import type { Finding } from "../promql/finding";
import { checkMatcherValues } from "../promql/matcher-values";
import { nearest } from "../promql/nearest";
import { hasVariable } from "../promql/parseable-text";
import { checkTraceValues } from "./check-trace-values";
import type { TracedSystem } from "./check-trace-values";
import { traceComparisons } from "./comparisons";
import type { TraceComparison } from "./comparisons";

const SPAN_ATTRIBUTE = /\bspan\.([A-Za-z_][\w.]*)/g;

/**
 * Attributes that OpenTelemetry's instrumentation sets itself.
 * @see https://opentelemetry.io/docs/specs/semconv/general/trace/
 */
const OF_LIBRARIES =
  /^(?:client|code|db|error|exception|http|messaging|network|rpc|server|url|user_agent)\./;

/**
 * TraceQL functions that compute metrics from spans.
 * @see https://grafana.com/docs/tempo/latest/metrics-from-traces/metrics-queries/functions/
 */
const MEASURES = /\|\s*(?:rate|\w+_over_time|compare)\s*\(/;

/** Who asks, and whose spans there are. */
export interface TraceQueryContext {
  readonly service: TracedSystem & Pick<Service, "reads">;
  /** Every system, this one among them. */
  readonly systems: readonly TracedSystem[];
  /** Where they run. */
  readonly environments: readonly LoggedEnvironment[];
  /** The required result: a list of traces, or numbers. */
  readonly answer: "traces" | "numbers";
}

/**
 * Checks that a TraceQL query is about the service's own applications, and about spans that there
 * are. There is no parser here; Tempo checks the syntax.
 * @see https://grafana.com/docs/tempo/latest/traceql/construct-traceql-queries/
 */
export function checkTraceQuery(
  path: string,
  expr: string,
  { service, systems, environments, answer }: TraceQueryContext,
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
  const comparisons = traceComparisons(expr);
  const names = equalled(comparisons, "resource.service.name");
  const selects = readsEverySystem(service)
    ? comparisons.some(
        ({ field, operator, value }) =>
          field === "resource.system" &&
          !operator.startsWith("!") &&
          value !== "",
      )
    : names.length > 0 ||
      equalled(comparisons, "resource.system").includes(key);
  if (!selects) {
    return [
      {
        path,
        message: "does not select a system, so it reads the spans of all",
        next: `write resource.service.name = "…" or resource.system = "${key}"`,
      },
    ];
  }
  const readable = readsEverySystem(service)
    ? systems.filter(sendsTraces)
    : [service];
  const read = systemsRead(comparisons, readable);
  const workloads = read
    .flatMap(tracedWorkloads)
    .filter(({ workload }) => names.length === 0 || names.includes(workload));
  return [
    // Whichever systems it selects, it selects some that there are.
    ...checkTraceValues(
      comparisons.filter(({ field }) => field === "resource.system"),
      readable,
      environments,
    ),
    ...checkTraceValues(
      comparisons.filter(({ field }) => field !== "resource.system"),
      read,
      environments,
    ),
    ...checkSpans(expr, comparisons, workloads),
  ].map((finding) => problemAt(path, finding));
}

/** Texts that a field is compared with by `=`. */
const equalled = (
  comparisons: readonly TraceComparison[],
  field: string,
): readonly string[] =>
  comparisons
    .filter((each) => each.field === field && each.operator === "=")
    .map(({ value }) => value);

/** Systems that any comparison selects: a query may join two selectors. */
function systemsRead(
  comparisons: readonly TraceComparison[],
  systems: readonly TracedSystem[],
): readonly TracedSystem[] {
  const asked = comparisons.filter(({ field }) => field === "resource.system");
  return asked.length === 0
    ? systems
    : systems.filter(({ key }) => asked.some((each) => fulfils(each, key)));
}

/**
 * Spans and attributes in a query must come from one of the workloads; otherwise the result is
 * always empty.
 */
function checkSpans(
  expr: string,
  comparisons: readonly TraceComparison[],
  workloads: readonly TracedWorkload[],
): readonly Finding[] {
  // Nothing is known about systems that do not declare their spans.
  if (workloads.length === 0) return [];
  const spans = workloads.flatMap((workload) => workload.spans ?? []);
  const named = values(...new Set(spans.flatMap(({ name }) => name ?? [])));
  const attributes = spans.flatMap(({ attributes: own = {} }) =>
    Object.keys(own),
  );
  return [
    ...comparisons
      // What libraries make is not declared, so anything may be excluded.
      .filter(
        ({ field, operator, value }) =>
          /^(?:span:)?name$/.test(field) &&
          !operator.startsWith("!") &&
          !hasVariable(value),
      )
      .flatMap((comparison) =>
        checkMatcherValues(
          { ...comparison, label: comparison.field },
          named,
          false,
        ),
      ),
    ...[...expr.matchAll(SPAN_ATTRIBUTE)].flatMap(
      ({ 0: whole, 1: name, index }) =>
        name === undefined ||
        attributes.includes(name) ||
        OF_LIBRARIES.test(name)
          ? []
          : [
              {
                from: index,
                to: index + whole.length,
                message: `no workload declares the attribute "${name}"`,
                next: correction(name, attributes),
              },
            ],
    ),
  ];
}

function correction(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  const there = `declared: ${known.join(", ") || "none"}`;
  return near === undefined
    ? `correct the name, or declare it under traces; ${there}`
    : `did you mean "${near}"? ${there}`;
}
