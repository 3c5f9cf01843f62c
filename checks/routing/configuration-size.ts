import { alertmanagerConfig } from "../../alertmanager/alertmanager-config";
import { messageTemplates } from "../../alertmanager/templates/message-templates";
import { kibibytes } from "../../model/bytes";
import type { Bytes } from "../../model/bytes";
import type { EnvironmentConfig } from "../../model/environment";
import type { Problem } from "../../model/problem";
import type { Service } from "../../model/service";

/** The chart's Secret holds the configuration and the templates; Kubernetes takes 1 MiB. */
const LARGEST = kibibytes(900);

/**
 * Warns of a configuration that does not fit its Secret: the cluster would refuse it.
 * @param largest what it may be at most. @default 900 KiB
 */
export function largeConfiguration(
  environment: EnvironmentConfig,
  services: readonly Service[],
  largest: Bytes = LARGEST,
): readonly Problem[] {
  const size =
    Buffer.byteLength(
      JSON.stringify(alertmanagerConfig(environment, services)),
    ) + Buffer.byteLength(messageTemplates(environment, services));
  return size <= largest.bytes
    ? []
    : [
        {
          path: `routes of ${environment.name}`,
          message:
            "the configuration of Alertmanager and its templates are too large for one Secret",
          got: `${String(Math.ceil(size / 1024))} KiB`,
          allowed: `${String(largest.bytes / 1024)} KiB`,
          next: "divide the systems between two environments; each system costs some 7 KiB, most of it receivers",
        },
      ];
}
