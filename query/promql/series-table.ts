import { union } from "./label-sets";
import type {
  LabelSet,
  OwnerLabel,
  SeriesCatalogue,
  SeriesFacts,
} from "./series-catalogue";

/**
 * Collects what is known about series, source by source: two systems, or a system and a chart, may
 * share a name.
 */
export class SeriesTable implements SeriesCatalogue {
  /** The facts of each name, by the source that declares it. */
  private readonly sources = new Map<string, Map<string, SeriesFacts[]>>();
  /** What they come to, until there are more: once, since every system may be a source. */
  private readonly merged = new Map<string, SeriesFacts>();

  /** How often something was added. */
  private added = 0;

  /** @param origin key of a system, or the name of another source */
  add(origin: string, name: string, facts: SeriesFacts): void {
    const byOrigin = this.sources.get(name) ?? new Map<string, SeriesFacts[]>();
    this.sources.set(name, byOrigin);
    const own = byOrigin.get(origin);
    if (own === undefined) byOrigin.set(origin, [facts]);
    else own.push(facts);
    this.merged.delete(name);
    this.added += 1;
  }

  get(name: string): SeriesFacts | undefined {
    const before = this.merged.get(name);
    if (before !== undefined) return before;
    const all = mergedFacts(
      [...(this.sources.get(name)?.values() ?? [])].flat(),
    );
    if (all !== undefined) this.merged.set(name, all);
    return all;
  }

  has(name: string): boolean {
    return this.sources.has(name);
  }

  names(): Iterable<string> {
    return this.sources.keys();
  }

  of(system: string): SeriesCatalogue {
    const seen = new Map<string, SeriesFacts>();
    let added = this.added;
    return {
      get: (name) => {
        if (added !== this.added) seen.clear();
        added = this.added;
        const before = seen.get(name);
        if (before !== undefined) return before;
        const all = this.get(name);
        const own = mergedFacts(this.sources.get(name)?.get(system) ?? []);
        // Whether a selector must name the owner depends on all sources of the name.
        const facts =
          own === undefined || all === undefined
            ? all
            : { ...own, owners: all.owners };
        if (facts !== undefined) seen.set(name, facts);
        return facts;
      },
      has: (name) => this.has(name),
      names: () => this.names(),
      of: (other) => this.of(other),
    };
  }
}

/** Facts for a query that does not select an owner; none where there is no source. */
function mergedFacts(several: readonly SeriesFacts[]): SeriesFacts | undefined {
  const [first, second] = several;
  if (first === undefined || second === undefined) return first;
  const bounds = several.flatMap((each) => each.bounds ?? []);
  const intervals = several.flatMap(({ interval }) => interval ?? []);
  const labels = union(...several.map((each) => each.labels));
  return {
    type: first.type,
    labels,
    owners: unitedOwners(several, labels),
    ...(bounds.length === 0
      ? {}
      : { bounds: [...new Set(bounds)].sort((a, b) => a - b) }),
    ...(several.some((each) => each.bornAtFirstEvent === true)
      ? { bornAtFirstEvent: true }
      : {}),
    ...(intervals.length === 0 ? {} : { interval: Math.max(...intervals) }),
  };
}

/**
 * If two systems record a name, selectors must name the system, although neither system needs it
 * alone.
 */
function unitedOwners(
  several: readonly SeriesFacts[],
  { names }: LabelSet,
): readonly OwnerLabel[] {
  const owners = [...new Set(several.flatMap((each) => each.owners))];
  return owners.length > 0 || names === "any" || !names.has("system")
    ? owners
    : ["system"];
}
