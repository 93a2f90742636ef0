// Packages that ship ES modules only; jest runs CommonJS, so they are transformed like our own code.
const esmOnly = [
  "jose",
  "@dagrejs/[a-z-]+",
  "@octokit/[a-z-]+",
  "universal-user-agent",
  "content-type",
  "before-after-hook",
  "string-width",
  "strip-ansi",
  "ansi-regex",
  "get-east-asian-width",
  "mdast-util-[a-z-]+",
  "micromark[a-z-]*",
  "unist-util-[a-z-]+",
  "decode-named-character-reference",
  "character-entities",
];

/** @type {import("jest").Config} */
const shared = {
  testEnvironment: "node",
  transform: {
    "^.+\\.[cm]?[jt]s$": [
      "@swc/jest",
      { jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "commonjs" } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join("|")})/)`, "/sdks/"],
  modulePathIgnorePatterns: [
    "<rootDir>/build/",
    "<rootDir>/dist/",
    "<rootDir>/examples/",
    "<rootDir>/sdks/azuredevops/bin/package.json",
  ],
};

/** @type {import("jest").Config} */
module.exports = {
  randomize: true,
  // Real clients in processes of their own need more than jest's five seconds on a busy machine.
  testTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: "unit",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/engine/"],
    },
    { ...shared, displayName: "engine", testMatch: ["<rootDir>/test/engine/**/*.test.ts"] },
  ],
};
