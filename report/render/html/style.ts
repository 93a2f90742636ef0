/** The page's style. Colour comes second everywhere: words, signs, strokes and dashes say the same. */
export const style = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #ffffff; --ink: #1b1f24; --soft: #57606a; --line: #d8dee4; --faint: #eef1f4;
  --link: #0b57b7; --code: #eff2f5;
  --critical: #8c1023; --critical-ink: #ffffff; --high: #b3420a; --high-ink: #ffffff;
  --medium: #fff0c2; --medium-ink: #6a4500; --medium-line: #d9b55a;
  --low: #e2eefb; --low-ink: #0b4a8f; --low-line: #a9c9ec;
  --added: #14713a; --added-fill: #eefaf2; --removed: #b3261e; --removed-fill: #fdf1f0;
  --changed: #8a5a00; --changed-fill: #fff8e6; --unchanged: #6e7781; --box-line: #c3cad1; --sign-ink: #ffffff;
  --broken: #fff0ee; --broken-stripe: #ffe3df;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0f1318; --card: #171c22; --ink: #e4e9ee; --soft: #9da8b3; --line: #2d353e; --faint: #1f262d;
    --link: #7ab7ff; --code: #222a32;
    --critical: #ff8d93; --critical-ink: #33000a; --high: #ffa366; --high-ink: #331400;
    --medium: #3a2e0d; --medium-ink: #f3cd6c; --medium-line: #6f5a1e;
    --low: #14283f; --low-ink: #93c4fa; --low-line: #2b4a6d;
    --added: #5ecb8a; --added-fill: #12261b; --removed: #ff8a80; --removed-fill: #2d1614;
    --changed: #e8b552; --changed-fill: #2a2210; --unchanged: #8b96a1; --box-line: #414b55; --sign-ink: #0f1318;
    --broken: #33150f; --broken-stripe: #42190f;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--page); color: var(--ink);
  font: 15px/1.55 -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif;
  overflow-wrap: anywhere;
}
.page { max-width: 1184px; margin: 0 auto; padding: 36px 24px 48px; }
h1, h2, h3, p, ul, figure { margin: 0; padding: 0; }
ul { list-style: none; }
code { font: 0.87em/1.5 ui-monospace, "SF Mono", "Cascadia Mono", Consolas, "Liberation Mono", monospace; background: var(--code); border-radius: 1px; box-shadow: -2px 0 0 var(--code), 2px 0 0 var(--code); padding: 0.1em 0; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
b { font-weight: 600; }
a { color: var(--link); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 4px; }

.eyebrow { color: var(--soft); font-size: 13px; }
.eyebrow span::before { content: "·"; margin: 0 0.45em 0 0.25em; }
h1 { font-size: 30px; line-height: 1.25; font-weight: 650; letter-spacing: -0.015em; margin: 2px 0 18px; }
h1 .slash { color: var(--soft); font-weight: 300; }
.verdict { background: var(--card); border: 1px solid var(--line); border-left: 5px solid var(--unchanged); border-radius: 8px; padding: 16px 20px; }
.verdict.critical { border-left-color: var(--critical); }
.verdict.high { border-left-color: var(--high); }
.verdict.medium { border-left-color: var(--medium-line); }
.verdict.low { border-left-color: var(--low-line); }
.headline { display: flex; gap: 12px; align-items: baseline; font-size: 18px; line-height: 1.45; font-weight: 600; }
.headline .level { flex: none; transform: translateY(-2px); }
.sentences { margin-top: 10px; display: grid; gap: 4px; }
.sentences li { padding-left: 18px; position: relative; }
.sentences li::before { content: "–"; position: absolute; left: 0; color: var(--soft); }
.counts { margin-top: 12px; color: var(--soft); font-size: 13px; }
.note:not(:last-child)::after { content: " ·"; }

nav { margin: 18px 0 0; font-size: 14px; }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 20px; }
nav a { text-decoration: none; display: inline-block; padding: 4px 0; }
nav a:hover { text-decoration: underline; }
.count { color: var(--soft); font-weight: 400; font-size: 0.87em; font-variant-numeric: tabular-nums; margin-left: 2px; }

