import * as v from "valibot";
import type { AlertmanagerConfig } from "../../alertmanager/alertmanager-form";
import { askProgram } from "./ask-program";
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

/**
 * What an environment's Alertmanager sends, by its own dispatcher, inhibitor and notification
 * pipeline, each wait as long as it is configured.
 *
 * @param program gives the path, of `notificationsProgram`; not called where nothing is asked
 * @throws Error with the program's output when it refuses the configuration
 */
export const askNotifications = async (
  program: () => Promise<string>,
  config: AlertmanagerConfig,
  questions: readonly Question[],
): Promise<readonly Answer[]> =>
  questions.length === 0
    ? []
    : askProgram(
        await program(),
        { config: JSON.stringify(config), incidents: questions },
        answers,
      );
