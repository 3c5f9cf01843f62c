// Cuts the schema of the Grafana provider down to what keep.json names and
// writes it to schema.json, from which generate.mjs makes the bindings.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const PROVIDER = "registry.terraform.io/grafana/grafana";
const USAGE =
  "usage: npm run trim -w @cdktf/provider-grafana -- FILE [VERSION] [--out FILE]\n" +
  "  FILE is what `terraform providers schema -json` printed, VERSION the provider's version";
const LINE_WIDTH = 80;

/** An error whose message is for the person at the terminal. */
class Refusal extends Error {}

/** A path as the person typed it: `npm run -w` changes into the workspace. */
function asTyped(file) {
  return resolve(process.env.INIT_CWD ?? process.cwd(), file);
}

/** The schema in `file`, checked to be one that Terraform printed. */
function readProviderSchema(file) {
  if (!existsSync(file)) {
    throw new Refusal(`${file} does not exist\n${USAGE}`);
  }
  let schema;
  try {
    schema = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Refusal(
      `${file} holds no JSON (${error.message}); expected the output of \`terraform providers schema -json\``,
    );
  }
  if (schema?.provider_schemas?.[PROVIDER] === undefined) {
    const found = Object.keys(schema?.provider_schemas ?? {});
    throw new Refusal(
      `${file} holds no provider ${PROVIDER}; it holds ${found.length === 0 ? "none" : found.join(", ")}`,
    );
  }
  return schema;
}

/** The exact version to pin: Terraform prints none, a trimmed schema does. */
function providerVersion(schema, given) {
  const version = given ?? schema.provider_versions?.[PROVIDER];
  if (version === undefined) {
    throw new Refusal(
      `the schema does not say which version it is of; give it after the file, as \`terraform version\` prints it\n${USAGE}`,
    );
  }
  if (!/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(version)) {
    throw new Refusal(
      `the version must be exact, such as 4.45.1, got ${version}`,
    );
  }
  return version;
}

/** What keep.json names, of both kinds. */
function keptNames() {
  const file = new URL("../keep.json", import.meta.url);
  const groups = JSON.parse(readFileSync(file, "utf8"));
  return {
    resources: groups.flatMap((group) => group.resources ?? []),
    dataSources: groups.flatMap((group) => group.dataSources ?? []),
  };
}

/** The entries of `schemas` that are named. */
function pick(schemas, names) {
  return Object.fromEntries(names.map((name) => [name, schemas[name]]));
}

/** Without prose. An attribute that is itself called `description` stays. */
function withoutDescriptions(value) {
  if (Array.isArray(value)) {
    return value.map(withoutDescriptions);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const kept = Object.entries(value).filter(
    ([key, entry]) =>
      !(
        ["description", "description_kind"].includes(key) &&
        typeof entry === "string"
      ),
  );
  return Object.fromEntries(
    kept.map(([key, entry]) => [key, withoutDescriptions(entry)]),
  );
}

/** The schema without everything that keep.json does not name. */
function trim(schema, version) {
  const provider = schema.provider_schemas[PROVIDER];
  const resources = provider.resource_schemas ?? {};
  const dataSources = provider.data_source_schemas ?? {};
  const kept = keptNames();
  const missing = [
    ...kept.resources.filter((name) => resources[name] === undefined),
    ...kept.dataSources
      .filter((name) => dataSources[name] === undefined)
      .map((name) => `data source ${name}`),
  ];
  if (missing.length > 0) {
    throw new Refusal(
      `the schema of version ${version} lacks ${missing.join(", ")}; ` +
        "remove or rename them in keep.json, and wherever the stack uses them",
    );
  }
  return {
    format_version: schema.format_version,
    provider_schemas: {
      [PROVIDER]: withoutDescriptions({
        provider: provider.provider,
        resource_schemas: pick(resources, kept.resources),
        data_source_schemas: pick(dataSources, kept.dataSources),
      }),
    },
    provider_versions: { [PROVIDER]: version },
  };
}

/**
 * JSON with sorted keys and one line for whatever fits on one, as Prettier
 * leaves it: an attribute is one line of a diff.
 *
 * `room` is the number of columns left on the line the value starts on.
 */
function print(value, indent = "", room = LINE_WIDTH) {
  if (typeof value !== "object" || value === null) {
    return JSON.stringify(value);
  }
  const isArray = Array.isArray(value);
  const entries = isArray
    ? value.map((entry) => ["", entry])
    : Object.keys(value)
        .sort()
        .map((key) => [`${JSON.stringify(key)}: `, value[key]]);
  const flat = entries.map(([key, entry]) => key + print(entry, "", Infinity));
  const [open, close, pad] = isArray ? ["[", "]", ""] : ["{", "}", " "];
  if (flat.length === 0) {
    return open + close;
  }
  const line = open + pad + flat.join(", ") + pad + close;
  if (line.length <= room) {
    return line;
  }
  const inner = `${indent}  `;
  const lines = entries.map(([key, entry], index) => {
    const comma = index === entries.length - 1 ? "" : ",";
    const left = LINE_WIDTH - inner.length - key.length - comma.length;
    return inner + key + print(entry, inner, left) + comma;
  });
  return [open, ...lines, indent + close].join("\n");
}

function main() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { out: { type: "string" } },
  });
  const [file, version, ...rest] = positionals;
  if (file === undefined || rest.length > 0) {
    throw new Refusal(USAGE);
  }
  const schema = readProviderSchema(asTyped(file));
  const trimmed = trim(schema, providerVersion(schema, version));
  const out =
    values.out === undefined
      ? fileURLToPath(new URL("../schema.json", import.meta.url))
      : asTyped(values.out);
  writeFileSync(out, `${print(trimmed)}\n`);
  const { resource_schemas, data_source_schemas } =
    trimmed.provider_schemas[PROVIDER];
  console.log(
    `${basename(out)}: Grafana provider ${trimmed.provider_versions[PROVIDER]}, ` +
      `${Object.keys(resource_schemas).length} resources, ` +
      `${Object.keys(data_source_schemas).length} data sources`,
  );
}

try {
  main();
} catch (error) {
  if (!(error instanceof Refusal) && !error.code?.startsWith("ERR_PARSE_")) {
    throw error;
  }
  console.error(`trim-schema: ${error.message}`);
  process.exitCode = 1;
}
