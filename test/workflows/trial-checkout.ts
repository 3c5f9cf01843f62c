import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runScript } from "../support/run-script";
import type { Outcome } from "../support/run-script";

/**
 * What a stub of kubectl does for `port-forward <target> <port>:<remote>` as the fifth to seventh
 * argument: says what kubectl says once it listens, or that it could not. Its process stands in
 * `forward-pids` while it listens.
 */
export const FORWARD = `exec node -e "
  const port = Number('\${7%%:*}');
  const server = require('node:net').createServer((socket) => socket.destroy());
  server.on('error', () => {
    console.error('Unable to listen on port ' + port + ': bind: address already in use');
    process.exit(1);
  });
  server.listen(port, '127.0.0.1', () => {
    require('node:fs').appendFileSync(process.env.ROOT + '/forward-pids', process.pid + '\\n');
    console.log('Forwarding from 127.0.0.1:' + port + ' -> \${7##*:}');
  });"`;

const PROJECT = join(__dirname, "..", "..");

/**
 * A copy of the project's scripts in a folder of its own, where programs on `PATH` can be replaced.
 */
export interface TrialCheckout {
  readonly root: string;
  readonly write: (path: string, text: string) => void;
  readonly read: (path: string) => string;
  readonly exists: (path: string) => boolean;
  /** Puts a bash script first on `PATH`; `$ROOT` is the checkout's folder. */
  readonly stub: (program: string, body: string) => void;
  /** Runs a script of `scripts/` to its end. */
  readonly run: (
    script: string,
    args: readonly string[],
    variables?: Readonly<Record<string, string>>,
  ) => Promise<Outcome>;
  readonly remove: () => void;
}

/** Makes a {@link TrialCheckout}. */
export function trialCheckout(): TrialCheckout {
  const root = mkdtempSync(join(tmpdir(), "trial-checkout-"));
  const temporary = join(root, "temporary");
  cpSync(join(PROJECT, "scripts"), join(root, "scripts"), { recursive: true });
  mkdirSync(temporary);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  return {
    root,
    write,
    read: (path) => readFileSync(join(root, path), "utf8"),
    exists: (path) => existsSync(join(root, path)),
    stub: (program, body) => {
      write(`bin/${program}`, `#!/usr/bin/env bash\n${body}\n`);
      chmodSync(join(root, "bin", program), 0o755);
    },
    run: (script, args, variables = {}) =>
      runScript("bash", join(root, "scripts", script), args, {
        PATH: `${join(root, "bin")}:${process.env["PATH"] ?? ""}`,
        HOME: root,
        ROOT: root,
        RUNNER_TEMP: temporary,
        ...variables,
      }),
    remove: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}
