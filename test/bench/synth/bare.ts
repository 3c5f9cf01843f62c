import { Dashboard } from "@cdktf/provider-grafana/lib/dashboard";
import { Folder } from "@cdktf/provider-grafana/lib/folder";
import { FolderPermission } from "@cdktf/provider-grafana/lib/folder-permission";
import { GrafanaProvider } from "@cdktf/provider-grafana/lib/provider";
import { HelmProvider } from "@cdktf/provider-helm/lib/provider";
import { Release } from "@cdktf/provider-helm/lib/release";
import { App, LocalBackend, TerraformStack } from "cdktf";
import { escapeTemplate } from "../../../constructs/terraform-text";
import { dashboardJson } from "../../../dashboards/dashboard-json";
import { withGeneratedDashboards } from "../../../dashboards/with-generated-dashboards";
import { environments } from "../../../config/environments";
import { SMALL } from "../../../helm/parts/container-resources";
import { serviceObjectsValues } from "../../../helm/raw-objects/service-objects-values";
import { codeverify } from "../../config/support/declared";
import { keyOf, renameText } from "./copies";

/**
 * The same payload written by hand: no declarations, no checks, every text an attribute of a
 * resource, rendered once and copied by replacing the name.
 */
const [count = "10", outdir = "cdktf.out"] = process.argv.slice(2);
const app = new App({ outdir });
for (const environment of environments) {
  const stack = new TerraformStack(app, environment.name);
  new LocalBackend(stack, { path: "../../../state/bench.tfstate" });
  new HelmProvider(stack, "helm", {
    kubernetes: { configPath: "~/.kube/config" },
  });
  new GrafanaProvider(stack, "grafana", { url: "http://127.0.0.1" });
  const operator = new Release(stack, "operator", {
    name: "operator",
    chart: "operator",
  });
  const objects = escapeTemplate(
    JSON.stringify(serviceObjectsValues(codeverify, environment), null, 2),
  );
  const exporterValues = JSON.stringify({ resources: SMALL }, null, 2);
  const dashboards = withGeneratedDashboards(codeverify).dashboards.map(
    (dashboard) =>
      escapeTemplate(dashboardJson(dashboard, codeverify, environment)),
  );
  for (let index = 0; index < Number(count); index += 1) {
    const key = keyOf(index);
    const release = {
      namespace: "monitoring",
      version: "1.0.0",
      atomic: true,
      cleanupOnFail: true,
      maxHistory: 5,
      timeout: 900,
      dependsOn: [operator],
    };
    new Release(stack, `${key}-monitoring`, {
      ...release,
      name: `${key}-monitoring`,
      chart: "./raw-objects",
      values: [renameText(objects, key)],
    });
    for (const exporter of codeverify.exporters) {
      const name = renameText(exporter.name, key);
      new Release(stack, name, {
        ...release,
        name,
        chart: "exporter",
        repository: "https://charts.example.com",
        values: [exporterValues],
      });
    }
    const folder = new Folder(stack, `${key}-folder`, {
      uid: key,
      title: key,
      preventDestroyIfNotEmpty: true,
      dependsOn: [operator],
    });
    new FolderPermission(stack, `${key}-permission`, {
      folderUid: folder.uid,
      permissions: [{ teamId: "1", permission: "View" }],
    });
    for (const [number, json] of dashboards.entries()) {
      new Dashboard(stack, `${key}-${String(number)}`, {
        folder: folder.uid,
        configJson: renameText(json, key),
        overwrite: true,
      });
    }
  }
}
app.synth();
