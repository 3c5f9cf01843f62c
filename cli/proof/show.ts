import { milliseconds } from "../../model/duration";
import type {
  ProofCheck,
  ProofSubject,
  ProofTest,
} from "../../proof/proof-subject";
import { timeline } from "../../proof/timeline";
import type { Stretch } from "../../proof/timeline";

/**
 * One proof as text for people: the rule, and for each test the series, the alert's state, and what
 * was expected.
 */
export async function showSubject(
  promtool: string,
  subject: ProofSubject,
): Promise<string> {
  const parts = [ruleText(subject)];
  for (const test of subject.tests) {
    parts.push(testText(test, await timeline(promtool, subject, test)));
  }
  return parts.join("\n\n");
}

function ruleText({ id, rule, chain }: ProofSubject): string {
  const wait =
    "alert" in rule
      ? [
          `for ${rule.for}${rule.keep_firing_for === undefined ? "" : `, keep_firing_for ${rule.keep_firing_for}`}`,
        ]
      : [];
  return [
    id,
    indented(rule.expr),
    ...wait.map(indented),
    ...(chain.length === 0
      ? []
      : [`  stands on ${chain.map(({ record }) => record).join(", ")}`]),
  ].join("\n");
}

function testText(test: ProofTest, course: readonly Stretch[]): string {
  return [
    `${test.name} (a value every ${test.interval}, evaluated every ${test.evaluationInterval})`,
    ...Object.entries(test.series).map(
      ([series, values]) => `  ${series}  ${values}`,
    ),
    ...course.map(
      ({ from, to, states }) =>
        `  ${`${time(from)} to ${time(to)}`.padEnd(22)} ${states.length === 0 ? "quiet" : states.join("\n".padEnd(26))}`,
    ),
    `  expected: ${test.checks.map(checkText).join("; ")}`,
  ].join("\n");
}

const time = (seconds: number): string =>
  milliseconds(seconds * 1000).toString();

function checkText(check: ProofCheck): string {
  switch (check.kind) {
    case "alerts":
      return `firing at ${check.at}: ${check.alerts.map(({ annotations }) => annotations["summary"] ?? "").join(", ")}`;
    case "firing":
      return `${check.count === 0 ? "not firing" : "firing"} at ${check.at}`;
    case "samples":
      return `${check.samples.length === 0 ? "nothing" : check.samples.map(({ value }) => String(value)).join(", ")} at ${check.at}`;
  }
}

const indented = (text: string): string =>
  text
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
