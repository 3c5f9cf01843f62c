import { AzurermBackend, GcsBackend, LocalBackend, S3Backend } from "cdktf";
import type { TerraformStack } from "cdktf";
import { KubernetesBackend } from "../constructs/kubernetes-backend";
import { assertNever } from "../model/assert-never";
import type { EnvironmentConfig } from "../model/environment";

const PREFIX = "monitoring-stack";

/**
 * Configures where Terraform stores the state of a stack. The address depends on the environment's
 * name only and never on a local path, so that two clones synthesise the same.
 */
export function addBackend(
  stack: TerraformStack,
  environment: EnvironmentConfig,
): void {
  const { backend, name } = environment;
  switch (backend.kind) {
    case "local":
      new LocalBackend(stack, {
        path: `${backend.directory}/${name}.tfstate`,
      });
      return;
    case "s3":
      new S3Backend(stack, {
        bucket: backend.bucket,
        region: backend.region,
        key: `${PREFIX}/${name}.tfstate`,
        encrypt: true,
      });
      // A lock file in the bucket itself, which cdktf's class does not support (Terraform 1.10).
      stack.addOverride("terraform.backend.s3.use_lockfile", true);
      return;
    case "gcs":
      new GcsBackend(stack, {
        bucket: backend.bucket,
        prefix: `${PREFIX}/${name}`,
      });
      return;
    case "azurerm":
      new AzurermBackend(stack, {
        resourceGroupName: backend.resourceGroup,
        storageAccountName: backend.storageAccount,
        containerName: backend.container,
        key: `${PREFIX}/${name}.tfstate`,
      });
      return;
    case "kubernetes":
      new KubernetesBackend(stack, {
        secretSuffix: `${PREFIX}-${name}`,
        namespace: backend.namespace,
        configContext: environment.cluster.kubeconfigContext,
      });
      return;
    default:
      assertNever(backend);
  }
}
