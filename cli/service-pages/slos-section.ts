import { decimal } from "../../model/decimal";
import { markdownTable } from "../../model/markdown-table";
import type { SloDefinition } from "../../prometheus/slo/definition-form";
import { sloDefinitions } from "../../prometheus/slo/slo-definitions";
import { inCell } from "./in-cell";
import type { ServicePageSources } from "./service-page";

/** The system's SLOs, their error budgets, and their burn-rate tiers. */
export const slosSection = ({
  service,
}: ServicePageSources): readonly string[] => {
  const { slos } = sloDefinitions(service);
  return [
    "## SLOs",
    slos.length === 0
      ? "None of its own."
      : markdownTable(
          [
            "SLO",
            "Description",
            "Objective",
            "Error budget",
            "Burn-rate tiers",
          ],
          slos.map(row),
        ),
  ];
};

const row = (slo: SloDefinition): readonly string[] => [
  `\`${slo.name}\`${slo.dims.length === 0 ? "" : `, for each ${slo.dims.join(", ")}`}`,
  inCell(slo.promise),
  ...(slo.kind === "zero-tolerance"
    ? [
        `never, over ${slo.period}`,
        "none",
        `the first one is a ${slo.priority}`,
      ]
    : [
        `${decimal(slo.objective * 100)} % over ${slo.period}`,
        `${amount(slo.budget.minutes)} minutes, or ${amount(slo.budget.perMillion)} of a million ${slo.kind === "request" ? "events" : "seconds"}`,
        slo.tiers.length === 0
          ? "none: too few events for a burn rate; an alert fires when the budget is spent"
          : slo.tiers
              .map(({ name, priority }) => `${name} ${priority}`)
              .join(", "),
      ]),
];

const amount = (value: number): string =>
  value.toLocaleString("en", { maximumFractionDigits: 2 });
