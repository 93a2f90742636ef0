import { connection, identity, pipelinePermission, to, toOther } from "../../../support/model-builders";
import type { RuleCases } from "../rule-cases";

const deploy = identity("deploy");
const payments = connection("payments", to(deploy));
const open = { allPipelines: true, pipeline: { state: "absent" } } as const;

export const allPipelinesCases: RuleCases = {
  finds: {
    "a connection that is open to all": {
      entities: [deploy, payments, pipelinePermission(to(payments), open)],
      says: [
        'high deploy: Service connection "payments" may be used by every pipeline of the project, also by those that are made later.',
      ],
    },
    "an open connection of another stack": {
      entities: [pipelinePermission(toOther("0a0b"), open)],
      says: [
        'high deploy: The service connection with the ID "0a0b" may be used by every pipeline of the project, also by those that are made later.',
      ],
    },
    "an open connection that cannot be seen": {
      entities: [pipelinePermission({ to: "secret" }, open)],
      says: [
        "high deploy: A service connection that is marked secret may be used by every pipeline of the project, also by those that are made later.",
      ],
    },
  },
  passes: {
    "a pipeline by its ID": { entities: [deploy, payments, pipelinePermission(to(payments))] },
    "a connection that no pipeline may use": { entities: [deploy, payments] },
  },
};
