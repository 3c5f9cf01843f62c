import type { Problem } from "../problem";

/** Checks an HTTP address: it has a host, and no credentials, which every reader would see. */
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
          "contains credentials, which would be stored in Git, plan and state",
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
          message: `is not an address over ${schemes.includes("http") ? "HTTP" : "HTTPS"}`,
          got: address,
          allowed: `${schemes.includes("http") ? "http" : "https"}://<host>/<path>`,
          next: "correct it",
        },
      ];
}
