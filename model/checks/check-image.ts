import type { Problem } from "../problem";

/** A name with a version other than `latest`, or a digest. */
const FIXED_IMAGE =
  /^[a-z0-9][a-z0-9._:/-]*(:(?!latest$)[A-Za-z0-9_][A-Za-z0-9._-]{0,127}|@sha256:[0-9a-f]{64})$/;

/** A moving tag would change what runs without an apply. */
export const checkImage = (path: string, image: string): readonly Problem[] =>
  FIXED_IMAGE.test(image)
    ? []
    : [
        {
          path,
          message: "must be an image with a fixed version",
          got: image,
          allowed: "name:version, never latest, or name@sha256:…",
          next: "correct it",
        },
      ];
