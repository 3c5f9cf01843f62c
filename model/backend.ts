/**
 * Where Terraform keeps its state. The address of the state is derived from the environment's name.
 * Credentials come from the backend's own environment variables, never from here.
 * @see https://developer.hashicorp.com/terraform/language/backend
 */
export type Backend =
  | {
      /** A local file. For trials only: no locking, and lost with the machine. */
      readonly kind: "local";
      /** Folder of the state, relative to the stack's folder in `cdktf.out` and outside of it. */
      readonly directory: string;
    }
  | { readonly kind: "s3"; readonly bucket: string; readonly region: string }
  | { readonly kind: "gcs"; readonly bucket: string }
  | {
      readonly kind: "azurerm";
      readonly resourceGroup: string;
      readonly storageAccount: string;
      readonly container: string;
    }
  | {
      /** A Secret in the cluster itself. */
      readonly kind: "kubernetes";
      readonly namespace: string;
    };
