/** Release of cdktf's successor that the sources are proved on, and the constructs it asks for. */
const CDKTN_VERSION = "0.24.0";
const CONSTRUCTS_RANGE = "~10.6.0";

/** What is read and changed of a `package.json`. */
interface PackageJson {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly overrides: Readonly<Record<string, string>>;
}

/**
 * The same package with `cdktf` as an alias of `cdktn`: the sources keep their imports.
 * The command line of cdktf is left out, since it asks for cdktf itself.
 */
export function onCdktn(packageJson: PackageJson): PackageJson {
  const devDependencies = Object.fromEntries(
    Object.entries(packageJson.devDependencies).filter(
      ([name]) => name !== "cdktf-cli",
    ),
  );
  return {
    ...packageJson,
    dependencies: {
      ...packageJson.dependencies,
      cdktf: `npm:cdktn@${CDKTN_VERSION}`,
      constructs: CONSTRUCTS_RANGE,
    },
    devDependencies,
    overrides: { ...packageJson.overrides, cdktf: "$cdktf" },
  };
}
