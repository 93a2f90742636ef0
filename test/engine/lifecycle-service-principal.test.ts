import { servicePrincipal } from "./support/identity-kinds";
import { describeLifecycle } from "./support/lifecycle";

describeLifecycle(servicePrincipal);
