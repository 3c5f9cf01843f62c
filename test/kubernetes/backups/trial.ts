import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runScript } from "../../support/run-script";
import type { Outcome } from "../../support/run-script";

const SCRIPTS = join(__dirname, "../../../kubernetes/backups/scripts");

/** A folder to work in, and programs that stand for `aws`, `curl` and `pg_dump`. */
export interface Trial {
  readonly work: string;
  readonly write: (file: string, text: string) => void;
  readonly read: (file: string) => string;
  /** Lines that stand-ins wrote with `echo … >>"$CALLS"`. */
  readonly calls: () => readonly string[];
  /** Puts a program of `sh` first on `PATH`. */
  readonly stub: (program: string, body: string) => void;
  /** Runs a script of a back-up to its end, with the shell that its container has: no bash. */
  readonly run: (
    script: string,
    variables: Readonly<Record<string, string>>,
  ) => Promise<Outcome>;
  readonly remove: () => void;
}

/** Makes a {@link Trial}. */
export function trial(): Trial {
  const root = mkdtempSync(join(tmpdir(), "backup-trial-"));
  const [work, programs, calls] = ["work", "bin", "calls"].map((name) =>
    join(root, name),
  ) as [string, string, string];
  mkdirSync(work);
  mkdirSync(programs);
  return {
    work,
    write: (file, text) => {
      writeFileSync(join(work, file), text);
    },
    read: (file) => readFileSync(join(work, file), "utf8"),
    calls: () =>
      existsSync(calls)
        ? readFileSync(calls, "utf8").split("\n").slice(0, -1)
        : [],
    stub: (program, body) => {
      writeFileSync(join(programs, program), `#!/bin/sh\n${body}\n`);
      chmodSync(join(programs, program), 0o755);
    },
    run: (script, variables) =>
      runScript("sh", join(SCRIPTS, script), [], {
        PATH: `${programs}:${process.env["PATH"] ?? ""}`,
        WORK: work,
        HOME: work,
        SCRIPTS,
        CALLS: calls,
        ...variables,
      }),
    remove: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}
