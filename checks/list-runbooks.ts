import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * Runbooks that an alert may name: each page below a folder, without suffix, and each of its
 * headings after `#`.
 *
 * @param folder where the organisation writes its pages
 * @param more folders with further pages that are published beside them
 * @example `shop/queue-backup`, `shop/queue-backup#queuewaithigh`
 */
export const listRunbooks = (
  folder: string,
  more: readonly string[] = [],
): ReadonlySet<string> => new Set([folder, ...more].flatMap(pagesIn));

function pagesIn(folder: string): readonly string[] {
  const pages = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => path.replaceAll("\\", "/"));
  return pages.flatMap((path) => {
    const page = path.replace(/\.md$/, "");
    return [page, ...anchors(join(folder, path)).map((a) => `${page}#${a}`)];
  });
}

/**
 * Anchors as GitHub makes them of headings: lower case, spaces become hyphens, punctuation goes.
 */
const anchors = (path: string): readonly string[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line) => /^#{1,6} +(.+?) *$/.exec(line)?.[1] ?? [])
    .map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    );
