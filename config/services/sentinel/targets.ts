import type { HttpProbe, Target } from "../../../model/target";
import { healthProbe, metricsService } from "../../../patterns/targets";

/** The pods that serve inferences, which also expose what is known of the models. */
export const targets: readonly Target[] = [
  metricsService({
    system: "sentinel",
    app: "sentinel-api",
    most: 3,
  }),
];

/** Their health: the models are loaded and answer. */
export const probes: readonly HttpProbe[] = [
  healthProbe({
    system: "sentinel",
    url: "http://sentinel-api.sentinel.svc:8000/health",
  }),
];
