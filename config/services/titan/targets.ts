import type { HttpProbe, Target } from "../../../model/target";
import { healthProbe, metricsService } from "../../../patterns/targets";

/**
 * Every service of the mesh, by the one label that all of them have: a service that joins is scraped without a change here.
 * Each names itself in the label `service` and its paths in `endpoint`; the operator's labels of these names are dropped for it.
 */
export const targets: readonly Target[] = [
  metricsService({
    system: "titan",
    app: "titan-mesh",
    matchLabels: { "app.kubernetes.io/part-of": "titan" },
    most: 36,
  }),
];

/** The gateway of the mesh, which is well while the services behind it are. */
export const probes: readonly HttpProbe[] = [
  healthProbe({
    system: "titan",
    url: "http://titan-gateway.titan.svc:8000/health",
  }),
];
