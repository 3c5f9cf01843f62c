import type { EnvironmentConfig } from "../model/environment";
import { milliseconds } from "../model/duration";
import type { Duration } from "../model/duration";
import type { LogAlert, LogLines, LogStream } from "../model/log-alert";
import type { Service } from "../model/service";
import { alertRule } from "../prometheus/rules/alert-rules";
import { logAlertsIn } from "../prometheus/rules/log-rules";
import type { AlertRuleText } from "../prometheus/rules/rule-group";
import { collected } from "./collected-lines";
import { renderedAlert } from "./rendered-alert";

/** One line of a case. */
export interface TimedLine {
  /** Whole seconds from the start of the case. */
  readonly second: number;
  readonly text: string;
  /** Structured metadata. @default nothing */
  readonly beside?: Readonly<Record<string, string>>;
}

/** Lines of one stream, earliest first. */
export interface TimedStream {
  readonly labels: Readonly<Record<string, string>>;
  readonly lines: readonly TimedLine[];
}

/** An expected notification. */
export interface FiredAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** A world of log lines, and the alerts that Loki must send. */
export interface LogCase {
  /**
   * Lower case, unique in its environment. It becomes a tenant name, so that no case sees the lines
   * of another.
   */
  readonly tenant: string;
  /** For people: `shop ShopErrorLogSpike fires: …`. */
  readonly title: string;
  readonly rule: AlertRuleText;
  /** The alert's `for`, as deployed. */
  readonly waits: Duration;
  readonly streams: readonly TimedStream[];
  readonly outcome:
    | {
        readonly kind: "fires";
        readonly at: Duration;
        readonly until: Duration;
        readonly alerts: readonly FiredAlert[];
      }
    | { readonly kind: "quiet" };
}

/** Every case of every alert on logs that an environment runs. */
export const logCases = (
  services: readonly Service[],
  environment: EnvironmentConfig,
): readonly LogCase[] =>
  services.flatMap((service) =>
    logAlertsIn(environment, service).flatMap((alert) =>
      casesOf(alert, service, environment),
    ),
  );

function casesOf(
  alert: LogAlert,
  service: Service,
  environment: EnvironmentConfig,
): readonly LogCase[] {
  const rule = alertRule(alert, service, environment);
  const arriving = (streams: readonly LogStream[]): readonly TimedStream[] =>
    streams.flatMap((stream) => collected(timed(stream), service.logs));
  const common = (kind: string, index: number, name: string) => ({
    tenant: `${service.key}-${alert.name.toLowerCase()}-${kind}-${String(index + 1)}`,
    title: `${service.key} ${alert.name} ${kind}: ${name}`,
    rule,
    waits: alert.for,
  });
  return [
    ...alert.proof.fires.map(
      ({ name, streams, at, until, expect = [{}] }, index) => ({
        ...common("fires", index, name),
        streams: arriving(streams),
        outcome: {
          kind: "fires" as const,
          at,
          until,
          alerts: expect.map((expected) => renderedAlert(rule, expected)),
        },
      }),
    ),
    ...alert.proof.quiet.map(({ name, streams }, index) => ({
      ...common("quiet", index, name),
      streams: arriving(streams),
      outcome: { kind: "quiet" as const },
    })),
  ];
}

const timed = ({ labels, lines }: LogStream): TimedStream => ({
  labels,
  lines: lines
    .flatMap(repeatedLine)
    .sort((left, right) => left.second - right.second),
});

function repeatedLine({ line, from, to, every }: LogLines) {
  const text = typeof line === "string" ? line : JSON.stringify(line);
  const first = from?.seconds ?? 0;
  const last = to?.seconds ?? first;
  const step = every?.seconds ?? 1;
  return Array.from(
    { length: Math.floor((last - first) / step) + 1 },
    (_, index): TimedLine => ({ second: first + index * step, text }),
  );
}

/**
 * The second after which no line of a case can affect the result: its last line plus the longest
 * window.
 */
export const lastSecond = ({ streams }: LogCase, window: Duration): number =>
  Math.max(
    0,
    ...streams.flatMap(({ lines }) => lines.map(({ second }) => second)),
  ) +
  window.seconds +
  1;

/**
 * Intervals in which a condition held without interruption, from samples taken every second.
 * @param seconds at which it held, ascending
 */
export function stretches(
  seconds: readonly number[],
): readonly { readonly from: number; readonly length: Duration }[] {
  const found: { from: number; to: number }[] = [];
  for (const second of seconds) {
    const last = found.at(-1);
    if (last?.to === second - 1) last.to = second;
    else found.push({ from: second, to: second });
  }
  return found.map(({ from, to }) => ({
    from,
    length: milliseconds((to - from + 1) * 1000),
  }));
}
