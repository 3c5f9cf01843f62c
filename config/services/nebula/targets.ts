import type { HttpProbe, Target } from "../../../model/target";
import { healthProbe, metricsService } from "../../../patterns/targets";

/** The API, which also exposes what it knows of the infrastructure and its cost. */
export const targets: readonly Target[] = [
  metricsService({
    system: "nebula",
    app: "nebula-api",
    most: 3,
  }),
];

/** Its health, which covers what it depends on. */
export const probes: readonly HttpProbe[] = [
  healthProbe({
    system: "nebula",
    url: "http://nebula-api.nebula.svc:8000/health",
  }),
];
