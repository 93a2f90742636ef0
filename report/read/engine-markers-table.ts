/*
 * What the engine writes where it cannot show a value.
 * https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/plugin/rpc.go and .../resource/sig/sig.go
 */

/** One marker a kind of value: text, boolean, number, list, object, asset, archive. */
export const unknownMarkers: ReadonlySet<string> = new Set([
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
]);

/** A preview writes this in place of a secret value. */
export const secretMarker = "[secret]";

/** An object with this key is one of the engine's own kinds of value; what it holds tells which. */
export const signatureKey = "4dabf18193072939515e22adb298388d";

/** Files and folders that a program passes to a provider; their text may stand beside it, and their hash. */
export const fileSignatures: ReadonlySet<unknown> = new Set([
  "c44067f5952c0a294b673a41bacd8c17",
  "0def7320c3a5731c473e5ecbe6d01bc7",
]);

/** A reference to a resource, by URN and ID. */
export const resourceSignature = "5cf8f73096256a8f31e491e813e4eb8e";
