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
  private readonly series = new Map<string, SeriesFacts>();
  /** The first source of a name, until there is a second. */
  private readonly firstOrigin = new Map<string, string>();
  /** The facts from each source, for names that several declare. */
  private readonly disputed = new Map<string, Map<string, SeriesFacts>>();

  /** @param origin key of a system, or the name of another source */
  add(origin: string, name: string, facts: SeriesFacts): void {
    const known = this.series.get(name);
    if (known === undefined) {
      this.series.set(name, facts);
      this.firstOrigin.set(name, origin);
      return;
    }
    const first = this.firstOrigin.get(name);
    if (first !== undefined) this.own(first).set(name, known);
    this.firstOrigin.delete(name);
    const before = this.own(origin).get(name);
    this.own(origin).set(
      name,
      before === undefined ? facts : merged(before, facts),
    );
    this.series.set(name, merged(known, facts));
  }

  get(name: string): SeriesFacts | undefined {
    return this.series.get(name);
  }

  has(name: string): boolean {
    return this.series.has(name);
  }

  names(): Iterable<string> {
    return this.series.keys();
  }

  of(system: string): SeriesCatalogue {
    const own = this.disputed.get(system);
    if (own === undefined) return this;
    return {
      get: (name) => {
        const all = this.get(name);
        const facts = own.get(name);
        // Whether a selector must name the owner depends on all sources of the name.
        return facts === undefined || all === undefined
          ? all
          : { ...facts, owners: all.owners };
      },
      has: (name) => this.has(name),
      names: () => this.names(),
      of: (other) => this.of(other),
    };
  }

  private own(origin: string): Map<string, SeriesFacts> {
    const known = this.disputed.get(origin);
    if (known !== undefined) return known;
    const created = new Map<string, SeriesFacts>();
    this.disputed.set(origin, created);
    return created;
  }
}

/** Facts for a query that does not select an owner. */
function merged(first: SeriesFacts, second: SeriesFacts): SeriesFacts {
  const bounds = [...(first.bounds ?? []), ...(second.bounds ?? [])];
  const labels = union(first.labels, second.labels);
  return {
    type: first.type,
    labels,
    owners: unitedOwners(first, second, labels),
    ...(bounds.length === 0
      ? {}
      : { bounds: [...new Set(bounds)].sort((a, b) => a - b) }),
    ...(first.interval === undefined && second.interval === undefined
      ? {}
      : { interval: Math.max(first.interval ?? 0, second.interval ?? 0) }),
  };
}

/**
 * If two systems record a name, selectors must name the system, although neither system needs it
 * alone.
 */
function unitedOwners(
  first: SeriesFacts,
  second: SeriesFacts,
  { names }: LabelSet,
): readonly OwnerLabel[] {
  const owners = [...new Set([...first.owners, ...second.owners])];
  return owners.length > 0 || names === "any" || !names.has("system")
    ? owners
    : ["system"];
}
