import { mebibytes } from "../../model/bytes";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { containerResources } from "../parts/container-resources";
import {
  RESTRICTED_CONTAINER,
  restrictedPod,
} from "../parts/security-contexts";
import { zoneSpread } from "../parts/spread";
import type { Values } from "../parts/values";
import { BLACKBOX_EXPORTER } from "./chart";
import { HTTP_MODULE, UNTRUSTED_MODULE } from "./prober";

const HTTP: Values = { prober: "http", timeout: "5s" };

const SETTINGS: Values = {
  valid_http_versions: ["HTTP/1.1", "HTTP/2.0"],
  follow_redirects: true,
  preferred_ip_protocol: "ip4",
};

/**
 * The exporter that probes endpoints. Certificates are verified, except those of a staging issuer;
 * addresses are resolved to IPv4 first.
 * @see https://github.com/prometheus/blackbox_exporter/blob/master/CONFIGURATION.md
 */
export const blackboxExporterValues = (
  environment: EnvironmentConfig,
  services: readonly Service[],
): Values => ({
  fullnameOverride: BLACKBOX_EXPORTER.release,
  replicas: environment.prometheus.replicas,
  podDisruptionBudget:
    environment.prometheus.replicas > 1 ? { maxUnavailable: 1 } : {},
  topologySpreadConstraints: zoneSpread(environment.prometheus.replicas, {
    "app.kubernetes.io/name": BLACKBOX_EXPORTER.chart,
  }),
  config: {
    modules: {
      [HTTP_MODULE]: { ...HTTP, http: SETTINGS },
      [UNTRUSTED_MODULE]: {
        ...HTTP,
        http: { ...SETTINGS, tls_config: { insecure_skip_verify: true } },
      },
      ...answerModules(services),
    },
  },
  podSecurityContext: restrictedPod(1000),
  securityContext: RESTRICTED_CONTAINER,
  resources: containerResources({ cpu: 0.02, memory: mebibytes(64) }),
  // The chart names no port by default, and its monitor would then match every port of the Service.
  serviceMonitor: {
    selfMonitor: {
      enabled: true,
      port: "http",
      interval: environment.prometheus.scrapeInterval.toString(),
      scrapeTimeout: environment.prometheus.scrapeTimeout.toString(),
    },
  },
});

/** A module of its own for each probe that says what it must be answered. */
const answerModules = (services: readonly Service[]): Values =>
  Object.fromEntries(
    services.flatMap(({ probes }) =>
      probes.flatMap(({ name, answer }) =>
        answer === undefined
          ? []
          : [
              [
                name,
                {
                  ...HTTP,
                  http: {
                    ...SETTINGS,
                    valid_status_codes: [answer.status],
                    fail_if_body_not_matches_regexp: [answer.body],
                  },
                },
              ] as const,
            ],
      ),
    ),
  );
