import { checkDashboards } from "../../dashboards/check-dashboards";
import { production } from "../support/environments/production";
import type { Panel } from "../../model/dashboard";
import { formatProblem } from "../../model/problem";
import { percent } from "../../model/ratio";
import { goodService } from "../support/services";
import { aPanel, everyVisualisation } from "./every-visualisation";

const path = 'services/shop dashboard "shop-pictures" panel "a-panel"';

it.each<[string, Partial<Panel>, string]>([
  [
    "with bars of two queries",
    {
      visualisation: { kind: "bars", of: "pod" },
      queries: [{ expr: "up" }, { expr: "up" }],
    },
    `${path}: bars show the answer to one query, got 2; keep a label and stack by it, or make a panel for each`,
  ],
  [
    "with a limit of a query in another unit",
    {
      queries: [
        {
          expr: "up",
          rightAxis: { unit: "s" },
          thresholds: {
            kind: "steps",
            base: "green",
            steps: [{ colour: "red", from: percent(1) }],
          },
        },
      ],
    },
    `${path} query A: a threshold is no value of the unit "s", got ratio 0.01; allowed: duration; write it in the panel's unit, or correct the unit`,
  ],
  [
    "of text with a query",
    { visualisation: { kind: "text", advice: [{ text: "Sleep." }] } },
    `${path}: a text panel has no queries, got 1 queries; leave them out, or use another kind of panel`,
  ],
  [
    "of text without a text",
    { visualisation: { kind: "text", advice: [] }, queries: [] },
    `${path}: the panel has no text, or an empty one; say what to do, or drop the panel`,
  ],
  [
    "of text with an empty text",
    { visualisation: { kind: "text", advice: [{ text: " " }] }, queries: [] },
    `${path}: the panel has no text, or an empty one; say what to do, or drop the panel`,
  ],
  [
    "of text that names an alert which there is not",
    {
      visualisation: {
        kind: "text",
        advice: [{ text: "Sleep.", alert: "ShopEror" }],
      },
      queries: [],
    },
    `${path}: a text names an alert that the service does not have, got ShopEror; allowed: ShopErrors; correct the name, or leave it out`,
  ],
])("refuses a panel %s", (_, change, message) => {
  const dashboard = {
    ...everyVisualisation,
    panels: [{ ...aPanel, ...change }],
  };
  expect(
    checkDashboards(
      [{ ...goodService, dashboards: [dashboard] }],
      [production],
    ).map(formatProblem),
  ).toEqual([message]);
});
