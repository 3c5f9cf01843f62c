import * as v from "valibot";
import { askProgram } from "./ask-program";
import { coursesOfMinutes } from "./course";
import type { AlertCourse } from "./course";
import { BEGINS, MINUTES } from "./incident";
import type { IncidentFile } from "./incident-file";

const answers = v.array(
  v.object({
    name: v.string(),
    failed: v.string(),
    courses: v.nullish(
      v.array(
        v.object({
          labels: v.record(v.string(), v.string()),
          pending: v.array(v.number()),
          firing: v.array(v.number()),
        }),
      ),
      [],
    ),
  }),
);

/** What the rules say in an incident: courses of alerts, or why a rule failed. */
export type Evaluated =
  | { readonly file: IncidentFile; readonly courses: readonly AlertCourse[] }
  | { readonly file: IncidentFile; readonly failed: string };

/**
 * Courses of alerts in incidents in which Prometheus itself is down for some minutes, by its own
 * packages: nothing is evaluated meanwhile, and then it takes up what was pending.
 *
 * @param program gives the path, of `rulesAtRestProgram`; not called where nothing is asked
 * @throws Error with the program's output when it cannot read what it is asked
 */
export async function evaluateAtRest(
  program: () => Promise<string>,
  files: readonly IncidentFile[],
): Promise<readonly Evaluated[]> {
  if (files.length === 0) return [];
  const all = await askProgram(
    await program(),
    files.map(({ file, incident: { rest = 0 } }) => ({
      name: file.name,
      rules: JSON.stringify({
        groups: [{ name: "rules", interval: "1m", rules: file.rules }],
      }),
      load: [
        "load 1m",
        ...(file.groups[0]?.input_series ?? []).map(
          ({ series, values }) => `  ${series} ${values}`,
        ),
      ].join("\n"),
      minutes: MINUTES,
      rest: [BEGINS, BEGINS + rest],
    })),
    answers,
  );
  return files.flatMap((file, place): readonly Evaluated[] => {
    const answer = all[place];
    if (answer === undefined) return [];
    return answer.failed === ""
      ? [{ file, courses: coursesOfMinutes(answer.courses) }]
      : [{ file, failed: answer.failed }];
  });
}
