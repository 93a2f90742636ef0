import { existingApplication } from "./support/identity-kinds";
import { describeLifecycle } from "./support/lifecycle";

describeLifecycle(existingApplication);
