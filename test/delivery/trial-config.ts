import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { milliseconds } from "../../model/duration";
import { inMilliseconds } from "../../reach/longest-repeat";
import type { AlertmanagerConfig } from "../../routing/alertmanager-form";
import type { Sink } from "./sink";

/** Where the pods find their Secrets. */
export const SECRETS = "/etc/alertmanager/secrets";

const DURATIONS = new Set([
  "group_wait",
  "group_interval",
  "repeat_interval",
  "resolve_timeout",
]);

interface Trial {
  readonly folder: string;
  readonly sink: Sink;
  /** Every time in the tree is divided by it. */
  readonly factor: number;
  /** Whether every named time is now, or never. */
  readonly intervals: "open" | "closed";
  readonly password: string;
  readonly template: { readonly file: string; readonly text: string };
}

/**
 * The configuration as rendered, in a world of its own: the same tree, faster, its secrets in a folder and leading to a sink. Written to
 * `alertmanager.yaml` there.
 */
export function writeTrialConfig(
  config: AlertmanagerConfig,
  trial: Trial,
): string {
  const { folder, sink } = trial;
  const faster = JSON.parse(
    JSON.stringify(config, (key, value: unknown) =>
      DURATIONS.has(key) && typeof value === "string"
        ? milliseconds(
            Math.ceil(inMilliseconds(value) / trial.factor),
          ).toString()
        : value,
    ),
  ) as AlertmanagerConfig;
  const { email, ...others } = globals(faster.global);
  const trialConfig = {
    ...faster,
    global: {
      ...others,
      pagerduty_url: `${sink.url}/pagerduty`,
      ...(email ? { smtp_smarthost: sink.smtp, smtp_require_tls: false } : {}),
    },
    templates: [join(folder, "*.tmpl")],
    time_intervals: faster.time_intervals.map(({ name }) => ({
      name,
      time_intervals: trial.intervals === "open" ? [{}] : [{ years: ["1970"] }],
    })),
  };
  const text = JSON.stringify(trialConfig);
  for (const [, file = ""] of text.matchAll(
    new RegExp(`"${SECRETS}/([^"]+)"`, "g"),
  )) {
    writeSecret(trial, file);
  }
  writeFileSync(join(folder, trial.template.file), trial.template.text);
  const path = join(folder, "alertmanager.yaml");
  writeFileSync(path, text.replaceAll(SECRETS, join(folder, "secrets")));
  return path;
}

const globals = (global: AlertmanagerConfig["global"]) => ({
  ...global,
  email: "smtp_smarthost" in global,
});

/** A key of a Secret as a file: the password of the mail server, a routing key that names itself, or an address at the sink. */
function writeSecret({ folder, sink, password }: Trial, file: string): void {
  const path = join(folder, "secrets", file);
  mkdirSync(dirname(path), { recursive: true });
  const value = file.startsWith("smtp/")
    ? password
    : file.includes("pagerduty")
      ? `${SECRETS}/${file}`
      : `${sink.url}/${file}`;
  writeFileSync(path, value);
}
