import { environments } from "../../../config/environments";
import { findEngine } from "../../../engines/find-engine";
import {
  logRuleFiles,
  lokitoolFaults,
  repeatedFiles,
} from "../../prometheus/rules/log-rules-judgement";
import { describeWith } from "../../support/describe-with";
import { services } from "../support/declared";

describe.each(
  environments.map((environment) => [environment.name, environment] as const),
)("the files of rules on logs of %s", (_, environment) => {
  const files = logRuleFiles(services, environment);

  it("have a name each", () => {
    expect(files.length).toBeGreaterThan(3);
    expect(repeatedFiles(files)).toEqual([]);
  });

  describeWith("lokitool", () => {
    it(
      "are accepted",
      async () => {
        expect(lokitoolFaults(await findEngine("lokitool"), files)).toEqual([]);
      },
      30 * 60 * 1000,
    );
  });
});
