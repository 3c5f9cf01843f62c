import type { Inventory, SloEntry, TierEntry } from "../../inventory/inventory";
import { decimal } from "../../model/decimal";
import { aligned } from "../aligned";

type BudgetedEntry = Exclude<SloEntry, { readonly kind: "zero-tolerance" }>;

/** SLOs of every environment, their error budgets, and how soon somebody is notified. */
export const sloTables = (inventories: readonly Inventory[]): string =>
  [...inventories.map(sloTable), NOTES].join("\n\n");

const NOTES = `noticed      from the start of an outage with that error ratio until the tier fires, including its for, without the evaluation interval
quiet after  from the end of a full outage, at least as long as the short window, until the alert resolves
least bad    bad events that the window must hold before the tier fires; with little traffic it fires later, or never`;

const sloTable = ({ environment, slos }: Inventory): string =>
  slos.length === 0
    ? `${environment}: no SLOs`
    : [environment, ...slos.map(sloText)].join("\n\n");

const sloText = (slo: SloEntry): string =>
  [
    `${slo.system} ${slo.name}: ${slo.promise}`,
    ...(slo.kind === "zero-tolerance"
      ? [`allows no bad event; the first one is a ${slo.priority}`]
      : budgetLines(slo)
    ).map((line) => `  ${line}`),
  ].join("\n");

const budgetLines = (slo: BudgetedEntry): readonly string[] => [
  `${percent(slo.objective)} over ${slo.period}; ${amount(slo.budget.minutes)} minutes may fail, or ${amount(slo.budget.perMillion)} of a million ${slo.kind === "request" ? "events" : "seconds"}`,
  ...(slo.tiers.length === 0
    ? [
        "no tiers: too few events for a burn rate; an alert fires when the budget is spent",
      ]
    : table(slo.tiers, slo.kind)),
];

/** All tiers are described by the same outages, the largest of which comes first. */
function table(
  tiers: readonly TierEntry[],
  kind: BudgetedEntry["kind"],
): readonly string[] {
  const sizes = tiers[0]?.outages.map(({ errorRatio }) => errorRatio) ?? [];
  return aligned([
    [
      "tier",
      "priority",
      "factor",
      "threshold",
      ...sizes.map((size) => `noticed at ${percent(size)}`),
      "quiet after",
      "least bad",
    ],
    ...tiers.map((tier) => [
      tier.name,
      tier.priority,
      decimal(tier.factor),
      percent(tier.threshold),
      ...tier.outages.map(({ detectedAfter }) => detectedAfter ?? "never"),
      tier.outages[0]?.resolvedAfter ?? "never",
      kind === "request"
        ? amount(tier.minimumBadEvents)
        : `${amount(tier.minimumBadEvents)}s`,
    ]),
  ]);
}

const percent = (share: number): string => `${decimal(share * 100)} %`;

const amount = (value: number): string =>
  value.toLocaleString("en", { maximumFractionDigits: 6 });
