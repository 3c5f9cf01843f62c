import { metFiles, readMetFile } from "../../../cli/coverage/met-lines";

it("reads an ID and an address, which may have blanks", () => {
  expect(
    readMetFile("X.txt", "X-A1 shop alert A\n\nX-P1 text by hand\n"),
  ).toEqual([
    { id: "X-A1", address: "shop alert A", file: "X.txt", line: 1 },
    { id: "X-P1", address: "text by hand", file: "X.txt", line: 3 },
  ]);
});

it("writes a file for each system, in the order in which people count", () => {
  const ids = ["X-A10", "X-A2", "X-A2a", "X-A2.10", "X-A2.9", "X-9", "Y-1"];
  const lines = [...ids, "X-A2", "X-A2"].map((id, index) => ({
    id,
    address: `text ${index > ids.length ? "again" : "once"}`,
  }));
  expect([...metFiles(lines)]).toEqual([
    [
      "X.txt",
      `X-9 text once
X-A2 text again
X-A2 text once
X-A2.9 text once
X-A2.10 text once
X-A2a text once
X-A10 text once
`,
    ],
    ["Y.txt", "Y-1 text once\n"],
  ]);
});
