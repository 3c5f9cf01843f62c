/** Something that is done step by step. */
export type Lane<T> = readonly (() => Promise<T>)[];

/**
 * Works at several lanes side by side, each step after the one before it.
 * @returns what each step of each lane came to, in the order in which they are given
 */
export async function besideEachOther<T>(
  lanes: readonly Lane<T>[],
): Promise<readonly T[]> {
  const results = await Promise.all(
    lanes.map(async (lane) => {
      const done: T[] = [];
      for (const step of lane) done.push(await step());
      return done;
    }),
  );
  return results.flat();
}
