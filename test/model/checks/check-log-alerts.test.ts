import { checkService } from "../../../model/checks/check-service";
import { minutes, seconds } from "../../../model/duration";
import type { LogStream } from "../../../model/log-alert";
import { formatProblem } from "../../../model/problem";
import type { Service } from "../../../model/service";
import { goodLogAlert, withLogAlert } from "../../support/log-alerts";
import { goodAlert, goodRunbooks, goodService } from "../../support/services";

const check = (service: Service): readonly string[] =>
  checkService(service, { runbooks: goodRunbooks }).map(formatProblem);

const [firing] = goodLogAlert.proof.fires;
if (firing === undefined) throw new Error("there is no case");
const PATH = 'services/shop alert "ShopErrorLogs"';
const CASE = `${PATH} case "an error in ten seconds"`;

/** The good alert with its firing case changed. */
const withCase = (change: Partial<typeof firing>): Service =>
  withLogAlert({
    proof: { ...goodLogAlert.proof, fires: [{ ...firing, ...change }] },
  });

const withLines = (lines: LogStream["lines"]): Service =>
  withCase({ streams: [{ labels: { system: "shop" }, lines }] });

it("finds nothing in a good declaration", () => {
  expect(check(withLogAlert())).toEqual([]);
});

it.each<[string, Service, string]>([
  [
    "the name of an alert on metrics",
    withLogAlert({ name: goodAlert.name }),
    'services/shop alert "ShopErrors": the name is used twice in this system; rename one; the label system distinguishes only systems',
  ],
  [
    "a missing runbook",
    withLogAlert({ runbook: "shop/nowhere" }),
    `${PATH}: the runbook page or its heading does not exist, got shop/nowhere; npm run generate -- --scaffold writes the page, with the heading after # if there is one; fill in its text`,
  ],
  [
    "no near miss",
    withLogAlert({ proof: { ...goodLogAlert.proof, quiet: [] } }),
    `${PATH}: an alert needs one case that fires and one that does not; add the missing case to proof`,
  ],
  [
    "a template that no case renders",
    withCase({ expect: [{ labels: { pod: "a" } }] }),
    `${PATH}: the description has a template, but a firing case does not expect its rendered form; add the rendered description to expect`,
  ],
  [
    "an unknown priority",
    withLogAlert({ priority: "P9" as "P1" }),
    `${PATH}: unknown priority, got P9; allowed: P0, P1, P2, P3; choose one`,
  ],
  [
    "a case without lines",
    withCase({ streams: [] }),
    `${CASE}: there are no lines to evaluate; add the lines that the application writes then`,
  ],
  [
    "a label that no stream has",
    withCase({
      streams: firing.streams.map((stream) => ({
        ...stream,
        labels: { ...stream.labels, user_id: "7" },
      })),
    }),
    `${CASE}: no stream has the label "user_id"; allowed: system, namespace, app, pod, container, level, environment, cluster; write it as a field of the line`,
  ],
  [
    "half a second",
    withLines([{ line: "a", from: seconds(0.5) }]),
    `${CASE}: from out of range, got 500ms; allowed: whole seconds from the beginning of the case; correct it`,
  ],
  [
    "repeated lines without an interval",
    withLines([{ line: "a", to: minutes(1), every: seconds(0) }]),
    `${CASE}: a repeated line needs an interval; make every 1 second or more`,
  ],
  [
    "a case that fires too soon",
    withCase({ at: seconds(59) }),
    `${CASE}: fires before the condition has held as long as the alert requires, got 59s; allowed: 1m or more; let the lines go on for longer`,
  ],
  [
    "a case that ends before it fires",
    withCase({ until: seconds(110) }),
    `${CASE}: ends before it fires, got 1m50s, fires at 1m50s; correct until: the first second at which the condition holds no more`,
  ],
])("finds %s", (_, service, problem) => {
  expect(check(service)).toEqual([problem]);
});

describe("saved queries", () => {
  const query = {
    id: "errors",
    title: "Errors",
    description: "Errors",
    expr: '{system="shop"}',
  };
  it.each<[string, Service, string]>([
    [
      "a title that is used twice",
      {
        ...goodService,
        logQueries: [query],
        traceQueries: [{ ...query, id: "slow" }],
      },
      'services/shop saved query "Errors": the title is used twice; rename one: they share a page',
    ],
    [
      "an id that is used twice",
      { ...goodService, logQueries: [query, { ...query, title: "Others" }] },
      'services/shop saved query "errors": the id is used twice; rename one: messages use the id',
    ],
    [
      "an empty query",
      { ...goodService, logQueries: [{ ...query, expr: " " }] },
      'services/shop saved query "Errors": expr must not be empty; write what the query shows',
    ],
  ])("finds %s", (_, service, problem) => {
    expect(check(service)).toEqual([problem]);
  });
});
