import { connection, identity, known, to, toOther } from "../../../support/model-builders";
import type { RuleCases } from "../rule-cases";

const release = identity("release");
const connections = (count: number, of = to(release)) =>
  Array.from({ length: count }, (_, index) => connection(`c${index}`, of));

export const sharedIdentityCases: RuleCases = {
  finds: {
    "four connections of one identity": {
      entities: [release, ...connections(4)],
      says: [
        'medium release: Application "release" is shared by 4 service connections: "c0", "c1", "c2" and "c3". At most 3 may share one.',
      ],
    },
    "many connections of an identity of another stack": {
      entities: connections(7, toOther("C11E")),
      says: [
        'medium c0: The identity with the ID "C11E" is shared by 7 service connections: "c0", "c1", "c2", "c3" and 3 more. At most 3 may share one.',
      ],
    },
    "two, where a team allows none": {
      entities: [
        release,
        connection("a", to(release)),
        connection("b", to(release), { connectionName: known("shop") }),
      ],
      options: { connectionsPerIdentity: 1 },
      says: [
        'medium release: Application "release" is shared by 2 service connections: "a" and "shop". At most 1 may share one.',
      ],
    },
  },
  passes: {
    "three connections of one identity": { entities: [release, ...connections(3)] },
    "many connections without an identity": { entities: connections(9, { to: "absent" }) },
    "four connections of two identities": { entities: [release, ...connections(3), connection("x", toOther("1"))] },
  },
};
