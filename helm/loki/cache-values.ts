import type { Resources, Switch } from "../../model/environment";
import type { LogCaches } from "../../model/stores";
import { containerResources } from "../parts/container-resources";
import type { Values } from "../parts/values";

const MEBIBYTE = 1024 ** 2;

/** Memory of a cache's pod for each byte that it caches: connections and tables take the rest. */
const POD_MEMORY = 1.2;

/** The caches, sized by the memory of their pods: the chart's own ask for 10 GiB. */
export const cacheValues = (caches: Switch<LogCaches>): Values =>
  caches.kind === "off"
    ? { chunksCache: { enabled: false }, resultsCache: { enabled: false } }
    : {
        chunksCache: cache(caches.chunks),
        resultsCache: cache(caches.results),
      };

const cache = (resources: Resources): Values => ({
  enabled: true,
  // In MiB.
  allocatedMemory: Math.floor(resources.memory.bytes / MEBIBYTE / POD_MEMORY),
  resources: containerResources(resources),
});
