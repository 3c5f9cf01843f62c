import { values } from "../../model/label-values";
import type { LabelValues } from "../../model/label-values";
import { RESOURCE_ATTRIBUTES } from "../../model/links/resource-attributes";
import { appsOf } from "../../model/service";
import type { Service } from "../../model/service";
import { tracedWorkloads } from "../../model/service-traces";
import type { Finding } from "../promql/finding";
import { checkMatcherValues } from "../promql/matcher-values";
import { nearest } from "../promql/nearest";
import { hasVariable } from "../promql/parseable-text";
import type { LoggedEnvironment } from "../logql/stream-values";
import type { TraceComparison } from "./comparisons";

/** The parts of a declaration that decide what its spans say. */
export type TracedSystem = Pick<
  Service,
  "key" | "namespace" | "targets" | "collectionJobs" | "traces"
>;

/**
 * Words that Tempo compares these with; a string never equals one.
 * @see https://grafana.com/docs/tempo/latest/traceql/construct-traceql-queries/#intrinsic-fields
 */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  status: ["error", "ok", "unset"],
  "span:status": ["error", "ok", "unset"],
  kind: ["server", "client", "producer", "consumer", "internal", "unspecified"],
  "span:kind": [
    "server",
    "client",
    "producer",
    "consumer",
    "internal",
    "unspecified",
  ],
};

/** Names under which spans of a system are sent: its workloads, else its apps. */
export function serviceNames(system: TracedSystem): readonly string[] {
  const workloads = tracedWorkloads(system).map(({ workload }) => workload);
  return workloads.length > 0 ? workloads : appsOf(system);
}

/**
 * Values of spans, as far as declarations decide them.
 *
 * @param systems whose spans are read
 * @param environments in which they may be
 */
function spanValues(
  systems: readonly TracedSystem[],
  environments: readonly LoggedEnvironment[],
): ReadonlyMap<string, LabelValues> {
  const listed: readonly (readonly [string, readonly string[]])[] = [
    ["system", systems.map(({ key }) => key)],
    ["service.name", systems.flatMap(serviceNames)],
    [RESOURCE_ATTRIBUTES.namespace, systems.map(({ namespace }) => namespace)],
    [RESOURCE_ATTRIBUTES.environment, environments.map(({ name }) => name)],
  ];
  return new Map(
    listed
      .filter(([, all]) => all.length > 0)
      .map(([attribute, all]) => [
        `resource.${attribute}`,
        values(...new Set(all)),
      ]),
  );
}

/** Comparisons that no span fulfils, or one of whose alternatives none does. */
export function checkTraceValues(
  comparisons: readonly TraceComparison[],
  systems: readonly TracedSystem[],
  environments: readonly LoggedEnvironment[],
): readonly Finding[] {
  const known = spanValues(systems, environments);
  return comparisons.flatMap((comparison) => {
    const { field, operator, value, node, isString } = comparison;
    const words = WORDS[field];
    if (words !== undefined) return checkWord(comparison, words);
    const allowed = known.get(field);
    return allowed === undefined || !isString || hasVariable(value)
      ? []
      : checkMatcherValues(
          { node, label: field, operator, value },
          allowed,
          false,
        );
  });
}

function checkWord(
  { field, value, isString, node }: TraceComparison,
  words: readonly string[],
): readonly Finding[] {
  if (words.includes(value) && !isString) return [];
  const near = words.includes(value) ? value : nearest(value, words);
  return [
    {
      ...node,
      message: isString
        ? `"${field}" is compared with a word, so no span has the text "${value}"`
        : `there is no ${field} "${value}"`,
      next: `${near === undefined ? "" : `did you mean ${near}? `}write one of ${words.join(", ")}, without quotes`,
    },
  ];
}
