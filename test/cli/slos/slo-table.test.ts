import { sloTables } from "../../../cli/slos/slo-table";
import { production } from "../../../config/environments/production";
import type { Inventory, SloEntry } from "../../../inventory/inventory";
import { readInventories } from "../../../inventory/read-inventory";
import { promisingService } from "../../support/slos";
import { synthesised } from "../../support/synthesise";
import { plain } from "../../stacks/output";

const [inventory] = synthesised(
  {
    environments: [plain(production)],
    services: [promisingService],
  },
  readInventories,
);
if (inventory === undefined) throw new Error("nothing was synthesised");
const read: Inventory = inventory;

const NOTES = `

noticed      from the start of an outage with that error ratio until the tier fires, including its for, without the evaluation interval
quiet after  from the end of a full outage, at least as long as the short window, until the alert resolves
least bad    bad events that the window must hold before the tier fires; with little traffic it fires later, or never`;

it("shows the error budget of each SLO and how soon each tier fires", () => {
  expect(sloTables([read])).toBe(`production

shop answers: The shop answers.
  99.9 % over 30d; 43.2 minutes may fail, or 1,000 of a million events
  tier  priority  factor  threshold  noticed at 100 %  noticed at 10 %  noticed at 1 %  quiet after  least bad
  1h    P0        14.4    1.44 %     52s               8m39s            never           9m56s        5
  6h    P0        6       0.6 %      2m10s             21m36s           3h36m           34m50s       5
  1d    P2        3       0.3 %      19m20s            58m12s           7h27m           1h59m39s     5
  3d    P2        1       0.1 %      19m20s            58m12s           7h27m           5h59m39s     5

shop per-status: No status is rare.
  95 % over 7d; 504 minutes may fail, or 50,000 of a million events
  tier  priority  factor  threshold  noticed at 100 %  noticed at 10 %  noticed at 1 %  quiet after  least bad
  1h    P1        13.44   67.2 %     40m20s            never            never           6m39s        5
  6h    P1        3.5     17.5 %     1h3m              never            never           29m45s       5
  1d    P2        1.4     7 %        1h55m48s          17h3m            never           1h51m36s     5
  3d    P2        0.98    4.9 %      3h46m41s          1d11h31m48s      never           5h42m22s     5

shop seldom: Errors are few.
  90 % over 30d; 4,320 minutes may fail, or 100,000 of a million seconds
  no tiers: too few events for a burn rate; an alert fires when the budget is spent

shop never: Nothing is a teapot.
  allows no bad event; the first one is a P1${NOTES}`);
});

it("shows every environment, also one without SLOs", () => {
  expect(
    sloTables([
      { ...read, slos: [] },
      { ...read, environment: "staging", slos: read.slos.slice(3) },
    ]),
  ).toBe(`production: no SLOs

staging

shop never: Nothing is a teapot.
  allows no bad event; the first one is a P1${NOTES}`);
});

it("counts what is measured in seconds, and small budgets exactly", () => {
  const [entry] = read.slos;
  if (entry === undefined || entry.kind === "zero-tolerance") {
    throw new Error("the first has a budget");
  }
  const measured: SloEntry = {
    ...entry,
    kind: "value",
    budget: { minutes: 0.432, perMillion: 10.08 },
    tiers: entry.tiers
      .slice(0, 1)
      .map((tier) => ({ ...tier, minimumBadEvents: 1200 })),
  };
  expect(sloTables([{ ...read, slos: [measured] }])).toBe(`production

shop answers: The shop answers.
  99.9 % over 30d; 0.432 minutes may fail, or 10.08 of a million seconds
  tier  priority  factor  threshold  noticed at 100 %  noticed at 10 %  noticed at 1 %  quiet after  least bad
  1h    P0        14.4    1.44 %     52s               8m39s            never           9m56s        1,200s${NOTES}`);
});
