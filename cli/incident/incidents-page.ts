import type { AddedPage } from "../../model/added-page";
import type {
  IncidentException,
  IncidentExpectation,
} from "../../model/incident-exception";
import { markdownTable } from "../../model/markdown-table";
import type { Service } from "../../model/service";
import { budgeted } from "../../model/slo";
import { LASTS } from "../../proof/incidents/incident";
import { EXPECTATIONS } from "../../proof/incidents/expectations";

/** The page about incidents: who must be notified of each kind, and what owners decided. */
export const incidentsPage = (
  exceptions: readonly IncidentException[],
  added: readonly AddedPage[],
  services: readonly Service[],
): string => `# Incidents

<!-- Written by \`npm run generate\` from proof/incidents/ and the exceptions of the organisation. -->

An alert is proved by itself; an incident is proved whole: what a person lives through when a system fails. Each incident begins with every series of
a healthy environment (the \`typical\` of the contracts, what scraping and probing show, the charts), lets one thing go wrong after ${String(LASTS.before)} minutes, mends
it ${String(LASTS.fault)} minutes later, and goes on for ${String(LASTS.after)} minutes. promtool computes in real minutes which alerts are pending and fire. Alertmanager's own dispatcher, inhibitor and
notification pipeline then get those alerts with the configuration of the environment, under Go's false clock: hours pass in milliseconds, and every wait
is as long as it is configured ([ADR](adr/0020-incidents-by-real-engines.md)). Where Prometheus itself is down its own packages evaluate the rules: promtool cannot rest.

\`\`\`sh
npm run incident -- <system> everything-gone   # what people live through, minute by minute
npm run incident -- --all                      # every incident of every environment, a line each
\`\`\`

A _page_ is a group of alerts that opens at the pager: what repeats or joins it is none. Where an environment has no pager, P0 in its chat stands for
it. Where nobody depends on an environment
there is too little traffic for partial failures, and P2 notifies nobody: only outages are expected there. Always: at most one page is open at a time, nobody is woken for another team's system, nobody before anything is wrong, and every page resolves.

## Who must be notified of what

${markdownTable(
  ["Incident", "Expected, because"],
  EXPECTATIONS.map(({ kind, about }) => [`\`${kind}\``, about]),
)}

A _quiet day_ is judged too: 24 hours with the traffic of a working day, a deployment and restarts. No alert fires, no rule fails, each SLO keeps its objective, and in production every recording rule has samples.

## Stories of owners

${stories(services)}

## What is expected otherwise, and why

${
  exceptions.length === 0
    ? "Nothing."
    : markdownTable(
        ["System", "Incident", "Why"],
        exceptions.map(({ system, kind, of, reason }) => [
          system,
          `\`${kind}\`${of === undefined ? "" : ` ${of}`}`,
          reason,
        ]),
      )
}

## Pages that no owner asked for

The owners' documents do not name these alerts of P0. The fast tiers of an SLO page too where the SLO has \`page: "P0"\`: its objective would be lost within hours. These are ${pagingSlos(services)}.

${
  added.length === 0
    ? "No others."
    : markdownTable(
        ["System", "Alert", "Why it pages"],
        added.map(({ system, alert, reason }) => [
          system,
          `\`${alert}\``,
          reason,
        ]),
      )
}

## What is not here

- Rules of the charts: their sources are not part of this repository. An incident that only they notice counts as not noticed.
- Delivery: that a message leaves Alertmanager for its destination is tested by itself, with a real Alertmanager.
- Groups of rules are evaluated in one go each minute; Prometheus evaluates each at its own second, so a chain of rules may take a minute longer.
`;

function stories(services: readonly Service[]): string {
  const rows = services.flatMap(({ key, incidents = [] }) =>
    incidents.map(({ name, about, expected }) => [
      key,
      `\`${name}\``,
      about,
      expectedText(expected),
    ]),
  );
  return rows.length === 0
    ? "None is declared."
    : markdownTable(
        ["System", "Incident", "What goes wrong", "Expected"],
        rows,
      );
}

function expectedText({
  page,
  notifiedBy,
  openAtOnce = 1,
}: IncidentExpectation): string {
  const woken = {
    by: `the owner is woken within ${page.kind === "by" ? String(page.minute) : ""} min`,
    perhaps: "the owner may be woken",
    nobody: "nobody is woken",
  }[page.kind];
  return [
    woken,
    ...(openAtOnce > 1 ? [`by up to ${String(openAtOnce)} pages`] : []),
    ...(notifiedBy === undefined || page.kind === "by"
      ? []
      : [`notified within ${String(notifiedBy)} min`]),
  ].join(", ");
}

const pagingSlos = (services: readonly Service[]): string =>
  services
    .flatMap(({ key, slos }) =>
      budgeted(slos)
        .filter((slo) => slo.page === "P0" && slo.volume === "normal")
        .map(({ name }) => `${key}'s \`${name}\``),
    )
    .join(", ") || "none";
