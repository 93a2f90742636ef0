import { defineConfig } from "eslint/config";
import jest from "eslint-plugin-jest";
import jsdoc from "eslint-plugin-jsdoc";
import tseslint from "typescript-eslint";

/** @type {import("eslint").Linter.RulesRecord} */
const sizes = {
  "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],
  "max-lines-per-function": ["error", { max: 50, skipBlankLines: true, skipComments: true }],
  "max-params": ["error", { max: 4 }],
};

export default defineConfig(
  { ignores: ["**/node_modules/", "dist/", "build/", "sdks/", "coverage/", ".keyless/"] },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    // Each example has a tsconfig of its own; linted with those, every one would load the provider SDKs anew.
    languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...sizes,
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Named exports only: a name is the same everywhere." },
      ],
    },
  },
  {
    files: ["lib/**/*.ts", "facts/**/*.ts", "analysis/**/*.ts", "report/**/*.ts"],
    plugins: { jsdoc },
    rules: {
      "jsdoc/require-jsdoc": [
        "error",
        {
          publicOnly: true,
          contexts: ["TSInterfaceDeclaration", "TSEnumDeclaration"],
          require: { ClassDeclaration: true, FunctionDeclaration: true },
        },
      ],
    },
  },
  {
    files: ["lib/**/*-args.ts"],
    plugins: { jsdoc },
    rules: {
      "jsdoc/require-jsdoc": ["error", { contexts: ["TSInterfaceDeclaration", "TSPropertySignature", "TSEnumMember"] }],
    },
  },
  {
    files: ["test/**/*.ts"],
    extends: [jest.configs["flat/recommended"]],
    rules: {
      "max-lines-per-function": "off",
      "jest/expect-expect": ["error", { assertFunctionNames: ["expect", "fc.assert", "expect*", "assert*"] }],
      "jest/no-conditional-expect": "error",
    },
  },
  { files: ["**/*-table.ts"], rules: { "max-lines": "off", "max-lines-per-function": "off" } },
);
