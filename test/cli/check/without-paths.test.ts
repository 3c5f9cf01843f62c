import { withoutPaths } from "../../../cli/check/without-paths";

const said = (...chunks: readonly string[]): readonly string[] => {
  const written: string[] = [];
  const lines = withoutPaths((text) => written.push(text));
  chunks.forEach(lines.take);
  lines.end();
  return written.filter((text) => text !== "");
};

it("passes lines on as they come, however they are cut", () => {
  expect(said("FAIL test/a", ".test.ts\nTests: 1", " failed\n", "end")).toEqual(
    ["FAIL test/a.test.ts\n", "Tests: 1 failed\n", "end"],
  );
});

it.each([
  'Ran all test suites within paths "test/a.test.ts", "test/b.test.ts".\n',
  "\u001b[2mRan all test suites\u001b[22m\u001b[2m within paths\u001b[22m\n",
])("leaves out the list of all files", (line) => {
  expect(said("Time: 1 s\n", line.slice(0, 12), line.slice(12))).toEqual([
    "Time: 1 s\n",
  ]);
});
