import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { AlertmanagerConfig } from "../../alertmanager/alertmanager-form";
import type { Sink } from "./sink";

/** Where the pods find their Secrets. */
export const SECRETS = "/etc/alertmanager/secrets";

const DURATIONS = new Set([
  "group_wait",
  "group_interval",
  "repeat_interval",
  "resolve_timeout",
]);

/** Whether every named time interval is active now, or never. */
export type Intervals = "open" | "closed";

/** Scales a duration for the test, given the setting of the tree and its declared value. */
export type Timing = (setting: string, declared: string) => string;

interface Live {
  readonly folder: string;
  readonly sink: Sink;
  readonly timing: Timing;
  readonly intervals: Intervals;
  readonly password: string;
  readonly template: { readonly file: string; readonly text: string };
}

/**
 * The rendered configuration for a test: the same tree with scaled times, its secrets in a folder,
 * and all destinations at a sink. Written to `alertmanager.yaml` there.
 */
export function writeLiveConfig(
  config: AlertmanagerConfig,
  live: Live,
): string {
  const { folder, sink, timing, intervals, template } = live;
  const timed = JSON.parse(
    JSON.stringify(config, (key, value: unknown) =>
      DURATIONS.has(key) && typeof value === "string"
        ? timing(key, value)
        : value,
    ),
  ) as AlertmanagerConfig;
  const { email, ...others } = globals(timed.global);
  const liveConfig = {
    ...timed,
    global: {
      ...others,
      pagerduty_url: `${sink.url}/pagerduty`,
      ...(email ? { smtp_smarthost: sink.smtp, smtp_require_tls: false } : {}),
    },
    templates: [join(folder, "*.tmpl")],
    time_intervals: timed.time_intervals.map(({ name }) => ({
      name,
      time_intervals: intervals === "open" ? [{}] : [{ years: ["1970"] }],
    })),
  };
  const text = JSON.stringify(liveConfig);
  for (const [, file = ""] of text.matchAll(
    new RegExp(`"${SECRETS}/([^"]+)"`, "g"),
  )) {
    writeSecret(live, file);
  }
  writeFileSync(join(folder, template.file), template.text);
  const path = join(folder, "alertmanager.yaml");
  writeFileSync(path, text.replaceAll(SECRETS, join(folder, "secrets")));
  return path;
}

const globals = (global: AlertmanagerConfig["global"]) => ({
  ...global,
  email: "smtp_smarthost" in global,
});

/**
 * A key of a Secret as a file: the password of the mail server, a routing key that names itself, or
 * an address at the sink.
 */
function writeSecret({ folder, sink, password }: Live, file: string): void {
  const path = join(folder, "secrets", file);
  mkdirSync(dirname(path), { recursive: true });
  const value = file.startsWith("smtp/")
    ? password
    : file.includes("pagerduty")
      ? `${SECRETS}/${file}`
      : `${sink.url}/${file}`;
  writeFileSync(path, value);
}
