import type { RecordingRuleText, Rule } from "../prometheus/rules/rule-group";
import { judge } from "./judge";
import type { JudgeOptions, Judgement } from "./judge";
import { mutantsOf } from "./mutants";
import type { Mutant } from "./mutants";
import type { Equivalent, ProofSubject } from "./proof-subject";
import { testFiles } from "./test-file";

/** Result for one mutant. */
export interface MutantOutcome {
  /**
   * The rule that was changed: the subject's, or the name of a recording rule that it depends on.
   */
  readonly id: string;
  readonly system: string;
  readonly change: string;
  readonly outcome:
    | { readonly kind: "killed" }
    | { readonly kind: "survived" }
    | { readonly kind: "equivalent"; readonly why: string };
}

/** Result of a mutation run. */
export interface MutationReport {
  readonly outcomes: readonly MutantOutcome[];
  /** Explanations in `equivalent` whose mutant is detected after all, or does not exist. */
  readonly unneeded: readonly {
    readonly id: string;
    readonly change: string;
  }[];
}

/** A rule under mutation, and the proofs that could detect its mutants. */
interface Target {
  readonly id: string;
  readonly system: string;
  readonly rule: Rule;
  /** Proves the rule itself, with all mutants in parallel. */
  readonly own?: ProofSubject;
  /** Subjects that depend on the rule; run in sequence, cheapest first. */
  readonly readers: readonly ProofSubject[];
  readonly equivalent: readonly Equivalent[];
}

/**
 * Changes each rule in one thing at a time and runs its proofs.
 * @param subjects with passing proofs: a failing one would detect everything
 * @param chosen whose rules are changed; with `all` also the rules they depend on that have no
 * proof of their own
 */
export async function mutate(
  subjects: readonly ProofSubject[],
  options: JudgeOptions,
  chosen: "all" | ((subject: ProofSubject) => boolean) = "all",
): Promise<MutationReport> {
  const targets = targetsOf(subjects).filter(
    ({ own }) => chosen === "all" || (own !== undefined && chosen(own)),
  );
  const killed = new Map<Target, Set<string>>(
    targets.map((target) => [target, new Set()]),
  );
  const mutants = new Map(
    targets.map((target) => [target, mutantsOf(target.rule)]),
  );
  const rounds = Math.max(0, ...targets.map(({ readers }) => readers.length));
  await sideBySide(targets, mutants, killed, options);
  for (let round = 0; round < rounds; round += 1) {
    await throughReaders(targets, round, mutants, killed, options);
  }
  return report(targets, mutants, killed);
}

type Killed = ReadonlyMap<Target, Set<string>>;
type Mutants = ReadonlyMap<Target, readonly Mutant[]>;

function targetsOf(subjects: readonly ProofSubject[]): readonly Target[] {
  const own: Target[] = subjects.map((subject) => ({
    id: subject.id,
    system: subject.system,
    rule: subject.rule,
    own: subject,
    readers: [],
    equivalent: subject.equivalent,
  }));
  const readers = new Map<
    string,
    { rule: RecordingRuleText; of: ProofSubject[] }
  >();
  for (const subject of subjects) {
    for (const rule of subject.chain) {
      const text = textOf(rule);
      const known = readers.get(text);
      if (known === undefined) readers.set(text, { rule, of: [subject] });
      else known.of.push(subject);
    }
  }
  const proved = new Set(subjects.map(({ rule }) => textOf(rule)));
  const costs = new Map(subjects.map((each) => [each, costOf(each)] as const));
  return [
    ...own.map((target) => ({
      ...target,
      readers: cheapest(readers.get(textOf(target.rule))?.of ?? [], costs),
    })),
    ...[...readers.values()]
      .filter(({ rule }) => !proved.has(textOf(rule)))
      .map(({ rule, of }) => ({
        id: `${rule.labels?.["system"] ?? of[0]?.system ?? ""} ${rule.record}`,
        system: rule.labels?.["system"] ?? of[0]?.system ?? "",
        rule,
        readers: cheapest(of, costs),
        equivalent: [],
      })),
  ];
}

/**
 * Long courses detect little in rules far below them, and each mutant of those would need a run of
 * its own.
 */
const DEAR = 20_000;

function cheapest(
  subjects: readonly ProofSubject[],
  costs: ReadonlyMap<ProofSubject, number>,
): readonly ProofSubject[] {
  const cost = (subject: ProofSubject): number => costs.get(subject) ?? 0;
  const sorted = [...subjects].sort((a, b) => cost(a) - cost(b));
  const cheap = sorted.filter((subject) => cost(subject) <= DEAR);
  return cheap.length > 0 ? cheap : sorted.slice(0, 1);
}

const textOf = (rule: Rule): string => JSON.stringify(rule);

const costOf = (subject: ProofSubject): number =>
  testFiles(subject.id, subject).reduce((sum, { cost }) => sum + cost, 0);

/**
 * All mutants of a rule are evaluated on one chain, each under a name of its own, so that the chain
 * is evaluated once.
 */
