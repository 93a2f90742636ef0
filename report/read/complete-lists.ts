import type { EngineResource } from "../../analysis/engine/engine-resource";
import type { PropertyValue } from "../../analysis/engine/property-value";

/**
 * Adds what somebody added outside of the program. On a refresh, a bridged provider reads as many items of a list as the program
 * gave; items beyond stand in its answer alone.
 */
export function completeLists(resource: EngineResource): EngineResource {
  const { inputs, outputs } = resource;
  const complete = ([name, given]: [string, PropertyValue]): [string, PropertyValue] => {
    const answered = Object.hasOwn(outputs, name) ? outputs[name] : undefined;
    return [name, isLonger(answered, given) ? answered : given];
  };
  return { ...resource, inputs: Object.fromEntries(Object.entries(inputs).map(complete)) };
}

function isLonger(answered: PropertyValue | undefined, given: PropertyValue): answered is PropertyValue {
  return Array.isArray(answered) && Array.isArray(given) && answered.length > given.length;
}
