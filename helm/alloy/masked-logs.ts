import { logStages } from "./log-stages";
import type { EnvironmentLabels, LoggedService } from "./log-stages";
import { block, component, reference } from "./syntax";

/** Where logs go, and the labels of every line of the environment. */
export interface LogDestination extends EnvironmentLabels {
  /** `http://…/loki/api/v1/push` */
  readonly lokiPush: string;
}

/**
 * The end of every pipeline of logs: lines are masked and go to Loki. What cannot be sent is tried
 * again; after that, it is counted as dropped.
 */
export function maskedLogs(
  label: string,
  services: readonly LoggedService[],
  { lokiPush, environment, cluster }: LogDestination,
) {
  const write = component(
    "loki.write",
    "loki",
    {},
    block("endpoint", { url: lokiPush }),
  );
  const process = component(
    "loki.process",
    label,
    { forward_to: [reference(write, "receiver")] },
    ...logStages(services, { environment, cluster }),
  );
  return {
    components: [process, write],
    input: reference(process, "receiver"),
  };
}
