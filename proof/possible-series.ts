import type { Selector } from "../query/promql/tree";
import type { NamedSeries } from "./series-text";

/** A possible series, as far as its labels are known. */
export interface PossibleSeries extends NamedSeries {
  /** All labels are known: any other is empty. */
  readonly whole: boolean;
}

/** Possible series by name. */
export class Possible {
  private readonly byName = new Map<string, PossibleSeries[]>();

  constructor(series: readonly PossibleSeries[]) {
    for (const each of series) this.add(each);
  }

  add(series: PossibleSeries): void {
    const namesakes = this.byName.get(series.name);
    if (namesakes === undefined) this.byName.set(series.name, [series]);
    else namesakes.push(series);
  }

  named(name: string): readonly PossibleSeries[] {
    return this.byName.get(name) ?? [];
  }
}

/** Whether matchers select a series. Only equality is judged: if in doubt, they do. */
export function selecting({
  matchers,
}: Pick<Selector, "matchers">): (series: PossibleSeries) => boolean {
  const wanted = matchers.filter(({ operator }) => operator === "=");
  return ({ labels, whole }) =>
    wanted.every(({ label, value }) => {
      const known = labels[label] ?? (whole ? "" : undefined);
      return known === undefined || known === value;
    });
}
