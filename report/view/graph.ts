import type { Entity } from "../../analysis/model/model";
import type { Trust } from "../../analysis/model/trust";
import type { ReportGraph } from "../report-document";
import { type AccessSide } from "./access-side";
import { GraphDraft, type DraftNode } from "./graph-draft";
import { collectGraphFacts, type GraphFacts } from "./graph-facts";
import { GraphNodes } from "./graph-nodes";
import type { ViewContext } from "./view-context";

/**
 * Makes the picture of a run: who asks, through what, as whom, and what that may do where. It holds both sides of the run, so that
 * what is gone is there too, marked.
 */
export function createGraph(context: ViewContext): ReportGraph {
  const facts = collectGraphFacts(context);
  const draft = new GraphDraft();
  // What is there after the run comes last: it names what is on both sides.
  for (const name of ["before", "after"] as const) {
    const side = context[name];
    const drawing: Drawing = { draft, facts, name, side, nodes: new GraphNodes(side, facts) };
    side.index.model.entities.forEach((entity) => {
      drawThing(entity, drawing);
    });
  }
  return draft.finish();
}

interface Drawing {
  readonly draft: GraphDraft;
  readonly facts: GraphFacts;
  readonly name: "before" | "after";
  readonly side: AccessSide;
  readonly nodes: GraphNodes;
}

function drawThing(thing: Entity, drawing: Drawing): void {
  const { draft, facts, name, nodes } = drawing;
  const connect = (from: DraftNode | undefined, to: DraftNode | undefined): void => {
    if (from !== undefined && to !== undefined) {
      draft.addEdge({ from, to, side: name, state: facts.findState(thing, name), level: facts.findLevel(thing) });
    }
  };
  switch (thing.class) {
    case "serviceConnection": {
      const node = nodes.createConnection(thing);
      draft.addNode(node, facts.findState(thing, name), facts.findLevel(thing));
      connect(node, nodes.findIdentity(thing.identity));
      break;
    }
    case "identity":
      draft.addNode(nodes.createIdentity(thing), facts.findState(thing, name), facts.findLevel(thing));
      break;
    case "trust":
      connect(findEntrance(thing, drawing), nodes.findIdentity(thing.identity));
      break;
    case "storedSecret":
      connect(nodes.createHolder(thing), nodes.findIdentity(thing.identity));
      break;
    case "pipelinePermission":
      connect(nodes.createPipeline(thing), nodes.findConnection(thing.connection));
      break;
    case "roleAssignment":
      connect(nodes.findIdentity(thing.principal), nodes.createRole(thing));
      break;
    case "directoryPermission":
      connect(nodes.findIdentity(thing.principal), nodes.createDirectoryPermission(thing));
      break;
    default:
      break;
  }
}

function findEntrance(trust: Trust, { nodes, side }: Drawing): DraftNode {
  const connection = side.connectionOf(trust);
  return connection === undefined ? nodes.createParty(trust) : nodes.createConnection(connection);
}
