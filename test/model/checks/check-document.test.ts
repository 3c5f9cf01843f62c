import { checkDocument } from "../../../model/checks/check-document";
import { formatProblem } from "../../../model/problem";
import type { ServiceDocument } from "../../../model/service-document";
import { goodDocument } from "../../support/services";

const check = (
  change: Partial<ServiceDocument>,
  about = "Takes orders.",
): readonly string[] =>
  checkDocument({
    key: "shop",
    about,
    document: { ...goodDocument, ...change },
  }).map(formatProblem);

it("finds nothing in a good one", () => {
  expect(check({})).toEqual([]);
});

it.each<[string, Partial<ServiceDocument>, string]>([
  [
    "a stage without its authority",
    { standing: { status: "ready", authority: "", nextPhase: "launch" } },
    "services/shop document: authority must not be empty; say it in a sentence",
  ],
  [
    "a malformed version",
    { version: "1.0" },
    "services/shop document: version is malformed, got 1.0; allowed: three numbers, 1.0.0; correct it",
  ],
  [
    "a day that does not exist",
    { since: "2026-02-30" },
    "services/shop document: since is not a calendar day, got 2026-02-30; allowed: 2026-11-21; correct it",
  ],
  [
    "a day in another format",
    { nextReview: "21 Feb 2027" },
    "services/shop document: nextReview is not a calendar day, got 21 Feb 2027; allowed: 2026-11-21; correct it",
  ],
  [
    "a review on the day of the version",
    { nextReview: "2026-11-21" },
    "services/shop document: nextReview must be within a year after since, got 2026-11-21 after 2026-11-21; allowed: 1 to 366 days later; name the day of the owner's next review",
  ],
  [
    "a review in more than a year",
    { nextReview: "2027-11-23" },
    "services/shop document: nextReview must be within a year after since, got 2027-11-23 after 2026-11-21; allowed: 1 to 366 days later; name the day of the owner's next review",
  ],
])("finds %s", (_, change, problem) => {
  expect(check(change)).toEqual([problem]);
});

it("finds an empty description of the system", () => {
  expect(check({}, " ")).toEqual([
    "services/shop: about must not be empty; say it in a sentence",
  ]);
});

it("requires no version without a document", () => {
  expect(
    checkDocument({ key: "shop", about: "Takes orders." }).map(formatProblem),
  ).toEqual([]);
});
