import { days } from "../model/duration";
import type { Service } from "../model/service";
import { TIERS } from "../model/slo-tiers";
import { WINDOWS, periodsOf } from "../prometheus/slo/slo-windows";

/**
 * Bytes of a rule, monitor or probe besides its declared text, rounded up: labels, annotations,
 * addresses.
 */
const BYTES_PER_OBJECT = 2 * 1024;
/**
 * How often a declared text appears in the objects, rounded up, and what it grows by when it is
 * escaped.
 */
const COPIES = 4;
/**
 * Rules of one SLO besides those that all SLOs of a system share: eight base rules at most, and an
 * alert for each tier.
 */
const RULES_PER_SLO = 8 + TIERS.length;
/** A tile of one window in the rules that all SLOs share, without the names of SLOs. */
const BYTES_PER_TILE = 1024;
/** How often a tile names the SLOs of its period. */
const NAMES_PER_TILE = 4;

/** More bytes than the objects of a service can have in any environment, without making them. */
export function releaseSizeAtMost(service: Service): number {
  const { alerts, logAlerts = [], recording, slos, targets, probes } = service;
  const rules = recording.flatMap((group) => group.rules);
  const declared = [
    ...[...alerts, ...logAlerts, ...rules].map((rule) => ({
      ...rule,
      proof: undefined,
    })),
    ...slos.map((slo) => ({ ...slo, examples: undefined })),
    ...targets,
    ...probes,
  ];
  return (
    Buffer.byteLength(JSON.stringify(declared)) * COPIES +
    (declared.length + slos.length * RULES_PER_SLO + 1) * BYTES_PER_OBJECT +
    sharedRulesAtMost(service)
  );
}

/** The rules over all windows and periods. A period has a tile for each of its days at most. */
function sharedRulesAtMost({ slos }: Service): number {
  if (slos.length === 0) return 0;
  const names = slos.map(({ name }) => name).join("|");
  const tiles =
    WINDOWS.reduce((sum, window) => sum + window.tiles, 0) +
    periodsOf(slos).reduce(
      (sum, period) => sum + period.milliseconds / days(1).milliseconds,
      0,
    );
  return tiles * (BYTES_PER_TILE + Buffer.byteLength(names) * NAMES_PER_TILE);
}
