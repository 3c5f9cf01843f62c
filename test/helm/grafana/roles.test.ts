import type { JSONValue } from "@jmespath-community/jmespath";
import { ENVIRONMENTS } from "../chart-values";
import { grafanaRole, withEditors } from "../../support/grafana-role";

const EDITORS = "engineers";

describe.each(
  ENVIRONMENTS.map((environment) => [environment.name, environment] as const),
)("%s", (_, environment) => {
  const { adminGroup } = environment.grafana.singleSignOn;

  it.each<[string, Readonly<Record<string, JSONValue>>, string, string]>([
    ["administrators", { groups: [adminGroup] }, "Admin", "Admin"],
    ["engineers", { groups: ["sales", EDITORS] }, "Editor", "Viewer"],
    ["both", { groups: [EDITORS, adminGroup] }, "Admin", "Admin"],
    ["neither", { groups: ["sales"] }, "Viewer", "Viewer"],
    ["nobody's", { groups: [] }, "Viewer", "Viewer"],
    ["without a list of groups", {}, "Viewer", "Viewer"],
    ["with nothing in place of the list", { groups: null }, "Viewer", "Viewer"],
    [
      "in groups that are named alike",
      { groups: [`${adminGroup}s`, `${EDITORS}-of-others`] },
      "Viewer",
      "Viewer",
    ],
    [
      "in one group that is no list, and is named alike",
      { groups: `no-${adminGroup}-and-no-${EDITORS}` },
      "Viewer",
      "Viewer",
    ],
  ])("people are %s", (__, person, withGroup, withoutGroup) => {
    expect([
      grafanaRole(withEditors(environment, EDITORS), person),
      grafanaRole(withEditors(environment, undefined), person),
    ]).toEqual([withGroup, withoutGroup]);
  });
});
