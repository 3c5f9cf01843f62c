import type { BurnTier } from "../../model/burn-tier";
import { decimal } from "../../model/decimal";
import { milliseconds } from "../../model/duration";
import type { Duration } from "../../model/duration";
import { inWords } from "../../model/duration-words";
import type { BudgetedSlo, Slo, ZeroToleranceSlo } from "../../model/slo";
import { SLO_SERIES } from "./slo-series";

/** A number that Prometheus looks up when it writes the message. */
export interface ShownNumber {
  readonly shown: "count" | "time" | "share";
  /** Template that looks the number up and writes it. */
  readonly template: string;
}

/** Words of Go templates that write a number. */
const WRITTEN: Readonly<Record<ShownNumber["shown"], string>> = {
  count: 'printf "%.0f"',
  time: "humanizeDuration",
  share: "humanizePercentage",
};

/** Matchers of an SLO, and of the group that the alert is about: a format, and what fills it in. */
function selection(
  { name, groupBy = [] }: Slo,
  system: string,
): { readonly format: string; readonly labels: string } {
  return {
    // %q writes a text in quotes, as PromQL reads it.
    format: `{system="${system}", slo="${name}"${groupBy
      .map((label) => `, ${label}=%q`)
      .join("")}}`,
    labels: groupBy.map((label) => ` $labels.${label}`).join(""),
  };
}

/**
 * @param query with `{}` where the matchers of the SLO belong
 * @param otherwise what is written where the query finds nothing
 */
function shownNumber(
  query: string,
  shown: ShownNumber["shown"],
  slo: Slo,
  system: string,
  otherwise = "?",
): ShownNumber {
  const { format, labels } = selection(slo, system);
  const filled = query.replaceAll("{}", format);
  const asked =
    labels === ""
      ? goText(filled)
      : `printf ${goText(filled)}${labels.repeat(query.split("{}").length - 1)}`;
  return {
    shown,
    template: `{{ with ${asked} | query }}{{ . | first | value | ${WRITTEN[shown]} }}{{ else }}${otherwise}{{ end }}`,
  };
}

const goText = (text: string): string => `"${text.replaceAll('"', '\\"')}"`;

/** The numbers in the message of a burn-rate alert. */
export interface TierNumbers {
  readonly bad: readonly [long: ShownNumber, short: ShownNumber];
  /** Of moments the window says it. */
  readonly total: readonly [long: ShownNumber, short: ShownNumber];
  readonly remaining: ShownNumber;
}

/** Events, or bad seconds, within both windows of a tier, and what is left of the budget. */
export function tierNumbers(
  { long, short }: BurnTier,
  slo: BudgetedSlo,
  system: string,
): TierNumbers {
  const within = (which: "bad" | "total", window: Duration): ShownNumber =>
    shownNumber(
      `round(${SLO_SERIES.events(which, window)}{} * ${decimal(window.seconds)})`,
      slo.kind === "request" ? "count" : "time",
      slo,
      system,
    );
  return {
    bad: [within("bad", long), within("bad", short)],
    total: [within("total", long), within("total", short)],
    remaining: shownNumber(
      `${SLO_SERIES.budgetRemaining}{}`,
      "share",
      slo,
      system,
    ),
  };
}

/** What fails, how much of how much in both windows, what that means, and what is left. */
export function tierDescription(
  tier: BurnTier,
  slo: BudgetedSlo,
  system: string,
): string {
  const { bad, total, remaining } = tierNumbers(tier, slo, system);
  const [long, short] = [inWords(tier.long), inWords(tier.short)];
  const exhausted = milliseconds(
    Math.round(slo.period.milliseconds / tier.factor / 60_000) * 60_000,
  );
  const counts =
    slo.kind === "request"
      ? `Not so for ${bad[0].template} of ${total[0].template} ${slo.unit ?? "events"} in ${long} ({{ $value | humanizePercentage }}) and for ${bad[1].template} of ${total[1].template} in ${short}`
      : `Not so for ${bad[0].template} of ${long} ({{ $value | humanizePercentage }}) and for ${bad[1].template} of ${short}`;
  return `${slo.description} ${counts}. Up to ${decimal(tier.threshold * 100)} % is tolerated here: at that rate the error budget of ${inWords(slo.period)} lasts ${inWords(exhausted)}. Left of the budget: ${remaining.template}.`;
}

/** The numbers in the message about a violated SLO without a budget. */
export interface ViolationNumbers {
  /** All of which the bad are some, where it is declared. */
  readonly all?: ShownNumber;
  /** Time since it was last met, to five minutes. */
  readonly since: ShownNumber;
}

export const violationNumbers = (
  slo: ZeroToleranceSlo,
  system: string,
): ViolationNumbers => ({
  ...(slo.outOf === undefined
    ? {}
    : { all: shownNumber(`sum(${slo.outOf.query})`, "count", slo, system) }),
  // Coarse steps, since it is looked up at each evaluation while the alert fires.
  since: shownNumber(
    `time() - max_over_time(timestamp(${SLO_SERIES.violated}{} == 0)[1d:5m])`,
    "time",
    slo,
    system,
    "more than a day",
  ),
});

/** The bad ones, counted by the value of the alert. */
export const violationSubject = ({ unit }: ZeroToleranceSlo): string =>
  `{{ $value | printf "%.0f" }} ${unit ?? "events that it forbids"}`;

/** What is open, how many of how many, and since when. */
export function violationDescription(
  slo: ZeroToleranceSlo,
  system: string,
): string {
  const { all, since } = violationNumbers(slo, system);
  const outOf =
    all === undefined || slo.outOf === undefined
      ? ""
      : `, of ${all.template} ${slo.outOf.unit}`;
  return `There are ${violationSubject(slo)}${outOf}. The SLO allows none: "${slo.description}" It was last met ${since.template} ago.`;
}
