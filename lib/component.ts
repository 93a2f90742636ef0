import type * as pulumi from "@pulumi/pulumi";

/** The component that is being made, as its children see it. */
export interface Component {
  /** Logical name. A child's name begins with it. */
  readonly name: string;
  /** The component as a user knows it, such as `AzureServiceConnection "payments-dev"`. */
  readonly title: string;
  /** Parent of the children. */
  readonly resource: pulumi.ComponentResource;
}
