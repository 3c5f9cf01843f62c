import type { Count, Threshold } from "../../model/threshold";
import type { EvenOne } from "../anomaly/enough";

/** The thresholds of an alert by name, with those that an environment overrides. */
export type LimitsInForce = Readonly<Record<string, Threshold>>;

/** A limit with the name under which an environment overrides it. */
interface NamedLimit<Limit extends Threshold> {
  readonly name: string;
  readonly value: Limit;
}

/**
 * The limit in force of a pattern's parameter. An override in another unit changes nothing; the
 * checks refuse it.
 */
export function inForce<Limit extends Threshold>(
  own: Limit,
  name: string,
  limits: LimitsInForce,
): Limit {
  const other = limits[name];
  return other !== undefined && isOfKind(own, other) ? other : own;
}

/** {@link inForce} of a limit whose name the declaration chooses. */
export const limitInForce = <
  Limit extends Threshold,
  Named extends NamedLimit<Limit>,
>(
  own: Named & NamedLimit<Limit>,
  limits: LimitsInForce,
): Named & NamedLimit<Limit> => ({
  ...own,
  value: inForce(own.value, own.name, limits),
});

/** {@link limitInForce} of a minimum, where one is asked for. */
export const enoughInForce = <
  Enough extends { readonly minimum: NamedLimit<Count> },
  Even extends EvenOne,
>(
  own: Enough | Even,
  limits: LimitsInForce,
): Enough | Even =>
  "evenOne" in own
    ? own
    : { ...own, minimum: limitInForce(own.minimum, limits) };

const isOfKind = <Limit extends Threshold>(
  own: Limit,
  other: Threshold,
): other is Limit => own.kind === other.kind;
