import { httpPods } from "../../../patterns/targets";

/**
 * The platform, which holds findings and evaluates policies; its health covers the store of
 * findings. Scanner runs push their counters to the Pushgateway.
 */
export const pods = httpPods({
  key: "obsidian",
  app: "obsidian-platform",
  most: 1,
});
