// @ts-nocheck Runs in the page, where there is a DOM and no type of this project.

// Opens everything that is folded and says what a reader would stumble over: a list of findings each, empty where all is well.
(() => {
  for (const details of document.querySelectorAll("details")) {
    details.open = true;
  }
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const describe = (element) =>
    `<${element.tagName} class="${element.getAttribute("class") ?? ""}"> ${element.textContent.trim().slice(0, 40)}`;

  // Names and order.
  const ids = all("[id]").map(({ id }) => id);
  const references = all("[aria-labelledby], [aria-describedby], a").flatMap((element) =>
    ["aria-labelledby", "aria-describedby"]
      .map((name) => element.getAttribute(name))
      .concat(element.getAttribute("href")?.slice(1))
      .filter(Boolean),
  );
  const levels = all("h1, h2, h3, h4, h5, h6").map((heading) => Number(heading.tagName[1]));
  const nameOf = (element) =>
    element.getAttribute("aria-label") ??
    document.getElementById(element.getAttribute("aria-labelledby"))?.textContent ??
    (/^(a|summary|h\d)$/i.test(element.tagName) ? element.textContent : "");

  // Places.
  const rectOf = (element) => element.getBoundingClientRect();
  const overlap = (a, b, slack = 0.5) =>
    a.left < b.right - slack && b.left < a.right - slack && a.top < b.bottom - slack && b.top < a.bottom - slack;
  const pictures = all("svg[role=img]");
  const findOverlaps = (picture) => {
    const texts = all("text:not(.sign)", picture).map((element) => ({ element, rect: rectOf(element) }));
    const circles = all("circle", picture).map((element) => ({ element, rect: rectOf(element) }));
    const boxes = all("rect.box", picture).map((element) => ({
      element: element.parentElement,
      rect: rectOf(element),
    }));
    const pairs = (things) => things.flatMap((a, index) => things.slice(index + 1).map((b) => [a, b]));
    const outside = texts.filter(({ element }) => element.closest("g.node") === null);
    return [
      ...pairs(texts),
      ...pairs(boxes),
      ...pairs(circles),
      ...[...outside, ...circles].flatMap((a) => boxes.map((b) => [a, b])),
      ...texts.flatMap((a) => circles.map((b) => [a, b])),
    ]
      .filter(([a, b]) => overlap(a.rect, b.rect))
      .map(([a, b]) => `${describe(a.element)} × ${describe(b.element)}`);
  };
  const findSpills = (picture) =>
    all("g.node", picture).flatMap((node) => {
      const box = rectOf(node.querySelector("rect.box"));
      return all("text", node)
        .filter((text) => {
          const rect = rectOf(text);
          return rect.left < box.left || rect.right > box.right || rect.top < box.top || rect.bottom > box.bottom;
        })
        .map(describe);
    });
  const findCrossings = (picture) => {
    const boxes = all("rect.box", picture).map((box) => box.getBBox());
    return all("path.way", picture).flatMap((way) => {
      const length = way.getTotalLength();
      const points = Array.from({ length: 60 }, (_, index) => way.getPointAtLength((length * index) / 59));
      return points
        .filter(({ x, y }) =>
          boxes.some((box) => x > box.x + 1 && x < box.x + box.width - 1 && y > box.y && y < box.y + box.height),
        )
        .map(({ x, y }) => `${way.getAttribute("d")} at ${x},${y}`);
    });
  };
  const isRoomy = (element) => getComputedStyle(element).overflowX === "auto";
  const cut = all("body *")
    .filter((element) => element instanceof HTMLElement && !isRoomy(element))
    .filter((element) => element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1)
    .map(describe);

  // Contrast, by the formula of WCAG 2.
  const parse = (color) => color.match(/[\d.]+/g).map(Number);
  const luminance = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue]
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [light, dark] = [luminance(parse(a)), luminance(parse(b))].sort((x, y) => y - x);
    return (light + 0.05) / (dark + 0.05);
  };
  const groundOf = (element) => {
    for (let one = element; one !== null; one = one.parentElement) {
      const color = getComputedStyle(one).backgroundColor;
      if ((parse(color)[3] ?? 1) === 1) {
        return color;
      }
    }
    return "rgb(255, 255, 255)";
  };
  const groundOfText = (text) => {
    if (text.matches(".sign")) {
      return getComputedStyle(text.previousElementSibling).fill;
    }
    const box = text.closest("g.node")?.querySelector("rect.box");
    return box ? getComputedStyle(box).fill : groundOf(text.closest("svg[role=img]"));
  };
  const faint = [
    ...all("body *")
      .filter((element) => element instanceof HTMLElement)
      .filter((element) => [...element.childNodes].some((child) => child.nodeType === 3 && child.data.trim() !== ""))
      .map((element) => [element, contrast(getComputedStyle(element).color, groundOf(element)), 4.5]),
    ...all("svg text").map((text) => [text, contrast(getComputedStyle(text).fill, groundOfText(text)), 4.5]),
    ...all("path.way, circle.sign, g:is(.added, .removed, .changed) rect.box").map((shape) => {
      const style = getComputedStyle(shape);
      const color = shape.tagName === "circle" ? style.fill : style.stroke;
      return [shape, contrast(color, groundOf(shape.closest("figure, ul"))), 3];
    }),
  ]
    .filter(([, ratio, least]) => ratio < least)
    .map(([element, ratio]) => `${ratio.toFixed(2)} ${describe(element)}`);

  return {
    repeatedIds: ids.filter((id, index) => ids.indexOf(id) !== index),
    danglingReferences: references.filter((id) => !ids.includes(id)),
    skippedHeadings: levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1).map(String),
    nameless: all("a, summary, nav, section, figure, svg[role=img], [role=group], h1, h2, h3")
      .filter((element) => nameOf(element).trim() === "")
      .map(describe),
    undescribed: pictures
      .filter((picture) => !picture.querySelector("title") || !picture.querySelector("desc"))
      .map(describe),
    unreachable: all(".scroll")
      .filter((element) => element.tabIndex !== 0)
      .map(describe),
    overlaps: pictures.flatMap(findOverlaps),
    spills: pictures.flatMap(findSpills),
    crossings: pictures.flatMap(findCrossings),
    cut,
    faint,
    sideways: document.documentElement.scrollWidth > document.documentElement.clientWidth ? ["the page"] : [],
  };
})();
