import {
  overdueLines,
  overdueNotice,
  overdueReviews,
  reviewTable,
} from "../../../cli/service-pages/reviews";
import { wholeService } from "../../../model/whole-service";
import { goodDocument, goodService, goodTeam } from "../../support/services";

const due = (key: string, nextReview: string) => ({
  ...goodService,
  key,
  document: { ...goodDocument, nextReview },
});

const services = [
  due("later", "2027-01-02"),
  due("first", "2026-12-01"),
  due("today", "2027-01-01"),
  // Says no day, so nothing of it is due.
  wholeService({ key: "undated", about: "Takes orders.", team: goodTeam }),
];

it("finds reviews whose day is over, not those of today", () => {
  expect(overdueReviews(services, "2027-01-01").map(({ key }) => key)).toEqual([
    "first",
  ]);
  expect(overdueReviews(services, "2027-01-03").map(({ key }) => key)).toEqual([
    "first",
    "today",
    "later",
  ]);
});

it("says what is due and for how long", () => {
  expect(reviewTable(services, "2027-01-02").split("\n")).toEqual([
    "next review  system  version  owner",
    "2026-12-01   first   1.0.0    Shop team  overdue, 32 d",
    "2027-01-01   today   1.0.0    Shop team  overdue, 1 d",
    "2027-01-02   later   1.0.0    Shop team",
  ]);
});

it("says what to do", () => {
  expect(overdueLines(services, "2026-12-24")).toEqual([
    "services/first document: its review was due on 2026-12-01; Shop team: read docs/services/first.md, then raise version, since and nextReview",
  ]);
});

it("stands below the summary of a run while something is overdue", () => {
  expect(overdueNotice(services, "2026-12-24")).toMatch(
    /^\nTo be read again:\n {2}services\/first document: [^\n]+\n$/,
  );
  expect(overdueNotice(services, "2026-12-01")).toBe("");
});
