import type { EnvironmentConfig } from "../environment";
import type { Problem } from "../problem";
import type { Service } from "../service";
import { checkImage } from "./check-image";
import { checkHttpAddress } from "./http-address";

/**
 * Checks what an environment says of single systems: their addresses, and the images of their
 * collection jobs.
 */
export const checkSystemFacts = (
  path: string,
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly Problem[] => [
  ...checkUrls(`${path} systemUrls`, environment, services),
  ...checkImages(`${path} collectionImages`, environment, services),
];

const unknownSystem = (
  path: string,
  services: readonly Service[],
): Problem => ({
  path,
  message: "names a system that does not exist",
  allowed: services.map(({ key }) => key).join(", "),
  next: "correct the key or remove the entry",
});

function checkUrls(
  path: string,
  { systemUrls = {} }: EnvironmentConfig,
  services: readonly Service[],
): readonly Problem[] {
  const missing = services.flatMap(({ key, probes }) =>
    probes.flatMap(({ name, url }) =>
      typeof url === "string" ||
      systemUrls[key]?.[url.environmentUrl] !== undefined
        ? []
        : [
            {
              path: `${path}.${key}.${url.environmentUrl}`,
              message: `is missing: the probe "${name}" asks it`,
              next: "state the address that this environment has",
            },
          ],
    ),
  );
  const wrong = Object.entries(systemUrls).flatMap(([key, urls]) => {
    const service = services.find((each) => each.key === key);
    if (service === undefined)
      return [unknownSystem(`${path}.${key}`, services)];
    const read = namesRead(service);
    return Object.entries(urls).flatMap(([name, url]) => [
      ...(read.includes(name)
        ? []
        : [
            {
              path: `${path}.${key}.${name}`,
              message: "is not read by any probe or dashboard of the system",
              allowed: read.join(", ") || "none",
              next: "correct the name or remove it",
            },
          ]),
      ...checkHttpAddress(`${path}.${key}.${name}`, url),
    ]);
  });
  return [...missing, ...wrong];
}

/** Names of addresses that a system reads from the environment. */
const namesRead = ({ probes, dashboards }: Service): readonly string[] => [
  ...new Set([
    ...probes.flatMap(({ url }) =>
      typeof url === "string" ? [] : [url.environmentUrl],
    ),
    ...dashboards.flatMap(({ replaces }) => replaces ?? []),
  ]),
];

function checkImages(
  path: string,
  { collectionImages = {} }: EnvironmentConfig,
  services: readonly Service[],
): readonly Problem[] {
  const withJobs = services.filter(
    ({ collectionJobs = [] }) => collectionJobs.length > 0,
  );
  return [
    ...withJobs
      .filter(({ key }) => collectionImages[key] === undefined)
      .map(({ key }) => ({
        path: `${path}.${key}`,
        message: "is missing: the system has collection jobs",
        next: "name the image, with a fixed version",
      })),
    ...Object.entries(collectionImages).flatMap(([key, image]) => [
      ...(services.some((each) => each.key === key)
        ? withJobs.some((each) => each.key === key)
          ? []
          : [
              {
                path: `${path}.${key}`,
                message: "is for a system without collection jobs",
                allowed: withJobs.map((each) => each.key).join(", ") || "none",
                next: "remove it",
              },
            ]
        : [unknownSystem(`${path}.${key}`, services)]),
      ...checkImage(`${path}.${key}`, image),
    ]),
  ];
}
