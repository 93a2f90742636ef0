/** Sizes of a picture, in pixels. */

export const columnWidth = 216;

/** Between two columns: room for the lines and what stands on them. */
export const gapWidth = 76;

/** Around the picture, so that no stroke is cut. */
export const margin = 2;

/** Above the nodes. */
export const headingHeight = 28;

export const headingFontSize = 11.5;

export const paddingLeft = 14;

export const paddingRight = 8;

export const paddingTop = 8;

export const markLineHeight = 16;

export const labelFontSize = 13;

/** How much wider the strong text of a label is than plain text. */
export const semiboldStretch = 1.1;

export const labelLineHeight = 17;

export const detailFontSize = 11.5;

export const detailLineHeight = 16;

export const signRadius = 8;

export const lineLabelFontSize = 10.5;

export const lineLabelLineHeight = 13;

/** The left edge of a column, counted from 0. */
export function columnLeft(column: number): number {
  return margin + column * (columnWidth + gapWidth);
}
