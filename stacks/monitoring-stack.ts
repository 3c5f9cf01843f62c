import { GrafanaProvider } from "@cdktf/provider-grafana/lib/provider";
import { HelmProvider } from "@cdktf/provider-helm/lib/provider";
import { KubernetesProvider } from "@cdktf/provider-kubernetes/lib/provider";
import {
  AnnotationMetadataEntryType,
  TerraformOutput,
  TerraformStack,
  TerraformVariable,
} from "cdktf";
import { Construct } from "constructs";
import { GrafanaContent } from "../constructs/grafana-content";
import { MonitoredService } from "../constructs/monitored-service";
import { PlatformReleases } from "../constructs/platform-releases";
import { RawObjectsChart } from "../constructs/raw-objects/raw-objects-chart";
import { SecondPath } from "../constructs/second-path";
import type { StackContext } from "../constructs/stack-context";
import { StackFiles } from "../constructs/stack-files";
import { catalogueFile } from "../catalogue/environment-catalogue";
import type { RequirementEntry } from "../catalogue/form";
import { requiredSecrets } from "../kubernetes/required-secrets";
import { publicUrls } from "../helm/parts/public-urls";
import { largeConfiguration } from "../checks/routing/configuration-size";
import { localState, unwatched } from "../model/checks/environment-warnings";
import { droppedTiers } from "../model/checks/check-slos";
import { grafanaUrl } from "../model/environment-urls";
import type { EnvironmentConfig } from "../model/environment";
import { formatProblem } from "../model/problem";
import type { Service, ServiceDeclaration } from "../model/service";
import { wholeServices } from "../model/whole-service";
import { watchedEnvironment } from "../model/watched-environment";
import { addBackend } from "./backend";

/** What a stack deploys. */
export interface MonitoringStackProps {
  readonly environment: EnvironmentConfig;
  /** All deployed environments, including this one: they watch each other from outside. */
  readonly environments: readonly EnvironmentConfig[];
  readonly services: readonly ServiceDeclaration[];
  /** The requirements and what meets them, for documentation; not deployed. @default none */
  readonly requirements?: readonly RequirementEntry[];
}

/**
 * One environment: the platform's releases, every service's rules and monitors, and what people see
 * in Grafana. What is declared is sound: `synthesise` has checked it. Its order is that of a first
 * apply to an empty cluster: custom resource definitions, releases, objects, Grafana's content.
 */
export class MonitoringStack extends TerraformStack {
  constructor(scope: Construct, id: string, props: MonitoringStackProps) {
    super(scope, id);
    const { environment, environments } = props;
    const services = wholeServices(props.services);
    addBackend(this, environment);
    for (const problem of [
      ...localState(environment),
      ...unwatched(environment, environments),
      ...services.flatMap(droppedTiers),
      ...largeConfiguration(environment, services),
    ]) {
      this.warn(formatProblem(problem));
    }
    const grafanaAddress = this.addProviders(environment);
    const context: StackContext = { environment, files: new StackFiles(this) };
    const chart = new RawObjectsChart(this, "raw-objects");
    const releases = new PlatformReleases(this, "platform", {
      ...context,
      services,
      chart,
    });
    const content = new GrafanaContent(this, "grafana", {
      ...context,
      url: grafanaAddress,
      release: releases.grafana,
    });
    const watched = watchedEnvironment(environment, environments);
    new SecondPath(this, "second-path", {
      ...context,
      ...(watched === undefined ? {} : { watched }),
      services,
      chart,
      releases,
      content,
    });
    // A scope of their own, so that no system's key can collide with a component of the platform.
    const systems = new Construct(this, "systems");
    for (const service of services) {
      new MonitoredService(systems, service.key, {
        ...context,
        service,
        chart,
        releases,
        content,
      });
    }
    this.addOutputs(context, services);
    // No resource reads it; it is for readers of the synthesised output.
    context.files.add("catalogue.json", () =>
      catalogueFile(environment, services, props.requirements),
    );
  }

  /**
   * cdktf resolves the whole tree here a second time, to find references between stacks. There are
   * none: each environment is applied independently.
   */
  override prepareStack(): void {
    this.ensureBackendExists();
  }

  /**
   * Provider addresses and credentials that do not depend on this stack's resources, so that a
   * first plan works.
   */
  private addProviders(environment: EnvironmentConfig): string {
    const kubeconfig = new TerraformVariable(this, "kubeconfig", {
      type: "string",
      default: environment.cluster.kubeconfigPath ?? "~/.kube/config",
      description: "Path of the kubeconfig",
    });
    const url = new TerraformVariable(this, "grafana_url", {
      type: "string",
      default: grafanaUrl(environment),
      description:
        "Where Grafana is reached from here; http://127.0.0.1:3000 behind a port-forward",
    });
    const cluster = {
      configPath: kubeconfig.stringValue,
      configContext: environment.cluster.kubeconfigContext,
    };
    new KubernetesProvider(this, "kubernetes", cluster);
    new HelmProvider(this, "helm", { kubernetes: cluster });
    // Credentials come from GRAFANA_AUTH, which the provider reads itself: they are never written
    // to a file.
    new GrafanaProvider(this, "grafana-provider", { url: url.stringValue });
    return url.stringValue;
  }

  /** Not through Annotations, which would add a stack trace with local paths to the output. */
  private warn(message: string): void {
    this.node.addMetadata(AnnotationMetadataEntryType.WARN, message);
  }

  private addOutputs(
    { environment, files }: StackContext,
    services: readonly Service[],
  ): void {
    const output = (name: string, value: () => unknown): void => {
      const file = files.add(`outputs/${name}.json`, () =>
        JSON.stringify(value(), null, 2),
      );
      new TerraformOutput(this, name, {
        staticId: true,
        value: file.replace(/^\$\{(.*)\}$/, "${jsondecode($1)}"),
      });
    };
    output("urls", () => publicUrls(environment, services));
    output("required_secrets", () => requiredSecrets(environment, services));
  }
}
