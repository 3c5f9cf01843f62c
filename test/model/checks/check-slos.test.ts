import { staging } from "../../support/environments/staging";
import {
  checkPeriods,
  checkSlos,
  droppedTiers,
} from "../../../model/checks/check-slos";
import { days, hours, minutes } from "../../../model/duration";
import { formatProblem } from "../../../model/problem";
import { percent } from "../../../model/ratio";
import type { RequestSlo, Slo } from "../../../model/slo";
import { answers, never } from "../../support/slos";
import { goodService } from "../../support/services";

const withSlos = (...slos: readonly Slo[]) => ({ ...goodService, slos });
const problems = (change: Partial<RequestSlo>): readonly string[] =>
  checkSlos(withSlos({ ...answers, ...change })).map(formatProblem);

it("finds nothing in valid SLOs", () => {
  expect(
    checkSlos(withSlos({ ...answers, outage: { probe: "health" } }, never)),
  ).toEqual([]);
});

it.each<[string, Partial<RequestSlo>, string]>([
  [
    "an objective of 100 percent",
    { objective: percent(100) },
    'services/shop slo "answers": objective must be above 0 and below 100 percent, got 100; try 99.9, or declare it as zero-tolerance',
  ],
  [
    "an objective of 0 percent",
    { objective: percent(0) },
    'services/shop slo "answers": objective must be above 0 and below 100 percent, got 0; try 99.9',
  ],
  [
    "half a day",
    { period: hours(180) },
    'services/shop slo "answers": period must be whole days, got 7d12h; allowed: 7d or more; 7d and 30d are common',
  ],
  [
    "a short period",
    { period: days(6) },
    'services/shop slo "answers": period must be whole days, got 6d; allowed: 7d or more; 7d and 30d are common',
  ],
  [
    "a group-by label that the rules use",
    { groupBy: ["tile"] },
    'services/shop slo "answers": the label "tile" cannot be in groupBy: the rules use it themselves; remove it from groupBy',
  ],
  [
    "a malformed name",
    { name: "Answers" },
    'services/shop slo "Answers": the name of an SLO is kebab-case, got Answers; allowed: a-z, 0-9 and -, beginning with a letter; rename it',
  ],
  [
    "no bad example",
    { examples: { good: answers.examples.good, bad: {} } },
    'services/shop slo "answers": examples.bad names no series, so nothing can be proved; name the raw series that a bad event changes',
  ],
  [
    "a negative minimum",
    { minimumBadEvents: -1 },
    'services/shop slo "answers": minimumBadEvents must be a number of events, 0 or more, got -1; 5 is the default',
  ],
  [
    "an outage of a probe that it does not have",
    { outage: { probe: "ready" } },
    'services/shop slo "answers": outage names a probe that the system does not have, got ready; allowed: health; name one of its probes, declare the probe, or remove outage',
  ],
  [
    "a budget that contradicts objective and period",
    { statedBudget: minutes(40) },
    'services/shop slo "answers": the stated budget is not what objective and period give: (1 - 0.999) x 30d = 43m12s, got 40m; correct one of the three',
  ],
  [
    "tiers that can never fire",
    { objective: percent(0.5), period: days(90) },
    'services/shop slo "answers": no tier can ever fire; even the slowest: 10 % of the budget in 3d is 3 times too fast, and 3 x 0.995 = 2.985 is an error ratio that cannot be exceeded, got objective 0.5 percent; raise the objective, or declare volume "low", which has no tiers',
  ],
])("names %s", (_, change, message) => {
  expect(problems(change)).toEqual([message]);
});

it("accepts a budget that equals objective and period", () => {
  expect(problems({ statedBudget: minutes(43.2) })).toEqual([]);
});

it("finds a name that two SLOs share", () => {
  expect(checkSlos(withSlos(answers, answers)).map(formatProblem)).toEqual([
    'services/shop slo "answers": the name is used twice in this system; rename one: their series would mix',
  ]);
});

it("warns of a tier that is left out, with the arithmetic", () => {
  expect(
    droppedTiers(withSlos({ ...answers, objective: percent(90) })).map(
      formatProblem,
    ),
  ).toEqual([
    'services/shop slo "answers": the tier 1h can never fire: 2 % of the budget in 1h is 14.4 times too fast, and 14.4 x 0.1 = 1.44 is an error ratio that cannot be exceeded; it is left out; a higher objective would bring it back',
  ]);
  expect(droppedTiers(withSlos(answers, never))).toEqual([]);
});

it("finds a period longer than the retention, and accepts one of the same length", () => {
  const keeping = (length: number) => ({
    ...staging,
    prometheus: { ...staging.prometheus, retention: days(length) },
  });
  expect(checkPeriods(keeping(30), [withSlos(answers, never)])).toEqual([]);
  expect(
    checkPeriods(keeping(15), [withSlos(answers)]).map(formatProblem),
  ).toEqual([
    'services/shop slo "answers": period is longer than staging keeps samples, got 30d > 15d; allowed: 7d to 15d; shorten it, or raise prometheus.retention in environments/staging',
  ]);
});
