import { seconds } from "../../../model/duration";
import type {
  ProbeDeclaration,
  TargetDeclaration,
} from "../../../model/target";
import { metricsToken } from "../../../patterns/targets";

/**
 * The exporter of the running process. Its batch metrics come through the Pushgateway. Where CQVR
 * is installed on a host, the environment gives its address (`outsideTargets`).
 */
export const targets: readonly TargetDeclaration[] = [
  {
    name: "farfan-cqvr",
    app: "farfan-cqvr-exporter",
    port: "metrics",
    containerPort: 9108,
    interval: seconds(60),
    expectedTargets: 1,
    sampleLimit: 20_000,
    authentication: metricsToken("cqvr"),
  },
];

/** The application, and the page that its users open. */
export const probes: readonly ProbeDeclaration[] = [
  { url: { environmentUrl: "health" } },
  {
    probe: "dashboard",
    url: { environmentUrl: "dashboard" },
  },
];
