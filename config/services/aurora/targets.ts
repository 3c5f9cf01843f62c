import type { HttpProbe, Target } from "../../../model/target";
import { healthProbe, metricsService } from "../../../patterns/targets";

/** The API, which also serves the WebSockets. */
export const targets: readonly Target[] = [
  metricsService({
    system: "aurora",
    app: "aurora-api",
    most: 3,
  }),
];

/** Its health, which covers what it depends on. */
export const probes: readonly HttpProbe[] = [
  healthProbe({
    system: "aurora",
    url: "http://aurora-api.aurora.svc:8000/health",
  }),
];
