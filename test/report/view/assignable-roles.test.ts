import { formatAssignableRolesCondition } from "../../../lib/access/assignable-roles-condition";
import { sayAssignableRoles } from "../../../report/view/words/assignable-roles";
import { builtIn, known, onlyRoles } from "../../support/model-builders";

const administrator = builtIn("f58310d9-a9f6-439a-9e8d-f62e7b41a168");
const acrPull = "7f951dda-4ed3-4680-a7ca-43fe172d538d";
const reader = "acdd72a7-3385-48ef-bd42-f606fba81ae7";

function say(condition: string, role = administrator): string | undefined {
  return sayAssignableRoles({ role, condition: known(condition) })
    ?.map((part) => (typeof part === "string" ? part : part.value))
    .join("");
}

describe("sayAssignableRoles", () => {
  it("says which roles, and to whom", () => {
    const condition = formatAssignableRolesCondition([reader, acrPull]);

    expect(say(condition)).toBe("assign only AcrPull and Reader, only to service principals");
    expect(say(condition.replaceAll("{'ServicePrincipal'}", "{'ServicePrincipal', 'Group'}"))).toBe(
      "assign only AcrPull and Reader, only to groups and service principals",
    );
  });

  it("says that it may be anyone", () => {
    expect(say(onlyRoles(acrPull).value)).toBe("assign only AcrPull, but to anyone");
  });

  it("says nothing of a role that allows more, nor of another condition", () => {
    const userAccess = builtIn("18d7d88d-d35e-4fb5-a5c3-7773c20a72d9");

    expect(say(formatAssignableRolesCondition([acrPull]), userAccess)).toBeUndefined();
    expect(say("(true)")).toBeUndefined();
  });
});
