import { isDeepStrictEqual } from "node:util";
import type { Priority } from "../../model/alert";
import type { IncidentPolicy } from "../../model/incident-policy";
import { markdownTable } from "../../model/markdown-table";
import {
  PRIORITIES,
  PRIORITY_MATRIX,
  matrixOf,
} from "../../model/notification-path";
import type { NotificationPolicy } from "../../model/notification-path";
import type { Service } from "../../model/service";
import { withWritten } from "../written-part";

/**
 * The page about incidents with its levels, whose times are those of the priorities. @throws Error
 * when the page has no place for them.
 */
export const withIncidentLevels = (
  page: string,
  policy: IncidentPolicy,
  services: readonly Service[],
): string =>
  withWritten(
    page,
    [
      "## Levels",
      markdownTable(
        [
          "Level",
          "Means",
          "Acknowledged",
          "Somebody acts",
          "Notified by",
          "Hours",
          "Escalation",
        ],
        PRIORITIES.map((priority) => [
          `${priority}, ${policy[priority].word}`,
          policy[priority].means,
          ...times(PRIORITY_MATRIX[priority]),
          policy[priority].escalation,
        ]),
      ),
      "## Systems with other response times",
      others(services),
      "## What people do",
      ...PRIORITIES.flatMap((priority) => steps(policy, priority)),
    ].join("\n\n"),
  );

const times = (policy: NotificationPolicy): readonly string[] => [
  policy.acknowledge?.toString() ?? "–",
  policy.response.toString(),
  policy.channels.join(", "),
  policy.hours,
];

/** A system's own rules for a level, where they differ from the general ones. */
function others(services: readonly Service[]): string {
  const rows = services.flatMap((service) =>
    PRIORITIES.filter(
      (priority) =>
        !isDeepStrictEqual(
          matrixOf(service)[priority],
          PRIORITY_MATRIX[priority],
        ),
    ).map((priority) => [
      `[${service.displayName}](../services/${service.key}.md)`,
      priority,
      ...times(matrixOf(service)[priority]),
    ]),
  );
  return rows.length === 0
    ? "None."
    : markdownTable(
        [
          "System",
          "Level",
          "Acknowledged",
          "Somebody acts",
          "Notified by",
          "Hours",
        ],
        rows,
      );
}

const steps = (
  policy: IncidentPolicy,
  priority: Priority,
): readonly string[] => [
  `### ${priority}`,
  policy[priority].steps
    .map(
      (step, index) =>
        `${String(index + 1)}. ${withTimes(step, PRIORITY_MATRIX[priority])}`,
    )
    .join("\n"),
];

/** A step with its times filled in. @throws Error when a priority has no such time. */
function withTimes(step: string, policy: NotificationPolicy): string {
  return step.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const time =
      name === "acknowledge"
        ? policy.acknowledge
        : name === "response"
          ? policy.response
          : undefined;
    if (time === undefined) throw new Error(`there is no time {${name}}`);
    return time.toString();
  });
}
