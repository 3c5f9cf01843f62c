import type { ExpectedAlert } from "../model/alert-proof";
import type { AlertRuleText } from "../prometheus/rules/rule-group";

/** The expected notification: the rule's labels and texts, with what the case expects. */
export const renderedAlert = (rule: AlertRuleText, expected: ExpectedAlert) => {
  const summary = expected.summary ?? rule.annotations["summary"] ?? "";
  const description =
    expected.description ??
    (rule.annotations["description"] === rule.annotations["summary"]
      ? summary
      : (rule.annotations["description"] ?? summary));
  return {
    labels: { ...rule.labels, ...expected.labels },
    annotations: {
      ...rule.annotations,
      summary,
      description,
      dashboard_url: (rule.annotations["dashboard_url"] ?? "").replace(
        "{{ $labels.system }}",
        expected.labels?.["system"] ?? "",
      ),
    },
  };
};
