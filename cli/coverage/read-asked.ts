import { existsSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { readJsonFile } from "../../input/json";
import type { Schema } from "../../input/json";
import { REQUIREMENTS_FOLDER } from "./read-requirements";

/** A document in which its owners asked for something, and its page. */
export interface AskedDocument {
  /** Name of the page, without `.md`. */
  readonly name: string;
  readonly title: string;
  /** First letters of its requirements' IDs. */
  readonly prefixes: readonly string[];
}

/** What was decided where documents are ambiguous or contradict each other. */
export interface Decision {
  readonly id: string;
  readonly text: string;
  /** Names of documents. */
  readonly documents: readonly string[];
  /** IDs that it concerns. */
  readonly requirements: readonly string[];
}

/** What a document asks for in a form that does not work, and what there is instead. */
export interface Correction {
  readonly id: string;
  /** Name of the document; that of the conventions where it concerns several. */
  readonly document: string;
  readonly asked: string;
  readonly because: string;
  readonly instead: string;
}

/** A metric with another name than its document gives it. */
export interface RenamedMetric {
  readonly requirement: string;
  readonly was: string;
  readonly is: string;
}

/** What was asked, document by document, and what was changed. */
export interface Asked {
  readonly documents: readonly AskedDocument[];
  readonly decisions: readonly Decision[];
  readonly corrections: readonly Correction[];
  readonly renamed: readonly RenamedMetric[];
}

const texts = v.array(v.string());

/** Reads what there is below a root; a file that is missing is an empty list. */
export function readAsked(root: string): Asked {
  const list = <T>(name: string, entry: Schema<T>): readonly T[] => {
    const path = join(root, REQUIREMENTS_FOLDER, name);
    return existsSync(path) ? readJsonFile(v.array(entry), path) : [];
  };
  return {
    documents: list(
      "documents.json",
      v.object({ name: v.string(), title: v.string(), prefixes: texts }),
    ),
    decisions: list(
      "decisions.json",
      v.object({
        id: v.string(),
        text: v.string(),
        documents: texts,
        requirements: texts,
      }),
    ),
    corrections: list(
      "corrections.json",
      v.object({
        id: v.string(),
        document: v.string(),
        asked: v.string(),
        because: v.string(),
        instead: v.string(),
      }),
    ),
    renamed: list(
      "renamed-metrics.json",
      v.object({ requirement: v.string(), was: v.string(), is: v.string() }),
    ),
  };
}
