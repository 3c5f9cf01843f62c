import { withNeed } from "../../cli/check/skips";
import type { Need } from "../../cli/check/skips";

/**
 * Tests that need what a machine may lack. Where it does they are skipped, counted by that name;
 * whoever found out has said aloud why.
 */
export function describeNeeding(
  need: Need,
  present: boolean,
  tests: () => void,
): void {
  (present ? describe : describe.skip)(withNeed(need), tests);
}

/** {@link describeNeeding} of a single test. */
export const itNeeding =
  (need: Need, present: boolean) =>
  (
    title: string,
    test: () => void | Promise<void>,
    limitMilliseconds?: number,
  ): void => {
    describeNeeding(need, present, () => {
      it(title, async () => test(), limitMilliseconds);
    });
  };
