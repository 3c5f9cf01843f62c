import type { Problem } from "../problem";

/** A count must be a whole number of 1 or more. */
export const checkCount = (path: string, count: unknown): readonly Problem[] =>
  typeof count === "number" && Number.isInteger(count) && count >= 1
    ? []
    : [
        {
          path,
          message: "must be a whole number of 1 or more",
          got: String(count),
          next: "correct it",
        },
      ];
