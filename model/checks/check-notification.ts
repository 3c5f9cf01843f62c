import { days, milliseconds } from "../duration";
import type { EnvironmentConfig } from "../environment";
import { instantOf, isTimeZone } from "../local-time";
import type { MaintenanceWindow, Silence } from "../mute";
import { PRIORITIES, isUrgent } from "../notification-path";
import type { Problem } from "../problem";
import type { Service } from "../service";
import { checkChannel } from "./check-team";
import { CLOCK, KEBAB_NAME, repeated } from "./names";

const LONGEST_QUIET = days(7);

/** Checks who is notified in an environment, at which hours, and what is muted. */
export function checkNotification(
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly Problem[] {
  const path = `environments/${environment.name} notification`;
  const { notification } = environment;
  const { chat } = notification;
  return [
    ...checkPriorities(path, environment),
    ...checkChannel(`${path}.unrouted`, notification.unrouted),
    ...checkChannel(`${path}.heartbeat`, notification.heartbeat),
    ...(chat.kind === "one" ? checkChannel(`${path}.chat`, chat.channel) : []),
    ...checkHours(path, environment),
    ...checkMaintenance(path, environment, services),
    ...notification.silences.flatMap((silence) =>
      checkSilence(silencePath(environment, silence), silence, services),
    ),
  ];
}

/**
 * Silences and maintenance windows that have expired. They mute nothing any more and only mislead
 * readers.
 */
export function checkExpiry(
  environment: EnvironmentConfig,
  now: Date,
): readonly Problem[] {
  const { maintenance, silences, timeZone } = environment.notification;
  if (!isTimeZone(timeZone)) return [];
  const over = ({ until }: { readonly until: string }): boolean =>
    instantOf(until, timeZone) <= now.getTime();
  return [
    ...maintenance.filter(over).map((window) => ({
      path: `environments/${environment.name} notification.maintenance "${window.name}"`,
      message: "the maintenance window is over",
      got: window.until,
      next: `delete its entry: { name: "${window.name}", … }`,
    })),
    ...silences.filter(over).map((silence) => ({
      path: silencePath(environment, silence),
      message: "the silence is over",
      got: silence.until,
      next: `delete its entry: { system: "${silence.system}", alert: "${silence.alert}", … }`,
    })),
  ];
}

const silencePath = (
  environment: EnvironmentConfig,
  { system, alert }: Silence,
): string =>
  `environments/${environment.name} notification.silences ${system} ${alert}`;

function checkPriorities(
  path: string,
  { notification }: EnvironmentConfig,
): readonly Problem[] {
  return PRIORITIES.flatMap((priority): readonly Problem[] => {
    // A file that was never type-checked may omit a priority.
    const wanted = notification.priorities[priority] as
      (typeof notification.priorities)[typeof priority] | undefined;
    if (wanted === undefined) {
      return [
        {
          path: `${path}.priorities`,
          message: `does not mention ${priority}`,
          next: "switch it on, or off with the reason",
        },
      ];
    }
    return wanted.kind === "off" && wanted.reason.trim() === ""
      ? [
          {
            path: `${path}.priorities.${priority}`,
            message: "is off without a reason",
            next: "give the reason",
          },
        ]
      : [];
  });
}

function checkHours(
  path: string,
  { notification }: EnvironmentConfig,
): readonly Problem[] {
  const { businessHours, timeZone } = notification;
  const problems: Problem[] = [];
  if (!isTimeZone(timeZone)) {
    problems.push({
      path: `${path}.timeZone`,
      message: "is not a time zone",
      got: timeZone,
      allowed: "a name of the IANA database, such as Europe/Zurich or Etc/UTC",
      next: "correct it",
    });
  }
  const { from, until } = businessHours;
  if (!CLOCK.test(from) || !CLOCK.test(until) || from >= until) {
    problems.push({
      path: `${path}.businessHours`,
      message: "is not a valid time range",
      got: `${from} to ${until}`,
      allowed: "two times as 09:00, the first before the second",
      next: "correct it",
    });
  }
  return problems;
}

function checkMaintenance(
  path: string,
  { notification }: EnvironmentConfig,
  services: readonly Service[],
): readonly Problem[] {
  const known = services.map(({ key }) => key);
  const { maintenance } = notification;
  return [
    ...repeated(maintenance.map(({ name }) => name)).map((name) => ({
      path: `${path}.maintenance "${name}"`,
      message: "the name is used twice",
      next: "rename one",
    })),
    ...maintenance.flatMap((window): readonly Problem[] => {
      const at = `${path}.maintenance "${window.name}"`;
      return [
        ...(KEBAB_NAME.test(window.name)
          ? []
          : [
              {
                path: at,
                message: "the name must be kebab-case",
                got: window.name,
                next: "rename it",
              },
            ]),
        ...(window.systems === "all" ? [] : window.systems)
          .filter((system) => !known.includes(system))
          .map((system) => unknownSystem(at, system, known)),
        ...checkMute(at, window),
      ];
    }),
  ];
}

const unknownSystem = (
  path: string,
  system: string,
  known: readonly string[],
): Problem => ({
  path,
  message: "unknown system",
  got: system,
  allowed: known.join(", "),
  next: "correct it",
});

function checkSilence(
  path: string,
  silence: Silence,
  services: readonly Service[],
): readonly Problem[] {
  const problems: Problem[] = [...checkMute(path, silence)];
  const service = services.find(({ key }) => key === silence.system);
  if (service === undefined) {
    const known = services.map(({ key }) => key);
    return [...problems, unknownSystem(path, silence.system, known)];
  }
  const alerts = services.flatMap(({ key, alerts: declared }) =>
    declared.filter(
      ({ system }) => key === silence.system || system?.kind === "from-series",
    ),
  );
  const alert = alerts.find(({ name }) => name === silence.alert);
  if (alert === undefined) {
    problems.push({
      path,
      message: "no such alert",
      got: silence.alert,
      allowed: alerts.map(({ name }) => name).join(", "),
      next: "correct the name or delete the silence",
    });
  } else if (isUrgent(alert.priority)) {
    problems.push({
      path,
      message: `silences a ${alert.priority}`,
      next: "fix the alert, or declare a maintenance window for work on the system",
    });
  }
  return problems;
}

function checkMute(
  path: string,
  quiet: MaintenanceWindow | Silence,
): readonly Problem[] {
  const problems: Problem[] = [];
  for (const field of ["author", "reason"] as const) {
    if (quiet[field].trim() === "") {
      problems.push({
        path,
        message: `${field} must not be empty`,
        next: "state it, so that readers know why nobody was notified",
      });
    }
  }
  const { from } = quiet;
  const until = quiet.until as string | undefined;
  if (until === undefined || until === "") {
    problems.push({
      path,
      message: "has no end",
      allowed: `${LONGEST_QUIET.toString()} after it begins, at most`,
      next: "add until",
    });
    return problems;
  }
  const begin = instantOf(from, "Etc/UTC");
  const end = instantOf(until, "Etc/UTC");
  if (Number.isNaN(begin) || Number.isNaN(end)) {
    problems.push({
      path,
      message: "is no time",
      got: `${from} to ${until}`,
      allowed: "two times as 2026-12-05T22:00",
      next: "correct it",
    });
  } else if (end <= begin) {
    problems.push({
      path,
      message: "ends before it begins",
      got: `${from} to ${until}`,
      next: "correct it",
    });
  } else if (end - begin > LONGEST_QUIET.milliseconds) {
    problems.push({
      path,
      message: "is too long",
      got: milliseconds(end - begin).toString(),
      allowed: LONGEST_QUIET.toString(),
      next: "shorten it; if it must be muted for longer, delete the alert",
    });
  }
  return problems;
}
