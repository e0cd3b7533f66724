/** The colour that the project's icon has, unless the municipality gives its own. */
export const PROJECT_COLOUR = '#0b5a6e';
export const WHITE = '#ffffff';

/** The least contrast of a symbol against its ground (WCAG 2.2, 1.4.11). */
export const LEAST_CONTRAST = 3;

/** The parts of `#rrggbb`, each 0 to 255. */
const partsOf = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** `#rrggbb` of three parts, each 0 to 255. */
export const hexOf = (parts: readonly number[]): string =>
  `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** The relative luminance of a colour, 0 to 1 (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = partsOf(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The same hue, as dark as it takes for white to stand out against it. */
export function darkerUntil(colour: string): string {
  let darker = colour;
  for (let share = 0.95; contrast(darker, WHITE) < LEAST_CONTRAST; share -= 0.05)
    darker = hexOf(partsOf(colour).map((part) => part * share));
  return darker;
}
