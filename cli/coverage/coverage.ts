import type { MetLine } from "./met-lines";

/** IDs of the requirements that something meets. */
export type Coverage = ReadonlySet<string>;

/** What addresses can refer to: declarations of services, and files of the project. */
export interface Places {
  readonly addresses: ReadonlyMap<string, unknown>;
  /** Whether a path from the root is a file or a folder. */
  readonly exists: (path: string) => boolean;
}

/** Requirements with at least one line whose address exists. */
export const coverageOf = (
  lines: readonly MetLine[],
  places: Places,
): Coverage =>
  new Set(
    lines.filter(({ address }) => isThere(address, places)).map(({ id }) => id),
  );

/** Whether an address exists; a text always does. */
export function isThere(
  address: string,
  { addresses, exists }: Places,
): boolean {
  const path = pathIn(address);
  if (path !== undefined) return exists(path);
  return /^text \S/.test(address) || addresses.has(address);
}

/** `file docs/shop.md: error tracking` → `docs/shop.md` */
export const pathIn = (address: string): string | undefined =>
  /^file ([^:\s]+)/.exec(address)?.[1];
