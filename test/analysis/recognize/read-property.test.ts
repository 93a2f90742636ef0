import { secretValue, unknownValue } from "../../../analysis/engine/property-value";
import { readProperty } from "../../../analysis/recognize/read-property";
import {
  readComputedId,
  readFlag,
  readIds,
  readItems,
  readNumber,
  readText,
  readTexts,
} from "../../../analysis/recognize/read-value";
import { createResource } from "../../support/engine-resources";

const source = createResource("a:b:C", "source");

describe("readProperty", () => {
  it("follows a path, through a list with one item too", () => {
    const resource = createResource("a:b:C", "x", { inputs: { one: { two: "2" }, list: [{ two: "3" }] } });

    expect(readText(resource, "one.two")).toEqual({ state: "known", value: "2" });
    expect(readText(resource, "list.two")).toEqual({ state: "known", value: "3" });
    expect(readText(resource, "list.0.two")).toEqual({ state: "known", value: "3" });
    expect(readText(resource, "one.two.three")).toEqual({ state: "absent" });
  });

  it("says where what is not known comes from", () => {
    const resource = createResource("a:b:C", "x", {
      inputs: { one: { two: unknownValue, three: "3" } },
      propertyDependencies: { one: ["urn:b", "urn:a", "urn:b"] },
    });

    expect(readText(resource, "one.two")).toEqual({ state: "unknown", from: ["urn:a", "urn:b"] });
    expect(readText(resource, "one.three")).toEqual({ state: "known", value: "3" });
  });

  it("says of what is secret only that it is there", () => {
    const resource = createResource("a:b:C", "x", { inputs: { one: secretValue } });

    expect(readText(resource, "one")).toEqual({ state: "secret" });
    expect(readText(resource, "one.two")).toEqual({ state: "secret" });
  });

  it("does not take an answer for what the program no longer gives", () => {
    const resource = createResource("a:b:C", "x", { inputs: { scope: "/" }, outputs: { condition: "old" } });

    expect(readText(resource, "condition")).toEqual({ state: "absent" });
  });

  it("takes the answer of what the program only reads", () => {
    const outputs = { condition: "there" };

    expect(
      readText(createResource("a:b:C", "x", { external: true, inputs: { id: "1" }, outputs }), "condition"),
    ).toEqual({
      state: "known",
      value: "there",
    });
    expect(readText(createResource("a:b:C", "x", { outputs }), "condition")).toEqual({
      state: "known",
      value: "there",
    });
  });

  it("does not look at what every object has", () => {
    const resource = createResource("a:b:C", "x", { inputs: { one: {} } });

    expect(readProperty(resource, "constructor")).toEqual({ state: "absent" });
    expect(readProperty(resource, "one.toString")).toEqual({ state: "absent" });
  });
});

describe("readers", () => {
  it.each([
    ["text", { value: "x" }, { state: "known", value: "x" }],
    ["empty text", { value: "" }, { state: "absent" }],
    ["null", { value: null }, { state: "absent" }],
    ["number", { value: 1 }, { state: "unreadable" }],
    ["list", { value: ["x"] }, { state: "unreadable" }],
  ])("read %s as a text", (_, inputs, expected) => {
    expect(readText(createResource("a:b:C", "x", { inputs }), "value")).toEqual(expected);
  });

  it("read numbers and flags that are written as text", () => {
    const resource = createResource("a:b:C", "x", { inputs: { a: "7", b: "true", c: "yes", d: "", e: 7, f: false } });

    expect(readNumber(resource, "a")).toEqual({ state: "known", value: 7 });
    expect(readNumber(resource, "e")).toEqual({ state: "known", value: 7 });
    expect(readNumber(resource, "d")).toEqual({ state: "unreadable" });
    expect(readFlag(resource, "b")).toEqual({ state: "known", value: true });
    expect(readFlag(resource, "f")).toEqual({ state: "known", value: false });
    expect(readFlag(resource, "c")).toEqual({ state: "unreadable" });
  });

  it("sort lists and hide those with an item that cannot be seen", () => {
    const resource = createResource("a:b:C", "x", {
      inputs: {
        known: ["b", "a", "b"],
        partly: ["a", unknownValue],
        secret: ["a", secretValue],
        odd: ["a", 1],
        hidden: source,
      },
      propertyDependencies: { partly: [source.urn] },
    });

    expect(readTexts(resource, "known")).toEqual({ state: "known", value: ["a", "b"] });
    expect(readTexts(resource, "partly")).toEqual({ state: "unknown", from: [source.urn] });
    expect(readTexts(resource, "secret")).toEqual({ state: "secret" });
    expect(readTexts(resource, "odd")).toEqual({ state: "unreadable" });
    expect(readTexts(resource, "hidden")).toEqual({ state: "unknown", from: [source.urn] });
    expect(readItems(resource, "partly")).toEqual({
      state: "known",
      value: [
        { state: "known", value: "a" },
        { state: "unknown", from: [source.urn] },
      ],
    });
  });

  it("put GUIDs in lower case, and nothing else", () => {
    const resource = createResource("a:b:C", "x", {
      inputs: { ids: ["AAAAAAAA-0000-0000-0000-000000000001", "Aad.Descriptor"] },
      outputs: { objectId: "BBBBBBBB-0000-0000-0000-000000000001" },
    });

    expect(readIds(resource, "ids")).toEqual({
      state: "known",
      value: ["Aad.Descriptor", "aaaaaaaa-0000-0000-0000-000000000001"],
    });
    expect(readComputedId(resource, "objectId")).toEqual({
      state: "known",
      value: "bbbbbbbb-0000-0000-0000-000000000001",
    });
    expect(readComputedId(resource, "clientId")).toEqual({ state: "unknown", from: [resource.urn] });
  });
});
