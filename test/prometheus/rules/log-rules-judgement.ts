import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EnvironmentConfig } from "../../../model/environment";
import type { Service } from "../../../model/service";
import { logRules } from "../../../prometheus/rules/log-rules";

/** A file of rules that Loki's ruler reads. */
type RuleFile = readonly [name: string, text: string];

/** The files of rules of every system. */
export const logRuleFiles = (
  services: readonly Service[],
  environment: EnvironmentConfig,
): readonly RuleFile[] =>
  services.flatMap((service) =>
    logRules(service, environment).flatMap(({ data = {} }) =>
      Object.entries(data),
    ),
  );

/** Names of files that several systems have: the sidecar puts all of them into one folder. */
export const repeatedFiles = (files: readonly RuleFile[]): readonly string[] =>
  files
    .map(([name]) => name)
    .filter((name, index, names) => names.indexOf(name) !== index);

/** What lokitool says of each file that it refuses. */
export function lokitoolFaults(
  lokitool: string,
  files: readonly RuleFile[],
): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "log-rules-"));
  try {
    return files.flatMap(([name, text]) => {
      const file = join(folder, name);
      writeFileSync(file, text);
      const { status, stderr, stdout } = spawnSync(
        lokitool,
        ["rules", "check", "--strict", file],
        { encoding: "utf8" },
      );
      return status === 0 ? [] : [`${name}: ${stdout}${stderr}`];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
