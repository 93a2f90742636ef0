import type { EngineResource } from "../../../analysis/engine/engine-resource";
import { unknownValue } from "../../../analysis/engine/property-value";
import type { Trust } from "../../../analysis/model/trust";
import {
  absent,
  connection,
  identity,
  known,
  secret,
  to,
  trust,
  trustOf,
  unknown,
  unreadable,
} from "../../support/model-builders";
import { createResource, rename } from "../../support/run-builders";
import { entraTrust, ids } from "../../support/vendor-mocks";
import { readReasons, readSummary } from "./read-changes";

const payments = identity("payments");
const other = identity("other");
const link = connection("payments-dev", to(payments), { connectionId: known(ids.connection) });

function credential(changes: Partial<Trust> = {}): Trust {
  return trustOf("credential", to(payments), {
    subject: known("sc://contoso/payments/payments-dev"),
    issuer: known("https://vstoken.dev.azure.com/11111111-2222-4333-8444-555555555555"),
    ...changes,
  });
}

describe("trust changes", () => {
  const base = [payments, link];

  it.each([
    ["one exact connection", credential(), ["trust added medium widensAccess"]],
    [
      "a connection of the stack whose subject is not known yet",
      trust(to(payments), link),
      ["trust added medium widensAccess"],
    ],
    [
      "a pipeline without a connection",
      credential({ subject: known("p://contoso/payments/deploy") }),
      ["trust added high widensAccess"],
    ],
    [
      "another issuer",
      credential({
        issuer: known("https://token.actions.githubusercontent.com"),
        subject: known("repo:a/b:ref:refs/heads/main"),
      }),
      ["trust added high widensAccess"],
    ],
    ["a pattern", credential({ subject: known("repo:contoso/*") }), ["trust added critical widensAccess"]],
    [
      "an expression",
      credential({ subject: absent, expression: known("claims['sub'] matches 'x*'") }),
      ["trust added critical widensAccess"],
    ],
    ["no subject at all", credential({ subject: absent }), ["trust added critical widensAccess"]],
    ["another audience", credential({ audience: known("api://other") }), ["trust added high widensAccess"]],
    [
      "a subject that is marked secret",
      credential({ subject: secret }),
      ["trust added high cannotBeReviewed widensAccess"],
    ],
    [
      "a subject that cannot be read",
      credential({ subject: unreadable }),
      ["trust added high cannotBeReviewed widensAccess"],
    ],
    [
      "a subject that comes from somewhere else",
      credential({ subject: unknown("urn:pulumi:dev::payments::random:index/randomId:RandomId::id") }),
      ["trust added high cannotBeReviewed widensAccess"],
    ],
  ])("says how much attention a new trust of %s needs", (_, made, expected) => {
    expect(readSummary({ before: base, after: [...base, made] })).toEqual(expected);
  });

  it("knows its own connection where the identity has a share in the value too", () => {
    const made = trust(to(payments), link);
    const mixed = { ...made, subject: unknown(link.urn, payments.urn), issuer: unknown(link.urn, payments.urn) };
    expect(readSummary({ before: base, after: [...base, mixed] })).toEqual(["trust added medium widensAccess"]);
    const third = {
      ...made,
      subject: unknown(link.urn, "urn:pulumi:dev::payments::random:index/randomId:RandomId::id"),
    };
    expect(readSummary({ before: base, after: [...base, third] })).toEqual([
      "trust added high cannotBeReviewed widensAccess",
    ]);
  });

  it("says who loses access when a trust is removed", () => {
    expect(readSummary({ before: [payments, credential()], after: [payments] })).toEqual([
      "trust removed low narrowsAccess",
    ]);
    expect(readSummary({ before: [...base, credential()], after: base })).toEqual([
      "trust removed low breaksUse narrowsAccess",
    ]);
    expect(readReasons({ before: [...base, credential()], after: base })).toContain(
      '"sc://contoso/payments/payments-dev"',
    );
  });

  it.each([
    ["another letter case", { subject: known("sc://contoso/payments/Payments-dev") }],
    ["another organization", { subject: known("sc://fabrikam/payments/payments-dev") }],
    ["another connection", { subject: known("sc://contoso/payments/payments-test") }],
    ["another issuer", { issuer: known("https://vstoken.dev.azure.com/99999999-2222-4333-8444-555555555555") }],
  ])("calls a subject or issuer of %s a different party", (_, changes) => {
    const parts = { before: [...base, credential()], after: [...base, credential(changes)] };
    expect(readSummary(parts)).toEqual(["trust changed high narrowsAccess widensAccess"]);
  });

  it("names both parties", () => {
    const changed = credential({ subject: known("sc://fabrikam/payments/payments-dev") });
    const reasons = readReasons({ before: [...base, credential()], after: [...base, changed] });
    expect(reasons).toContain('A different party gets in: "sc://fabrikam/payments/payments-dev".');
    expect(reasons).toContain('The one that got in before loses access: "sc://contoso/payments/payments-dev".');
  });

  it("calls a pattern in place of a subject critical", () => {
    const changed = credential({ subject: absent, expression: known("claims['sub'] matches 'sc://contoso/*'") });
    expect(readSummary({ before: [...base, credential()], after: [...base, changed] })).toEqual([
      "trust changed critical narrowsAccess widensAccess",
    ]);
  });

  it("calls one subject in place of a pattern that matched it narrower", () => {
    const wide = credential({ subject: absent, expression: known("claims['sub'] matches 'sc://contoso/*'") });
    expect(readSummary({ before: [...base, wide], after: [...base, credential()] })).toEqual([
      "trust changed low narrowsAccess",
    ]);
    const elsewhere = credential({ subject: known("sc://fabrikam/payments/payments-dev") });
    expect(readSummary({ before: [...base, wide], after: [...base, elsewhere] })).toEqual([
      "trust changed high narrowsAccess widensAccess",
    ]);
  });

  it("says that the same party gets in as another identity", () => {
    const moved = credential({ identity: to(other) });
    expect(readSummary({ before: [payments, other, credential()], after: [payments, other, moved] })).toEqual([
      "trust changed high narrowsAccess widensAccess",
    ]);
  });

  it("re-attaches a trust to the connection that it was for, when that is replaced", () => {
    const before = [payments, link, credential({ subject: known(entraTrust.subject) })];
    const replaced = connection("payments-dev", to(payments));
    const after = [payments, replaced, credential({ subject: unknown(replaced.urn) })];
    const resource = (outputs: EngineResource["outputs"]): EngineResource => ({ ...createResource(link), outputs });
    const readWith = (outputs: EngineResource["outputs"]): readonly string[] =>
      readSummary({ before, after, steps: { [link.urn]: { operation: "replace", before: resource(outputs) } } });
    expect(readWith({ workloadIdentityFederationSubject: entraTrust.subject })).toEqual([
      "serviceConnection replaced high breaksUse replacesConnection",
      "trust changed medium",
    ]);
    // Without a proof that the old subject was the connection's own, somebody else may get in.
    expect(readWith({})).toEqual([
      "serviceConnection replaced high breaksUse replacesConnection",
      "trust changed high narrowsAccess widensAccess",
    ]);
  });

  it("takes a value that comes from the same resource as before for the same one", () => {
    const before = [...base, credential()];
    const after = [...base, credential({ subject: unknown(link.urn) })];
    const resource = (input: EngineResource["inputs"], feeds: readonly string[]): EngineResource => ({
      ...createResource(credential()),
      inputs: input,
      propertyDependencies: { subject: feeds },
    });
    const readWith = (feeds: readonly string[]): readonly string[] =>
      readSummary({
        before,
        after,
        steps: {
          [credential().urn]: {
            before: resource({ subject: "sc://contoso/payments/payments-dev" }, feeds),
            after: resource({ subject: unknownValue }, [link.urn]),
          },
        },
      });
    expect(readWith([link.urn])).toEqual(["trust changed medium"]);
    expect(readWith([])).toEqual(["trust changed high narrowsAccess widensAccess"]);
  });

  it("does not believe that the same connection ID in another organization is the same connection", () => {
    const own = credential({ subject: known(entraTrust.subject) });
    const foreign = credential({ subject: known(entraTrust.subject.replace(ids.organization, ids.project)) });
    expect(readSummary({ before: [...base, own], after: [...base, foreign] })).toEqual([
      "trust changed high narrowsAccess widensAccess",
    ]);
  });

  it("does not take another connection of the stack for the same party", () => {
    const second = connection("second", to(other));
    const before = [...base, other, credential({ subject: known(entraTrust.subject) })];
    const after = [...base, other, second, credential({ subject: unknown(second.urn) })];
    expect(readSummary({ before, after })).toContain("trust changed high narrowsAccess widensAccess");
  });

  it("re-attaches a trust to an identity that is replaced", () => {
    const parts = {
      before: [...base, credential()],
      after: [...base, credential()],
      steps: {
        [payments.urn]: { operation: "replace" as const },
        [credential().urn]: { operation: "replace" as const },
      },
    };
    expect(readSummary(parts)).toEqual([
      "identity replaced high replacesIdentity",
      "trust replaced low replacesCredential",
    ]);
    expect(readReasons(parts)).toContain("It is attached to the new identity");
  });

  it("calls a trust that another resource takes over moved", () => {
    const renamed = rename(credential(), "new-name");
    expect(readSummary({ before: [...base, credential()], after: [...base, renamed] })).toEqual([
      "trust moved info replacesCredential",
    ]);
    const aliases = { [renamed.urn]: credential().urn };
    expect(readSummary({ before: [...base, credential()], after: [...base, renamed], aliases })).toEqual([
      "trust moved info",
    ]);
  });

  it("says that a second trust of the same meaning gives nothing", () => {
    const second = rename(credential(), "second");
    expect(readSummary({ before: [...base, credential()], after: [...base, credential(), second] })).toEqual([
      "trust added info",
    ]);
    expect(readSummary({ before: [...base, credential(), second], after: [...base, credential()] })).toEqual([
      "trust removed info",
    ]);
  });

  it("finds nothing in things that swap their names", () => {
    const a = credential();
    const b = rename(credential({ subject: known("sc://contoso/payments/b") }), "b");
    const swapped = [rename(a, "b"), rename(b, "credential")];
    expect(readSummary({ before: [...base, a, b], after: [...base, ...swapped] })).toEqual([
      "trust moved info replacesCredential",
      "trust moved info replacesCredential",
    ]);
  });
});
