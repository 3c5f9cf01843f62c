"use strict";

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  globalSetup: "<rootDir>/test/support/make-shared-folder.ts",
  globalTeardown: "<rootDir>/test/support/remove-shared-folder.ts",
  // Ends what hangs. Far above what a busy machine needs, so that no verdict depends on its speed.
  testTimeout: 300_000,
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  modulePathIgnorePatterns: ["<rootDir>/cdktf.out/"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      {
        jsc: { parser: { syntax: "typescript" }, target: "es2023" },
        module: { type: "commonjs" },
      },
    ],
  },
};
