import { treeOf } from "../../../cli/check/tree";
import type { Tree } from "../../../cli/check/tree";

/** A tree of sources as they are given. */
export const sourceTree = (files: Readonly<Record<string, string>>): Tree =>
  treeOf(
    new Map(
      Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]),
    ),
  );