async function sideBySide(
  targets: readonly Target[],
  mutants: Mutants,
  killed: Killed,
  options: JudgeOptions,
): Promise<void> {
  let waiting = targets.flatMap((target) =>
    target.own === undefined
      ? []
      : [{ target, own: target.own, left: mutants.get(target) ?? [] }],
  );
  // A mutant that the engine cannot evaluate fails the test for all: it is removed, and the others
  // run again.
  while (waiting.length > 0) {
    const files = waiting.flatMap(({ target, own, left }) =>
      testFiles(
        `${target.id} mutants`,
        own,
        own.chain,
        left.map((mutant) => renamed(mutant, mutants.get(target) ?? [])),
      ).map((file) => ({ file, target, left })),
    );
    const judgements = await judge(
      files.map(({ file }) => file),
      options,
    );
    const again = new Map<Target, readonly Mutant[]>();
    for (const [index, judgement] of judgements.entries()) {
      const asked = files[index];
      if (asked === undefined) continue;
      const { target, left } = asked;
      const all = mutants.get(target) ?? [];
      const { refused, noticed, unclear } = findings(judgement);
      for (const number of [...refused, ...noticed]) {
        const mutant = all[number];
        if (mutant !== undefined) killed.get(target)?.add(mutant.change);
      }
      if (refused.length > 0) {
        const rest = (again.get(target) ?? left).filter(
          (mutant) => !refused.includes(all.indexOf(mutant)),
        );
        again.set(target, rest);
      } else if (unclear !== undefined) {
        throw new Error(
          `the mutants of ${target.id} cannot be judged: ${unclear}`,
        );
      }
    }
    waiting = [...again]
      .filter(([, left]) => left.length > 0)
      .flatMap(([target, left]) =>
        target.own === undefined ? [] : [{ target, own: target.own, left }],
      );
  }
}

const SUFFIX = "__mutant_";

function renamed({ rule }: Mutant, all: readonly Mutant[]): Rule {
  const number = String(all.findIndex((mutant) => mutant.rule === rule));
  return "alert" in rule
    ? { ...rule, alert: `${rule.alert}${SUFFIX}${number}` }
    : { ...rule, record: `${rule.record}${SUFFIX}${number}` };
}

/** Numbers of the mutants in a verdict. */
function findings({ failures }: Judgement): {
  readonly refused: readonly number[];
  readonly noticed: readonly number[];
  readonly unclear: string | undefined;
} {
  const refused = new Set<number>();
  const noticed = new Set<number>();
  let unclear: string | undefined;
  for (const { says } of failures) {
    const numbers = [...says.matchAll(/__mutant_(\d+)/g)].map(([, number]) =>
      Number(number),
    );
    if (/^\s*rule: \S+__mutant_\d+, time/.test(says)) {
      for (const number of numbers.slice(0, 1)) refused.add(number);
    } else if (numbers.length > 0) {
      for (const number of numbers) noticed.add(number);
    } else {
      unclear ??= says;
    }
  }
  return { refused: [...refused], noticed: [...noticed], unclear };
}

/**
 * Mutants of recording rules: each needs a chain of its own, so one that a subject detects is not
 * run for the next.
 */
async function throughReaders(
  targets: readonly Target[],
  round: number,
  mutants: Mutants,
  killed: Killed,
  options: JudgeOptions,
): Promise<void> {
  const asked = targets.flatMap((target) => {
    const reader = target.readers[round];
    const known = killed.get(target);
    return reader === undefined
      ? []
      : (mutants.get(target) ?? [])
          .filter(
            ({ change }) =>
              known?.has(change) !== true &&
              !target.equivalent.some((each) => explains(each, change)),
          )
          .flatMap((mutant) =>
            testFiles(
              `${target.id} ${mutant.change} through ${reader.id}`,
              reader,
              reader.chain.map((rule) =>
                textOf(rule) === textOf(target.rule) ? mutant.rule : rule,
              ),
            ).map((file) => ({ file, target, mutant })),
          );
  });
  const judgements = await judge(
    asked.map(({ file }) => file),
    options,
  );
  for (const [index, { failures, sound }] of judgements.entries()) {
    const found = asked[index];
    if (found === undefined) continue;
    if (!sound) {
      // A crash does not count as a detection.
      throw new Error(
        `${found.file.name} cannot be judged: ${failures.map(({ says }) => says).join("\n")}`,
      );
    }
    if (failures.length > 0) {
      killed.get(found.target)?.add(found.mutant.change);
    }
  }
}

function report(
  targets: readonly Target[],
  mutants: Mutants,
  killed: Killed,
): MutationReport {
  const outcomes = targets.flatMap((target) =>
    (mutants.get(target) ?? []).map(({ change }): MutantOutcome => {
      const why = target.equivalent.find((each) => explains(each, change))?.why;
      const { id, system } = target;
      return {
        id,
        system,
        change,
        outcome:
          killed.get(target)?.has(change) === true
            ? { kind: "killed" }
            : why === undefined
              ? { kind: "survived" }
              : { kind: "equivalent", why },
      };
    }),
  );
  return {
    outcomes,
    unneeded: targets.flatMap(({ id, equivalent }) =>
      equivalent
        .map(({ change }) => change)
        .filter((change) => typeof change === "string")
        .filter(
          (change) =>
            !outcomes.some(
              (each) =>
                each.id === id &&
                each.change === change &&
                each.outcome.kind === "equivalent",
            ),
        )
        .map((change) => ({ id, change })),
    ),
  };
}

const explains = ({ change }: Equivalent, found: string): boolean =>
  typeof change === "string" ? change === found : change.test(found);
