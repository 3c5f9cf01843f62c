import { Dashboard } from "@cdktf/provider-grafana/lib/dashboard";
import { Folder } from "@cdktf/provider-grafana/lib/folder";
import { FolderPermission } from "@cdktf/provider-grafana/lib/folder-permission";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { dashboardJson } from "../dashboards/dashboard-json";
import type { Folder as FolderFacts } from "../dashboards/folders";
import { folderReaders } from "../dashboards/permissions";
import type { Service } from "../model/service";
import type { GrafanaTeams } from "./grafana-teams";
import type { StackContext } from "./stack-context";
import { escapeTemplate } from "./terraform-text";

/** A folder of one service, with the dashboards of its access class. */
export interface DashboardFolderProps extends StackContext {
  readonly service: Service;
  readonly folder: FolderFacts;
  readonly teams: GrafanaTeams;
  readonly dependsOn: readonly ITerraformDependable[];
}

/** A read-only folder and the dashboards in it. */
export class DashboardFolder extends Construct {
  constructor(scope: Construct, id: string, props: DashboardFolderProps) {
    super(scope, id);
    const { service, environment, files } = props;
    const folder = new Folder(this, "folder", {
      uid: props.folder.uid,
      title: escapeTemplate(props.folder.title),
      // A folder with dashboards made by hand is not deleted.
      preventDestroyIfNotEmpty: true,
      dependsOn: [...props.dependsOn],
    });
    // Read once: each reading makes a reference of its own.
    const folderUid = folder.uid;
    new FolderPermission(this, "permission", {
      folderUid,
      permissions: folderReaders(props.folder.access).map((reader) =>
        reader.kind === "role"
          ? { role: reader.role, permission: "View" }
          : { teamId: props.teams.idOf(reader.team), permission: "View" },
      ),
    });
    for (const dashboard of service.dashboards) {
      if (dashboard.access !== props.folder.access) continue;
      new Dashboard(this, dashboard.uid, {
        folder: folderUid,
        configJson: files.add(`dashboards/${dashboard.uid}.json`, () =>
          dashboardJson(dashboard, service, environment),
        ),
        overwrite: true,
      });
    }
  }
}
