import { clusterAddress } from "../cluster-address";
import type { EnvironmentConfig } from "../environment";
import type { OutsideTarget } from "../outside-target";
import type { Problem } from "../problem";
import type { Service } from "../service";
import type { Target } from "../target";

/** Every mistake in what an environment says of targets on hosts. */
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
              message: "is named twice, and only the first is read",
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
      ? "is a target of a system that does not exist"
      : "is no target of that system",
  allowed: (service === undefined
    ? services.map(({ key }) => key)
    : service.targets.map(({ name }) => name)
  ).join(", "),
  next: "correct the name or remove the entry",
});

/** Series are estimated by the number of targets, and one without an address is scraped nowhere. */
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
          message: "has not as many addresses as targets are expected",
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
        message: "is no host and port",
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
          "is Prometheus itself, which would take its own metrics for the system's",
        got: address,
        next: "name the host as Prometheus's pod reaches it",
      },
    ];
  }
  return clusterAddress(address, namespace, 1).kind === "service"
    ? [
        {
          path,
          message:
            "is an address of the cluster, where a monitor finds each pod and a Service only some",
          got: address,
          next: "remove it: the declaration's own monitor scrapes what runs in the cluster",
        },
      ]
    : [];
}
