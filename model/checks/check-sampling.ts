import type { EnvironmentConfig } from "../environment";
import { minutes } from "../duration";
import type { Problem } from "../problem";
import type { Service } from "../service";
import { fixedShareOf, sendsTraces } from "../service-traces";
import { bytesWaiting, longestWait, waitingTraces } from "../tail-sampling";
import { samplingOf } from "../trace-sampling";
import type { TraceSampling } from "../trace-sampling";

/** Checks trace sampling: shares, systems that do not exist, and conflicting decisions. */
export function checkSampling(
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly Problem[] {
  const path = `environments/${environment.name} traces`;
  const { sampling, systems = {} } = environment.traces;
  const keys = services.map(({ key }) => key);
  return [
    ...checkOne(`${path}.sampling`, sampling),
    ...Object.entries(systems).flatMap(([system, own]) => [
      ...checkOne(`${path}.systems.${system}`, own),
      ...(keys.includes(system)
        ? []
        : [
            {
              path: `${path}.systems`,
              message: `samples a system that does not exist`,
              got: system,
              allowed: keys.join(", "),
              next: "correct the name or remove it",
            },
          ]),
    ]),
    ...services
      .filter((service) => !sendsTraces(service) && service.key in systems)
      .map(({ key }) => ({
        path: `${path}.systems`,
        message: `samples traces of a system that sends none`,
        got: key,
        next: `remove it, or let services/${key} send traces`,
      })),
    ...services.flatMap((service) =>
      checkDecider(path, service, samplingOf(environment.traces, service.key)),
    ),
    ...checkWaiting(path, environment, services),
  ];
}

/**
 * Share of a gateway's memory for waiting traces. Its memory limiter refuses spans from three
 * fifths.
 */
const SHARE_FOR_WAITING = 0.5;

/**
 * Longest delay that a block accepts by default. Only the chart of Tempo 2 in microservices mode
 * can change it.
 */
const LATEST_OF_BLOCKS = minutes(2);

/**
 * Checks that the gateway can hold the waiting traces, and that the store accepts spans so late.
 */
function checkWaiting(
  path: string,
  { alloy: { gateway }, traces }: EnvironmentConfig,
  services: readonly Service[],
): readonly Problem[] {
  const waiting = waitingTraces(
    traces,
    services.filter(sendsTraces),
    gateway.replicas,
  );
  const bytes = bytesWaiting(waiting);
  const { memory, memoryLimit = memory } = gateway.resources;
  const most = memoryLimit.bytes * SHARE_FOR_WAITING;
  const wait = longestWait(waiting);
  return [
    ...(bytes <= most
      ? []
      : [
          {
            path: `${path} with tail sampling`,
            message: `a gateway replica would hold ${String(waiting.reduce((sum, { held }) => sum + held, 0))} waiting traces, more than half of its memory`,
            got: inMebibytes(bytes),
            allowed: `${inMebibytes(most)} at most`,
            next: "give alloy.gateway more memory or replicas, sample fewer systems by tail, or shorten traces.longest of the system",
          },
        ]),
    ...(wait === undefined ||
    wait.milliseconds <= LATEST_OF_BLOCKS.milliseconds ||
    traces.kind === "distributed"
      ? []
      : [
          {
            path: `${path} with tail sampling`,
            message: `a trace waits so long that a search by time would miss it in a store of kind "${traces.kind}"`,
            got: wait.toString(),
            allowed: `${LATEST_OF_BLOCKS.toString()} at most, or a store of kind "distributed"`,
            next: "use head sampling for the system here",
          },
        ]),
  ];
}

const inMebibytes = (bytes: number): string =>
  `${String(Math.ceil(bytes / 1024 ** 2))}Mi`;

function checkOne(path: string, sampling: TraceSampling): readonly Problem[] {
  const { value } = sampling.share;
  return [
    ...(value >= 0 && value <= 1
      ? []
      : [
          {
            path: `${path}.share`,
            message: "a share of traces must be between 0 and 1",
            got: String(value),
            next: "correct it",
          },
        ]),
    ...(sampling.kind === "tail" && !(sampling.tracesPerSecond > 0)
      ? [
          {
            path: `${path}.tracesPerSecond`,
            message:
              "a sampler must hold traces, or it decides on parts of each",
            got: String(sampling.tracesPerSecond),
            allowed: "above 0",
            next: "state the peak number of traces per second",
          },
        ]
      : []),
    ...(sampling.kind === "tail" && sampling.slow.milliseconds === 0
      ? [
          {
            path: `${path}.slow`,
            message: "every trace is slower than 0s, so all would be kept",
            next: "set it to a latency that is too slow, such as that of an SLO",
          },
        ]
      : []),
  ];
}

/** The collector cannot sample what the application has already dropped. */
function checkDecider(
  path: string,
  service: Service,
  sampling: TraceSampling,
): readonly Problem[] {
  const { key } = service;
  const sent = fixedShareOf(service)?.value ?? 1;
  if (sampling.kind === "head" || sent >= 1) return [];
  return [
    {
      path: `${path} for ${key}`,
      message: `tail sampling with head sampling: services/${key} itself sends only a share of its traces`,
      got: String(sent),
      next: "let it send every trace, or use head sampling",
    },
  ];
}
