import type { EnvironmentConfig } from "../../model/environment";
import { burnTiers } from "../../model/burn-tier";
import type { GENERIC_INCIDENTS } from "../../model/incident";
import type {
  IncidentException,
  IncidentExpectation,
} from "../../model/incident-exception";
import { metricOf } from "../../model/metric";
import { budgeted, expectsTraffic } from "../../model/slo";
import type { Service } from "../../model/service";
import { serves } from "./generic/outages";
import { countedBy } from "./generic/slos";
import { LASTS } from "./incident";
import type { Incident } from "./incident";

/** What is expected of a kind of incident, and why; the same for all systems. */
export interface ExpectedOfKind {
  readonly kind: (typeof GENERIC_INCIDENTS)[number];
  /** In a sentence, for people. */
  readonly about: string;
  readonly expected: (
    service: Service,
    incident: Incident,
  ) => IncidentExpectation;
}

/** Users get no answer: within five minutes somebody is awake. */
const OUTAGE = { kind: "by", minute: 5 } as const;
const NOBODY: IncidentExpectation = { page: { kind: "nobody" } };

/** A share of an SLO's events is bad: its tiers say when somebody is woken, if at all. */
const bySlo =
  (share: number) =>
  (service: Service, { of }: Incident): IncidentExpectation => {
    const slo = service.slos.find(({ name }) => name === of);
    if (slo === undefined) return NOBODY;
    const [own] = budgeted([slo]);
    const minutes =
      own === undefined
        ? [0]
        : burnTiers(own)
            .filter(
              ({ speed, threshold }) => speed === "fast" && share > threshold,
            )
            // The short window follows at once: it is a twelfth of the long one.
            .map(
              ({ long, threshold }) =>
                (threshold / share) * (long.milliseconds / 60_000),
            );
    const first = Math.min(...minutes);
    if (!Number.isFinite(first)) return { page: { kind: "perhaps" } };
    // One evaluation to record, one to fire.
    const by = Math.max(5, Math.ceil(first) + 2);
    if (by > LASTS.fault) return { page: { kind: "perhaps" } };
    return slo.page === "P0"
      ? { page: { kind: "by", minute: by }, notifiedBy: by }
      : { page: { kind: "perhaps" }, notifiedBy: Math.max(by, 30) };
  };

