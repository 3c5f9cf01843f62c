/**
 * A pure function that computes its result once for each object. A result lives as long as the
 * object, and every caller gets the same one.
 */
export function remembered<About extends object, Answer>(
  workOut: (about: About) => Answer,
): (about: About) => Answer {
  const answers = new WeakMap<About, { readonly answer: Answer }>();
  return (about) => {
    const before = answers.get(about);
    if (before !== undefined) return before.answer;
    const answer = workOut(about);
    answers.set(about, { answer });
    return answer;
  };
}

/** The same for two objects: one result for each pair, as long as both live. */
export function rememberedTogether<
  First extends object,
  Second extends object,
  Answer,
>(
  workOut: (first: First, second: Second) => Answer,
): (first: First, second: Second) => Answer {
  const answers = remembered((first: First) =>
    remembered((second: Second) => workOut(first, second)),
  );
  return (first, second) => answers(first)(second);
}

/**
 * A pure function that caches its last result only, for callers that repeat the same arguments.
 * @param same whether two arguments have the same result
 * @default they are identical
 */
export function rememberedLast<About, Answer>(
  workOut: (about: About) => Answer,
  same: (one: About, other: About) => boolean = Object.is,
): (about: About) => Answer {
  let last: { readonly about: About; readonly answer: Answer } | undefined;
  return (about) => {
    if (last === undefined || !same(last.about, about)) {
      last = { about, answer: workOut(about) };
    }
    return last.answer;
  };
}
