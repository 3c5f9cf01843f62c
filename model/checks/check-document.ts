import { daysBetween, isDay } from "../day";
import type { Problem } from "../problem";
import type { Service } from "../service";
import type { ServiceDocument } from "../service-document";

const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

/** Longest time between two reviews. */
const LONGEST_UNREAD = 366;

/** Checks a service's page: version, valid dates, and a review within a year of the version. */
export const checkDocument = ({
  key,
  about,
  document,
}: Pick<Service, "key" | "about" | "document">): readonly Problem[] => [
  ...checkTexts(`services/${key}`, { about }),
  ...(document === undefined
    ? []
    : checkVersion(`services/${key} document`, document)),
];

const checkTexts = (
  path: string,
  texts: Readonly<Record<string, string>>,
): readonly Problem[] =>
  Object.entries(texts)
    .filter(([, text]) => text.trim() === "")
    .map(([name]) => ({
      path,
      message: `${name} must not be empty`,
      next: "say it in a sentence",
    }));

function checkVersion(
  path: string,
  document: ServiceDocument,
): readonly Problem[] {
  const { standing } = document;
  return [
    ...(standing === undefined ? [] : checkTexts(path, { ...standing })),
    ...(VERSION.test(document.version)
      ? []
      : [
          {
            path,
            message: "version is malformed",
            got: document.version,
            allowed: "three numbers, 1.0.0",
            next: "correct it",
          },
        ]),
    ...checkDays(path, document),
  ];
}

function checkDays(
  path: string,
  { since, nextReview }: ServiceDocument,
): readonly Problem[] {
  const wrong = [
    ["since", since],
    ["nextReview", nextReview],
  ].filter(([, day = ""]) => !isDay(day));
  if (wrong.length > 0) {
    return wrong.map(([name = "", day = ""]) => ({
      path,
      message: `${name} is not a calendar day`,
      got: day,
      allowed: "2026-11-21",
      next: "correct it",
    }));
  }
  const length = daysBetween(since, nextReview);
  return length > 0 && length <= LONGEST_UNREAD
    ? []
    : [
        {
          path,
          message: "nextReview must be within a year after since",
          got: `${nextReview} after ${since}`,
          allowed: `1 to ${String(LONGEST_UNREAD)} days later`,
          next: "name the day of the owner's next review",
        },
      ];
}
