import { treeOf } from "../../../cli/check/tree";
import type { Tree } from "../../../cli/check/tree";

/** A tree of sources as they are given. */
export const sourceTree = (files: Readonly<Record<string, string>>): Tree =>
  treeOf(Object.keys(files), (path) => {
    const text = files[path];
    if (text === undefined) throw new Error(`there is no ${path}`);
    return Buffer.from(text);
  });
