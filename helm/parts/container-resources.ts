import { mebibytes } from "../../model/bytes";
import type { Resources } from "../../model/environment";
import type { Values } from "./values";

/**
 * Requests and limits of a container. CPU has no limit, so that a busy moment is not throttled;
 * memory is limited to what was asked for unless said otherwise.
 */
export const containerResources = (resources: Resources): Values => ({
  requests: {
    cpu: `${String(Math.round(resources.cpu * 1000))}m`,
    memory: resources.memory.toKubernetes(),
  },
  limits: {
    memory: (resources.memoryLimit ?? resources.memory).toKubernetes(),
  },
});

/** Enough for the small helpers that stand beside the large ones. */
export const SMALL: Values = containerResources({
  cpu: 0.02,
  memory: mebibytes(64),
});
