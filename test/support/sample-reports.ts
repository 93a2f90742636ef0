import type { Level } from "../../analysis/level";
import type { Report, ReportGraph } from "../../report/report-document";
import { edge, item, node, report, section, value } from "./report-builder";

const states = ["added", "unchanged", "changed", "unchanged", "removed"] as const;
const levels: readonly Level[] = ["none", "low", "high", "medium", "info", "critical", "none"];

/** A report as a reviewer meets it: three service connections, something of each kind. */
export function createSmallReport(): Report {
  const sections = [
    section(
      "needsAttention",
      item(
        [
          "The identity ",
          value("id-shop-prod"),
          " can give itself any role: ",
          value("User Access Administrator", "role"),
          " on ",
          value("/subscriptions/1c7a33b2-0f8d-4d5c-8d4b-5a3a2f1e7a10", "scope"),
          ".",
        ],
        {
          level: "critical",
          effects: ["escalates", "widensAccess"],
          source: { file: "infra/index.ts", line: 42 },
          details: [
            ["Who gets in: pipelines that use the service connection ", value("shop-prod"), "."],
            [
              "From where: ",
              value("sc://contoso/Shop/shop-prod", "subject"),
              " of ",
              value("https://login.microsoftonline.com/9b1c7e56-2a34-4f0e-9d31-7f4d6d1b2c11/v2.0", "issuer"),
              ".",
            ],
            ["What stops them: one approval, which this change removes."],
            ["Why critical: whoever can assign roles can assign every role to itself."],
          ],
        },
      ),
      item(["Every pipeline of the project may use ", value("shop-prod"), "."], {
        rule: "connection-open-to-all-pipelines",
        level: "high",
        source: { file: "infra/index.ts", line: 51 },
        details: [["What to do: name the pipelines that need it in ", value("authorizedPipelines", "text"), "."]],
      }),
    ),
    section(
      "newAccess",
      item(
        [
          value("id-shop-test"),
          " gets ",
          value("Contributor", "role"),
          " on ",
          value("/subscriptions/1c7a33b2-0f8d-4d5c-8d4b-5a3a2f1e7a10/resourceGroups/rg-shop-test", "scope"),
          ".",
        ],
        {
          effects: ["widensAccess"],
          source: { file: "infra/test.ts", line: 12 },
          details: [["The client ID is not known until deployment: it comes from the identity created here."]],
        },
      ),
      item(["Tokens of the branch ", value("refs/heads/main", "branch"), " get in as ", value("id-shop-test"), "."], {
        action: "imported",
        level: "low",
        effects: ["widensAccess"],
      }),
    ),
    section(
      "removedAccess",
      item([value("id-shop-old"), " loses ", value("Owner", "role"), " on ", value("rg-shop-old", "scope"), "."], {
        action: "removed",
        level: "info",
        effects: ["narrowsAccess"],
        source: { file: "infra/old.ts", line: 7 },
      }),
    ),
    section(
      "whoMayUse",
      item(["The approval on ", value("shop-prod"), " is gone."], {
        action: "removed",
        level: "high",
        effects: ["removesGuard"],
      }),
    ),
    section(
      "replaced",
      item(["The federated identity credential of ", value("id-shop-prod"), " is made anew."], {
        action: "replaced",
        level: "medium",
        effects: ["replacesCredential", "breaksUse"],
      }),
    ),
  ];
  const base = report({ sections });
  return report({
    sections,
    graph: createSmallGraph(),
    summary: {
      ...base.summary,
      level: "critical",
      widens: true,
      headline: ["One identity can give itself more rights, and an approval is gone."],
      sentences: [
        [value("id-shop-prod"), " becomes ", value("User Access Administrator", "role"), " of a whole subscription."],
        ["Every pipeline of the project may use ", value("shop-prod"), ", and nobody approves it any more."],
        [value("id-shop-test"), " gets in from a new pipeline."],
      ],
    },
    limits: [
      ["Roles that somebody assigned by hand, outside of this stack."],
      ["Members of groups: a group’s members are not listed in a stack."],
    ],
  });
}

