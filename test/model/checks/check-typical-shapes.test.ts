import { checkTypical } from "../../../model/checks/check-typical";
import { values } from "../../../model/label-values";
import { gauge, histogram } from "../../../model/metric";
import type { MetricContract } from "../../../model/metric";
import { formatProblem } from "../../../model/problem";
import {
  always,
  between,
  bySet,
  leftBy,
  observed,
  perHour,
} from "../../../model/typical/typical";
import { wholeService } from "../../../model/whole-service";
import { goodService } from "../../support/services";

const problems = (metrics: MetricContract): readonly string[] =>
  checkTypical({ ...wholeService(goodService), metrics }).map(formatProblem);

const volume = values("data", "logs");
const total = gauge({
  help: "Size",
  labels: { volume },
  typical: bySet({ 'volume="data"': always(200), 'volume="logs"': always(50) }),
});
const usedUpTo = (logs: number) =>
  gauge({
    help: "Used",
    labels: { volume },
    typical: bySet({
      'volume="data"': between(90, 100, 120),
      'volume="logs"': between(10, 20, logs),
    }),
    partOf: "shop_disk_total_bytes",
  });
const disk = {
  shop_disk_total_bytes: total,
  shop_disk_used_bytes: usedUpTo(30),
};

describe("a part of a whole", () => {
  it("may take more of one than another has", () => {
    expect(problems(disk)).toEqual([]);
  });

  it("may not exceed the only one", () => {
    const metrics = {
      shop_pool_size: gauge({ help: "Size", typical: always(20) }),
      shop_pool_used: gauge({
        help: "Used",
        typical: between(1, 5, 21),
        partOf: "shop_pool_size",
      }),
    };
    expect(problems(metrics)).toEqual([
      'services/shop metric "shop_pool_used" typical: exceeds shop_pool_size, which it is a part of, got 21 of 20; correct one of them',
    ]);
  });

  it("may not exceed its own", () => {
    expect(problems({ ...disk, shop_disk_used_bytes: usedUpTo(51) })).toEqual([
      'services/shop metric "shop_disk_used_bytes" typical: exceeds shop_disk_total_bytes, which it is a part of, got 51 of 50 with {volume="logs"}; correct one of them',
    ]);
  });
});

describe("what a part leaves", () => {
  const free = gauge({
    help: "Free",
    labels: { volume },
    typical: leftBy("shop_disk_used_bytes"),
  });

  it("is known where the part names its whole", () => {
    expect(problems({ ...disk, shop_disk_free_bytes: free })).toEqual([]);
  });

  it("is unknown where the part names none", () => {
    expect(
      problems({
        ...disk,
        shop_disk_free_bytes: gauge({
          ...free,
          typical: leftBy("shop_disk_total_bytes"),
        }),
      }),
    ).toEqual([
      'services/shop metric "shop_disk_free_bytes" typical: leftBy must name a gauge of the contract whose partOf names another, got "shop_disk_total_bytes"; state the part and the whole with between() or always()',
    ]);
  });

  it("has the labels of the part", () => {
    expect(
      problems({
        ...disk,
        shop_disk_free_bytes: gauge({
          help: "Free",
          typical: leftBy("shop_disk_used_bytes"),
        }),
      }),
    ).toEqual([
      'services/shop metric "shop_disk_free_bytes" typical: has other labels than shop_disk_used_bytes, got no label; allowed: volume; give both the same labels',
    ]);
  });
});

it.each([
  [0.4, []],
  [0, ["least 0"]],
  [0.9, ["least 0.9"]],
])(
  "the smallest observation %d lies above 0 and below the median",
  (least, got) => {
    const sure = histogram({
      help: "Confidence",
      buckets: [0.5, 1],
      typical: observed(perHour(1), { least, p50: 0.8, p95: 0.9, p99: 0.95 }),
    });
    expect(problems({ shop_confidence_ratio: sure })).toEqual(
      got.map(
        (each) =>
          `services/shop metric "shop_confidence_ratio" typical: percentiles must be above 0 and ascend, got ${each}, p50 0.8, p95 0.9, p99 0.95; write them in the unit of the buckets, least ≤ p50 ≤ p95 ≤ p99`,
      ),
    );
  },
);
