import { readDefinitions } from "../../reports/read-definitions";
import { definitions } from "./definitions";

const read = (value: unknown) =>
  readDefinitions(JSON.stringify(value), "production");
const good = definitions();

it("reads what is written, whole", () => {
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
    "a report of a kind that it does not know",
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
