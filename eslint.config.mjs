import js from "@eslint/js";
import tseslint from "typescript-eslint";

/** Folders of the house, and what each may import of the others. `test/` may import everything. */
const MAY_IMPORT = {
  model: [],
  environments: ["model", "teams"],
  teams: ["model"],
  patterns: ["model"],
  services: ["model", "teams", "patterns"],
  promql: ["model"],
  logql: ["model", "promql"],
  rules: ["model", "promql"],
  targets: ["model"],
  routing: ["model"],
  dashboards: ["model", "promql", "rules"],
  alloy: ["model"],
  reports: ["model"],
  helm: ["model", "routing", "rules", "targets", "alloy", "reports"],
  reach: ["model", "promql", "logql", "rules", "routing", "helm"],
  checks: [
    "model",
    "promql",
    "logql",
    "dashboards",
    "alloy",
    "helm",
    "rules",
    "reach",
  ],
  constructs: [
    "model",
    "rules",
    "targets",
    "routing",
    "dashboards",
    "helm",
    "checks",
  ],
  stacks: ["model", "constructs", "checks", "helm", "dashboards"],
  proof: ["model", "promql", "rules", "routing"],
  inventory: [],
  tools: [],
  requirements: ["model"],
  cli: [
    "inventory",
    "model",
    "promql",
    "rules",
    "routing",
    "dashboards",
    "helm",
    "reach",
    "proof",
    "reports",
    "checks",
    "tools",
    "environments",
    "services",
    "requirements",
  ],
};

const FOLDERS = Object.keys(MAY_IMPORT);
const WITH_CDKTF = ["constructs", "stacks"];
const WITH_PROCESS = ["cli", "tools"];

const importRules = FOLDERS.map((folder) => {
  const forbidden = FOLDERS.filter(
    (other) => other !== folder && !MAY_IMPORT[folder].includes(other),
  );
  const patterns = [
    {
      regex: `^(\\.\\./)+(${forbidden.join("|")})(/|$)`,
      message: `${folder}/ may import ${MAY_IMPORT[folder].join(", ") || "nothing of ours"}: see CONTRIBUTING.md`,
    },
    {
      regex: "^\\.\\.?/?$|/index$",
      message: "no barrels: import the file you mean",
    },
  ];
  if (!WITH_CDKTF.includes(folder)) {
    patterns.push({
      regex: "^(cdktf|constructs|@cdktf/)",
      message: "cdktf stays in constructs/, stacks/ and main.ts",
    });
  }
  return {
    files: [`${folder}/**/*.ts`],
    rules: { "no-restricted-imports": ["error", { patterns }] },
  };
});

export default tseslint.config(
  {
    ignores: [
      "node_modules/",
      "cdktf.out/",
      "packages/*/lib/",
      "packages/*/.gen/",
      "coverage/",
      "report-program/",
    ],
  },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [
      ...tseslint.configs.strictTypeChecked,
      ...tseslint.configs.stylisticTypeChecked,
    ],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "max-lines": ["error", { max: 400 }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      // Conflicts with noPropertyAccessFromIndexSignature, which keeps unknown keys visible.
      "@typescript-eslint/dot-notation": "off",
      // A construct is created for its place in the tree.
      "no-new": "off",
    },
  },
  ...importRules,
  {
    files: FOLDERS.filter((folder) => !WITH_PROCESS.includes(folder)).map(
      (folder) => `${folder}/**/*.ts`,
    ),
    rules: {
      "no-restricted-properties": [
        "error",
        {
          object: "process",
          property: "env",
          message: "one commit synthesises the same bytes everywhere",
        },
        { object: "Math", property: "random", message: "output is repeatable" },
        { object: "Date", property: "now", message: "output is repeatable" },
      ],
      "no-restricted-globals": ["error", "fetch"],
    },
  },
  {
    files: ["**/*.mjs", "**/*.cjs", "**/*.js"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        fetch: "readonly",
        URL: "readonly",
        AbortSignal: "readonly",
        Buffer: "readonly",
        setTimeout: "readonly",
        performance: "readonly",
        module: "writable",
        require: "readonly",
        __dirname: "readonly",
      },
    },
  },
);
