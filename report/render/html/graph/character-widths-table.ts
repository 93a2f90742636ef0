/**
 * How wide characters are, in thousandths of the font size: of DejaVu Sans and of Liberation Sans (as wide as Arial) the
 * wider one, measured in Chromium and rounded up to 20. Other fonts that browsers take for an interface are narrower than
 * DejaVu Sans, so that what fits by this table fits in them.
 */
export const characterWidths: readonly (readonly [width: number, characters: string])[] = [
  [280, "'ijlìíîïı"],
  [300, "IÌÍÎÏł"],
  [320, " ,.·"],
  [340, "/:;\\|¦"],
  [360, "f"],
  [380, "-"],
  [400, "()[]tţť"],
  [420, "!r¡ŕŗř"],
  [460, '"'],
  [500, "–*J`¨°´"],
  [540, "szśŝşšźżž"],
  [560, "?L_c§çćĉċč"],
  [580, "kŁ"],
  [600, "vxyýÿ"],
  [620, "FTaeo«»¿àáâãäåèéêëðòóôõöøāăąēĕėęě"],
  [640, "0123456789$bdghnpqu{}¢£¤¥µ¶ßñùúûüþďđğġńņňũūŭůűų"],
  [680, "EKPSYÈÉÊËÝÞĒĔĖĘĚŚŜŞŠ"],
  [700, "ABVXZÀÁÂÃÄÅŹŻŽ"],
  [740, "CRUÇÙÚÛÜĆĈĊČŔŖŘŨŪŬŮŰŲ"],
  [760, "HNÑŃŅŇ"],
  [780, "&DGÐĎĐĞĠ"],
  [800, "OQÒÓÔÕÖØ"],
  [820, "w"],
  [840, "#+<=>^~¬±×÷−"],
  [880, "M"],
  [960, "%"],
  [980, "m"],
  [1000, "W©®Ææ…"],
  [1080, "@œŒ"],
];

/** What a character is taken for that the table does not have: a letter of another script, a symbol, an emoji. */
export const otherCharacterWidth = 1_300;
