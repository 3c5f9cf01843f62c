import type { Dashboard } from "../../model/dashboard";
import type { EnvironmentConfig } from "../../model/environment";
import { choiceText } from "../../model/environment-choice";
import {
  notificationPolicyOf,
  responseText,
} from "../../model/notification-path";
import { sloDashboardUid } from "../../model/slo-dashboard";
import { thresholdsIn } from "../../model/thresholds-in-force";
import { whoIsNotified } from "../service-pages/people-section";
import type { AlertOfPage } from "./alerts-by-page";
import { thresholdWords } from "./threshold-words";

/** What the facts of an alert are written from. */
export interface FactSources {
  readonly environments: readonly EnvironmentConfig[];
  /** Dashboards of all systems, those that are generated too. */
  readonly dashboards: readonly Pick<Dashboard, "uid" | "title">[];
}

/** A fact of an alert in one environment; empty where there is none. */
type Fact = (
  found: AlertOfPage,
  environment: EnvironmentConfig,
  sources: FactSources,
) => string;

const priority: Fact = ({ alert }) => alert.priority;

/** The system is known only when the alert fires, so roles are shown instead of channels. */
const notified: Fact = ({ alert, service, origin }, environment) => {
  const policy = notificationPolicyOf(alert, service);
  if (alert.system?.kind !== "from-series" && origin !== "slo") {
    return whoIsNotified(environment, service.team, alert.priority, policy);
  }
  const { notification } = environment;
  const wanted = notification.priorities[alert.priority];
  const roles = policy.channels.filter(
    (role) => role === "chat" || notification[role].kind === "on",
  );
  return wanted.kind === "off"
    ? `nobody: ${wanted.reason}`
    : `the team of the system concerned: ${roles.join(", ")}`;
};

const hours: Fact = ({ alert, service }) =>
  notificationPolicyOf(alert, service).hours === "business"
    ? "business hours only"
    : "";

const acknowledged: Fact = ({ alert, service }) =>
  notificationPolicyOf(alert, service).acknowledge?.toString() ?? "";

const acts: Fact = ({ alert, service }) => {
  const { response } = notificationPolicyOf(alert, service);
  return responseText(response);
};

const holds: Fact = ({ alert }) =>
  alert.for.milliseconds === 0 ? "one evaluation" : alert.for.toString();

const keeps: Fact = ({ alert: { keepFiringFor } }) =>
  keepFiringFor === undefined || keepFiringFor.milliseconds === 0
    ? ""
    : keepFiringFor.toString();

const limits: Fact = ({ alert, service }, environment) =>
  Object.entries(thresholdsIn(environment, service.key, alert))
    .map(([name, limit]) => `\`${name}\` ${thresholdWords(limit)}`)
    .join(", ");

const environments: Fact = ({ alert: { only } }) =>
  only === undefined ? "" : choiceText(only.environments);

/**
 * The page of Grafana that the alert opens; where a label chooses it, the name that each system's
 * has.
 */
const dashboard: Fact = ({ alert, service, origin }, _, { dashboards }) => {
  const [, ending] =
    origin === "slo"
      ? ["", sloDashboardUid(service.key).slice(service.key.length)]
      : (/\}\}(.*)$/.exec(alert.dashboard) ?? []);
  const found = dashboards.find(({ uid }) =>
    ending === undefined ? uid === alert.dashboard : uid.endsWith(ending),
  );
  if (found === undefined) return "";
  return ending === undefined
    ? `_${found.title}_`
    : `_${found.title.replace(/^.*: /, "")}_ of the system`;
};

/** Rows of the table, in the order in which a paged person needs them. */
export const FACTS: readonly (readonly [title: string, fact: Fact])[] = [
  ["Priority", priority],
  ["Acknowledge within", acknowledged],
  ["Act within", acts],
  ["Notified", notified],
  ["Hours", hours],
  ["Condition holds for", holds],
  ["Keeps firing for", keeps],
  ["Limits", limits],
  ["Environments", environments],
  ["Dashboard", dashboard],
];
