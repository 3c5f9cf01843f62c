import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { goProgram } from "../../support/go-program";
import { CONFIGURATIONS, FORMS } from "./pipelines";
import { itNeeding } from "../../support/describe-needing";
import { sayNotChecked } from "../../support/not-checked";

const parse = goProgram("alloy-syntax");
const parsed = itNeeding("Go modules", parse !== undefined);

const alloy = (args: readonly string[]) =>
  spawnSync("alloy", args, { encoding: "utf8", timeout: 60_000 });
const installed = alloy(["--version"]).error === undefined;
if (!installed) {
  sayNotChecked(
    "whether Alloy accepts its components, because there is no alloy on PATH",
  );
}
const accepted = itNeeding("Alloy", installed);

const folder = mkdtempSync(join(tmpdir(), "monitoring-stack-alloy-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.each(Object.entries(CONFIGURATIONS))("%s", (_, text) => {
  parsed(
    "is read by Alloy's own parser, and written as its printer would",
    () => {
      expect(parse?.(text)).toBe(text);
    },
  );

  accepted("is accepted by alloy fmt and alloy validate", () => {
    const file = join(folder, "config.alloy");
    writeFileSync(file, text);
    expect(alloy(["fmt", file]).stdout).toBe(text);
    expect(alloy(["validate", file])).toMatchObject({ status: 0 });
  });
});

parsed("every form of a value is written as Alloy's printer would", () => {
  expect(parse?.(FORMS)).toBe(FORMS);
});

parsed("what is no configuration is refused", () => {
  expect(() => parse?.('loki.write "x" { url = }')).toThrow(
    "expected expression",
  );
});
