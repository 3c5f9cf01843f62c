import type { Channel } from "../../model/channel";
import type { EnvironmentConfig } from "../../model/environment";
import { isUrgent } from "../../model/notification-path";
import type { Service } from "../../model/service";
import type { AlertmanagerConfig } from "../../alertmanager/alertmanager-form";
import { PLATFORM } from "../../alertmanager/paths-in-use";
import {
  BUSINESS_HOURS,
  maintenanceOf,
  silenceName,
} from "../../alertmanager/time-intervals";
import {
  HEARTBEAT,
  NOBODY,
  UNROUTED,
  unroutedChannels,
} from "../../alertmanager/receivers";
import { notified } from "../../alertmanager/notified";
import { destinationOf, destinationsOf } from "./destinations";
import type { ExpectedNotification, RoutedAlert } from "./routed-alert";
import { routedAlerts } from "./routed-alerts";
import { lastEnd, walkAll } from "./walk";
import type { Arrival } from "./walk";

/**
 * Routing of an alert: its declared receiver, the actual receiver, what may suppress it, and
 * faults.
 */
export interface RoutingResult {
  readonly alert: RoutedAlert;
  readonly arrival: Arrival;
  /** Where else it is routed: to the team of the namespace that it is about. */
  readonly besides: readonly Arrival[];
  /** The declared channels. */
  readonly channels: readonly Channel[];
  /** Destinations of its receiver. */
  readonly destinations: readonly string[];
  /** Why nobody is notified, where that is declared. */
  readonly nobody?: string;
  /** Differences from the declaration, each a sentence. */
  readonly faults: readonly string[];
}

/** Routes every alert through a configuration and compares the result with its declaration. */
export function routingResults(
  environment: EnvironmentConfig,
  services: readonly Service[],
  config: AlertmanagerConfig,
  alerts: readonly RoutedAlert[] = routedAlerts(environment, services),
): readonly RoutingResult[] {
  const placesByReceiver = new Map(
    config.receivers.map((receiver) => [
      receiver.name,
      destinationsOf(receiver),
    ]),
  );
  const judge = (alert: RoutedAlert, arrival: Arrival) => {
    const destinations = placesByReceiver.get(arrival.receiver);
    const expected = expectation(environment, services, alert);
    return {
      expected,
      destinations: destinations ?? [],
      faults: [
        ...receiverFaults(arrival, destinations, expected),
        ...hoursFaults(environment, alert, arrival),
      ],
    };
  };
  return alerts.map((alert) => {
    const ends = walkAll(config, alert.labels);
    const arrival = lastEnd(ends);
    const besides = ends.slice(0, -1);
    const { expected, destinations, faults } = judge(alert, arrival);
    const owners = ownersOf(environment, services, alert);
    const toOwners = owners.flatMap((owner, index) => {
      const end = besides[index];
      return end === undefined ? [] : [judge(owner, end)];
    });
    return {
      alert,
      arrival,
      besides,
      channels: [
        ...toOwners.flatMap((each) => each.expected.channels),
        ...expected.channels,
      ],
      destinations: [
        ...toOwners.flatMap((each) => each.destinations),
        ...destinations,
      ],
      ...(expected.reason === undefined ? {} : { nobody: expected.reason }),
      faults: [
        ...(besides.length === owners.length
          ? []
          : [
              `it notifies ${String(besides.length)} of the ${String(owners.length)} teams whose namespace it is about`,
            ]),
        ...toOwners.flatMap((each) => each.faults),
        ...faults,
      ],
    };
  });
}

/** The alert as the teams of its namespace get it, where the environment notifies them. */
const ownersOf = (
  environment: EnvironmentConfig,
  services: readonly Service[],
  { owners = [], ...alert }: RoutedAlert,
): readonly RoutedAlert[] =>
  owners
    .map(({ system, expected }) => ({
      ...alert,
      labels: { ...alert.labels, system },
      expected,
    }))
    .filter(
      (owner) => expectation(environment, services, owner).reason === undefined,
    );

