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
      name: "analysis-imports-facts-only",
      comment:
        "The analysis is a function of data: no engine, no network, no clock, so that every reader and test can feed it.",
      severity: "error",
      from: { path: "^analysis/" },
      to: { pathNot: ["^analysis/", "^facts/"] },
    },
    {
      name: "report-stands-on-analysis",
      comment:
        "The report reads what an engine wrote; it never loads the engine's SDK, the components or the commands.",
      severity: "error",
      from: { path: "^report/" },
      to: { path: ["^(lib|cli|emulator|examples|tools)/", "^node_modules/@pulumi/"] },
    },
    {
      name: "report-touches-the-world-in-post-only",
      comment:
        "Same input, same bytes: only the posting step may reach files, network or clock. A hash reaches nothing.",
      severity: "error",
      from: { path: "^report/", pathNot: "^report/post/" },
      to: { dependencyTypes: ["core"], pathNot: "^(node:)?crypto$" },
    },
    {
      name: "cli-stands-on-report",
      comment: "A command turns arguments into calls and results into an exit code; the work is below it.",
      severity: "error",
      from: { path: "^cli/" },
      to: { path: ["^(lib|emulator|examples|tools)/"] },
    },
    {
      name: "policy-judges-as-the-report-does",
      comment:
        "Model, rules and the reading of the engine's values are those of the report, so that both say the same; the pack adds the engine's protocol and nothing else of the report.",
      severity: "error",
      from: { path: "^policy/" },
      to: {
        pathNot: [
          "^policy/",
          "^(facts|analysis)/",
          "^report/read/read-properties\\.ts$",
          "^report/render/neutralize\\.ts$",
          "^node_modules/@pulumi/pulumi/proto/",
          "^node_modules/(@grpc/grpc-js|(@types/)?google-protobuf|zod)/",
        ],
        dependencyTypesNot: ["core"],
      },
    },
    {
      name: "nothing-imports-cli-or-policy",
      comment: "The commands and the policy pack are the top floor: programs of their own.",
      severity: "error",
      from: { path: "^(facts|lib|analysis|report)/" },
      to: { path: "^(cli|policy)/" },
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
      to: { path: "^(lib|analysis|report|cli|policy|examples|tools|test|bench)/" },
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
      from: { path: "^(lib|facts|analysis|report|cli|policy|emulator|examples)/" },
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
      from: { path: "^(lib|facts|analysis|report|cli|policy)/" },
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
