import { alertmanagerConfig } from "../../../alertmanager/alertmanager-config";
import { alertmanagerAt } from "../../../cli/alertmanager/alertmanager";
import { run } from "../../../cli/test-alert/run";
import type { Result } from "../../../cli/test-alert/run";
import { chosenTrials } from "../../../cli/test-alert/trials";
import type { Choice } from "../../../cli/test-alert/trials";
import type { EnvironmentConfig } from "../../../model/environment";
import type { Service } from "../../../model/service";
import { impatientAlertmanager } from "./impatient-alertmanager";

/** Whose alerts are sent. */
export interface TriedOrganisation {
  readonly environments: readonly EnvironmentConfig[];
  readonly services: readonly Service[];
}

/** How long a trial waits for deliveries, in milliseconds. */
export interface Waits {
  readonly patience?: number;
  readonly grace?: number;
}

/** Sends the chosen test alerts, by default with short timeouts: those that fail wait for them. */
export async function trying(
  { environments, services }: TriedOrganisation,
  choice: Choice,
  urls: readonly [string, ...string[]],
  progress: string[] = [],
  { patience = 0, grace = 3_000 }: Waits = {},
): Promise<Result> {
  const chosen = chosenTrials(choice, environments, services);
  if (chosen.kind === "refused") throw new Error(chosen.reason);
  const at = (url: string) => alertmanagerAt(url, "monitoring");
  return await run({
    environment: chosen.environment,
    services,
    trials: chosen.trials,
    members: [at(urls[0]), ...urls.slice(1).map(at)],
    sender: "A trial",
    grace,
    patience,
    pause: 100,
    onProgress: (text) => progress.push(text),
  });
}

/** What a trial of every receiver of an environment brought. */
interface TriedReceivers extends Result {
  /** Pagers that the configuration has. */
  readonly pagers: number;
  /** Pages that were sent. */
  readonly pages: number;
  /** Where something was delivered. */
  readonly places: readonly string[];
}

/** Tries every receiver of an environment in an Alertmanager that counts each separately. */
export async function tryingAll(
  organisation: TriedOrganisation,
  environment: EnvironmentConfig,
): Promise<TriedReceivers> {
  const { services } = organisation;
  const { url, sink, stop } = await impatientAlertmanager(environment, {
    services,
    features: ["receiver-name-in-metrics"],
  });
  try {
    const result = await trying(
      organisation,
      { environment: environment.name, all: true },
      [url],
      [],
      // Nothing is to fail: a busy machine may take as long as it needs.
      { grace: 10 * 60_000 },
    );
    return {
      ...result,
      pagers: alertmanagerConfig(environment, services).receivers.flatMap(
        ({ pagerduty_configs: configs = [] }) => configs,
      ).length,
      pages: sink.taken.filter((message) => message.startsWith("/pagerduty "))
        .length,
      places: sink.deliveries.map(({ place }) => place),
    };
  } finally {
    await stop();
  }
}
