import { assertNever } from "../../model/assert-never";
import { fulfils } from "../../model/label-matcher";
import type { LabelSet } from "../../model/typical/label-sets";
import type { Matching } from "../../query/promql/matching";
import type { Plan } from "../../query/promql/query-plan";
import { planOf } from "../../query/promql/query-shape";
import { ANY_VALUE, distinct, keyOf, only, without } from "./known-series";
import type { KnownSeries, SeriesOf } from "./known-series";

/** What one evaluation of a query costs. */
export interface RuleResult {
  /** Labels of each sample of its result; none where it is a number. */
  readonly sets: readonly LabelSet[];
  /** Samples that it reads. */
  readonly samples: number;
  /** Names of series that it reads and nobody knows; they count as none. */
  readonly unknown: readonly string[];
}

/** What a query reads. */
interface Reading {
  readonly texts: readonly string[];
  readonly seriesOf: SeriesOf;
  /** Step of subqueries that state none, in seconds. */
  readonly step: number;
  readonly onPattern: OnPattern;
}

/** Is given each regular expression, and each value that it is compared with. */
export type OnPattern = (pattern: string, value: string) => void;

const NONE: RuleResult = { sets: [], samples: 0, unknown: [] };

/**
 * Which label sets a query results in, and how many samples it reads, by the labels of the series
 * alone. A comparison keeps every sample, so it is what the result has at most.
 *
 * @param step seconds between two evaluations of a subquery that states no step
 */
export function resultOf(
  expr: string,
  seriesOf: SeriesOf,
  step: number,
  onPattern: OnPattern = () => undefined,
): RuleResult {
  const { plan, texts } = planOf(expr);
  return evaluated(plan, { texts, seriesOf, step, onPattern });
}

function evaluated(plan: Plan, reading: Reading): RuleResult {
  switch (plan.kind) {
    case "number":
    case "unknown":
      return { ...together(plan.of, reading), sets: [] };
    case "one-sample":
      return { ...NONE, sets: [{}] };
    case "nothing":
      return { ...evaluated(plan.of, reading), sets: [] };
    case "selection":
      return selected(plan, reading);
    case "subquery": {
      const inner = evaluated(plan.of, reading);
      const steps = plan.range / (plan.step ?? reading.step);
      return { ...inner, samples: inner.samples * steps };
    }
    case "group": {
      const { by, labels } = plan;
      return changed(evaluated(plan.of, reading), (set) =>
        by ? only(set, labels) : without(set, labels),
      );
    }
    case "new-label":
      return relabelled(plan, reading);
    case "any-of":
      return anyOf(plan.of, reading);
    case "or":
    case "and":
    case "unless":
    case "arithmetic":
      return combined(plan, reading);
    default:
      return assertNever(plan);
  }
}

const changed = (
  result: RuleResult,
  change: (set: LabelSet) => LabelSet,
): RuleResult => ({ ...result, sets: distinct(result.sets.map(change)) });

function together(
  plans: readonly Plan[],
  reading: Reading,
): Omit<RuleResult, "sets"> {
  const results = plans.map((plan) => evaluated(plan, reading));
  return {
    samples: results.reduce((sum, { samples }) => sum + samples, 0),
    unknown: results.flatMap(({ unknown }) => unknown),
  };
}

function selected(
  { name, matchers, range }: Plan & { readonly kind: "selection" },
  { texts, seriesOf, onPattern }: Reading,
): RuleResult {
  const text = (place: number): string => texts[place] ?? "";
  const written = typeof name === "number" ? text(name) : name;
  const all = written === undefined ? undefined : seriesOf(written);
  if (all === undefined) return { ...NONE, unknown: [written ?? "{…}"] };
  const conditions = matchers.map(({ label, operator, value: place }) => ({
    label,
    condition: { operator, value: text(place) },
    byPattern: operator === "=~" || operator === "!~",
  }));
  const series = all.filter(({ labels }) =>
    conditions.every(({ label, condition, byPattern }) => {
      const actual = labels[label] ?? "";
      if (byPattern) onPattern(condition.value, actual);
      return actual === ANY_VALUE || fulfils(condition, actual);
    }),
  );
  return {
    sets: series.map(({ labels }) => labels),
    samples: samplesOf(series, range),
    unknown: [],
  };
}

