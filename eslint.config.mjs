import { posix, relative } from "node:path";
import js from "@eslint/js";
import tseslint from "typescript-eslint";

/** Rooms of the house, and which of the others each may import. `test/` may import everything. */
export const MAY_IMPORT = {
  model: [],
  patterns: ["model"],
  platform: ["model", "patterns"],
  "config/teams": ["model"],
  "config/environments": ["model", "config/teams"],
  "config/policy": ["model"],
  "config/requirements": [],
  "config/services": ["model", "patterns", "config/policy", "config/teams"],
  config: [
    "model",
    "platform",
    "config/environments",
    "config/policy",
    "config/services",
    "config/teams",
  ],
  query: ["model"],
  prometheus: ["model", "query"],
  alertmanager: ["model", "query", "prometheus"],
  dashboards: ["model", "query", "prometheus"],
  input: [],
  reports: ["model", "input"],
  helm: ["model", "query", "prometheus", "alertmanager", "reports"],
  kubernetes: ["model", "prometheus", "alertmanager", "helm", "reports"],
  checks: [
    "model",
    "query",
    "prometheus",
    "alertmanager",
    "dashboards",
    "helm",
    "kubernetes",
  ],
  catalogue: [
    "model",
    "prometheus",
    "alertmanager",
    "dashboards",
    "helm",
    "checks",
  ],
  constructs: [
    "model",
    "prometheus",
    "alertmanager",
    "dashboards",
    "helm",
    "kubernetes",
    "checks",
  ],
  stacks: [
    "model",
    "input",
    "dashboards",
    "helm",
    "kubernetes",
    "checks",
    "catalogue",
    "constructs",
  ],
  proof: ["model", "query", "prometheus", "alertmanager", "helm"],
  engines: [],
  inventory: ["input"],
  cli: [
    "model",
    "query",
    "prometheus",
    "alertmanager",
    "dashboards",
    "reports",
    "helm",
    "kubernetes",
    "checks",
    "proof",
    "engines",
    "inventory",
    "input",
  ],
  examples: ["model", "patterns", "platform", "stacks"],
};

/**
 * Files that may import more than their room: the one place at which the commands are given what
 * they are about.
 */
export const MAY_ALSO_IMPORT = { "cli/organisation.ts": ["config"] };

const ROOMS = Object.keys(MAY_IMPORT);
const WITH_CDKTF = ["constructs", "stacks"];
const WITH_PROCESS = ["cli", "engines"];

/** The room that a path from the root lies in; `config/` has several, and files of its own. */
const roomOf = (path) => {
  const [folder = "", inner = ""] = path.split("/");
  return ROOMS.includes(`${folder}/${inner}`) ? `${folder}/${inner}` : folder;
};

/**
 * Follows relative imports to the room that they lead to: `../teams` of two services is not one
 * folder.
 */
const roomsRule = {
  meta: { schema: [], messages: { stray: "{{message}}" } },
  create(context) {
    const from = relative(import.meta.dirname, context.filename).replaceAll(
      "\\",
      "/",
    );
    const room = roomOf(from);
    const allowed = [...MAY_IMPORT[room], ...(MAY_ALSO_IMPORT[from] ?? [])];
    const check = (node) => {
      const imported = node.source?.value;
      if (typeof imported !== "string" || !imported.startsWith(".")) return;
      const other = roomOf(posix.join(posix.dirname(from), imported));
      const house = other === "test" || ROOMS.includes(other);
      if (!house || other === room || allowed.includes(other)) return;
      const names = allowed.join(", ") || "nothing of ours";
      context.report({
        node,
        messageId: "stray",
        data: {
          message: `${room}/ may import ${names}, not ${other}: see CONTRIBUTING.md`,
        },
      });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportAllDeclaration: check,
      ExportNamedDeclaration: check,
    };
  },
};

/** Words that only this project used for what the field has a word for, and that word. */
export const FIELD_WORDS = {
  promise: "slo",
  promises: "slos",
  promised: "expected",
  told: "notified",
  tells: "notifies",
  reach: "notificationPolicy, receiver or lookback",
  reached: "routingResult",
  reaches: "notifies",
  reaching: "notifying",
  stranger: "undeclared",
  strangers: "undeclared",
  duty: "recurringTask",
  duties: "recurringTasks",
  quiet: "timeInterval",
  dim: "label",
  dims: "groupBy",
  happened: "countAbove",
};

