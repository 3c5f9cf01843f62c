import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import type { AlertmanagerConfig } from "../../alertmanager/alertmanager-form";
import { inFolder, runEngine, writeJson } from "../run-engine";
import type { Span } from "./course";

/** One alert as Prometheus sends it. */
export interface SentAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly firing: readonly Span[];
}

/** Alerts that one Alertmanager gets from one start. */
export interface Question {
  readonly name: string;
  /** The first minute, which decides what time intervals say. */
  readonly start: Date;
  readonly minutes: number;
  readonly alerts: readonly SentAlert[];
}

const labelSet = v.record(v.string(), v.string());

const answers = v.array(
  v.object({
    name: v.string(),
    notifications: v.nullish(
      v.array(
        v.object({
          second: v.number(),
          receiver: v.string(),
          integration: v.string(),
          group: v.string(),
          groupLabels: labelSet,
          reason: v.string(),
          firing: v.array(labelSet),
          resolved: v.array(labelSet),
        }),
      ),
      [],
    ),
    inhibited: v.array(
      v.object({
        labels: labelSet,
        by: v.nullish(labelSet, {}),
        minutes: v.array(v.number()),
      }),
    ),
  }),
);

/** What an Alertmanager sends of one question. */
export type Answer = v.InferOutput<typeof answers>[number];

/** One message of one integration of a receiver. */
export type Notification = Answer["notifications"][number];

/** Seconds pass in it at once: it hangs where it takes longer. */
const TIME_LIMIT = 15 * 60_000;

/**
 * What an environment's Alertmanager sends, by its own dispatcher, inhibitor and notification
 * pipeline, each wait as long as it is configured.
 *
 * @param program of `notificationsProgram`
 * @throws Error with the program's output when it refuses the configuration
 */
export async function askNotifications(
  program: string,
  config: AlertmanagerConfig,
  questions: readonly Question[],
): Promise<readonly Answer[]> {
  if (questions.length === 0) return [];
  return inFolder(async (folder) => {
    const asked = await writeJson(folder, "question.json", {
      config: JSON.stringify(config),
      incidents: questions,
    });
    const answered = join(folder, "answer.json");
    const { agreed, output } = await runEngine(
      program,
      ["-test.run", "."],
      TIME_LIMIT,
      { QUESTION: asked, ANSWER: answered },
    );
    if (!agreed) throw new Error(`${program} failed:\n${output}`);
    return v.parse(answers, JSON.parse(await readFile(answered, "utf8")));
  });
}
