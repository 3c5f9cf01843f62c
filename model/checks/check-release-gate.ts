import type { Problem } from "../problem";
import { gateItems } from "../release-gate";
import type { GateEvidence } from "../release-gate";
import type { Service } from "../service";
import { checkKebab, repeated } from "./names";

/** Checks that a gate asks only for things that exist, and that each item has evidence. */
export function checkReleaseGate(service: Service): readonly Problem[] {
  const { releaseGate: gate } = service;
  if (gate === undefined) return [];
  const path = `services/${service.key} releaseGate`;
  const items = gateItems(gate);
  return [
    ...(gate.checklist.length === 0
      ? [
          {
            path: `${path} checklist`,
            message: "a release gate needs items",
            next: "add items, or omit the gate",
          },
        ]
      : []),
    ...repeated(gate.checklist.map(({ text }) => text)).map((text) => ({
      path: `${path} checklist`,
      message: "the item is listed twice",
      got: text,
      next: "leave one out",
    })),
    ...items.flatMap(({ text, evidence }) => [
      ...(evidence.length === 0
        ? [
            {
              path: `${path} item "${text}"`,
              message: "has no evidence",
              next: "add evidence, at least that of a person",
            },
          ]
        : []),
      ...evidence.flatMap((one) =>
        checkEvidence(`${path} item "${text}"`, one, service),
      ),
    ]),
    ...checkTrials(path, service),
  ];
}

function checkEvidence(
  path: string,
  evidence: GateEvidence,
  service: Service,
): readonly Problem[] {
  switch (evidence.kind) {
    case "metrics":
      return evidence.names === "all"
        ? []
        : unknownNames(
            path,
            "metrics",
            evidence.names,
            Object.keys(service.metrics),
          );
    case "dashboards":
      return evidence.uids === "all"
        ? []
        : unknownNames(
            path,
            "dashboards",
            evidence.uids,
            service.dashboards.map(({ uid }) => uid),
          );
    case "person":
      return checkKebab(
        path,
        "the word by which a person confirms",
        evidence.key,
      );
    case "targets":
    case "alerts":
    case "test-alert":
    case "access":
    case "retention":
    case "redundancy":
      return [];
  }
}

function unknownNames(
  path: string,
  what: string,
  names: readonly string[],
  known: readonly string[],
): readonly Problem[] {
  const unknown = names.filter((name) => !known.includes(name));
  return [
    ...(names.length === 0
      ? [{ path, message: `names no ${what}`, next: "name them" }]
      : []),
    ...unknown.map((name) => ({
      path,
      message: `names ${what} that the system does not have`,
      got: name,
      allowed: known.join(", "),
      next: "correct it",
    })),
  ];
}

/**
 * Checks that a test alert is sent if items need it, and that a provoked fault names an existing
 * alert.
 */
function checkTrials(path: string, service: Service): readonly Problem[] {
  const { releaseGate: gate } = service;
  if (gate === undefined) return [];
  const asks = gateItems(gate).some(({ evidence }) =>
    evidence.some(({ kind }) => kind === "test-alert"),
  );
  // `verify` looks for it in Prometheus, which does not hold alerts on logs.
  const alerts = service.alerts.map(({ name }) => name);
  const { provokedFault: fault } = gate;
  return [
    ...(asks && gate.testAlert.length === 0
      ? [
          {
            path: `${path} testAlert`,
            message: "items need a test alert, but no priority is tested",
            next: "name the priorities to test",
          },
        ]
      : []),
    ...(fault === undefined || alerts.includes(fault.alert)
      ? []
      : [
          {
            path: `${path} provokedFault`,
            message: "must make an alert of the system fire",
            got: fault.alert,
            allowed: alerts.join(", "),
            next: "correct it",
          },
        ]),
  ];
}
