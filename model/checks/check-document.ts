import { daysBetween, isDay } from "../day";
import type { Problem } from "../problem";
import type { Service } from "../service";
import type { ServiceDocument } from "../service-document";

const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

/** What nobody reads for longer is believed by nobody. */
const LONGEST_UNREAD = 366;

/**
 * What a service says of its own page: a version, days that exist, a review that follows the
 * version and not too late.
 */
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
            message: "version is none",
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
      message: `${name} is no day of the calendar`,
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
          message: "nextReview must follow since within a year",
          got: `${nextReview} after ${since}`,
          allowed: `1 to ${String(LONGEST_UNREAD)} days later`,
          next: "name the day on which its owner reads it again",
        },
      ];
}
