import { clusterAddress } from "../cluster-address";
import type { EnvironmentConfig } from "../environment";
import type { OutsideTarget } from "../outside-target";
import type { Problem } from "../problem";
import type { Service } from "../service";
import type { Target } from "../target";

/** Checks the targets on hosts that an environment names. */
export const checkOutsideTargets = (
  path: string,
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly Problem[] =>
  environment.outsideTargets.flatMap((outside, index, all) => {
    const at = `${path} outsideTargets ${outside.system} ${outside.target}`;
    const service = services.find(({ key }) => key === outside.system);
    const target = service?.targets.find(({ name }) => name === outside.target);
    const before = all
      .slice(0, index)
      .some(
        ({ system, target: name }) =>
          system === outside.system && name === outside.target,
      );
    return [
      ...(target === undefined
        ? [unknownTarget(at, service, services)]
        : checkCount(at, outside, target)),
      ...(before
        ? [
            {
              path: at,
              message: "is named twice",
              next: "put all addresses into one entry",
            },
          ]
        : []),
      ...outside.addresses.flatMap((address) =>
        checkAddress(at, address, environment),
      ),
    ];
  });

const unknownTarget = (
  path: string,
  service: Service | undefined,
  services: readonly Service[],
): Problem => ({
  path,
  message:
    service === undefined
      ? "names a system that does not exist"
      : "names a target that the system does not have",
  allowed: (service === undefined
    ? services.map(({ key }) => key)
    : service.targets.map(({ name }) => name)
  ).join(", "),
  next: "correct the name or remove the entry",
});

/**
 * Series are estimated by the number of targets, and a target without an address is not scraped.
 */
const checkCount = (
  path: string,
  { addresses }: OutsideTarget,
  { expectedTargets }: Target,
): readonly Problem[] =>
  addresses.length > 0 && addresses.length <= expectedTargets
    ? []
    : [
        {
          path,
          message: "has no address, or more than expectedTargets",
          got: String(addresses.length),
          allowed: `1 to ${String(expectedTargets)}`,
          next: "name each host once, or raise expectedTargets of the declaration",
        },
      ];

const ADDRESS = /^([\w.-]+):(\d{1,5})$/;

function checkAddress(
  path: string,
  address: string,
  { namespace }: EnvironmentConfig,
): readonly Problem[] {
  const [, host, port] = ADDRESS.exec(address) ?? [];
  if (host === undefined || Number(port) < 1 || Number(port) > 65_535) {
    return [
      {
        path,
        message: "is not a host and port",
        got: address,
        allowed: "<host>:<port>",
        next: "correct it",
      },
    ];
  }
  if (/^(localhost|127\..*|0\.0\.0\.0)$/.test(host)) {
    return [
      {
        path,
        message:
          "is Prometheus itself, whose own metrics would be taken for the system's",
        got: address,
        next: "name the address that Prometheus's pod connects to",
      },
    ];
  }
  return clusterAddress(address, namespace, 1).kind === "service"
    ? [
        {
          path,
          message:
            "is an address in the cluster, where the target's monitor discovers every pod",
          got: address,
          next: "remove it: the declaration's own monitor scrapes what runs in the cluster",
        },
      ]
    : [];
}