section { margin-top: 40px; }
.broken { margin: 0 0 16px; }
h2 { font-size: 20px; line-height: 1.3; font-weight: 650; letter-spacing: -0.01em; }
.intro { color: var(--soft); font-size: 14px; margin: 2px 0 12px; max-width: 52em; }

.level { display: inline-block; min-width: 62px; text-align: center; border-radius: 4px; border: 1px solid var(--line); font-size: 12px; line-height: 18px; font-weight: 600; padding: 0 7px; color: var(--soft); background: var(--card); }
.level.critical { background: var(--critical); border-color: var(--critical); color: var(--critical-ink); }
.level.high { background: var(--high); border-color: var(--high); color: var(--high-ink); }
.level.medium { background: var(--medium); border-color: var(--medium-line); color: var(--medium-ink); }
.level.low { background: var(--low); border-color: var(--low-line); color: var(--low-ink); }

.items { background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
.item + .item { border-top: 1px solid var(--line); }
summary { cursor: pointer; }
.item summary { display: block; position: relative; padding: 10px 44px 10px 16px; border-radius: 7px; }
summary::-webkit-details-marker { display: none; }
.item summary::after, .picture > summary::after { content: ""; position: absolute; right: 20px; top: 17px; width: 7px; height: 7px; border: solid var(--soft); border-width: 0 2px 2px 0; transform: rotate(45deg); }
.item details[open] > summary::after, .picture[open] > summary::after { transform: translateY(4px) rotate(225deg); }
.item summary:hover, .picture > summary:hover { background: var(--faint); }
.row { display: grid; grid-template-columns: 76px 18px 1fr; gap: 0 10px; align-items: baseline; }
.row .level { width: 76px; }
.what { min-width: 0; }
.title { display: block; }
.meta { color: var(--soft); font-size: 13px; }
.meta code, .urn code { background: none; box-shadow: none; padding: 0; color: inherit; }
.sign { font: 700 15px/1.2 ui-monospace, "SF Mono", Consolas, "Liberation Mono", monospace; text-align: center; color: var(--unchanged); }
.sign.added, .sign.imported { color: var(--added); }
.sign.removed, .sign.left, .sign.unprotected { color: var(--removed); }
.sign.changed, .sign.replaced, .sign.moved { color: var(--changed); }
.sign.finding { color: var(--ink); }
.more { padding: 0 44px 14px 130px; font-size: 14px; }
.more ul { display: grid; gap: 4px; }
.more li { padding-left: 14px; border-left: 2px solid var(--line); }
.urn { margin-top: 8px; font-size: 12.5px; color: var(--soft); }

.broken { border: 2px solid var(--removed); border-radius: 8px; padding: 18px 20px; background: var(--broken) repeating-linear-gradient(135deg, transparent 0 14px, var(--broken-stripe) 14px 15px); }
.broken h2 span { color: var(--removed); margin-right: 4px; }
.broken > p { margin-top: 4px; max-width: 52em; }
.broken ul { margin-top: 12px; display: grid; gap: 10px; }
.broken li { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: 8px 12px; }
.message { font: 13px/1.5 ui-monospace, "SF Mono", "Cascadia Mono", Consolas, "Liberation Mono", monospace; white-space: pre-wrap; }
.broken .urn { margin-top: 2px; }

.legend { display: flex; flex-wrap: wrap; gap: 4px 22px; font-size: 13px; color: var(--soft); margin-bottom: 10px; }
.legend li { display: flex; align-items: center; gap: 6px; }
.legend .sign:empty { display: none; }
.pictures { display: grid; gap: 10px; }
.picture { background: var(--card); border: 1px solid var(--line); border-radius: 8px; min-width: 0; }
.picture > summary { display: flex; flex-wrap: wrap; gap: 2px 12px; align-items: baseline; position: relative; padding: 9px 44px 9px 16px; border-radius: 7px; list-style: none; }
.picture > summary .level { margin-left: auto; }
h3 { font-size: 15px; line-height: 1.5; font-weight: 600; }
.scroll { overflow-x: auto; padding: 6px 16px 10px; }
.scroll svg { display: block; }
figcaption { padding: 0 16px 10px; font-size: 13px; }
.as-text > summary { color: var(--soft); width: fit-content; }
.as-text ul { margin-top: 6px; display: grid; gap: 2px; }
.as-text li { padding-left: 20px; position: relative; }
.as-text .sign { position: absolute; left: 2px; top: 3px; }
.state { color: var(--soft); }
.unchanged { margin-top: 12px; }
.unchanged > summary { color: var(--soft); font-size: 14px; padding: 4px 0; width: fit-content; }
.unchanged > .pictures { margin-top: 8px; }

svg text { font-size: 13px; fill: var(--ink); }
svg .heading { font-size: 11.5px; fill: var(--soft); }
.way { fill: none; stroke: var(--unchanged); stroke-width: 1.25; }
.head { fill: var(--unchanged); }
.way.added { stroke: var(--added); stroke-width: 2.25; }
.way.removed { stroke: var(--removed); stroke-width: 2; stroke-dasharray: 5 4; }
.way.changed { stroke: var(--changed); stroke-width: 2; stroke-dasharray: 10 3 2 3; }
.head.added { fill: var(--added); }
.head.removed { fill: var(--removed); }
.head.changed { fill: var(--changed); }
circle.sign { stroke: var(--card); stroke-width: 2; }
circle.sign.added { fill: var(--added); }
circle.sign.removed { fill: var(--removed); }
circle.sign.changed { fill: var(--changed); }
svg text.sign { font-size: 13px; fill: var(--sign-ink); text-anchor: middle; }
svg .line-label { font-size: 10.5px; fill: var(--soft); text-anchor: middle; paint-order: stroke; stroke: var(--card); stroke-width: 4px; stroke-linejoin: round; }
.box { fill: var(--card); stroke: var(--box-line); stroke-width: 1; }
.side { fill: var(--box-line); }
svg .label { font-weight: 600; }
svg .detail { font-size: 11.5px; fill: var(--soft); }
svg .mark { font-size: 11px; }
.added .box { fill: var(--added-fill); stroke: var(--added); stroke-width: 1.75; }
.added .side { fill: var(--added); }
svg .added .mark { fill: var(--added); }
.removed .box { fill: var(--removed-fill); stroke: var(--removed); stroke-width: 1.5; stroke-dasharray: 5 4; }
.removed .side { fill: var(--removed); }
svg .removed .mark { fill: var(--removed); }
.changed .box { fill: var(--changed-fill); stroke: var(--changed); stroke-width: 1.5; stroke-dasharray: 10 3 2 3; }
.changed .side { fill: var(--changed); }
svg .changed .mark { fill: var(--changed); }

.limits ul { margin-top: 8px; font-size: 14px; display: grid; gap: 4px; max-width: 60em; }
.limits li { padding-left: 18px; position: relative; }
.limits li::before { content: "–"; position: absolute; left: 0; color: var(--soft); }
footer { margin-top: 40px; padding-top: 12px; border-top: 1px solid var(--line); color: var(--soft); font-size: 13px; }

@media (max-width: 640px) {
  .page { padding: 20px 16px 32px; }
  h1 { font-size: 24px; }
  .headline { display: block; font-size: 16px; }
  .headline .level { margin-bottom: 6px; transform: none; }
  .verdict { padding: 14px 16px; }
  .row { grid-template-columns: auto 1fr; gap: 4px 8px; }
  .row .level { width: auto; }
  .row .sign { justify-self: start; }
  .what { grid-column: 1 / -1; }
  .item summary { padding: 10px 36px 10px 12px; }
  .more { padding: 0 12px 12px; }
  .picture > summary { padding-left: 12px; }
  .picture > summary .level { margin-left: 0; }
  .scroll, figcaption { padding-left: 12px; padding-right: 12px; }
}
@media (forced-colors: active) {
  .level, .verdict, .broken { border-color: CanvasText; }
}
@media print {
  :root { --page: #ffffff; }
  body { font-size: 11pt; }
  .page { max-width: none; padding: 0; }
  nav, .item summary::after, .picture > summary::after { display: none; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  .item, .picture, figure { break-inside: avoid; }
  .scroll { overflow: visible; }
  .scroll svg { max-width: 100%; height: auto; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
