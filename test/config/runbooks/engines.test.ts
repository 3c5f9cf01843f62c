import { findEngine } from "../../../engines/find-engine";
import type { AskedQuery } from "../../query/asked-queries";
import {
  lokitoolRefusals,
  promtoolRefusals,
} from "../../query/engines-judgement";
import { describeWith } from "../../support/describe-with";
import { blocksOf, runbookPages, textOf } from "../support/runbook-pages";

/** A first run may build the engine. */
const INSTALL_LIMIT = 30 * 60 * 1000;

const queriesOf = (language: AskedQuery["language"]): readonly AskedQuery[] =>
  runbookPages.flatMap((path) =>
    blocksOf(textOf(path), language).map((text) => ({ path, language, text })),
  );

it(
  "has queries that Prometheus takes",
  async () => {
    const promtool = await findEngine("promtool");
    const queries = queriesOf("promql");
    expect(queries.length).toBeGreaterThan(0);
    expect(await promtoolRefusals(promtool, queries)).toEqual([]);
    const [refusal] = await promtoolRefusals(promtool, [
      { path: "a page", language: "promql", text: "deriv(up)" },
    ]);
    expect(refusal).toContain("a page: ");
    expect(refusal).toContain("deriv");
  },
  INSTALL_LIMIT,
);

describeWith("lokitool", () => {
  it(
    "has queries that Loki takes",
    async () => {
      const lokitool = await findEngine("lokitool");
      expect(lokitoolRefusals(lokitool, queriesOf("logql"))).toEqual([]);
      const [refusal] = lokitoolRefusals(lokitool, [
        {
          path: "a page",
          language: "logql",
          text: '{system="titan"} | json |~',
        },
      ]);
      expect(refusal).toContain("parse error");
    },
    INSTALL_LIMIT,
  );
});
