import type { Problem } from "../problem";

/**
 * An address that a program or a person can ask over HTTP: with a host, and without credentials,
 * which every reader would see.
 */
export function checkHttpAddress(
  path: string,
  address: string,
  schemes: readonly ("http" | "https")[] = ["http", "https"],
): readonly Problem[] {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url !== undefined && `${url.username}${url.password}` !== "") {
    return [
      {
        path,
        message:
          "holds credentials, which would be kept in Git, plan and state",
        next: "remove them",
      },
    ];
  }
  return url !== undefined &&
    /^https?:\/\/[^/]/.test(address) &&
    schemes.some((scheme) => url.protocol === `${scheme}:`)
    ? []
    : [
        {
          path,
          message: `is no address over ${schemes.includes("http") ? "HTTP" : "HTTPS"}`,
          got: address,
          allowed: `${schemes.includes("http") ? "http" : "https"}://<host>/<path>`,
          next: "correct it",
        },
      ];
}
