import { existingManagedIdentity } from "./support/identity-kinds";
import { describeLifecycle } from "./support/lifecycle";

describeLifecycle(existingManagedIdentity);
