import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  messageTemplates,
  TEMPLATE_FILE,
} from "../../alertmanager/templates/message-templates";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { services as declared } from "../support/declared";

/** An alert as Alertmanager hands it to a template. */
export interface FiredAlert {
  readonly status: "firing" | "resolved";
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly startsAt: string;
}

/** A field of a message for a group of alerts, rendered by amtool. */
export function rendered(
  amtool: string,
  environment: EnvironmentConfig,
  field: string,
  alerts: readonly FiredAlert[],
  type: "text" | "html" = "text",
  services: readonly Service[] = declared,
): string {
  const folder = mkdtempSync(join(tmpdir(), "templates-"));
  try {
    writeFileSync(
      join(folder, TEMPLATE_FILE),
      messageTemplates(environment, services),
    );
    writeFileSync(join(folder, "data.json"), JSON.stringify(dataOf(alerts)));
    return execFileSync(
      amtool,
      [
        "template",
        "render",
        `--template.glob=${folder}/*.tmpl`,
        `--template.text=${field}`,
        `--template.type=${type}`,
        `--template.data=${folder}/data.json`,
      ],
      { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @see https://pkg.go.dev/github.com/prometheus/alertmanager/template#Data */
const dataOf = (alerts: readonly FiredAlert[]) => {
  const commonLabels = common(alerts.map(({ labels }) => labels));
  const grouping = ["alertname", "severity", "system", "environment", "slo"];
  return {
    receiver: "people",
    status: alerts.some(({ status }) => status === "firing")
      ? "firing"
      : "resolved",
    alerts: alerts.map((alert, index) => ({
      ...alert,
      endsAt: "0001-01-01T00:00:00Z",
      generatorURL: "http://prometheus/graph",
      fingerprint: String(index),
    })),
    groupLabels: Object.fromEntries(
      grouping.flatMap((label) => {
        const value = commonLabels[label];
        return value === undefined ? [] : [[label, value]];
      }),
    ),
    commonLabels,
    commonAnnotations: common(alerts.map(({ annotations }) => annotations)),
    externalURL: "http://alertmanager:9093",
  };
};

const common = (
  sets: readonly Readonly<Record<string, string>>[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(sets[0] ?? {}).filter(([name, value]) =>
      sets.every((set) => set[name] === value),
    ),
  );
