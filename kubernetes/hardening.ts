import { deployedCharts } from "../helm/deployed-charts";
import { RESTRICTED } from "../helm/parts/hardening";
import type { ReleaseHardening } from "../helm/parts/hardening";

/**
 * Every release with pods, by its name; exporters by the name of their chart's. One that is not
 * here is a mistake that a test names.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export const HARDENING: Readonly<Record<string, ReleaseHardening>> = {
  ...Object.fromEntries(
    deployedCharts.flatMap(({ charts }) =>
      charts.flatMap(({ release, hardening }) =>
        hardening === undefined ? [] : [[release, hardening] as const],
      ),
    ),
  ),
  "monitoring-backups": RESTRICTED,
  "monitoring-reports": RESTRICTED,
};
