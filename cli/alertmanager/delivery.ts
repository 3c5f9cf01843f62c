import { addUp, tallyKey } from "./counters";
import type { Counters, Tally } from "./counters";
import { integrationName } from "./running-configuration";
import type { RunningConfiguration } from "./running-configuration";

/** What must be sent for one alert. */
export interface Messages {
  readonly receiver: string;
  /** How many messages each integration of the receiver sends. */
  readonly messages: Tally;
}

/** What a receiver sends for one alert. */
export const messagesOf = (
  { receivers }: Pick<RunningConfiguration, "receivers">,
  receiver: string,
): Tally =>
  addUp(
    Object.entries(
      receivers.find(({ name }) => name === receiver) ?? {},
    ).flatMap(([list, integrations]) =>
      Array.isArray(integrations)
        ? [[integrationName(list), integrations.length] as const]
        : [],
    ),
  );

/** Progress of an integration's messages. */
export interface Delivery {
  /** The integration, or the receiver and the integration: `slack`, `shop-p0/slack`. */
  readonly key: string;
  /** Messages that must go out. */
  readonly wanted: number;
  /** Messages that Alertmanager began to send. */
  readonly begun: number;
  /** Requests that succeeded. */
  readonly answered: number;
  /** Requests that failed, of which some may have been repeated since. */
  readonly refused: number;
  /** Messages that were given up. */
  readonly givenUp: number;
}

/** Compares the messages that test alerts must send with the counts since they began. */
export function deliveries(
  expectations: readonly Messages[],
  counted: Counters,
  byReceiver: boolean,
): readonly Delivery[] {
  const wanted: Tally = addUp(
    expectations.flatMap(({ receiver, messages }) =>
      Object.entries(messages).map(
        ([integration, count]) =>
          [
            tallyKey(integration, byReceiver ? receiver : undefined),
            count,
          ] as const,
      ),
    ),
  );
  return Object.entries(wanted).map(([key, count]) => {
    const refused = counted.failedRequests[key] ?? 0;
    return {
      key,
      wanted: count,
      begun: counted.begun[key] ?? 0,
      answered: (counted.requests[key] ?? 0) - refused,
      refused,
      givenUp: counted.givenUp[key] ?? 0,
    };
  });
}

/** Whether everything went out and nothing was given up. */
export const delivered = ({
  wanted,
  begun,
  answered,
  givenUp,
}: Delivery): boolean => begun >= wanted && answered >= wanted && givenUp === 0;

/** Whether waiting longer changes nothing. */
export const settled = ({ wanted, answered, givenUp }: Delivery): boolean =>
  answered + givenUp >= wanted;
