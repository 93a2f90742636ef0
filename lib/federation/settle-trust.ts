import type * as pulumi from "@pulumi/pulumi";
import type { Component } from "../component";
import { assertNoProblems } from "../errors/arguments-error";
import { checkTrust, type NamedTrust } from "./check-trust";
import { followRename } from "./follow-rename";

/** Whom an identity trusts: the tokens of one service connection. */
export interface Trust {
  readonly issuer: pulumi.Output<string>;
  readonly subject: pulumi.Output<string>;
}

/** What a trust is settled from. */
export interface TrustSource extends NamedTrust {
  /** Name that this program gives to the connection. */
  readonly connectionName: string;
}

/** Settles whom the identity shall trust, or fails with the reason why it must not. */
export function settleTrust(component: Component, source: pulumi.Output<TrustSource>): Trust {
  const checked = source.apply((known) => {
    assertNoProblems(component.title, checkTrust(known));
    return known;
  });
  return {
    issuer: checked.issuer,
    subject: checked.apply(({ subject, connectionName }) => followRename(subject, connectionName)),
  };
}
