import type { EnvironmentConfig } from "../../model/environment";
import type { DistributedKafkaTraces, Kafka } from "../../model/stores";
import { containerResources } from "../parts/container-resources";
import { untemplated } from "../parts/untemplated";
import type { Values } from "../parts/values";
import { SYSTEM_DIMENSION, processorsOfTempo3 } from "./span-metrics";
import type { SpansAsked } from "./span-metrics";
import { tempoPart, tempoParts, tempoVolume } from "./tempo-parts";

/** Variable that holds the password of Kafka inside the containers. */
const PASSWORD = "KAFKA_PASSWORD";

/**
 * Tempo 3 in parts, with a Kafka that exists already.
 * @see
 *   https://github.com/grafana-community/helm-charts/tree/tempo-distributed-3.3.0/charts/tempo-distributed
 */
export const distributedKafkaTraces = (
  environment: EnvironmentConfig,
  traces: DistributedKafkaTraces,
  { measured, late }: SpansAsked,
): Values => {
  const parts = tempoParts(environment, traces, {
    processors: processorsOfTempo3(late),
    settings: SYSTEM_DIMENSION,
    measured,
  });
  return {
    ...parts,
    ...signedIn(traces.kafka, parts),
    ingest: {
      kafka: {
        address: untemplated(traces.kafka.address),
        topic: untemplated(traces.kafka.topic),
        // The number of pods depends on the partitions, so Kafka's operator creates the topic.
        auto_create_topic_enabled: false,
      },
    },
    blockBuilder: tempoPart(traces.blockBuilder),
    liveStore: tempoPart(traces.liveStore),
    backendScheduler: {
      resources: containerResources(traces.backendScheduler.resources),
      ...tempoVolume(traces.backendScheduler),
      config: {
        provider: {
          compaction: {
            compaction: { block_retention: traces.retention.toHours() },
          },
        },
      },
    },
    backendWorker: {
      ...tempoPart(traces.backendWorker),
      // The chart reads both keys and has neither.
      podDisruptionBudget: { enabled: true },
      maxUnavailable: 1,
    },
  };
};

/**
 * How Tempo signs in. The chart has no key for it, so it goes through the configuration, where a
 * variable stands for the password.
 */
function signedIn({ credentials }: Kafka, parts: Values): Values {
  if (credentials === undefined) return {};
  return {
    global: {
      extraArgs: ["-config.expand-env=true"],
      extraEnv: [
        {
          name: PASSWORD,
          valueFrom: {
            secretKeyRef: {
              name: credentials.password.secret,
              key: credentials.password.key,
            },
          },
        },
      ],
    },
    tempo: {
      ...(parts["tempo"] as Values),
      structuredConfig: {
        ingest: {
          kafka: {
            sasl_username: untemplated(credentials.user),
            sasl_password: `\${${PASSWORD}}`,
          },
        },
      },
    },
  };
}
