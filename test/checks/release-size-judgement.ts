import { releaseSizeAtMost } from "../../checks/release-size-at-most";
import { serviceObjectsValues } from "../../helm/raw-objects/service-objects-values";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";

/** Bytes up to which a release is not rendered to know its size. */
const SKIPS_RENDERING = 900 * 1024;

/** Bytes of the largest release of a system in any environment, as it is rendered. */
export const largestRelease = (
  service: Service,
  environments: readonly EnvironmentConfig[],
): number =>
  Math.max(
    ...environments.map((environment) =>
      Buffer.byteLength(
        JSON.stringify(serviceObjectsValues(service, environment)),
      ),
    ),
  );

/** Systems whose bound is not above their size, or too high to skip rendering. */
export const releaseSizeFaults = (
  services: readonly Service[],
  environments: readonly EnvironmentConfig[],
): readonly string[] =>
  services.flatMap((service) => {
    const bound = releaseSizeAtMost(service);
    const size = largestRelease(service, environments);
    return [
      ...(bound > size
        ? []
        : [`${service.key}: ${String(bound)} is not above ${String(size)}`]),
      ...(bound < SKIPS_RENDERING
        ? []
        : [`${service.key}: ${String(bound)} is too high to skip rendering`]),
    ];
  });