function createSmallGraph(): ReportGraph {
  const deploy = node("pipeline", "Deploy shop", { detail: "pipeline 214" });
  const every = node("pipeline", "Every pipeline of Shop", { state: "added", level: "high" });
  const test = node("pipeline", "Test shop", { state: "added", detail: "pipeline 381" });
  const prod = node("connection", "shop-prod", { state: "changed", level: "high", detail: "project Shop" });
  const staging = node("connection", "shop-test", { state: "added", detail: "project Shop" });
  const old = node("connection", "shop-old", { state: "removed", detail: "project Shop" });
  const idProd = node("identity", "id-shop-prod", {
    detail: "application, one federated credential",
    level: "critical",
  });
  const idTest = node("identity", "id-shop-test", { state: "added", detail: "managed identity created here" });
  const idOld = node("identity", "id-shop-old", { state: "removed", detail: "application" });
  const admin = node("role", "User Access Administrator", {
    state: "added",
    level: "critical",
    detail: "subscription 1c7a33b2-0f8d-4d5c-8d4b-5a3a2f1e7a10",
  });
  const contributor = node("role", "Contributor", { detail: "resource group rg-shop-prod" });
  const testContributor = node("role", "Contributor", {
    id: "role test",
    state: "added",
    level: "medium",
    detail: "resource group rg-shop-test",
  });
  const owner = node("role", "Owner", { state: "removed", detail: "resource group rg-shop-old" });
  return {
    nodes: [deploy, every, test, prod, staging, old, idProd, idTest, idOld, admin, contributor, testContributor, owner],
    edges: [
      edge(deploy, prod),
      edge(every, prod, { state: "added" }),
      edge(test, staging, { state: "added" }),
      edge(prod, idProd, { state: "changed", label: "subject" }),
      edge(staging, idTest, { state: "added" }),
      edge(old, idOld, { state: "removed" }),
      edge(idProd, admin, { state: "added" }),
      edge(idProd, contributor),
      edge(idTest, testContributor, { state: "added" }),
      edge(idOld, owner, { state: "removed" }),
    ],
  };
}

/** A report with many service connections: every fifth changes, some share a pipeline, an identity or a role. */
export function createLargeReport(count: number): Report {
  const shared = node("pipeline", "Deploy everything", { detail: "pipeline 1" });
  const reader = node("role", "Reader", { detail: "management group mg-contoso" });
  const nodes = [shared, reader];
  const edges: ReportGraph["edges"] = [];
  const items = [];
  for (let index = 1; index <= count; index += 1) {
    const number = String(index).padStart(3, "0");
    const state = index % 5 === 0 ? (states[(index / 5) % states.length] ?? "added") : "unchanged";
    const level = levels[index % levels.length] ?? "none";
    const connection = node("connection", `team-${number}-production-westeurope`, {
      state,
      detail: "project Platform",
      level,
    });
    const identity = node("identity", `id-team-${number}`, { state, detail: "application, one federated credential" });
    const role = node("role", index % 3 === 0 ? "Contributor" : "Storage Blob Data Contributor", {
      id: `role ${number}`,
      state,
      detail: `resource group rg-team-${number}-production-westeurope-001`,
    });
    nodes.push(connection, identity, role);
    edges.push(
      edge(shared, connection),
      edge(connection, identity, { state }),
      edge(identity, role, { state }),
      edge(identity, reader),
    );
    if (state !== "unchanged") {
      items.push(
        item([value(connection.label), " changes who gets in as ", value(identity.label), "."], {
          action: state,
          level,
          effects: state === "removed" ? ["narrowsAccess"] : ["widensAccess"],
          source: { file: "teams/index.ts", line: index },
          details: [["What it may do: ", value(role.label, "role"), " on ", value(role.detail ?? "", "scope"), "."]],
        }),
      );
    }
  }
  const sections = [section("newAccess", ...items)];
  const base = report({ sections });
  return report({
    sections,
    graph: { nodes, edges },
    summary: {
      ...base.summary,
      level: "high",
      widens: true,
      headline: [`${items.length} service connections change.`],
    },
  });
}

/** A report of a run that broke off. */
export function createBrokenReport(): Report {
  const small = createSmallReport();
  return report({
    ...small,
    run: {
      complete: false,
      includesUnchanged: false,
      targeted: true,
      failures: [
        {
          message:
            "Error: Cannot read properties of undefined (reading 'subscriptionId')\n    at Object.<anonymous> (infra/index.ts:18:31)",
        },
        {
          message: "azure-native:authorization:RoleAssignment resource 'contributor' has a problem: scope is missing",
          urn: "urn:pulumi:prod::shop::azure-native:authorization:RoleAssignment::contributor",
        },
      ],
    },
    summary: { ...small.summary, level: "high", headline: ["The preview broke off: this report is not complete."] },
  });
}
