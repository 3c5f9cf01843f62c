import type { HttpProbe, Target } from "../../../model/target";
import { healthProbe, metricsService } from "../../../patterns/targets";

/** The platform, which knows findings and evaluates policies. Runs of scanners leave their counters at the Pushgateway. */
export const targets: readonly Target[] = [
  metricsService({
    system: "obsidian",
    app: "obsidian-platform",
    most: 1,
  }),
];

/** Its health, which covers the store of findings. */
export const probes: readonly HttpProbe[] = [
  healthProbe({
    system: "obsidian",
    url: "http://obsidian-platform.obsidian.svc:8000/health",
  }),
];
