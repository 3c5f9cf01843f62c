import type { EnvironmentConfig } from "../environment";
import type { Problem } from "../problem";
import type { ServiceDeclaration } from "../service";
import { fixedShareOf, sendsTraces } from "../service-traces";
import { samplingOf } from "../trace-sampling";
import type { TraceSampling } from "../trace-sampling";

/** Every mistake in how traces are sampled: shares, systems that do not exist, and who decides. */
export function checkSampling(
  environment: EnvironmentConfig,
  services: readonly ServiceDeclaration[],
): readonly Problem[] {
  const path = `environments/${environment.name}.ts traces`;
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
  ];
}

function checkOne(path: string, sampling: TraceSampling): readonly Problem[] {
  const { value } = sampling.share;
  return [
    ...(value >= 0 && value <= 1
      ? []
      : [
          {
            path: `${path}.share`,
            message: "a share of traces lies between 0 and 1",
            got: String(value),
            next: "correct it",
          },
        ]),
    ...(sampling.kind === "tail" && sampling.slow.milliseconds === 0
      ? [
          {
            path: `${path}.slow`,
            message: "every trace is slower than 0s: all would be kept",
            next: "set it to what is too slow, such as the latency of an SLO",
          },
        ]
      : []),
  ];
}

/** What the application has thrown away, no collector can choose from. */
function checkDecider(
  path: string,
  service: ServiceDeclaration,
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
      next: "let it send everything, or sample it by head",
    },
  ];
}
