/** Where a line of JSON says how grave it is: the first field that it has. */
export const LEVEL_FIELDS: readonly string[] = ["level", "severity"];

/**
 * Levels of the common schema with everything that means the same, in small letters; what is none
 * of these is {@link UNKNOWN_LEVEL}.
 */
export const LOG_LEVELS: Readonly<Record<string, readonly string[]>> = {
  debug: ["debug", "trace", "verbose"],
  info: ["info", "information", "notice"],
  warning: ["warning", "warn"],
  error: ["error", "err"],
  critical: ["critical", "crit", "fatal", "panic", "alert", "emergency"],
};

/** The label of lines that say no level, or one that nobody knows, so that it stays bounded. */
export const UNKNOWN_LEVEL = "unknown";

/**
 * Fields of the common schema that are kept beside the line, with the places at which a line of
 * JSON may have them. They are not labels: each has a value of its own in nearly every line.
 */
export const COMMON_FIELDS: Readonly<Record<string, readonly string[]>> = {
  trace_id: ["trace_id", "traceId", "traceid"],
  span_id: ["span_id", "spanId", "spanid"],
  duration_ms: ["duration_ms", "duration"],
  analysis_id: ["analysis_id", "analysisId", "attributes.analysis_id"],
  user_id: ["user_id", "userId", "attributes.user_id", "attributes.userId"],
};

/** In a line that is no JSON: `level=error`. RE2, whatever the case of the letters. */
export const LEVEL_IN_TEXT = String.raw`\b(?:level|lvl|severity)=["']?(?P<level>[a-z]+)`;
