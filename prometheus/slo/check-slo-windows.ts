import { tierName } from "../../model/burn-tier";
import type { Problem } from "../../model/problem";
import { TIERS } from "../../model/slo-tiers";
import { windowsOf } from "./slo-windows";
import type { TierWindows } from "./slo-windows";
import { BASE_WINDOW } from "./tiles";

/** Checks the table of tiers: windows that tiles cannot make up, and tiers out of order. */
export function checkSloWindows(
  tiers: readonly TierWindows[] = TIERS,
): readonly Problem[] {
  const recorded = new Set([
    BASE_WINDOW.milliseconds,
    ...windowsOf(tiers).map(({ length }) => length.milliseconds),
  ]);
  return [
    ...tiers
      .filter(
        ({ long }, index) =>
          long.milliseconds <= (tiers[index - 1]?.long.milliseconds ?? 0),
      )
      .map((tier) => ({
        path: pathOf(tier),
        message:
          "long windows must ascend: alerts of a tier inhibit those of the tiers after it",
        got: tiers.map(tierName).join(", "),
        next: "order the tiers in model/slo-tiers.ts, and have each long window once",
      })),
    ...tiers.flatMap((tier) => [
      ...([tier.long, tier.short] as const)
        .filter(({ milliseconds }) => !recorded.has(milliseconds))
        .map((window) => ({
          path: pathOf(tier),
          message: "a window cannot be made up of tiles of shorter windows",
          got: window.toString(),
          allowed: `whole multiples of ${BASE_WINDOW.toString()}`,
          next: "make it longer or shorter in model/slo-tiers.ts",
        })),
      ...(tier.short.milliseconds < tier.long.milliseconds
        ? []
        : [
            {
              path: pathOf(tier),
              message: "the short window must be shorter than the long one",
              got: tier.short.toString(),
              allowed: `below ${tier.long.toString()}; a twelfth is common`,
              next: "shorten it in model/slo-tiers.ts",
            },
          ]),
    ]),
  ];
}

const pathOf = (tier: TierWindows): string => `slo tier "${tierName(tier)}"`;
