import { httpPods } from "../../../patterns/targets";

/**
 * All services of the mesh, by their common label: a service that joins is scraped without a change
 * here. Each names itself in the label `service` and its paths in `endpoint`; the operator's labels
 * of these names are dropped for it. The gateway of the mesh is healthy while the services behind
 * it are.
 */
export const pods = httpPods({
  key: "titan",
  app: "titan-mesh",
  matchLabels: { "app.kubernetes.io/part-of": "titan" },
  most: 36,
  health: "http://titan-gateway.titan.svc:8000/health",
});
