import * as fc from "fast-check";
import { measureText } from "../../../../../report/render/html/graph/measure-text";
import { wrapText } from "../../../../../report/render/html/graph/wrap-text";

const room = { width: 100, fontSize: 10, lines: 2 };

describe("wrapText", () => {
  it("keeps a text that fits on one line", () => {
    expect(wrapText("shop-prod", room)).toEqual(["shop-prod"]);
  });

  it("breaks at a space before it breaks at other marks", () => {
    expect(wrapText("group rg-shop-produce", room)).toEqual(["group", "rg-shop-produce"]);
  });

  it("breaks at other marks where lines that end at spaces have no room", () => {
    expect(wrapText("group rg-shop-production-one", room)).toEqual(["group rg-shop-", "production-one"]);
  });

  it("breaks anywhere only where there is no other way", () => {
    expect(wrapText("payments-app/sites/web", room)).toEqual(["payments-app/", "sites/web"]);
    expect(wrapText("paymentsappsitespaymentsweb", room)).toEqual(["paymentsappsitesp", "aymentsweb"]);
  });

  it("holds the end of a text that has no room, since names that begin alike differ there", () => {
    const [first, second] = ["001", "002"].map((end) =>
      wrapText(`/subscriptions/1c7a33b2-0f8d/resourceGroups/rg-shop-${end}`, room),
    );

    expect(first).toEqual(["/subscriptions/", "…oups/rg-shop-001"]);
    expect(second).toEqual(["/subscriptions/", "…oups/rg-shop-002"]);
  });

  it("knows how wide each character of a keyboard is", () => {
    const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));

    expect(ascii.filter((character) => measureText(character, 1) >= measureText("\u{1f511}", 1))).toEqual([]);
  });

  it("has no line for nothing", () => {
    expect(wrapText(" ", room)).toEqual([]);
  });

  it("makes lines that fit and that hold whatever has room, of any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.integer({ min: 1, max: 4 }), (text, lines) => {
        const wrapped = wrapText(text, { ...room, lines });

        expect(wrapped.length).toBeLessThanOrEqual(lines);
        expect(wrapped.every((line) => measureText(line, room.fontSize) <= room.width)).toBe(true);
        expect(wrapped.join("").includes("…") || withoutSpaces(wrapped.join("")) === withoutSpaces(text)).toBe(true);
      }),
    );
  });
});

function withoutSpaces(text: string): string {
  return text.replace(/\s/g, "");
}
