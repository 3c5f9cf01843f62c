import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Copies a module and adds files to it. Go keeps modules in folders that nobody may write to, so
 * the copy has folders of its own.
 *
 * @param to must not exist yet
 * @param stubs path → text of each file to add
 * @throws Error when the module has a file of that path: a stub would hide it
 */
export function copyModule(
  from: string,
  to: string,
  stubs: Readonly<Record<string, string>>,
): void {
  copyFolder(from, to);
  for (const [path, text] of Object.entries(stubs)) {
    const file = join(to, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: "wx" });
  }
}

function copyFolder(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyFolder(source, target);
    else copyFileSync(source, target);
  }
}
