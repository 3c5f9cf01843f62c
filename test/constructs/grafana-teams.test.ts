import { TerraformStack, Testing } from "cdktf";
import { GrafanaTeams } from "../../constructs/grafana-teams";

const teams = (): GrafanaTeams =>
  new GrafanaTeams(new TerraformStack(Testing.app(), "stack"), "teams", {
    teams: ["finance", "security"],
    dependsOn: [],
  });

it("refuses a team that it does not have, and says which it has", () => {
  expect(() => teams().idOf("fynance")).toThrow(
    new Error("unknown Grafana team fynance, known: finance, security"),
  );
});

it("gives each team an identifier of its own", () => {
  const two = teams();
  expect(two.idOf("finance")).not.toBe(two.idOf("security"));
});

it("leaves the members of a team alone", () => {
  const stack = new TerraformStack(Testing.app(), "stack");
  new GrafanaTeams(stack, "teams", { teams: ["finance"], dependsOn: [] });
  const { resource } = JSON.parse(Testing.synth(stack)) as {
    resource: {
      grafana_team: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    };
  };
  expect(Object.values(resource.grafana_team)).toEqual([
    expect.objectContaining({
      name: "finance",
      lifecycle: { ignore_changes: ["members", "admins"] },
    }),
  ]);
});
