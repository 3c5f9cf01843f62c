import { addressesOf } from "../../../cli/coverage/addresses";
import { checkRequirements } from "../../../cli/coverage/check-requirements";
import { readMetFile } from "../../../cli/coverage/met-lines";
import type { Requirements } from "../../../cli/coverage/read-requirements";
import { formatProblem } from "../../../model/problem";
import { goodService } from "../../support/services";

const places = {
  addresses: addressesOf([goodService]),
  exists: (path: string): boolean => path === "docs/shop.md",
};

const requirement = (id: string) => ({ id, origin: "seed", text: "A shop" });

/** What is asked of the shop, and met; each test breaks it in one way. */
const good = (met: string, file = "X.txt"): Requirements => ({
  catalogue: ["X-A1", "X-A2", "X-A10", "X-P1"].map(requirement),
  met: readMetFile(file, met),
  awaited: [{ ids: ["X-P1"], waitsFor: "people" }],
  expected: [],
  together: [],
});

const MET = `X-A1 shop alert ShopErrors
X-A1 shop panel shop/errors
X-A2 file docs/shop.md: how it is done
X-A10 text done by hand
`;

const problems = (requirements: Requirements): readonly string[] =>
  checkRequirements(requirements, places).map(formatProblem);

it("finds nothing wrong with several that meet one, with files and with texts", () => {
  expect(problems(good(MET))).toEqual([]);
});

it.each<[string, Requirements, string]>([
  [
    "a requirement that nothing meets",
    good(MET.replace(/X-A2 .*\n/, "")),
    "config/requirements X-A2: nothing meets it, got A shop; add a line to config/requirements/met/X.txt, or say in awaited.json what it waits for",
  ],
  [
    "an address that is gone",
    good(MET.replace("ShopErrors", "ShopError")),
    "config/requirements/met/X.txt:1 X-A1: nothing has the address, got shop alert ShopError; correct it, or drop the line; nearest: shop alert ShopErrors, shop panel shop/errors, shop target shop",
  ],
  [
    "a file that is gone",
    good(MET.replace("shop.md", "store.md")),
    "config/requirements/met/X.txt:3 X-A2: there is no such file, got file docs/store.md: how it is done; correct the path, or drop the line",
  ],
  [
    "an ID that nobody asked for",
    good(`${MET}X-A11 shop alert ShopErrors\n`),
    "config/requirements/met/X.txt:5 X-A11: nobody asked for it, got X-A11; correct it, or add it to catalogue.json; nearest: X-A1, X-A10, X-A2",
  ],
  [
    "an ID that waits and is met",
    good(`${MET}X-P1 shop alert ShopErrors\n`),
    "config/requirements/awaited.json X-P1: it waits for something, and is met; drop it here, or its lines in config/requirements/met/X.txt",
  ],
  [
    "an ID that waits and that nobody asked for",
    { ...good(MET), awaited: [{ ids: ["X-P1", "X-P2"], waitsFor: "all" }] },
    "config/requirements/awaited.json X-P2: nobody asked for it, got X-P2; correct it, or add it to catalogue.json; nearest: X-A2, X-P1, X-A1",
  ],
  [
    "a line that stands where a machine would sort it",
    good(MET.replace(/(X-A2.*\n)(X-A10.*\n)/, "$2$1")),
    "config/requirements/met/X.txt:4 X-A2: it is out of order or stands twice; npm run coverage -- --sort puts every line where it belongs",
  ],
  [
    "a line that stands twice",
    good(`${MET}X-A10 text done by hand\n`),
    "config/requirements/met/X.txt:5 X-A10: it is out of order or stands twice; npm run coverage -- --sort puts every line where it belongs",
  ],
  [
    "a line without an address",
    good(MET.replace(" text done by hand", "")),
    "config/requirements/met/X.txt:4 X-A10: nothing has the address, got none; correct it, or drop the line; nearest: shop target shop, shop dashboard shop, shop alert ShopErrors",
  ],
])("finds %s", (_, requirements, problem) => {
  expect(problems(requirements)).toEqual([problem]);
});

it("finds lines in the file of another system", () => {
  expect(problems(good(MET, "Y.txt"))[0]).toBe(
    "config/requirements/met/Y.txt:1 X-A1: it stands in another file; allowed: X.txt; npm run coverage -- --sort puts every line where it belongs",
  );
});
