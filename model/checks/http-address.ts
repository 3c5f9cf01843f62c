import type { Problem } from "../problem";
import { quoted } from "./values/value-check";

/** Spaces, ends of lines and expressions of Terraform, which a browser's parser mends silently. */
const NOT_IN_ADDRESSES = /[\s"'<>\\`{}]/;

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
    /^https?:\/\/[^/\s]/.test(address) &&
    !NOT_IN_ADDRESSES.test(address) &&
    schemes.some((scheme) => url.protocol === `${scheme}:`)
    ? []
    : [
        {
          path,
          message: `is not an address over ${schemes.includes("http") ? "HTTP" : "HTTPS"}`,
          got: /^\S+$/.test(address) ? address : quoted(address),
          allowed: `${schemes.includes("http") ? "http" : "https"}://<host>/<path>`,
          next: "correct it",
        },
      ];
}
