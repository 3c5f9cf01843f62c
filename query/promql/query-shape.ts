import { remembered } from "../../model/remembered";
import { STRING, anyOf } from "./lexical";
import { namesIn } from "./names-in";
import { isVariableName } from "./parseable-text";
import { planOfTree } from "./query-plan";
import type { Plan, PlannedQuery } from "./query-plan";
import { knownQuery, parsedQuery } from "./read-query";
import { quoted } from "./tree";
import type { Query } from "./tree";

/** What is kept of the queries of a shape, with their strings replaced, which systems share. */
interface Shape {
  readonly names: readonly string[];
  /** Made for the few that are asked for it. */
  readonly planned: () => {
    readonly plan: Plan;
    /** Texts of the plan, where they are not those of the query in order. */
    readonly texts?: readonly string[];
  };
}

const shapes = new Map<string, Shape>();

const STRINGS = anyOf([STRING]);

/** A string may name a series, as in `{__name__="up"}` or `{"up"}`, or be part of a comment. */
const NEEDS_STRINGS = /__name__|\{(?:[^{}]*,)?\s*"\d+"\s*[,}]|#/;

/**
 * Names of the series that a query reads, without duplicates. For generated texts, which are many
 * and similar: each shape is parsed once, and no tree is kept.
 */
export function namesRead(written: string): readonly string[] {
  const query = knownQuery(written);
  return query === undefined ? shapeOf(written).shape.names : namesOf(query);
}

/** The plan of a query. Those that differ only in their strings share it. */
export function planOf(written: string): PlannedQuery {
  const query = knownQuery(written);
  if (query !== undefined) return plannedWith(query);
  const { shape, texts } = shapeOf(written);
  return { texts, ...shape.planned() };
}

function shapeOf(written: string): {
  readonly shape: Shape;
  readonly texts: readonly string[];
} {
  const texts: string[] = [];
  const numbered = written.replace(
    STRINGS,
    (text) => `"${String(texts.push(quoted(text)) - 1)}"`,
  );
  const byItself = NEEDS_STRINGS.test(numbered);
  const key = byItself ? written : numbered;
  const before = shapes.get(key);
  if (before !== undefined) return { shape: before, texts };
  const shape: Shape = {
    names: namesOf(parsedQuery(key)),
    planned: once(() => {
      const query = parsedQuery(key);
      return byItself
        ? plannedWith(query)
        : // Each text is its place by now.
          { plan: planOfTree(query, Number) };
    }),
  };
  shapes.set(key, shape);
  return { shape, texts };
}

const namesOf = remembered((query: Query): readonly string[] => [
  ...new Set(namesIn(query).filter((name) => !isVariableName(name))),
]);

function once<Answer extends object>(make: () => Answer): () => Answer {
  let made: Answer | undefined;
  return () => (made ??= make());
}

const plannedWith = remembered((query: Query): PlannedQuery => {
  const texts: string[] = [];
  const plan = planOfTree(query, (text) => texts.push(text) - 1);
  return { plan, texts };
});
