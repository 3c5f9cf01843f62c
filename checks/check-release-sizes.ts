import { kibibytes } from "../model/bytes";
import { serviceObjectsValues } from "../helm/raw-objects/service-objects-values";
import { releaseSizeAtMost } from "./release-size-at-most";
import type { EnvironmentConfig } from "../model/environment";
import type { Problem } from "../model/problem";
import type { Service } from "../model/service";

/**
 * Helm keeps values and rendered objects, compressed, in one Secret of at most 1 MiB. Text like
 * rules shrinks to a tenth, so this is a wide margin; a service that reaches it has grown by
 * accident.
 */
const LARGEST = kibibytes(900);

/** A service's objects fit one Helm release, in every environment. */
export const checkReleaseSizes = (
  services: readonly Service[],
  environments: readonly EnvironmentConfig[],
): readonly Problem[] =>
  services.flatMap((service) => {
    // Making all rules twice, here and where they are written, takes longer than the other checks
    // of a service together.
    if (releaseSizeAtMost(service) <= LARGEST.bytes) return [];
    return environments.flatMap((environment) => {
      const size = Buffer.byteLength(
        JSON.stringify(serviceObjectsValues(service, environment)),
      );
      return size <= LARGEST.bytes
        ? []
        : [
            {
              path: `services/${service.key}`,
              message: `its rules and monitors are too large for one Helm release in ${environment.name}`,
              got: `${String(Math.ceil(size / 1024))} KiB`,
              allowed: `${String(LARGEST.bytes / 1024)} KiB`,
              next: "split the system in two, or shorten what is generated",
            },
          ];
    });
  });
