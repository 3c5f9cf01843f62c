import { minutes } from "../../../../model/duration";
import type { RecordingRule } from "../../../../model/recording-rule";
import { accuracy } from "../events";

const measured = (model: string, version: string, pod = "a"): string =>
  `model_accuracy_ratio{system="sentinel", model="${model}", version="${version}", pod="${pod}"}`;
const released = (model: string, pod = "a"): string =>
  `model_accuracy_baseline_ratio{system="sentinel", model="${model}", pod="${pod}"}`;

/** Models of others with the same name must not count. */
const others = {
  'model_accuracy_ratio{system="other", model="fraud", version="7"}': "0.01x5",
  'model_accuracy_ratio{system="other", model="fraud", version="9"}': "1x5",
  'model_accuracy_baseline_ratio{system="other", model="fraud"}': "5x5",
};

/** Accuracy of the deployed models, absolute and relative to their release. */
export const accuracyRules: readonly RecordingRule[] = [
  {
    record: "sentinel:model_accuracy:current",
    expr: `max by (model, version) (${accuracy.now})`,
    proof: {
      cases: [
        {
          name: "two pods, of which one still shows the evaluation before, and two versions",
          series: {
            ...others,
            [measured("fraud", "7", "a")]: "0.9x5",
            [measured("fraud", "7", "b")]: "0.8x5",
            [measured("fraud", "6", "a")]: "0.7x5",
          },
          at: minutes(5),
          samples: [
            { labels: { model: "fraud", version: "7" }, value: 0.9 },
            { labels: { model: "fraud", version: "6" }, value: 0.7 },
          ],
        },
      ],
    },
  },
  {
    record: "sentinel:model_accuracy_to_baseline:ratio",
    expr: `clamp_max(
  min by (model) (${accuracy.now})
    / (max by (model) (${accuracy.baseline}) > 0), 1)`,
    proof: {
      cases: [
        {
          name: "the worst version against the best that was said of the release, a model that became better, and one without a baseline",
          series: {
            ...others,
            [measured("fraud", "7", "a")]: "0.9x5",
            [measured("fraud", "6", "b")]: "0.6x5",
            [released("fraud", "a")]: "0.8x5",
            [released("fraud", "b")]: "0.7x5",
            [measured("churn", "1")]: "0.9x5",
            [released("churn")]: "0.5x5",
            [measured("new", "1")]: "0.9x5",
            [released("new")]: "0x5",
          },
          at: minutes(5),
          samples: [
            { labels: { model: "fraud" }, value: 0.75 },
            { labels: { model: "churn" }, value: 1 },
          ],
        },
      ],
    },
  },
];
