import { httpPods } from "../../../patterns/targets";

/**
 * The platform, which knows findings and evaluates policies; its health covers the store of
 * findings. Runs of scanners leave their counters at the Pushgateway.
 */
export const pods = httpPods({
  key: "obsidian",
  app: "obsidian-platform",
  most: 1,
});