/** Keys of `sloDefinitions` as they are rendered, where they are written and read. */
const RENDERED_WORDS = {
  "prometheus/slo/definition-form.ts": ["promise", "dims"],
  "prometheus/slo/slo-definitions.ts": ["promise", "dims"],
  "inventory/inventory.ts": ["promise"],
  "inventory/slo-file.ts": ["promise"],
  "cli/slos/slo-table.ts": ["promise"],
  "cli/service-pages/slos-section.ts": ["promise", "dims"],
  "test/prometheus/slo/slo-definitions.test.ts": ["promise", "dims"],
};

/** `PagerDutyService` → pagerduty, service. */
const wordsOf = (identifier) =>
  (
    identifier
      .replace(/pager_?duty/gi, "Pagerduty")
      .match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? []
  ).map((word) => word.toLowerCase());

/** Forbids the words of {@link FIELD_WORDS} in identifiers; JavaScript's Promise is one. */
export const fieldWordsRule = {
  meta: { schema: [], messages: { coined: "{{message}}" } },
  create(context) {
    const path = relative(import.meta.dirname, context.filename).replaceAll(
      "\\",
      "/",
    );
    const rendered = RENDERED_WORDS[path] ?? [];
    return {
      Identifier(node) {
        if (node.name === "Promise") return;
        const words = wordsOf(node.name);
        const word = words.find(
          (each, index) =>
            Object.hasOwn(FIELD_WORDS, each) &&
            !rendered.includes(node.name) &&
            // Quiet cases of a proof are what its glossary says; quiet times are time intervals.
            (each !== "quiet" || /^times?$/.test(words[index + 1] ?? "")),
        );
        if (word === undefined) return;
        context.report({
          node,
          messageId: "coined",
          data: {
            message: `"${word}" in ${node.name} is no word of the field: ${FIELD_WORDS[word]}; see CONTRIBUTING.md, Words`,
          },
        });
      },
    };
  },
};

/** One object for all rooms: files in a folder of `config/` lie in two of them. */
const house = { rules: { rooms: roomsRule, "field-words": fieldWordsRule } };

const importRules = ROOMS.map((room) => ({
  files: [`${room}/**/*.ts`],
  plugins: { house },
  rules: {
    "house/rooms": "error",
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          {
            regex: "^\\.\\.?/?$|/index$",
            message: "no barrels: import the file you mean",
          },
          ...(WITH_CDKTF.includes(room)
            ? []
            : [
                {
                  regex: "^(cdktf|constructs|@cdktf/)",
                  message: "cdktf stays in constructs/ and stacks/",
                },
              ]),
        ],
      },
    ],
  },
}));

/** Calls that give what a server, a file or a person wrote: nobody has seen yet what it is. */
const FOREIGN = [
  "CallExpression[callee.object.name='JSON'][callee.property.name='parse']",
  // `response.json()`
  "CallExpression[callee.property.name='json'][arguments.length=0]",
  // of "yaml"
  "CallExpression[callee.name='parse']",
];

/**
 * Foreign data is of a type when a schema has said so. `as unknown` and `as const` claim nothing.
 */
export const foreignDataRules = {
  "no-restricted-syntax": [
    "error",
    ...FOREIGN.flatMap((call) =>
      ["", "AwaitExpression > "].map((between) => ({
        selector: `:matches(TSAsExpression, TSTypeAssertion)[typeAnnotation.type!='TSUnknownKeyword'] > ${between}${call}`,
        message:
          "this claims a form that nobody checked: read it with a schema, fits() or fromJson() of input/json.ts",
      })),
    ),
  ],
};

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
    files: ["**/*.ts"],
    plugins: { house },
    rules: {
      "house/field-words": "error",
      // Code is Prettier's.
      "max-len": [
        "error",
        {
          code: 10_000,
          comments: 100,
          ignoreUrls: true,
          ignorePattern: "eslint-disable",
        },
      ],
    },
  },
  {
    files: ROOMS.map((room) => `${room}/**/*.ts`).concat("main.ts"),
    rules: foreignDataRules,
  },
  {
    files: ROOMS.filter((room) => !WITH_PROCESS.includes(room)).map(
      (room) => `${room}/**/*.ts`,
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
