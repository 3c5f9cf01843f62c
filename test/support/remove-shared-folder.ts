import { rmSync } from "node:fs";
import { SHARED_FOLDER } from "./shared-folder";

/** After the last test of a run. */
export default function removeSharedFolder(): void {
  const folder = process.env[SHARED_FOLDER];
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
