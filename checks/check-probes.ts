import type { Problem } from "../model/problem";
import type { Service } from "../model/service";
import type { HttpProbe } from "../model/target";
import { readPattern } from "../model/re2-pattern";

/**
 * Every mistake in the answers that probes expect: the exporter would refuse its whole
 * configuration, and no probe would run.
 */
export const checkProbes = (services: readonly Service[]): readonly Problem[] =>
  services.flatMap(({ key, probes }) =>
    probes.flatMap((probe) =>
      checkAnswer(`services/${key} probe "${probe.name}"`, probe),
    ),
  );

function checkAnswer(path: string, { answer }: HttpProbe): readonly Problem[] {
  if (answer === undefined) return [];
  const problems: Problem[] = [];
  const { status, body } = answer;
  if (!Number.isInteger(status) || status < 100 || status > 599) {
    problems.push({
      path,
      message: "is no status of HTTP",
      got: String(status),
      allowed: "100 to 599",
      next: "state the status that the endpoint answers while all is well",
    });
  }
  const refused = readPattern(body).problem;
  if (body === "" || refused !== undefined) {
    problems.push({
      path,
      message:
        refused === undefined
          ? "an empty pattern accepts any body"
          : `the pattern of the body is no valid RE2: ${refused}`,
      got: `"${body}"`,
      next: "correct it, or leave answer out to accept any success",
    });
  }
  return problems;
}
