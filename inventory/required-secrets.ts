import { join } from "node:path";
import * as v from "valibot";
import { readJsonFile } from "../input/json";
import type { Schema } from "../input/json";
import type { SecretEntry } from "./inventory";

const SECRETS: Schema<readonly SecretEntry[]> = v.array(
  v.object({
    namespace: v.string(),
    name: v.string(),
    keys: v.array(v.string()),
    usedBy: v.array(v.string()),
  }),
);

/** The Secrets that must exist before the apply of the stack in a folder. */
export const requiredSecrets = (folder: string): readonly SecretEntry[] =>
  readJsonFile(SECRETS, join(folder, "files/outputs/required_secrets.json"));