const samplesOf = (series: readonly KnownSeries[], range: number): number =>
  range === 0
    ? series.length
    : series.reduce((sum, { interval }) => sum + range / interval, 0);

function relabelled(
  {
    of,
    label,
    value,
    sources,
    joined: joins,
  }: Plan & { readonly kind: "new-label" },
  { texts, ...reading }: Reading,
): RuleResult {
  const inner = evaluated(of, { texts, ...reading });
  const name = texts[label ?? -1];
  const given = texts[value ?? -1];
  if (name === undefined || given === undefined) return inner;
  // Sets that get the same new label are as distinct as before.
  if (
    !joins &&
    !given.includes("$") &&
    inner.sets.every((set) => !Object.hasOwn(set, name))
  ) {
    const sets = inner.sets.map((set) => ({ ...set, [name]: given }));
    return { ...inner, sets };
  }
  const names = sources.map((place) => texts[place] ?? "");
  // A value that a pattern takes from a label is as distinct as that label.
  const made = (set: LabelSet): string =>
    joins
      ? names.map((source) => set[source] ?? "").join(given)
      : given.includes("$")
        ? (set[names[0] ?? ""] ?? "")
        : given;
  return changed(inner, (set) => ({
    ...without(set, [name]),
    [name]: made(set),
  }));
}

/** Sets of the first that has them. */
function anyOf(plans: readonly Plan[], reading: Reading): RuleResult {
  const sets = new Map<string, LabelSet>();
  let samples = 0;
  const unknown: string[] = [];
  for (const plan of plans) {
    const arm = evaluated(plan, reading);
    samples += arm.samples;
    unknown.push(...arm.unknown);
    for (const set of arm.sets) {
      const key = keyOf(set);
      if (!sets.has(key)) sets.set(key, set);
    }
  }
  return { sets: [...sets.values()], samples, unknown };
}

function combined(
  plan: Plan & { readonly kind: "or" | "and" | "unless" | "arithmetic" },
  reading: Reading,
): RuleResult {
  const left = evaluated(plan.left, reading);
  const right = evaluated(plan.right, reading);
  return {
    sets: combinedSets(plan, left.sets, right.sets),
    samples: left.samples + right.samples,
    unknown: [...left.unknown, ...right.unknown],
  };
}

function combinedSets(
  {
    kind,
    left: leftPlan,
    right: rightPlan,
    matching,
  }: Plan & { readonly kind: "or" | "and" | "unless" | "arithmetic" },
  left: readonly LabelSet[],
  right: readonly LabelSet[],
): readonly LabelSet[] {
  if (leftPlan.kind === "number") return right;
  if (rightPlan.kind === "number") return left;
  const matched = (set: LabelSet): string => matchKey(set, matching);
  switch (kind) {
    case "or": {
      const before = new Set(left.map(matched));
      return [...left, ...right.filter((set) => !before.has(matched(set)))];
    }
    case "unless":
      return left;
    case "and": {
      const others = new Set(right.map(matched));
      return left.filter((set) => others.has(matched(set)));
    }
    case "arithmetic":
      return matching.side === "right"
        ? joined(right, left, matching)
        : joined(left, right, matching);
    default:
      return assertNever(kind);
  }
}

/** The same for sets that match. A label that is not there has the value "". */
const matchKey = (set: LabelSet, { kind, labels }: Matching): string =>
  kind === "on"
    ? labels.map((label) => set[label] ?? "").join("\u0000")
    : keyOf(without(set, labels));

const matchedOn = (set: LabelSet, { kind, labels }: Matching): LabelSet =>
  kind === "on" ? only(set, labels) : without(set, labels);

/** What an operation on two vectors results in. @param many the side whose samples may share one */
function joined(
  many: readonly LabelSet[],
  one: readonly LabelSet[],
  matching: Matching,
): readonly LabelSet[] {
  const others = new Map(
    one.map((set) => [matchKey(set, matching), set] as const),
  );
  return distinct(
    many.flatMap((set) => {
      const other = others.get(matchKey(set, matching));
      if (other === undefined) return [];
      if (matching.side === "none") return [matchedOn(set, matching)];
      const { include } = matching;
      return [{ ...without(set, include), ...only(other, include) }];
    }),
  );
}
