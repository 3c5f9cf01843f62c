import { TIER_NAMES } from "../model/burn-tier";
import type { ServiceDeclaration } from "../model/service";

/** One inhibition as Alertmanager reads it. */
export interface InhibitRule {
  readonly source_matchers: readonly string[];
  readonly target_matchers: readonly string[];
  readonly equal: readonly string[];
}

/**
 * A promise that burns fast burns slowly as well: its fastest tier speaks, the slower ones are silent meanwhile. Dims must be equal too, or
 * the burn of one service would hide that of another. A label that both lack counts as equal, so one rule holds for all promises.
 */
export function tierInhibitions(
  services: readonly ServiceDeclaration[],
): readonly InhibitRule[] {
  const equal = ["system", "environment", "slo", ...dimsOf(services)];
  return TIER_NAMES.slice(0, -1).map((tier, index) => ({
    source_matchers: [`burn_tier="${tier}"`],
    target_matchers: [`burn_tier=~"${TIER_NAMES.slice(index + 1).join("|")}"`],
    equal,
  }));
}

/** Labels by which promises are kept apart, in any system. */
export const dimsOf = (
  services: readonly ServiceDeclaration[],
): readonly string[] =>
  [
    ...new Set(
      services.flatMap(({ slos }) => slos.flatMap(({ dims = [] }) => dims)),
    ),
  ].sort();
