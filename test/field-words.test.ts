import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const ROOT = join(__dirname, "..");
const CONFIG = pathToFileURL(join(ROOT, "eslint.config.mjs")).href;

/** Whether ESLint complains of the words in each text, in a file of that path. */
const complaints = (path: string, texts: readonly string[]): unknown =>
  JSON.parse(
    execFileSync(
      process.execPath,
      [
        "--input-type=module",
        "--eval",
        `import { Linter } from "eslint";
         import tseslint from "typescript-eslint";
         const { fieldWordsRule } = await import(${JSON.stringify(CONFIG)});
         const linter = new Linter();
         const config = {
           files: ["**/*.ts"],
           languageOptions: { parser: tseslint.parser },
           plugins: { house: { rules: { "field-words": fieldWordsRule } } },
           rules: { "house/field-words": "error" },
         };
         console.log(JSON.stringify(${JSON.stringify(texts)}.map((text) =>
           linter.verify(text, config, ${JSON.stringify(join(ROOT, path))}).length > 0)));`,
      ],
      { cwd: ROOT, encoding: "utf8" },
    ),
  );

it("refuses coined words in the name of anything", () => {
  expect(
    complaints("model/a.ts", [
      "const promises = [];",
      "interface Duty {}",
      "const a = { dims: [] };",
      "type A = { readonly whoIsTold: string };",
      "const quietTimes = 1;",
      "function reachOf() {}",
      "const FIRST_STRANGER = 1;",
      "enum A { happened }",
    ]),
  ).toEqual(Array(8).fill(true));
});

it("takes JavaScript's Promise, PagerDuty, other words, and text", () => {
  expect(
    complaints("model/a.ts", [
      "const a: Promise<PagerDutyService> = later(pagerDutyKey, pagerduty_configs);",
      "const a = isReachable(unreachable);",
      "const a = { quiet: [] };",
      'const a = "promise";',
    ]),
  ).toEqual(Array(4).fill(false));
});

it("takes keys that are rendered so, where they are rendered", () => {
  const text = ["const a = { promise, dims };"];
  expect(complaints("prometheus/slo/slo-definitions.ts", text)).toEqual([
    false,
  ]);
  expect(complaints("prometheus/slo/slo-groups.ts", text)).toEqual([true]);
});
