// Makes the bindings in lib/ from schema.json: cdktf's own generator writes
// TypeScript, tsc compiles it. Needs neither Terraform nor a network, and does
// nothing when lib/ is up to date.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const SOURCE = "grafana/grafana";
const FQN = `registry.terraform.io/${SOURCE}`;
const LEFTOVER_AFTER_MS = 10 * 60 * 1000;

const script = fileURLToPath(import.meta.url);
const home = dirname(dirname(script));
const schemaFile = join(home, "schema.json");
const lib = join(home, "lib");
const stampFile = join(lib, "generated-from.json");
const scratch = join(home, ".gen");
const require = createRequire(script);

/** An error whose message is for the person at the terminal. */
class Refusal extends Error {}

/** Where an npm package of that name is installed, and its manifest. */
function installed(name) {
  let manifestFile;
  try {
    manifestFile = require.resolve(`${name}/package.json`);
  } catch {
    throw new Refusal(
      `${name} is not installed (it is a development dependency); run \`npm install\` at the root of the repository`,
    );
  }
  return { folder: dirname(manifestFile), manifest: require(manifestFile) };
}

/** Everything that decides what the bindings look like. */
function stamp() {
  const sha256 = (file) =>
    createHash("sha256").update(readFileSync(file)).digest("hex");
  const version = (name) => {
    const { manifest } = installed(name);
    return `${manifest.name}@${manifest.version}`;
  };
  const inputs = {
    schema: sha256(schemaFile),
    script: sha256(script),
    generator: version("@cdktf/provider-generator"),
    // An alias shows here: the manifest has the name of what is installed.
    cdktf: version("cdktf"),
    typescript: version("typescript"),
  };
  return `${JSON.stringify(inputs, null, 2)}\n`;
}

/** Writes the TypeScript of every resource below `folder`. */
async function writeSources(folder) {
  // Loading the generator loads the CLI's common code, which asks Terraform for
  // its version and, failing that, reports to HashiCorp. Neither is wanted.
  process.env.TERRAFORM_BINARY_NAME = join(folder, "no-terraform");
  process.env.CHECKPOINT_DISABLE = "1";
  const { CodeMaker } = require("codemaker");
  const {
    TerraformProviderGenerator,
  } = require("@cdktf/provider-generator/lib/get/generator/provider-generator");
  const schema = JSON.parse(readFileSync(schemaFile, "utf8"));
  if (schema.provider_versions?.[FQN] === undefined) {
    throw new Refusal(
      `schema.json names no version of ${FQN}; make it with \`npm run trim\``,
    );
  }
  const code = new CodeMaker();
  // A constraint of one's own, or `source` would be the long name of the schema.
  new TerraformProviderGenerator(code, schema).generate({
    isModule: false,
    name: "grafana",
    source: SOURCE,
  });
  await code.save(folder);
}

/** Compiles each resource of `folder` into a folder of its own below `outDir`. */
function compile(folder, outDir) {
  const sources = join(folder, "providers", "grafana");
  const config = join(folder, "tsconfig.json");
  writeFileSync(
    config,
    JSON.stringify({
      compilerOptions: {
        target: "ES2022",
        lib: ["ES2022"],
        module: "CommonJS",
        moduleResolution: "Node10",
        types: [],
        declaration: true,
        strict: true,
        skipLibCheck: true,
        // The generated classes redeclare inherited properties and must not
        // shadow them.
        useDefineForClassFields: false,
        rootDir: sources,
        outDir,
      },
      // Not the index: it would load every resource.
      include: [join(sources, "*", "**", "*.ts")],
    }),
  );
  const { folder: typescript, manifest } = installed("typescript");
  const tsc = join(typescript, manifest.bin.tsc);
  const run = spawnSync(process.execPath, [tsc, "--project", config], {
    encoding: "utf8",
  });
  if (run.status !== 0) {
    throw new Refusal(
      `TypeScript does not accept the generated sources in ${folder}\n${run.stdout}${run.stderr}`,
    );
  }
}

/** Puts `built` where `lib/` is; an interruption leaves none, never half of one. */
function publish(built, work) {
  if (existsSync(lib)) {
    renameSync(lib, join(work, "replaced"));
  }
  renameSync(built, lib);
}

/** Removes what interrupted runs left; a younger folder may be one at work. */
function removeLeftovers() {
  for (const name of readdirSync(scratch)) {
    const folder = join(scratch, name);
    const age =
      Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > LEFTOVER_AFTER_MS) {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

async function main() {
  if (!existsSync(schemaFile)) {
    throw new Refusal(
      `${schemaFile} does not exist; make it with \`npm run trim\``,
    );
  }
  const wanted = stamp();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) {
    console.log("@cdktf/provider-grafana: bindings are up to date");
    return;
  }
  const start = performance.now();
  mkdirSync(scratch, { recursive: true });
  removeLeftovers();
  const work = mkdtempSync(join(scratch, "work-"));
  const built = join(work, "lib");
  await writeSources(work);
  compile(work, built);
  const count = readdirSync(built).length;
  writeFileSync(join(built, "generated-from.json"), wanted);
  publish(built, work);
  rmSync(work, { recursive: true, force: true });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `@cdktf/provider-grafana: ${count} bindings generated in ${seconds} s`,
  );
}

try {
  await main();
} catch (error) {
  console.error(
    `@cdktf/provider-grafana: bindings not generated: ${
      error instanceof Refusal ? error.message : error.stack
    }\nTo try again: npm run generate -w @cdktf/provider-grafana`,
  );
  process.exitCode = 1;
}
