const VERSION = /^v?(\d+)\.(\d+)\.(\d+)(-[0-9A-Za-z.-]+)?(?:\+\S*)?$/;

/**
 * The release number in what a program prints about itself, without a leading `v` or build
 * metadata. Only its first line counts: further down stand the versions of Go and of other things.
 *
 * @returns undefined when it names none, as a program built from its Go module does
 */
export function releaseIn(output: string): string | undefined {
  const [line = ""] = output.trimStart().split("\n");
  for (const word of line.split(/\s+/)) {
    const match = VERSION.exec(word);
    if (match !== null) {
      const [, major, minor, patch, prerelease = ""] = match;
      return `${String(major)}.${String(minor)}.${String(patch)}${prerelease}`;
    }
  }
  return undefined;
}

/**
 * Whether a version is the wanted one or a later one. A pre-release comes before its release.
 * @throws Error when one of them is no version
 */
export function isAtLeast(version: string, wanted: string): boolean {
  const [found, floor] = [parts(version), parts(wanted)];
  for (const [index, number] of floor.numbers.entries()) {
    const difference = (found.numbers[index] ?? 0) - number;
    if (difference !== 0) return difference > 0;
  }
  if (found.prerelease === floor.prerelease) return true;
  return found.prerelease === "";
}

function parts(version: string): {
  readonly numbers: readonly number[];
  readonly prerelease: string;
} {
  const match = VERSION.exec(version);
  if (match === null) {
    throw new Error(
      `not a version: ${version}; write it as 1.2.3, v1.2.3 or 1.2.3-rc.1`,
    );
  }
  return {
    numbers: match.slice(1, 4).map(Number),
    prerelease: match[4] ?? "",
  };
}
