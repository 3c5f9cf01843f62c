import type { EnvironmentConfig } from "../environment";
import type { Problem } from "../problem";
import { checkHttpAddress } from "./http-address";

const HOST_NAME =
  /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/;
const HOST_AND_PORT = /^[\w.-]+:(\d{1,5})$/;

/** Checks the public addresses of an environment. */
export const checkAddresses = (
  path: string,
  { domain, smtp, urls, grafana: { singleSignOn } }: EnvironmentConfig,
): readonly Problem[] => [
  ...(HOST_NAME.test(domain)
    ? []
    : [
        {
          path: `${path} domain`,
          message: "is not a host name",
          got: `"${domain}"`,
          allowed: "monitoring.example.com, without scheme, port or path",
          next: "correct it",
        },
      ]),
  ...(isHostAndPort(smtp.host)
    ? []
    : [
        {
          path: `${path} smtp.host`,
          message: "is not a host and port",
          got: `"${smtp.host}"`,
          allowed: "smtp.example.com:587",
          next: "correct it",
        },
      ]),
  // A sign-in over plain HTTP would expose its authorisation codes.
  ...checkHttpAddress(
    `${path} grafana.singleSignOn.issuer`,
    singleSignOn.issuer,
    ["https"],
  ),
  ...Object.entries(singleSignOn.endpoints ?? {}).flatMap(([name, address]) =>
    checkHttpAddress(
      `${path} grafana.singleSignOn.endpoints.${name}`,
      address,
      ["https"],
    ),
  ),
  ...checkHttpAddress(`${path} urls.runbooks`, urls.runbooks),
];

function isHostAndPort(text: string): boolean {
  const port = Number(HOST_AND_PORT.exec(text)?.[1]);
  return port >= 1 && port <= 65_535;
}
