import { Folder } from "@cdktf/provider-grafana/lib/folder";
import { FolderPermission } from "@cdktf/provider-grafana/lib/folder-permission";
import { NotificationPolicy } from "@cdktf/provider-grafana/lib/notification-policy";
import { RuleGroup } from "@cdktf/provider-grafana/lib/rule-group";
import { Construct } from "constructs";
import { EVERYONE } from "../dashboards/permissions";
import { watchProber } from "../helm/blackbox-exporter/prober";
import type { EnvironmentConfig } from "../model/environment";
import type { Service } from "../model/service";
import { notificationPolicy } from "../alertmanager/second-path/notification-policy";
import { secondPathRuleGroup } from "../alertmanager/second-path/rule-group";
import type { GrafanaRule } from "../alertmanager/second-path/rule-group";
import { watchProbes } from "../prometheus/monitors/watch-probes";
import type { GrafanaContent } from "./grafana-content";
import type { PlatformReleases } from "./platform-releases";
import { RawObjects } from "./raw-objects/raw-objects";
import type { RawObjectsChart } from "./raw-objects/raw-objects-chart";
import type { StackContext } from "./stack-context";
import { escapeTemplate } from "./terraform-text";

/** The watched environment, and what the second path depends on. */
export interface SecondPathProps extends StackContext {
  /** @default none */
  readonly watched?: EnvironmentConfig;
  readonly services: readonly Service[];
  readonly chart: RawObjectsChart;
  readonly releases: PlatformReleases;
  readonly content: GrafanaContent;
}

/**
 * Notifies when the first path is broken: Grafana evaluates rules about Prometheus, Alertmanager
 * and the watched environment, and sends by its own contact points. The contact points come with
 * Grafana's release, since they name Secrets.
 */
export class SecondPath extends Construct {
  constructor(scope: Construct, id: string, props: SecondPathProps) {
    super(scope, id);
    const { environment, watched, services, content } = props;
    if (watched !== undefined) this.addProbes(watched, props);
    const folder = new Folder(this, "folder", {
      uid: "second-path",
      title: "Second path",
      dependsOn: [...content.ready],
    });
    // Read once: each reading makes a reference of its own.
    const folderUid = folder.uid;
    new FolderPermission(this, "permission", {
      folderUid,
      permissions: EVERYONE.map((role) => ({ role, permission: "View" })),
    });
    const group = secondPathRuleGroup(environment, watched, services);
    new RuleGroup(this, "rules", {
      folderUid,
      name: group.name,
      intervalSeconds: group.intervalSeconds,
      rule: group.rules.map(ruleAttributes),
      // Grafana takes no rule about a data source that it does not know.
      dependsOn: [...content.dataSources],
    });
    const { policy, groupBy, ...root } = notificationPolicy(environment);
    new NotificationPolicy(this, "policy", {
      ...root,
      groupBy: [...groupBy],
      policy: policy.map((nested) => ({
        ...nested,
        groupBy: [...nested.groupBy],
        matcher: [...nested.matcher],
      })),
      dependsOn: [...content.ready],
    });
  }

  private addProbes(
    watched: EnvironmentConfig,
    { environment, services, files, chart, releases }: SecondPathProps,
  ): void {
    new RawObjects(this, "probes", {
      environment,
      files,
      name: "watched-environment",
      chart,
      values: () => ({
        objects: watchProbes(
          environment,
          watched,
          services,
          watchProber(environment, watched),
        ),
      }),
      dependsOn: [releases.operator.release],
    });
  }
}

/** A rule in attributes, where Terraform would read templates. */
const ruleAttributes = (rule: GrafanaRule) => ({
  ...rule,
  labels: escaped(rule.labels),
  annotations: escaped(rule.annotations),
  data: rule.data.map((step) => ({
    ...step,
    model: escapeTemplate(step.model),
  })),
});

const escaped = (
  texts: Readonly<Record<string, string>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, escapeTemplate(text)]),
  );
