import type { EnvironmentConfig } from "../../model/environment";
import type { Resources } from "../../model/environment";
import { USER_ID_KEY } from "./masking";
import { SMALL, containerResources } from "../parts/container-resources";
import {
  RESTRICTED_CONTAINER,
  restrictedPod,
} from "../parts/security-contexts";
import { untemplated } from "../parts/untemplated";
import type { Values } from "../parts/values";

/** Where Alloy keeps read positions and unsent data; it lives as long as the pod. */
const STATE = "/var/lib/alloy";

/** User that the image is made for. */
const ALLOY_USER = 473;

/** What one installation of Alloy is given. */
export interface AlloyParts {
  /** Text of the configuration. */
  readonly configuration: string;
  readonly resources: Resources;
  /** Additions to the section `alloy`. */
  readonly alloy?: Values;
  readonly controller: Values;
  /**
   * What it may read from the Kubernetes API. The chart concatenates both lists, and an empty one
   * breaks the object; its defaults allow much more, including all Secrets.
   */
  readonly rbac: {
    readonly rules: readonly [Values, ...Values[]];
    readonly clusterRules: readonly [Values, ...Values[]];
  };
}

/** Values of both installations: restricted, no usage reporting, scraped by Prometheus. */
export const alloyValues = (
  environment: EnvironmentConfig,
  { configuration, resources, alloy = {}, controller, rbac }: AlloyParts,
): Values => ({
  // Its definition, PodLogs, is used by nothing here.
  crds: { create: false },
  global: {
    podSecurityContext: { ...restrictedPod(ALLOY_USER), fsGroup: ALLOY_USER },
  },
  alloy: {
    configMap: { create: true, content: untemplated(configuration) },
    enableReporting: false,
    storagePath: STATE,
    mounts: { extra: [{ name: "state", mountPath: STATE }] },
    extraEnv: [
      {
        name: USER_ID_KEY,
        valueFrom: {
          secretKeyRef: {
            name: environment.alloy.userIdKey.secret,
            key: environment.alloy.userIdKey.key,
          },
        },
      },
    ],
    securityContext: RESTRICTED_CONTAINER,
    resources: containerResources(resources),
    ...alloy,
  },
  configReloader: { resources: SMALL },
  controller: {
    ...controller,
    volumes: { extra: [{ name: "state", emptyDir: {} }] },
  },
  rbac,
  serviceMonitor: {
    enabled: true,
    interval: environment.prometheus.scrapeInterval.toString(),
  },
});