interface Expectation {
  readonly receiver: string;
  readonly channels: readonly Channel[];
  readonly missing: readonly string[];
  /** Why nobody is notified, where that is declared. */
  readonly reason?: string;
}

function expectation(
  environment: EnvironmentConfig,
  services: readonly Service[],
  { expected }: RoutedAlert,
): Expectation {
  const { notification } = environment;
  switch (expected.kind) {
    case "heartbeat":
      return {
        receiver: HEARTBEAT,
        channels: [notification.heartbeat],
        missing: [],
      };
    case "unrouted":
      return {
        receiver: UNROUTED,
        channels: unroutedChannels(environment, services),
        missing: [],
      };
    case "nobody":
      return {
        receiver: NOBODY,
        channels: [],
        missing: [],
        reason: expected.reason,
      };
    case "team": {
      const result = notified(
        environment,
        expected.team,
        expected.priority,
        expected.policy,
      );
      return result.kind === "nobody"
        ? { receiver: NOBODY, channels: [], missing: [], reason: result.reason }
        : {
            receiver: expected.receiver,
            channels: result.channels,
            missing: result.missing,
          };
    }
  }
}

function receiverFaults(
  arrival: Arrival,
  destinations: readonly string[] | undefined,
  expected: Expectation,
): readonly string[] {
  if (destinations === undefined) {
    return [
      `its route names receiver "${arrival.receiver}", which is not there`,
    ];
  }
  const faults: string[] = expected.missing.map(
    (role) => `its team has no ${role}`,
  );
  if (arrival.receiver !== expected.receiver) {
    faults.push(
      `it is routed to "${arrival.receiver}" instead of "${expected.receiver}"`,
    );
  }
  if (expected.reason === undefined && destinations.length === 0) {
    faults.push(`receiver "${arrival.receiver}" notifies nobody`);
  }
  const declared = expected.channels.map(destinationOf);
  const lacking = declared.filter(
    (destination) => !destinations.includes(destination),
  );
  if (lacking.length > 0) faults.push(`it lacks ${lacking.join(", ")}`);
  const more = destinations.filter(
    (destination) => !declared.includes(destination),
  );
  if (more.length > 0) faults.push(`it also notifies ${more.join(", ")}`);
  return faults;
}

function hoursFaults(
  environment: EnvironmentConfig,
  { name, labels, expected }: RoutedAlert,
  { mutedIn, activeIn, receiver }: Arrival,
): readonly string[] {
  // Nobody is notified, at any hour.
  if (receiver === NOBODY) return [];
  const hours = expected.kind === "team" ? expected.policy.hours : "always";
  const faults: string[] = [];
  if (
    expected.kind === "team" &&
    hours === "business" &&
    isUrgent(expected.priority)
  ) {
    faults.push(`a ${expected.priority} waits for business hours`);
  }
  if (hours === "always" && activeIn.length > 0) {
    faults.push(`it notifies only in ${activeIn.join(", ")}`);
  }
  if (hours === "business" && activeIn.join() !== BUSINESS_HOURS) {
    faults.push("it is not limited to business hours, as it is declared");
  }
  const declared = mayBeMutedIn(environment, name, labels, expected);
  const muting = mutedIn.filter((time) => !declared.includes(time));
  if (muting.length > 0) {
    faults.push(
      `${muting.join(", ")} can mute it, which is not declared for it`,
    );
  }
  return faults;
}

/**
 * Names of the time intervals that are declared to mute an alert: maintenance of its system, and
 * silences where it is neither P0 nor P1.
 */
function mayBeMutedIn(
  environment: EnvironmentConfig,
  name: string,
  labels: RoutedAlert["labels"],
  declared: ExpectedNotification,
): readonly string[] {
  if (declared.kind !== "team") return [];
  const system = labels["system"] ?? PLATFORM;
  const silences = isUrgent(declared.priority)
    ? []
    : environment.notification.silences.filter(
        (silence) => silence.system === system && silence.alert === name,
      );
  return [
    ...maintenanceOf(environment, system),
    ...silences.map((silence) => silenceName(environment, silence)),
  ];
}
