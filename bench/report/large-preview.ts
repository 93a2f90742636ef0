import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { repositoryRoot } from "../../tools/engine/engine";
import { describePlainUpdate } from "./plain-update";

const digestSchema = z.looseObject({ steps: z.array(z.looseObject({ urn: z.string() })) });

/** A preview of the real engine, of a service principal with its connection, that creates all it declares. */
const recording = join(repositoryRoot, "test/corpus/recordings/service-principal/first-deployment.json");

/** What all names in it begin with. */
const name = "payments";

/** Of what a stack is made: of nothing but identities, connections and their access, or as most stacks are. */
export const stackKinds = ["all access", "one in ten"] as const;

export type StackKind = (typeof stackKinds)[number];

/** Writes a preview of at least so many changed resources: one that was recorded, again and again under other names. */
export function writeLargePreview(resources: number, kind: StackKind): string {
  const digest = digestSchema.parse(JSON.parse(readFileSync(recording, "utf8")));
  const isCopied = ({ urn }: { urn: string }): boolean => urn.includes(name);
  const copied = digest.steps.filter(isCopied);
  const plain = kind === "all access" ? 0 : 9 * copied.length;
  const copies = Math.ceil(resources / (copied.length + plain));
  const steps = [
    ...digest.steps.filter((step) => !isCopied(step)),
    ...Array.from({ length: copies }, (_, copy) => copySteps(copied, copy)).flat(),
    ...Array.from({ length: copies * plain }, (_, index) => describePlainUpdate(index)),
  ];
  const changeSummary = { create: steps.length - copies * plain, update: copies * plain };
  return JSON.stringify({ ...digest, steps, changeSummary }, undefined, 1);
}

/** Each copy is a part of the stack of its own: no name is in two of them. */
function copySteps(steps: readonly unknown[], copy: number): readonly unknown[] {
  return z.array(z.unknown()).parse(JSON.parse(JSON.stringify(steps).replaceAll(name, `${name}-${copy}`)));
}
