import { checkIncidents } from "../../checks/check-incidents";
import { incidentForm } from "../../model/checks/forms/incident-form";
import { checkPartShapes } from "../../model/checks/check-parts";
import { checkService } from "../../model/checks/check-service";
import { becomes, gone, grows, occurs } from "../../model/incident";
import type { Incident } from "../../model/incident";
import { counter } from "../../model/metric";
import { open, values } from "../../model/label-values";
import { formatProblem } from "../../model/problem";
import type { Problem } from "../../model/problem";
import type { Service } from "../../model/service";
import { accepted, untried } from "../model/checks/wrong-values";
import { goodRunbooks, goodService } from "../support/services";

const shop: Service = {
  ...goodService,
  metrics: {
    ...goodService.metrics,
    refunds_total: counter({
      help: "Refunds",
      labels: {
        currency: open({ upTo: 5, examples: ["EUR"] }),
        method: values("card", "cash"),
      },
    }),
  },
};

const story: Incident = {
  name: "refunds-run-away",
  about: "Refunds are paid twice.",
  changes: [
    occurs('refunds_total{currency="EUR", method="card"}', 2),
    grows('refunds_total{currency="USD"}', 60),
    becomes("probe_success", 0),
    gone('up{app="shop"}'),
  ],
  expected: {
    page: { kind: "by", minute: 5 },
    notifiedBy: 5,
    openAtOnce: 1,
    staysOpen: false,
    afterwards: false,
  },
};

const check = (...incidents: readonly Incident[]): readonly string[] =>
  checkIncidents([{ ...shop, incidents }]).map(formatProblem);

it("finds nothing in an incident that changes what the system has", () => {
  expect(check(story)).toEqual([]);
});

const AT = 'services/shop incident "refunds-run-away"';

it.each<[string, readonly Incident[], string]>([
  [
    "a name that is there twice",
    [story, story],
    `${AT}: is declared twice; rename one`,
  ],
  [
    "the name of an incident that every system has",
    [{ ...story, name: "all-fail" }],
    'services/shop incident "all-fail": has the name of an incident that every system has',
  ],
  [
    "a name that no command line likes",
    [{ ...story, name: "Refunds run away" }],
    'services/shop incident "Refunds run away": name must be kebab-case',
  ],
  [
    "a query",
    [{ ...story, changes: [becomes("sum(up)", 0)] }],
    `${AT} becomes("sum(up)"): is not the name of a series with labels`,
  ],
  [
    "a selector with something behind it",
    [{ ...story, changes: [becomes("up > 0", 0)] }],
    `${AT} becomes("up > 0"): is not the name of a series with labels`,
  ],
  [
    "a selector that is not closed as it is opened",
    [{ ...story, changes: [becomes("up )", 0)] }],
    `${AT} becomes("up )"): is not the name of a series with labels`,
  ],
  [
    "a matcher that selects many",
    [{ ...story, changes: [gone('up{app!="shop"}')] }],
    `${AT} gone("up{app!="shop"}"): is not the name of a series with labels`,
  ],
  [
    "what the system does not have",
    [{ ...story, changes: [grows("sales_total", 0)] }],
    `${AT} grows("sales_total"): names a series that the system does not have, got sales_total`,
  ],
  [
    "events of what scraping shows",
    [{ ...story, changes: [occurs("up")] }],
    `${AT} occurs("up"): names a series that the system does not have`,
  ],
  [
    "an event without all of its labels",
    [{ ...story, changes: [occurs('refunds_total{currency="EUR"}')] }],
    `${AT} occurs("refunds_total{currency="EUR"}"): leaves out labels of the event, got method`,
  ],
])("refuses %s", (_, incidents, problem) => {
  const [found, ...others] = check(...incidents);
  expect(others).toEqual([]);
  expect(found).toContain(problem);
});

it("refuses a wrong value in each field", () => {
  const checkOne = (one: unknown): readonly Problem[] => {
    const service = { ...shop, incidents: [one] } as Service;
    const shapes = checkPartShapes(service);
    return shapes.length > 0
      ? shapes
      : [
          ...checkService(service, { runbooks: goodRunbooks }),
          ...checkIncidents([service]),
        ];
  };
  expect(checkOne(story)).toEqual([]);
  expect(untried(incidentForm, story)).toEqual([]);
  expect(accepted(incidentForm, story, checkOne)).toEqual([
    // It is for people; Terraform never sees it.
    'about "${x}"',
    // A temperature, a balance.
    "changes.2.value -1",
  ]);
});
