import { choiceText } from "../../model/environment-choice";
import type { AlertDefinition } from "../../model/alert";
import { everyAlert } from "../../model/every-alert";
import { markdownTable } from "../../model/markdown-table";
import { notificationPolicyOf } from "../../model/notification-path";
import { readPattern } from "../../model/re2-pattern";
import type { Service } from "../../model/service";
import { sloAlerts } from "../../prometheus/slo/tier-alerts";
import { runbookPath } from "../runbooks/runbook-link";
import { inCell } from "./in-cell";
import { whoIsNotified } from "./people-section";
import type { ServicePageSources } from "./service-page";

/**
 * Every alert, the most urgent first: how long its condition holds before it fires, who is
 * notified, and the runbook.
 */
export const alertsSection = (
  sources: ServicePageSources,
): readonly string[] => {
  const { service, services } = sources;
  const alerts = [
    ...everyAlert(service),
    ...service.slos.flatMap((slo) => sloAlerts(slo, service.key)),
  ];
  return [
    "## Alerts",
    alerts.length === 0
      ? "None of its own."
      : markdownTable(
          ["Priority", "Alert", "For", "Who is notified", "Runbook"],
          alerts
            .map((alert) => row(alert, sources))
            .sort(([a = "", nameA = ""], [b = "", nameB = ""]) =>
              `${a} ${nameA}`.localeCompare(`${b} ${nameB}`),
            ),
        ),
    ...aboutAny(service, services),
  ];
};

const row = (
  alert: AlertDefinition,
  { service, environment, runbooks }: ServicePageSources,
): readonly string[] => {
  const page = alert.runbook.replace(/#.*/, "");
  return [
    alert.priority,
    `\`${alert.name}\`${detail(alert)}`,
    alert.for.toString(),
    inCell(
      alert.system?.kind === "from-series"
        ? `the team of the system concerned${
            alert.path === undefined
              ? `, as its ${alert.priority} says`
              : `: ${alert.path.channels.join(", ")}`
          }`
        : whoIsNotified(
            environment,
            service.team,
            alert.priority,
            notificationPolicyOf(alert, service),
          ),
    ),
    `[${page.split("/").at(-1) ?? page}](${runbooks}/${runbookPath(alert.runbook)})`,
  ];
};

/** Labels that distinguish alerts of one name, and environments where an alert is not in all. */
function detail({ labels, only }: AlertDefinition): string {
  const notified = ["slo", "burn_tier"].flatMap(
    (label) => labels?.[label] ?? [],
  );
  return [
    ...(notified.length === 0 ? [] : [`, ${notified.join(" ")}`]),
    ...(only === undefined ? [] : [`, in ${choiceText(only.environments)}`]),
  ].join("");
}

/** Alerts that other systems declare about any system, this one among them. */
function aboutAny(
  { key }: Service,
  services: readonly Service[],
): readonly string[] {
  const lists = services
    .filter((other) => other.key !== key)
    .flatMap((other) => {
      const names = everyAlert(other)
        .filter(({ system }) => system?.kind === "from-series")
        .filter(({ expr }) => mayBeAbout(expr, key))
        .map(({ name }) => `\`${name}\``);
      return names.length === 0
        ? []
        : [
            `${[...new Set(names)].join(", ")} ([${other.displayName}](${other.key}.md#alerts))`,
          ];
    });
  return lists.length === 0
    ? []
    : [
        `Its team is also notified of these alerts, which are about any system: ${lists.join("; ")}.`,
      ];
}

/**
 * Whether an expression that keeps the label can be about a system: some name the systems that they
 * read.
 */
export const mayBeAbout = (expr: string, key: string): boolean => {
  const named = [...expr.matchAll(/\bsystem=~"([^"]+)"/g)].map(
    ([, pattern = ""]) => pattern,
  );
  return (
    named.length === 0 ||
    named.some((pattern) => readPattern(pattern).matches(key))
  );
};
