import type { EnvironmentConfig } from "../../model/environment";

/** Host and port of a Service in the platform's namespace. */
export const clusterHost = (
  { namespace }: EnvironmentConfig,
  service: string,
  port: number,
): string => `${service}.${namespace}.svc.cluster.local:${String(port)}`;

/** The same as an address of HTTP. */
export const clusterUrl = (
  environment: EnvironmentConfig,
  service: string,
  port: number,
): string => `http://${clusterHost(environment, service, port)}`;
