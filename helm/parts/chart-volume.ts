import type { Volume } from "../../model/environment";
import type { Values } from "./values";

/** A volume as most charts take it: size, and class where it is not the cluster's own. */
export const chartVolume = (
  volume: Volume,
  classKey: "storageClass" | "storageClassName",
): Values => ({
  size: volume.size.toKubernetes(),
  ...(volume.storageClass === undefined
    ? {}
    : { [classKey]: volume.storageClass }),
});
