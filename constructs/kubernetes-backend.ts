import { TerraformBackend } from "cdktf";
import type { TerraformRemoteState } from "cdktf";
import type { Construct } from "constructs";

/** Where the cluster keeps the state. */
export interface KubernetesBackendProps {
  /** The Secret is named `tfstate-default-<suffix>`. */
  readonly secretSuffix: string;
  readonly namespace: string;
  /** Context of the kubeconfig, which is found by `KUBE_CONFIG_PATH`. */
  readonly configContext: string;
}

/**
 * State in a Secret of the cluster, a backend for which cdktf has no class.
 * @see https://developer.hashicorp.com/terraform/language/backend/kubernetes
 */
export class KubernetesBackend extends TerraformBackend {
  private readonly props: KubernetesBackendProps;

  constructor(scope: Construct, props: KubernetesBackendProps) {
    super(scope, "backend", "kubernetes");
    this.props = props;
  }

  /** @throws Error always: no stack of this project reads another's state. */
  override getRemoteStateDataSource(): TerraformRemoteState {
    throw new Error("the state of this backend is not read by other stacks");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return {
      secret_suffix: this.props.secretSuffix,
      namespace: this.props.namespace,
      config_context: this.props.configContext,
    };
  }
}
