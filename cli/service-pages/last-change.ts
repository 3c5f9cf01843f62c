import { execFileSync } from "node:child_process";
import { dayOf } from "../../model/day";
import { declaredIn } from "./declared-in";

/** Begins the line with the last change. */
const LAST_CHANGE = "- **Last change of the declaration**: ";

/** Shown where the day is unknown. */
export const UNKNOWN = "not known here";

/** The line with the day of a declaration's last change, and how to see more. */
export const lastChangeLine = (key: string, day: string): string =>
  `${LAST_CHANGE}${day}, when this page was written; \`git log -- ${declaredIn(key)}\` says what changed and who did it`;

/** The day in a page's line, if it has one. */
export const lastChangeOf = (page: string): string | undefined =>
  new RegExp(
    `^${LAST_CHANGE.replaceAll("*", "\\*")}(\\d{4}-\\d\\d-\\d\\d),`,
    "m",
  ).exec(page)?.[1];

/**
 * A page without the day of the last change: that day is a fact of the history, not of the
 * declarations. A clone without its history does not know it, and a commit cannot name its own day,
 * so pages are compared without it.
 */
export const withoutLastChange = (page: string): string =>
  page
    .split("\n")
    .filter((line) => !line.startsWith(LAST_CHANGE))
    .join("\n");

/**
 * The day of the last commit that touched a folder; today while something in it is not committed.
 * Unknown outside of git, and in a clone that lacks the history, whose oldest commit seems to have
 * touched everything.
 */
export function lastChangeIn(folder: string, today: Date): string | undefined {
  try {
    if (git("rev-parse", "--is-shallow-repository") !== "false") {
      return undefined;
    }
    if (git("status", "--porcelain", "--", folder) !== "") {
      return dayOf(today.getTime());
    }
    const day = git(
      "log",
      "-1",
      "--format=%cd",
      "--date=format-local:%Y-%m-%d",
      "--",
      folder,
    );
    return day === "" ? undefined : day;
  } catch {
    return undefined;
  }
}

const git = (...args: readonly string[]): string =>
  execFileSync("git", args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    // The day of a commit is the same wherever the page is written.
    env: { ...process.env, TZ: "UTC" },
  }).trim();
