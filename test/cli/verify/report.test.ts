import { noted, open, passed } from "../../../cli/verify/finding";
import type { Finding, Subject } from "../../../cli/verify/finding";
import { judgedGate } from "../../../cli/verify/gate";
import { jsonReport } from "../../../cli/verify/json-report";
import { report } from "../../../cli/verify/report";
import type { ReportFacts } from "../../../cli/verify/report";
import { gate } from "./shop";

const facts: ReportFacts = {
  environment: "production",
  systems: ["Shop"],
  at: "2026-11-30T10:00:00.000Z",
  operator: "Ada",
};

const contract = (subject: string): Subject => ({
  check: "contracts",
  system: "shop",
  subject,
});
const chart = (subject: string): Subject => ({
  check: "chart-metrics",
  subject,
});
const later = { found: "not seen yet", next: "wait" };

const findings: readonly Finding[] = [
  passed(contract("shop_a"), "as declared"),
  open(contract("shop_b"), {
    found: "a renamed value",
    expected: "another",
    next: "correct it",
  }),
  passed(
    {
      ...contract("coverage of shop"),
      coverage: { declared: 2, seen: 2, notSeenYet: 0, unread: [] },
    },
    "2 of 2 metrics (100 %) seen",
  ),
  passed(chart("go_threads"), "as declared"),
  passed(chart("go_info"), "as declared"),
  noted(chart("loki_a"), later),
  noted(chart("loki_b"), later),
  noted(contract("shop_c"), later),
];

it("lists what is open, what is noted with the same reason once, how many there are, and what passed", () => {
  expect(report(facts, findings)).toBe(`# Verification of production

Ada had Shop looked at, at 2026-11-30T10:00:00.000Z.

## Open

- **Metric contracts**: shop_b (shop)
  - found: a renamed value
  - expected: another
  - next: correct it

## Noted

- **Metric contracts**: shop_c (shop)
- **Metrics of charts**: loki_a, loki_b
  - found: not seen yet
  - next: wait

## Looked at

| check             | passed | noted | open |
| ----------------- | ------ | ----- | ---- |
| Metric contracts  | 2      | 1     | 1    |
| Metrics of charts | 2      | 2     | 0    |

## Passed

- Metric contracts of shop: shop_a
- Metric contracts, coverage of shop: 2 of 2 metrics (100 %) seen
- Metrics of charts: 2 as declared
`);
});

it("says nothing where there is nothing", () => {
  expect(report(facts, [])).toContain(
    "## Open\n\nNothing.\n\n## Noted\n\nNothing.\n",
  );
});

it("gives a program the same, with the gate where one was judged", () => {
  expect(jsonReport(facts, findings, false)).toEqual({
    ...facts,
    holds: false,
    findings,
  });
  const judged = judgedGate(gate, { findings, confirmed: new Set() });
  expect(jsonReport(facts, findings, false, judged).gate).toBe(judged);
});
