/** Nodes and pods of a cluster, those of all namespaces. */
export interface ClusterSize {
  readonly nodes: number;
  readonly pods: number;
}

/** Ten nodes with thirty pods each; a node takes 110 at most. */
export const USUAL_CLUSTER: ClusterSize = { nodes: 10, pods: 300 };
