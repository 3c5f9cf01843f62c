import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UNFILLED } from "../../cli/runbooks/scaffold";
import type { Service } from "../../model/service";
import { services } from "./declared";

/** Folder of the pages. */
export const RUNBOOKS = join(__dirname, "../../docs/runbooks");

/** Every page without its suffix: `codeverify/queue-backup`. The index is none. */
export const everyRunbook: readonly string[] = readdirSync(RUNBOOKS, {
  recursive: true,
  encoding: "utf8",
})
  .filter((path) => path.includes("/") && path.endsWith(".md"))
  .map((path) => path.replace(/\.md$/, ""));

/** Text of a page. */
export const textOf = (page: string): string =>
  readFileSync(join(RUNBOOKS, `${page}.md`), "utf8");

/** Pages that are written: of one that is not, a single test says so. */
export const runbookPages: readonly string[] = everyRunbook.filter(
  (page) => !textOf(page).includes(UNFILLED),
);

/** The system that a page is about; none for pages about the SLOs of all systems. */
export const systemOf = (page: string): Service | undefined =>
  services.find(({ key }) => key === page.replace(/\/.*/, ""));

/** Code blocks of a language, also those inside a list. */
export const blocksOf = (text: string, language: string): readonly string[] =>
  [
    ...text.matchAll(
      new RegExp(`^( *)\`\`\`${language}\\n(.*?)\\n\\1\`\`\`$`, "gms"),
    ),
  ].map(([, indent = "", query = ""]) =>
    query
      .split("\n")
      .map((line) => line.slice(indent.length))
      .join("\n"),
  );

/** What people read: the text without its code, neither in blocks nor in lines. */
export const proseOf = (text: string): string =>
  text.replace(/^( *)```.*?^\1```$/gms, "").replace(/`[^`\n]*`/g, "…");

/** What people type into a shell: lines of such blocks, and commands in sentences. */
export const commandsOf = (text: string): readonly string[] => [
  ...blocksOf(text, "sh").flatMap((block) => block.split("\n")),
  ...[
    ...text.replace(/^( *)```.*?^\1```$/gms, "").matchAll(/`([^`\n]*)`/g),
  ].map(([, command = ""]) => command),
];

/** One of the six parts of a page: `Meaning`. */
export const partOf = (text: string, heading: string): string =>
  text
    .split(/^## /m)
    .find((part) => part.startsWith(`${heading}\n`))
    ?.replace(/^.*\n/, "") ?? "";
