import { execFileSync } from "node:child_process";

/** Runs a program and gives what it prints. @throws ProgramFailure */
export type RunProgram = (program: string, args: readonly string[]) => string;

/** Octets that a program may print: a cluster with many volumes has long lists. */
const LARGEST_OUTPUT = 64 * 1024 ** 2;

/** A program that is not there, or that ended with an error; the message is what it printed. */
export class ProgramFailure extends Error {}

/**
 * Runs programs as deploy.sh does: kubectl, the providers and a state that is kept in the cluster
 * use the same kubeconfig.
 *
 * @param variables those of this process
 */
export function programsWith(
  variables: Readonly<Record<string, string | undefined>>,
): RunProgram {
  const kubeconfig = variables["KUBECONFIG"] ?? variables["TF_VAR_kubeconfig"];
  const env = {
    ...(kubeconfig === undefined
      ? {}
      : { KUBECONFIG: kubeconfig, KUBE_CONFIG_PATH: kubeconfig }),
    ...variables,
  };
  return (program, args) => {
    try {
      return execFileSync(program, args, {
        encoding: "utf8",
        env,
        maxBuffer: LARGEST_OUTPUT,
        stdio: ["ignore", "pipe", "pipe"],
      });
    } catch (error) {
      throw new ProgramFailure(reasonOf(program, error));
    }
  };
}

function reasonOf(program: string, error: unknown): string {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") {
    return `${program} is not installed`;
  }
  return error instanceof Error && "stderr" in error
    ? `${program}: ${String(error.stderr).trim()}`
    : `${program}: ${String(error)}`;
}
