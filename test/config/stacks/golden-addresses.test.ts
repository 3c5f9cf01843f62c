import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readInventories } from "../../../inventory/read-inventory";
import { synthesised } from "../../support/synthesise";

const golden = (environment: string): string =>
  join(__dirname, `../../golden/addresses-${environment}.txt`);

/** An address is what Terraform knows a resource by: one that changes destroys something and creates it again. */
describe("the Terraform addresses", () => {
  const inventories = synthesised({}, readInventories);

  it.each(
    inventories.map(
      ({ environment, addresses }) => [environment, addresses] as const,
    ),
  )(
    "of %s are those that were agreed to; npm run golden writes them anew",
    (environment, addresses) => {
      const text = `${addresses.join("\n")}\n`;
      const path = golden(environment);
      if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(path, text);
      expect(existsSync(path) ? readFileSync(path, "utf8") : "").toBe(text);
    },
  );

  it("are all that is kept of a stack: a copy of everything is agreed to unread", () => {
    const kept = readdirSync(join(__dirname, "../.."), {
      recursive: true,
      encoding: "utf8",
    }).filter((path) => /\.snap$|cdk\.tf\.json$/.test(path));
    expect(kept).toEqual([]);
  });
});
