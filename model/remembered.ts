/**
 * A pure function that works out the answer about each object once. An answer lives as long as the
 * object, and every reader is handed the same one.
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

/** The same of two objects: one answer for each pair, as long as both live. */
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
 * A pure function that remembers its last answer only, for readers who ask the same several times
 * in a row.
 * @param same whether two have the same answer @default they are the same
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
