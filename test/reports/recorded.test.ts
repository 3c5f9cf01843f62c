import { installedEngine } from "../../engines/find-engine";
import {
  RECORDED_QUERIES,
  keepAnswers,
  recordAnswers,
  recordedAnswers,
} from "./recorded";

const LONG_MS = 20 * 60 * 1_000;
const updating = process.env["UPDATE_GOLDEN"] === "1";

it("has a result for each query of the reports; UPDATE_GOLDEN=1 records them again", () => {
  if (updating) return;
  expect(Object.keys(recordedAnswers()).sort()).toEqual(
    [...RECORDED_QUERIES].sort(),
  );
});

// Nothing else in the tests needs Prometheus itself, which takes long to build: it is asked where
// it is installed.
const asked =
  updating || installedEngine("prometheus") !== undefined ? it : it.skip;

asked(
  "is the result of Prometheus",
  async () => {
    const answers = await recordAnswers();
    if (updating) keepAnswers(answers);
    expect(recordedAnswers()).toEqual(answers);
  },
  LONG_MS,
);