/** Who must be notified of each kind of incident, by what people lose. */
export const EXPECTATIONS: readonly ExpectedOfKind[] = [
  {
    kind: "everything-gone",
    about: "users get no answer, and nothing shows why: the owner is woken",
    expected: (service) =>
      serves(service)
        ? { page: OUTAGE, notifiedBy: 5 }
        : { page: { kind: "perhaps" }, notifiedBy: 30 },
  },
  {
    kind: "everything-but-probes-gone",
    about: "users get no answer: the owner is woken",
    expected: () => ({ page: OUTAGE, notifiedBy: 5 }),
  },
  {
    kind: "users-fail",
    about: "users get no answer although all pods run: the owner is woken",
    expected: () => ({ page: OUTAGE, notifiedBy: 5 }),
  },
  {
    kind: "scrapes-refused",
    about:
      "users are served, but nobody would see a fault: the owner is notified",
    expected: () => ({ page: { kind: "perhaps" }, notifiedBy: 30 }),
  },
  {
    kind: "probe-flaps",
    about: "every other request fails: at most one page, not one for each",
    expected: () => ({ page: { kind: "perhaps" } }),
  },
  {
    kind: "scrapes-flap",
    about:
      "users are served: at most one page, if the owner asked for one, not one for each",
    expected: () => ({ page: { kind: "perhaps" } }),
  },
  {
    kind: "failures-flap",
    about:
      "half of the time everything fails: as the SLO's tiers say, in one page",
    expected: bySlo(0.5),
  },
  {
    kind: "one-event",
    about: "as the owner's own alerts say",
    expected: () => ({ page: { kind: "perhaps" } }),
  },
  {
    kind: "first-event",
    about:
      "the same alerts as of an event that was counted from 0 on (`one-event`): the first of all is no less",
    expected: () => ({ page: { kind: "perhaps" } }),
  },
  {
    kind: "all-fail",
    about:
      "everything that an SLO counts is bad: as fast as its tiers say, at its priority",
    expected: bySlo(1),
  },
  {
    kind: "slow",
    about:
      "everything is too slow: as fast as the SLO's tiers say, at its priority",
    expected: bySlo(1),
  },
  {
    kind: "five-percent-fail",
    about:
      "some fail: when and whether somebody is woken follows from the SLO's tiers",
    expected: bySlo(0.05),
  },
  {
    kind: "one-pod-fails",
    about: "half of the requests fail: as the SLO's tiers say",
    expected: bySlo(0.5),
  },
  {
    kind: "two-faults",
    about: "one fault does not hide the other: each may wake somebody",
    expected: (service, incident) => ({
      ...bySlo(0.5)(service, incident),
      openAtOnce: 2,
    }),
  },
  {
    kind: "one-failure",
    about: "one of few events fails: nobody is woken",
    expected: () => NOBODY,
  },
  {
    kind: "two-failures",
    about: "two of few events fail: nobody is woken",
    expected: () => NOBODY,
  },
  {
    kind: "no-traffic",
    about: "nobody uses the system, which answers: nobody is woken",
    expected: () => NOBODY,
  },
  {
    kind: "prometheus-restarts",
    about:
      "the system is well, and nobody is woken because nobody looked for ten minutes",
    expected: () => NOBODY,
  },
  {
    kind: "all-pods-restart",
    about: "harmless: nobody is woken",
    expected: () => NOBODY,
  },
  {
    kind: "deployment",
    about: "harmless: nobody is woken",
    expected: () => NOBODY,
  },
  {
    kind: "one-pod-gone",
    about: "the others serve: the owner is notified, nobody is woken",
    expected: () => ({ page: { kind: "nobody" }, notifiedBy: 30 }),
  },
  {
    kind: "one-pod-full",
    about:
      "it is about to be ended: the owner is notified where an alert of theirs asks for it; nobody is woken",
    expected: () => NOBODY,
  },
  {
    kind: "dependency-gone",
    about: "the owner is notified; woken if users get no answer",
    expected: () => ({ page: { kind: "perhaps" }, notifiedBy: 15 }),
  },
  {
    kind: "exporter-gone",
    about: "nobody would see a fault of the dependency: the owner is notified",
    expected: () => ({ page: { kind: "nobody" }, notifiedBy: 30 }),
  },
  {
    kind: "push-stale",
    about: "what is pushed says nothing any more: nobody is woken",
    expected: () => NOBODY,
  },
  {
    kind: "metric-renamed",
    about:
      "where it is what an SLO with constant traffic counts, or one that the alert on absence names, the owner is notified, and woken only if they gave that alert P0; any other is named by `npm run verify`",
    expected: (service, { of = "" }) => {
      const isIt = (series: string): boolean =>
        metricOf(series, service.metrics) === of;
      const named =
        service.noData.kind === "alert" && service.noData.metrics.some(isIt);
      const counted = budgeted(service.slos).some(
        (slo) => expectsTraffic(slo) && isIt(countedBy(slo)),
      );
      return {
        page: { kind: named ? "perhaps" : "nobody" },
        ...(named || counted ? { notifiedBy: 70 } : {}),
      };
    },
  },
];

/**
 * What is expected of an incident. Where nobody depends on an environment there is too little
 * traffic for partial failures, and its P2 notifies nobody: only outages are expected then.
 *
 * @param exceptions of the organisation, which come before the table
 * @throws Error if nobody said so
 */
export function expectationOf(
  service: Service,
  incident: Incident,
  environment: Pick<EnvironmentConfig, "kind">,
  exceptions: readonly IncidentException[],
): IncidentExpectation {
  const ofTable = EXPECTATIONS.find(
    ({ kind }) => kind === incident.kind,
  )?.expected(service, incident);
  const known = incident.expected ?? ofTable;
  if (known === undefined) {
    throw new Error(
      `incident ${incident.kind}: say in proof/incidents/expectations.ts who must be notified of it`,
    );
  }
  const own = exceptions.find(
    ({ system, kind, of }) =>
      system === service.key &&
      kind === incident.kind &&
      (of === undefined || of === incident.of),
  );
  const expected = { ...known, ...own?.expected };
  // What an owner asks of an outage beyond the table holds wherever the table does.
  if (environment.kind === "production" || known.page === OUTAGE) {
    return expected;
  }
  return {
    page: expected.page.kind === "by" ? { kind: "perhaps" } : expected.page,
    openAtOnce: expected.openAtOnce ?? 1,
    staysOpen: expected.staysOpen ?? incident.lasting ?? false,
    afterwards: expected.afterwards ?? incident.lasting ?? false,
  };
}
