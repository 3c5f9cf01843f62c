import type { StreamLabel } from "./stream-labels";

/** Pods whose logs belong to a system. */
export interface LogSource {
  readonly namespace: string;
  /** Values of the pod label `app.kubernetes.io/name`. @default every pod of the namespace */
  readonly apps?: readonly string[];
}

/** Something that must not leave the cluster in a log line, beyond what is masked everywhere. */
export interface MaskingPattern {
  /** What stands in its place, in angle brackets. Kebab case. */
  readonly name: string;
  /** RE2. What its one capture group matches is replaced; the rest is context that stays. */
  readonly pattern: string;
}

/** Lines that are not worth keeping. */
export interface DroppedLines {
  /** RE2, anywhere in the line. */
  readonly pattern: string;
  /** Snake case; counted under it in `loki_process_dropped_lines_total`. */
  readonly reason: string;
}

/** How logs of a system differ from what is done with all logs. Data only. */
export interface LogPipeline {
  /** @default every pod of the service's namespace */
  readonly sources?: readonly LogSource[];
  /**
   * Labels that this system writes under a name of its own: label to field of its JSON lines.
   * @default level is read from `level` or `severity`
   */
  readonly labels?: Readonly<Partial<Record<StreamLabel, string>>>;
  /**
   * Fields of its JSON lines that are kept as structured metadata, beside those of the common
   * schema. @default none
   */
  readonly metadata?: readonly string[];
  /** @default none */
  readonly masking?: readonly MaskingPattern[];
  /** @default none */
  readonly dropped?: readonly DroppedLines[];
}

/** Pods whose logs belong to a service. */
export const logSources = (service: {
  readonly namespace: string;
  readonly logs?: LogPipeline;
}): readonly LogSource[] =>
  service.logs?.sources ?? [{ namespace: service.namespace }];
