import { Team } from "@cdktf/provider-grafana/lib/team";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

/** Teams that folder permissions name. */
export interface GrafanaTeamsProps {
  readonly teams: readonly string[];
  readonly dependsOn: readonly ITerraformDependable[];
}

/**
 * Teams without members: who belongs to them is decided in Grafana or synchronised from the
 * identity provider, and an apply leaves it alone.
 */
export class GrafanaTeams extends Construct {
  private readonly ids = new Map<string, string>();

  constructor(scope: Construct, id: string, props: GrafanaTeamsProps) {
    super(scope, id);
    for (const name of props.teams) {
      const team = new Team(this, name, {
        name,
        lifecycle: { ignoreChanges: ["members", "admins"] },
        dependsOn: [...props.dependsOn],
      });
      this.ids.set(name, team.id);
    }
  }

  /**
   * Identifier of a team, for permissions.
   * @throws Error when there is no such team
   */
  idOf(name: string): string {
    const id = this.ids.get(name);
    if (id === undefined) {
      throw new Error(
        `unknown Grafana team ${name}, known: ${[...this.ids.keys()].join(", ")}`,
      );
    }
    return id;
  }
}
