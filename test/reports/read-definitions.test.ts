import { readDefinitions } from "../../reports/read-definitions";
import { definitions } from "./definitions";

const read = (value: unknown) =>
  readDefinitions(JSON.stringify(value), "production");
const good = definitions();

it("reads the complete definitions", () => {
  expect(read(good)).toEqual(JSON.parse(JSON.stringify(good)));
});

it.each<[string, unknown, string]>([
  ["a list", [], "format is missing"],
  ["no mail", { ...good, mail: undefined }, "mail is missing"],
  [
    "a port that is text",
    { ...good, mail: { ...good.mail, port: "25" } },
    'mail.port is "25" where a number is due',
  ],
  [
    "a report of an unknown kind",
    { ...good, reports: { weekly: { kind: "table" } } },
    'reports.weekly.kind is "table" where "summary" | "file" is due',
  ],
])("refuses %s", (_, value, reason) => {
  expect(() => read(value)).toThrow(
    new Error(
      `what holds the definitions: ${reason}; apply the environment again: it writes them`,
    ),
  );
});
