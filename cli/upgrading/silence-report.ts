import * as v from "valibot";
import { matcher, matches } from "../../alertmanager/matchers";
import { readJsonFile } from "../../input/json";
import type { Schema } from "../../input/json";
import type { MatchOperator } from "../../model/label-matcher";
import type { AlertPair } from "./alert-changes";

/** A silence, as `amtool silence query --output json` prints it. */
export interface Silence {
  readonly id: string;
  readonly comment: string;
  /** In Alertmanager's notation. */
  readonly matchers: readonly string[];
}

const SILENCES: Schema<
  readonly {
    readonly id: string;
    readonly comment: string;
    readonly matchers: readonly {
      readonly name: string;
      readonly value: string;
      readonly isRegex: boolean;
      readonly isEqual: boolean;
    }[];
  }[]
> = v.array(
  v.object({
    id: v.string(),
    comment: v.string(),
    matchers: v.array(
      v.object({
        name: v.string(),
        value: v.string(),
        isRegex: v.boolean(),
        // Older servers know equality only, and leave it out.
        isEqual: v.optional(v.boolean(), true),
      }),
    ),
  }),
);

/** Reads the silences of a file. @throws InputError where it is of another form */
export const readSilences = (path: string): readonly Silence[] =>
  readJsonFile(SILENCES, path).map(({ id, comment, matchers }) => ({
    id,
    comment,
    matchers: matchers.map(({ name, value, isRegex, isEqual }) =>
      matcher(name, operatorOf(isRegex, isEqual), value),
    ),
  }));

const operatorOf = (isRegex: boolean, isEqual: boolean): MatchOperator => {
  if (isRegex) return isEqual ? "=~" : "!~";
  return isEqual ? "=" : "!=";
};

/** A silence and the alerts that it matched before and does not match any more. */
export interface LostAlerts {
  readonly silence: Silence;
  readonly alerts: readonly string[];
}

/**
 * Silences that stop matching alerts that still exist. Labels that only series give to an alert are
 * left out of account: a matcher about one may match.
 */
export const lostAlerts = (
  silences: readonly Silence[],
  pairs: readonly AlertPair[],
): readonly LostAlerts[] =>
  silences.flatMap((silence) => {
    const alerts = pairs.flatMap((pair) => {
      if (pair.kind !== "kept") return [];
      const { before, after } = pair;
      const known = silence.matchers.filter((text) => {
        const label = /^\w+/.exec(text)?.[0] ?? "";
        return label in before.labels || label in after.labels;
      });
      return matches(known, before.labels) && !matches(known, after.labels)
        ? [before.name]
        : [];
    });
    return alerts.length === 0
      ? []
      : [{ silence, alerts: [...new Set(alerts)] }];
  });
