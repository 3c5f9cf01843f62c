import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const CONFIG = pathToFileURL(join(__dirname, "../eslint.config.mjs")).href;

/** How often ESLint complains of each text that its rule about foreign data sees. */
const complaints = (texts: readonly string[]): readonly number[] =>
  JSON.parse(
    execFileSync(
      process.execPath,
      [
        "--input-type=module",
        "--eval",
        `import { Linter } from "eslint";
         import tseslint from "typescript-eslint";
         const { foreignDataRules } = await import(${JSON.stringify(CONFIG)});
         const linter = new Linter();
         const config = {
           files: ["**/*.ts"],
           languageOptions: { parser: tseslint.parser },
           rules: foreignDataRules,
         };
         console.log(JSON.stringify(${JSON.stringify(texts)}.map((text) =>
           linter.verify(text, config, "a.ts").length)));`,
      ],
      { cwd: join(__dirname, ".."), encoding: "utf8" },
    ),
  ) as readonly number[];

it("gets its type only by a checked schema", () => {
  expect(
    complaints([
      "const a = JSON.parse(text) as Answer;",
      "const a = <Answer>JSON.parse(text);",
      "const a = (await response.json()) as readonly Answer[];",
      "const a = response.json() as Promise<Answer>;",
      "const { groups } = parse(text) as Rules;",
    ]),
  ).toEqual([1, 1, 1, 1, 1]);
});

it("may be unknown until a schema has read it", () => {
  expect(
    complaints([
      "const a = JSON.parse(text) as unknown;",
      "const a = fits(SCHEMA, JSON.parse(text));",
      "const a = zod.json(schema) as Answer;",
      "const a = String(JSON.parse(text));",
    ]),
  ).toEqual([0, 0, 0, 0]);
});
