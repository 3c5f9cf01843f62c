import { staging } from "../../environments/staging";
import { minutes } from "../../model/duration";
import { percent } from "../../model/ratio";
import { promtoolTests } from "../../proof/promtool-test";
import { checkRules, testRules } from "../../proof/run-promtool";
import { alertRules } from "../../rules/alert-rules";
import { recordingGroup } from "../../rules/recording-rules";
import { findEngine } from "../../tools/find-engine";
import { goodAlert, withAlert } from "../support/services";

let promtool = "";
beforeAll(
  async () => {
    promtool = await findEngine("promtool");
  },
  20 * 60 * 1000,
);

const fires = {
  series: {
    'shop_requests_total{status="500"}': "0+6x20",
    'shop_requests_total{status="200"}': "0+60x20",
  },
  at: minutes(15),
};
const quiet = {
  series: {
    'shop_requests_total{status="500"}': "0+2x20",
    'shop_requests_total{status="200"}': "0+60x20",
  },
  at: minutes(15),
};

const judge = (change: Parameters<typeof withAlert>[0]) => {
  const service = withAlert({
    proof: { fires: [fires], quiet: [quiet] },
    ...change,
  });
  return testRules(
    promtool,
    [
      ...service.recording.map((group) => recordingGroup(service.key, group)),
      ...alertRules(service, staging),
    ],
    service.alerts.flatMap((alert) => promtoolTests(alert, service, staging)),
  );
};

it("agrees with a proof that holds", async () => {
  expect(await judge({})).toEqual({
    agreed: true,
    output: expect.stringContaining("SUCCESS") as string,
  });
});

describe("does not agree", () => {
  it.each<[string, Parameters<typeof withAlert>[0], string]>([
    [
      "when the alert fires in its quiet case",
      { thresholds: { errorRatio: percent(1) } },
      "ShopErrors stays quiet, case 1",
    ],
    [
      "when the alert never fires",
      { thresholds: { errorRatio: percent(50) } },
      "ShopErrors fires, case 1",
    ],
    [
      "when the alert carries another label than was expected",
      {
        proof: {
          fires: [{ ...fires, expect: [{ labels: { pod: "a" } }] }],
          quiet: [quiet],
        },
      },
      'pod="a"',
    ],
    [
      "when a person would read something else than was expected",
      {
        summary: "{{ $value | humanizePercentage }} fail",
        proof: {
          fires: [{ ...fires, expect: [{ summary: "10% fail" }] }],
          quiet: [quiet],
        },
      },
      "9.091% fail",
    ],
    [
      "when a series is no series",
      {
        proof: {
          fires: [{ series: { "shop{": "1x5" }, at: minutes(5) }],
          quiet: [quiet],
        },
      },
      "parse error",
    ],
  ])("%s", async (_, change, output) => {
    const verdict = await judge(change);
    expect(verdict.agreed).toBe(false);
    expect(verdict.output).toContain(output);
  });
});

it("refuses rules that Prometheus would not load", async () => {
  const service = withAlert({
    expr: "rate(shop_requests_total[5m]",
    name: goodAlert.name,
    thresholds: {},
  });
  const verdict = await checkRules(promtool, alertRules(service, staging));
  expect(verdict.agreed).toBe(false);
  expect(verdict.output).toContain("unclosed left parenthesis");
});

it("says so when the engine is not there", async () => {
  expect(await checkRules("/nowhere/promtool", [])).toMatchObject({
    agreed: false,
  });
});
