import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { parsePropertyMap, type PropertyMap } from "./property-value";

/** Reads the properties of an engine request. An absent struct holds none. */
export function parseStruct(struct: Struct | undefined): PropertyMap {
  return struct === undefined ? {} : parsePropertyMap(struct.toJavaScript());
}

/** Writes properties into an answer to the engine. */
export function formatStruct(properties: PropertyMap): Struct {
  return Struct.fromJavaScript({ ...properties });
}
