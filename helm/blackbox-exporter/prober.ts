import type { EnvironmentConfig } from "../../model/environment";
import type { Prober } from "../../prometheus/monitors/probes";
import { clusterHost } from "../parts/cluster-url";
import { BLACKBOX_EXPORTER } from "./chart";

/** Module of the black-box exporter that probes use. */
export const HTTP_MODULE = "http_2xx";

/** The same for addresses with untrusted certificates. */
export const UNTRUSTED_MODULE = "http_2xx_untrusted";

/** URL by which probes use the black-box exporter. */
export const blackboxProber = (environment: EnvironmentConfig): Prober => ({
  address: clusterHost(
    environment,
    BLACKBOX_EXPORTER.release,
    BLACKBOX_EXPORTER.ports.http,
  ),
  module: HTTP_MODULE,
});

/** How an environment probes the one that it watches. */
export const watchProber = (
  environment: EnvironmentConfig,
  watched: EnvironmentConfig,
): Prober => ({
  ...blackboxProber(environment),
  module: watched.ingress.trusted ? HTTP_MODULE : UNTRUSTED_MODULE,
});
