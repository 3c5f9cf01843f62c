import { ENGINES } from "../../engines/engines";
import type { EngineName } from "../../engines/engines";
import { installAll } from "../../engines/install-all";

/** Installs promtool and Loki, of which some cannot be had. */
async function install(missing: readonly EngineName[]) {
  const results: string[] = [];
  const said: string[] = [];
  const complete = await installAll(
    [ENGINES.loki, ENGINES.promtool],
    (name) =>
      missing.includes(name)
        ? Promise.reject(new Error(`no ${name}`))
        : Promise.resolve(`/bin/${name}`),
    {
      result: (line) => results.push(line),
      say: (line) => said.push(line),
    },
  );
  return { complete, results, said };
}

it("prints where each engine is", async () => {
  expect(await install([])).toEqual({
    complete: true,
    results: ["loki\t/bin/loki", "promtool\t/bin/promtool"],
    said: [],
  });
});

it("goes on without engines that are only run as released, and says what is not judged", async () => {
  expect(await install(["loki"])).toEqual({
    complete: true,
    results: ["promtool\t/bin/promtool"],
    said: [
      "no loki",
      "loki 3.7.8 is missing. Not judged without it: proofs of alerts on logs, saved log queries and the trials of npm run verify.",
    ],
  });
});

it("is not complete without any other, and names all that are missing", async () => {
  expect(await install(["loki", "promtool"])).toMatchObject({
    complete: false,
    said: ["no loki", expect.stringContaining("loki"), "no promtool"],
  });
});
