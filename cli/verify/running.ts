import type { AlertmanagerConfig } from "../../alertmanager/alertmanager-form";
import type { ChartMetrics } from "../../model/chart-metrics";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { open } from "./finding";
import type { Finding, Subject } from "./finding";
import { NoAnswer } from "./no-answer";
import type { Server } from "./server";

/** A running environment, its declarations, and the clients of its servers. */
export interface Running {
  readonly environment: EnvironmentConfig;
  /** The environment that it looks at. @default none */
  readonly watched?: EnvironmentConfig;
  /** Every system. */
  readonly services: readonly Service[];
  /** Those that are looked at. */
  readonly chosen: readonly Service[];
  /** Exporters of its charts. */
  readonly charts: readonly ChartMetrics[];
  /** The configuration that its Alertmanagers must run. */
  readonly rendered: AlertmanagerConfig;
  readonly prometheus: Server;
  readonly loki: Server;
  readonly grafana: Server;
  /** Members of one cluster. */
  readonly alertmanagers: readonly Server[];
}

/** Runs a check; if a server does not answer, that becomes the finding. */
export async function looked(
  subject: Subject,
  expected: string,
  look: () => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return [
      open(subject, { found: error.message, expected, next: error.next }),
    ];
  }
}

/** How many requests run at once: people use the same servers. */
const AT_ONCE = 4;

/** Does the same for each of many, a few at a time, and keeps their order. */
export async function each<T, R>(
  many: readonly T[],
  act: (one: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const rest = many.entries();
  const worker = async (): Promise<void> => {
    for (const [index, one] of rest) results[index] = await act(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}
