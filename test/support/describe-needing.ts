import { withNeed } from "../../cli/check/skips";
import type { Need } from "../../cli/check/skips";

/**
 * Tests with a need that the machine may lack. They are then skipped and counted by that name; the
 * reason has been printed.
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
