import { seconds } from "./duration";
import type { Duration } from "./duration";
import type { StreamLabel } from "./stream-labels";

/** Pods whose logs belong to a system. */
export interface LogSource {
  readonly namespace: string;
  /** Values of the pod label `app.kubernetes.io/name`. @default every pod of the namespace */
  readonly apps?: readonly string[];
}

/** A secret or personal value to mask in log lines, besides what is masked everywhere. */
export interface MaskingPattern {
  /** Replacement text, in angle brackets. Kebab-case. */
  readonly name: string;
  /** RE2. The match of its one capture group is replaced; the rest is context and stays. */
  readonly pattern: string;
}

/** Log lines to drop. */
export interface DroppedLines {
  /** RE2, matched anywhere in the line. */
  readonly pattern: string;
  /** snake_case; the reason under which `loki_process_dropped_lines_total` counts them. */
  readonly reason: string;
}

/** How several lines of a pod become one entry: a stack trace, a statement of SQL. */
export interface MultilineEntries {
  /**
   * RE2, matched anywhere in a line: the first line of each entry matches it, and no other. Begin
   * it with `^`: `^\\d{4}-\\d{2}-\\d{2}`.
   */
  readonly firstLine: string;
  /**
   * How long the collector waits for another line. The last entry of a burst arrives that much
   * later.
   * @default 3 seconds
   */
  readonly maxWait?: Duration;
  /** More lines begin another entry. @default 128 */
  readonly maxLines?: number;
}

/** Defaults of {@link MultilineEntries}, which are Alloy's own. */
export const MULTILINE = { maxWait: seconds(3), maxLines: 128 } as const;

/** How the log pipeline of a system differs from the default. Data only. */
export interface LogPipeline {
  /** @default every pod of the service's namespace */
  readonly sources?: readonly LogSource[];
  /**
   * Labels that this system writes under other names: label to field of its JSON lines.
   * @default `level` is read from `level` or `severity`
   */
  readonly labels?: Readonly<Partial<Record<StreamLabel, string>>>;
  /**
   * Fields of its JSON lines that are kept as structured metadata, besides those of the common
   * schema.
   * @default none
   */
  readonly metadata?: readonly string[];
  /** @default each line is an entry of its own */
  readonly multiline?: MultilineEntries;
  /** @default none */
  readonly masking?: readonly MaskingPattern[];
  /** @default none */
  readonly dropped?: readonly DroppedLines[];
  /**
   * Lines that are kept in a second, of all its pods, in production, in the busiest hour.
   * @default unknown; estimates of the log store say so
   */
  readonly linesPerSecond?: number;
}

/** Pods whose logs belong to a service. */
export const logSources = (service: {
  readonly namespace: string;
  readonly logs?: LogPipeline;
}): readonly LogSource[] =>
  service.logs?.sources ?? [{ namespace: service.namespace }];
