import { milliseconds, minutes } from "../../model/duration";
import type { Duration } from "../../model/duration";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { sendsTraces } from "../../model/service-traces";
import { longestWait, waitingTraces } from "../../model/tail-sampling";
import type { Values } from "../parts/values";

/** What the gateway and the network may add to a trace's wait. */
const ON_THE_WAY = minutes(1);

/** How late a span may arrive after its end; `undefined` without tail sampling. */
export function lateness(
  { traces, alloy }: EnvironmentConfig,
  services: readonly Service[],
): Duration | undefined {
  const wait = longestWait(
    waitingTraces(traces, services.filter(sendsTraces), alloy.gateway.replicas),
  );
  return wait === undefined
    ? undefined
    : milliseconds(wait.milliseconds + ON_THE_WAY.milliseconds);
}

/**
 * Makes the generator count late spans: by default it drops those that ended more than half a
 * minute ago.
 * @see https://grafana.com/docs/tempo/v2.10.x/configuration/#standard-overrides
 */
export const takenLate = (late: Duration | undefined): Values =>
  late === undefined ? {} : { ingestion_time_range_slack: late.toString() };

/**
 * The same for blocks: a block covers a time range of two minutes back at most, and a search reads
 * only blocks whose range matches.
 * @see https://grafana.com/docs/tempo/v2.10.x/configuration/#wal-config
 */
export const blocksOfLateSpans = (late: Duration | undefined): Values =>
  late === undefined
    ? {}
    : {
        // The chart has no key for either, so it goes to where everything is merged last.
        structuredConfig: {
          storage: { trace: { wal: takenLate(late) } },
          metrics_generator: { traces_storage: takenLate(late) },
        },
      };
