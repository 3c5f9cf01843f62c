import { environments } from "../../../config/environments";
import { findEngine } from "../../../engines/find-engine";
import { askedQueries } from "../../query/asked-queries";
import {
  lokitoolRefusals,
  promtoolRefusals,
} from "../../query/engines-judgement";
import { describeWith } from "../../support/describe-with";
import { services } from "../support/declared";

/** A first run may build the engine. */
const INSTALL_LIMIT = 30 * 60 * 1000;

const asked = environments.flatMap((environment) =>
  askedQueries(services, environment, environments),
);

it(
  "has only queries of metrics that Prometheus reads, in every environment",
  async () => {
    for (const { name } of environments) {
      const paths = asked.filter(({ path }) => path.startsWith(`${name}: `));
      expect(paths.length).toBeGreaterThan(500);
    }
    const promtool = await findEngine("promtool");
    expect(await promtoolRefusals(promtool, asked)).toEqual([]);
  },
  INSTALL_LIMIT,
);

it("leaves nothing to fill in", () => {
  // `$1` is what label_replace captured.
  expect(asked.filter(({ text }) => /\$[a-zA-Z_{]/.test(text))).toEqual([]);
});

describeWith("lokitool", () => {
  it(
    "has only queries of logs that Loki reads, in every environment",
    async () => {
      expect(lokitoolRefusals(await findEngine("lokitool"), asked)).toEqual([]);
    },
    INSTALL_LIMIT,
  );
});
