/** JSON fields that hold the level of a line; the first that is present is used. */
export const LEVEL_FIELDS: readonly string[] = ["level", "severity"];

/**
 * Levels of the common schema with their synonyms, in lower case; any other value becomes
 * {@link UNKNOWN_LEVEL}.
 */
export const LOG_LEVELS: Readonly<Record<string, readonly string[]>> = {
  debug: ["debug", "trace", "verbose"],
  info: ["info", "information", "notice"],
  warning: ["warning", "warn"],
  error: ["error", "err"],
  critical: ["critical", "crit", "fatal", "panic", "alert", "emergency"],
};

/** Level of lines with a missing or unknown level, so that the label stays bounded. */
export const UNKNOWN_LEVEL = "unknown";

/**
 * Fields of the common schema that are kept as structured metadata, with the JSON paths at which a
 * line may have them. They are not labels, since nearly every line has another value.
 */
export const COMMON_FIELDS: Readonly<Record<string, readonly string[]>> = {
  trace_id: ["trace_id", "traceId", "traceid"],
  span_id: ["span_id", "spanId", "spanid"],
  duration_ms: ["duration_ms", "duration"],
  analysis_id: ["analysis_id", "analysisId", "attributes.analysis_id"],
  user_id: ["user_id", "userId", "attributes.user_id", "attributes.userId"],
};

/** In a line that is not JSON: `level=error`. RE2, case-insensitive. */
export const LEVEL_IN_TEXT = String.raw`\b(?:level|lvl|severity)=["']?(?P<level>[a-z]+)`;
