import type { ObjectStorage } from "../../model/environment";
import type { SharedStorage } from "../../model/stores";
import { untemplated } from "../parts/untemplated";
import type { Values } from "../parts/values";

/**
 * A bucket at its region's own address, encrypted; the pods assume a role, so there are no keys.
 * @see https://grafana.com/docs/tempo/latest/configuration/hosted-storage/s3/
 */
export const traceBucket = (storage: SharedStorage): Values => ({
  backend: "s3",
  s3: {
    bucket: untemplated(storage.bucket),
    endpoint: `s3.${untemplated(storage.region)}.amazonaws.com`,
    region: untemplated(storage.region),
    sse: { type: "SSE-S3" },
  },
});

/** A bucket, or the pod's own disk. */
export const traceStorage = (storage: ObjectStorage): Values =>
  storage.kind === "s3" ? traceBucket(storage) : { backend: "local" };
