import { execFileSync } from "node:child_process";
import type { SecretEntry } from "../../inventory/inventory";
import type { SecretState } from "./missing-secrets";

/** Lists only the keys, so that this process never reads a value. */
const KEYS_ONLY =
  "go-template={{range $key, $value := .data}}{{$key}}\n{{end}}";

/** Asks the cluster, through kubectl, which keys a Secret holds. */
export function readSecret(secret: SecretEntry, context: string): SecretState {
  try {
    const output = execFileSync(
      "kubectl",
      [
        "--context",
        context,
        "--namespace",
        secret.namespace,
        "get",
        "secret",
        secret.name,
        "--output",
        KEYS_ONLY,
      ],
      { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] },
    );
    return { kind: "present", keys: output.split("\n").filter(Boolean) };
  } catch (error) {
    const reason = reasonOf(error);
    return reason.includes("NotFound")
      ? { kind: "absent" }
      : { kind: "unreadable", reason };
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") {
    return "kubectl is not installed";
  }
  if (error instanceof Error && "stderr" in error) {
    return String(error.stderr).trim();
  }
  return String(error);
}
