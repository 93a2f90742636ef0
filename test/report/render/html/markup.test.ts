import { markup } from "../../../../report/render/html/markup";

describe("markup", () => {
  it("keeps a value text, between tags and inside an attribute", () => {
    const hostile = `"><img src=x onerror='a&b'>\``;

    expect(markup`<p title="${hostile}">${hostile}</p>`.text).toBe(
      `<p title="&quot;&gt;&lt;img src=x onerror=&#39;a&amp;b&#39;&gt;&#96;">&quot;&gt;&lt;img src=x onerror=&#39;a&amp;b&#39;&gt;&#96;</p>`,
    );
  });

  it("takes markup as it is, joins lists and leaves nothing out", () => {
    const list = ["a", "<", markup`<b>${"&"}</b>`, [1, undefined]];

    expect(markup`<p>${list}${undefined}</p>`.text).toBe("<p>a&lt;<b>&amp;</b>1</p>");
  });

  it("shows what the eye cannot see", () => {
    expect(markup`${"a\u202eb\u0000c\ud800"}`.text).toBe("a&lt;U+202E&gt;b&lt;U+0000&gt;c&lt;U+D800&gt;");
  });
});
