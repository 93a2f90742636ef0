// The floors of docs/architecture.md as rules: no arrow upwards.

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycle",
      comment: "Two files that need each other are one idea in two places.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "facts-import-nothing",
      comment: "Vendor facts must be usable by every floor, also by an emulator that disagrees with the components.",
      severity: "error",
      from: { path: "^facts/" },
      to: { pathNot: "^facts/" },
    },
    {
      name: "lib-imports-facts-and-pulumi-only",
      comment: "Users load lib in their own program: whatever it imports, every preview pays for.",
      severity: "error",
      from: { path: "^lib/" },
      to: { pathNot: ["^lib/", "^facts/", "^node_modules/@pulumi/", "^node_modules/uuid/", "^sdks/azuredevops/"] },
    },
    {
      name: "azure-native-by-deep-path",
      comment:
        "The root of @pulumi/azure-native costs every program 0.25 s and 40 MB; one module of it next to nothing.",
      severity: "error",
      from: {},
      to: { path: "^node_modules/@pulumi/azure-native/index\\.(js|d\\.ts)$" },
    },
    {
      name: "emulator-can-disagree",
      comment: "An emulator that shared the components' code would agree with their mistakes.",
      severity: "error",
      from: { path: "^emulator/" },
      to: { path: "^(lib|examples|tools|test|bench)/" },
    },
    {
      name: "services-do-not-know-each-other",
      comment:
        "Services meet in the store, as the vendors' services meet in the directory; each can be replaced alone.",
      severity: "error",
      from: { path: "^emulator/services/([^/]+)/" },
      to: { path: "^emulator/services/", pathNot: "^emulator/services/$1/" },
    },
    {
      name: "stand-in-stands-alone",
      comment:
        "The azure-native stand-in takes a real provider's place: it may know vendor facts, never the components or the emulator.",
      severity: "error",
      from: { path: "^tools/engine/azure-native/" },
      to: { path: "^(lib|emulator|examples|test|bench)/" },
    },
    {
      name: "nothing-imports-tests",
      comment: "Tests see everything; nothing may lean on them.",
      severity: "error",
      from: { pathNot: "^test/" },
      to: { path: "^test/" },
    },
    {
      name: "nothing-imports-bench",
      comment: "Benchmarks are programs, not a library.",
      severity: "error",
      from: { pathNot: "^(bench|test)/" },
      to: { path: "^bench/" },
    },
    {
      name: "package-does-not-import-tools",
      comment: "What is published must not need what is not.",
      severity: "error",
      from: { path: "^(lib|facts|emulator|examples)/" },
      to: { path: "^tools/" },
    },
    {
      name: "no-unresolvable",
      comment: "An import that cannot be found is a broken clone for somebody.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-dev-dependency-in-package",
      comment: "A development dependency is not there on a user's machine.",
      severity: "error",
      from: { path: "^(lib|facts)/" },
      to: { dependencyTypes: ["npm-dev"], pathNot: "^node_modules/@pulumi/" },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^sdks/"] },
    exclude: { path: ["^(dist|build|coverage)/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
