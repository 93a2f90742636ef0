import { managedIdentity } from "./support/identity-kinds";
import { describeLifecycle } from "./support/lifecycle";

describeLifecycle(managedIdentity);
