import type { Alert } from "../model/alert";
import type { ExpectedAlert, ProofCase } from "../model/alert-proof";
import { minutes } from "../model/duration";
import type { EnvironmentConfig } from "../model/environment";
import type { ServiceDeclaration } from "../model/service";
import { alertAnnotations, alertLabels } from "../rules/alert-rules";

/**
 * One test of a promtool test file.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/#test_group
 */
export interface PromtoolTest {
  readonly name: string;
  readonly interval: string;
  readonly input_series: readonly {
    readonly series: string;
    readonly values: string;
  }[];
  readonly alert_rule_test: readonly {
    readonly eval_time: string;
    readonly alertname: string;
    readonly exp_alerts: readonly {
      readonly exp_labels: Readonly<Record<string, string>>;
      readonly exp_annotations: Readonly<Record<string, string>>;
    }[];
  }[];
}

/** The cases of an alert as promtool judges them: it fires with exactly these labels and texts, and stays quiet. */
export const promtoolTests = (
  alert: Alert,
  service: ServiceDeclaration,
  environment: EnvironmentConfig,
): readonly PromtoolTest[] => [
  ...alert.proof.fires.map((proofCase, index) =>
    test(
      `${alert.name} fires, case ${String(index + 1)}`,
      alert,
      proofCase,
      (proofCase.expect ?? [{}]).map((expected) => ({
        exp_labels: { ...alertLabels(alert, service), ...expected.labels },
        exp_annotations: {
          ...alertAnnotations(alert, environment),
          ...renderedTexts(alert, expected),
        },
      })),
    ),
  ),
  ...alert.proof.quiet.map((proofCase, index) =>
    test(
      `${alert.name} stays quiet, case ${String(index + 1)}`,
      alert,
      proofCase,
      [],
    ),
  ),
];

function renderedTexts(
  alert: Alert,
  expected: ExpectedAlert,
): Readonly<Record<string, string>> {
  const summary = expected.summary ?? alert.summary;
  const description = expected.description ?? alert.description ?? summary;
  return { summary, description };
}

const test = (
  name: string,
  alert: Alert,
  proofCase: ProofCase,
  expected: PromtoolTest["alert_rule_test"][number]["exp_alerts"],
): PromtoolTest => ({
  name,
  interval: (proofCase.interval ?? minutes(1)).toString(),
  input_series: Object.entries(proofCase.series).map(([series, values]) => ({
    series,
    values,
  })),
  alert_rule_test: [
    {
      eval_time: proofCase.at.toString(),
      alertname: alert.name,
      exp_alerts: expected,
    },
  ],
});
