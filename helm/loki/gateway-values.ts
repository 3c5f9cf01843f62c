import type { StorePart } from "../../model/stores";
import { SMALL, containerResources } from "../parts/container-resources";
import { zoneSpread } from "../parts/spread";
import type { Values } from "../parts/values";
import { ONE_AT_A_TIME, podsOf } from "./pods";

/**
 * The chart names `1.31-alpine`, which another image takes over with each release of NGINX.
 * @see https://hub.docker.com/r/nginxinc/nginx-unprivileged/tags
 */
const NGINX = "1.31.6-alpine";

/**
 * The gateway. A single replica has no anti-affinity: with the chart's rule, a new pod could not
 * start before the old one has stopped, and the old one stops only once the new one is ready.
 */
export const gatewayValues = (gateway: StorePart): Values => ({
  gateway: {
    image: { tag: NGINX },
    replicas: gateway.replicas,
    ...(gateway.replicas > 1 ? {} : { affinity: null }),
    topologySpreadConstraints: zoneSpread(gateway.replicas, podsOf("gateway")),
    podDisruptionBudget: ONE_AT_A_TIME,
    resources: containerResources(gateway.resources),
    // Only what fails: a line for each request would be collected and pushed through it again.
    verboseLogging: false,
    metrics: { resources: SMALL },
  },
});
