import { walk } from "../../checks/routing/walk";
import type { Alertmanager, ShownStatus } from "../alertmanager/alertmanager";
import type { Expectation } from "./expectation";
import { readRunning, whyForeign } from "../alertmanager/running-configuration";
import type { RunningConfiguration } from "../alertmanager/running-configuration";

/** Status of a member, with its running configuration. */
export interface Member {
  readonly status: ShownStatus;
  readonly running: RunningConfiguration;
}

/** The expected configuration, and how long to wait for it. */
export interface Wanted {
  readonly environment: string;
  readonly rendered: RunningConfiguration;
  readonly expectations: readonly Expectation[];
  /** Milliseconds. */
  readonly patience: number;
  /** Milliseconds between two looks. */
  readonly pause: number;
}

/**
 * Waits until every member runs the declared configuration, as far as the test alerts need it:
 * after a deployment the operator and the kubelet take a minute or two to deliver it. Differing
 * routes are not refused in the end: the test alert shows where it went.
 * @throws Error where, in the end, a member does not answer or runs the configuration of something
 *   else
 */
export async function ready(
  members: readonly Alertmanager[],
  wanted: Wanted,
): Promise<readonly Member[]> {
  const end = Date.now() + wanted.patience;
  for (;;) {
    const late = Date.now() >= end;
    const found = await look(members, wanted).catch((error: unknown) => {
      if (late) throw error;
    });
    if (found !== undefined && (late || leadAsDeclared(found, wanted))) {
      return found;
    }
    await new Promise((resolve) => setTimeout(resolve, wanted.pause));
  }
}

async function look(
  members: readonly Alertmanager[],
  { rendered, environment }: Wanted,
): Promise<readonly Member[]> {
  const statuses = await Promise.all(members.map(({ status }) => status()));
  return statuses.map((status) => {
    const running = readRunning(status.config.original);
    const foreign = whyForeign(running, rendered, environment);
    if (foreign !== undefined) throw new Error(foreign);
    return { status, running };
  });
}

const leadAsDeclared = (
  members: readonly Member[],
  { expectations }: Wanted,
): boolean =>
  members.every(({ running }) =>
    expectations.every(
      ({ labels, receiver }) => walk(running, labels).receiver === receiver,
    ),
  );
