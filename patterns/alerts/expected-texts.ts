import type { AlertDeclaration } from "../../model/alert";
import type { ExpectedAlert } from "../../model/alert-proof";
import type { Labels } from "../series";
import type { LimitsInForce } from "./limits-in-force";

/** The fields of an alert other than condition and proof. */
export type AlertFields = Omit<
  AlertDeclaration,
  "expr" | "exprFor" | "thresholds" | "proof" | "proofFor"
>;

/**
 * The alert with its condition and proof. Proofs evaluate once a minute, so a `for` of half an
 * evaluation has the same effect as one.
 *
 * @param withLimits the same alert with other limits, whose proof an environment needs that
 *   overrides one. @default it has no limit
 */
export const alertOf = (
  fields: AlertFields,
  {
    proof,
    ...condition
  }: Pick<AlertDeclaration, "expr" | "thresholds" | "proof">,
  withLimits?: (limits: LimitsInForce) => AlertDeclaration,
): AlertDeclaration => ({
  ...fields,
  ...condition,
  ...(withLimits === undefined
    ? {}
    : {
        exprFor: (limits) => withLimits(limits).expr,
        proofFor: (limits) => withLimits(limits).proof,
      }),
  proof:
    fields.for.seconds === 60
      ? {
          ...proof,
          equivalent: {
            ...proof.equivalent,
            "for 1m → 30s": "rules are evaluated once a minute",
          },
        }
      : proof,
});

/** Whether texts contain the value that made the alert fire. */
export const showsValue = ({
  summary,
  description = "",
}: AlertFields): boolean => `${summary}${description}`.includes("$value");

/**
 * Labels that every alert sets itself. A series' own label of that name is lost, though texts may
 * still use it.
 */
const CARRIED = ["severity", "priority", "team", "condition"];

/**
 * The expected notification: the texts with labels and value filled in. The engine compares it with
 * its own rendering, so an unsupported template makes the proof fail and never hides a wrong
 * message.
 *
 * @param lookedUp what is written for the templates that query. @default none does
 */
export function expectedTexts(
  { summary, description }: AlertFields,
  labels: Labels,
  value: number,
  lookedUp: ReadonlyMap<string, string> = new Map(),
): ExpectedAlert {
  const filled = (text: string): string =>
    [...lookedUp]
      .reduce(
        (rest, [template, written]) => rest.replaceAll(template, written),
        text,
      )
      .replace(/\{\{\s*printf "%\.0f" \$value\s*\}\}/g, value.toFixed(0))
      .replace(
        /\{\{\s*(?:\$labels\.(\w+)|\$value(?:\s*\|\s*(\w+))?)\s*\}\}/g,
        (whole, label: string | undefined, format: string | undefined) => {
          if (label !== undefined) return labels[label] ?? "";
          return format === undefined
            ? String(value)
            : (FORMATS[format]?.(value) ?? whole);
        },
      );
  const left = Object.fromEntries(
    Object.entries(labels).filter(([label]) => !CARRIED.includes(label)),
  );
  return {
    ...(Object.keys(left).length === 0 ? {} : { labels: left }),
    ...(summary.includes("{{") ? { summary: filled(summary) } : {}),
    ...(description?.includes("{{") === true
      ? { description: filled(description) }
      : {}),
  };
}

const SMALL_UNITS = ["m", "u", "n"];
const UNITS_1024 = ["", "ki", "Mi", "Gi", "Ti"];

/** Four significant digits, as Go's `%.4g` writes them. */
const fourDigits = (value: number): string =>
  String(Number(value.toPrecision(4)));

/**
 * The functions of Prometheus that messages use here.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/template_reference/#numbers
 */
const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  humanizePercentage: (value) => `${fourDigits(value * 100)}%`,
  humanizeDuration: (value) => {
    if (value === 0) return "0s";
    if (value < 1) {
      return value < 0.001
        ? `${fourDigits(value * 1e6)}us`
        : `${fourDigits(value * 1e3)}ms`;
    }
    if (value < 60) return `${fourDigits(value)}s`;
    const whole = Math.floor(value);
    const parts: readonly (readonly [number, string])[] = [
      [Math.floor(whole / 86_400), "d"],
      [Math.floor(whole / 3600) % 24, "h"],
      [Math.floor(whole / 60) % 60, "m"],
      [whole % 60, "s"],
    ];
    const from = parts.findIndex(([amount]) => amount > 0);
    return parts
      .slice(from)
      .map(([amount, unit]) => `${String(amount)}${unit}`)
      .join(" ");
  },
  humanize1024: (value) => {
    const power = UNITS_1024.findLastIndex((_, at) => value >= 1024 ** at);
    return `${fourDigits(value / 1024 ** Math.max(0, power))}${UNITS_1024[power] ?? ""}`;
  },
  humanize: (value) => {
    if (value > 0 && value < 1) {
      const power = SMALL_UNITS.findIndex(
        (_, at) => value * 1000 ** (at + 1) >= 1,
      );
      if (power >= 0) {
        return `${fourDigits(value * 1000 ** (power + 1))}${SMALL_UNITS[power] ?? ""}`;
      }
    }
    const steps: readonly (readonly [number, string])[] = [
      [1e9, "G"],
      [1e6, "M"],
      [1e3, "k"],
    ];
    const [size, unit] = steps.find(([each]) => value >= each) ?? [1, ""];
    return `${fourDigits(value / size)}${unit}`;
  },
};
