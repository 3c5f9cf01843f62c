import * as v from "valibot";
import { fromJson } from "../../input/json";
import type { Schema } from "../../input/json";
import type { Gone } from "./identifier-names";

/** A name that was removed on purpose, listed so that its users can find it. */
export interface GivenUp {
  readonly name: string;
  readonly kind: string;
  readonly environment: string;
  /** Its labels or its title, where it had any. */
  readonly was?: string;
}

/** The list with what is given up now, sorted, each once. */
export function withGone(
  list: readonly GivenUp[],
  gone: readonly Gone[],
): readonly GivenUp[] {
  const all = [
    ...list,
    ...gone.map(({ name, kind, environment, line }) => ({
      name,
      kind,
      environment,
      ...(line === name ? {} : { was: line }),
    })),
  ];
  const byText = new Map(all.map((entry) => [keyOf(entry), entry]));
  return [...byText]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, entry]) => entry);
}

const keyOf = ({ name, kind, environment, was = "" }: GivenUp): string =>
  [name, kind, environment, was].join("\n");

/** The list as its file has it. */
export const textOfGivenUp = (list: readonly GivenUp[]): string =>
  `${JSON.stringify(list, null, 2)}\n`;

const GIVEN_UP: Schema<readonly GivenUp[]> = v.array(
  v.object({
    name: v.string(),
    kind: v.string(),
    environment: v.string(),
    was: v.exactOptional(v.string()),
  }),
);

/**
 * The list as it was read from its file; empty where there is none. @throws InputError where it is
 * of another form
 */
export const readGivenUp = (text: string | undefined): readonly GivenUp[] =>
  text === undefined ? [] : fromJson(GIVEN_UP, text, "given-up.json");
