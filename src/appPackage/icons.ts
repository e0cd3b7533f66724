import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { PNG } from 'pngjs';
import { contrast, hexOf, LEAST_CONTRAST, PROJECT_COLOUR } from './colour';
import { MANIFEST } from './template';

/** The symbol's place in the middle of the colour icon, in pixels: Teams may cut what is outside it. */
const BOX = { at: 48, size: 96 };
const COLOUR_SIZE = 192;

/** The least share of what is seen of a logo that stands out from the colour behind it. */
const LEAST_SHARE = 0.5;

let started: Promise<void> | undefined;

/** Starts the renderer, once a process. The same bytes come out of it on every kind of machine. */
export function startDrawing(): Promise<void> {
  started ??= initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return started;
}

const drawn = (svg: string): Uint8Array => new Resvg(svg).render().asPng();

/** The logo as an image in the middle, with its proportions. */
function imageOf(logo: Uint8Array, path: string): string {
  const type = /\.svg$/i.test(path) ? 'svg+xml' : 'png';
  const data = Buffer.from(logo).toString('base64');
  return `<image x="${BOX.at}" y="${BOX.at}" width="${BOX.size}" height="${BOX.size}" href="data:image/${type};base64,${data}"/>`;
}

const svgOf = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${COLOUR_SIZE}" height="${COLOUR_SIZE}">${inside}</svg>`;

/** A municipality's own logo: its bytes, and the path that says whether it is PNG or SVG. */
interface Logo {
  bytes: Uint8Array;
  path: string;
}

/** How much of a picture is seen, in pixels, and the share of it that stands out from a colour. */
function seenOf(picture: Uint8Array, colour: string): { seen: number; clear: number } {
  const { data } = PNG.sync.read(Buffer.from(picture));
  let [seen, clear] = [0, 0];
  for (let at = 0; at < data.length; at += 4) {
    if ((data[at + 3] ?? 0) < 128) continue;
    seen += 1;
    if (contrast(hexOf([...data.subarray(at, at + 3)]), colour) >= LEAST_CONTRAST) clear += 1;
  }
  return { seen, clear: seen === 0 ? 0 : clear / seen };
}

/** Complaints about a logo on a colour, with how to mend it. Wants `startDrawing`. */
export function logoFaults(logo: Logo, colour: string): string[] {
  const text = /\.svg$/i.test(logo.path) ? Buffer.from(logo.bytes).toString('utf8') : '';
  if (/<text[\s>]/.test(text))
    return [`--logo ${logo.path} has text that needs a font: save it again with the text made into outlines`];
  const { seen, clear } = seenOf(drawn(svgOf(imageOf(logo.bytes, logo.path))), colour);
  if (seen === 0) return [`--logo ${logo.path} shows nothing: is it a whole .png or .svg file?`];
  if (clear >= LEAST_SHARE) return [];
  return [
    `--logo ${logo.path} does not stand out: ${Math.round(clear * 100)} % of it has a contrast of ` +
      `${LEAST_CONTRAST} against ${colour}, and half of it should. Give the logo in white, or another --colour`,
  ];
}

/** Both icons of the package as PNG, by their names. Wants `startDrawing`. */
export function icons(colour: string, logo: Logo | undefined): Record<string, Uint8Array> {
  const read = (name: string) => readFileSync(join(MANIFEST, name), 'utf8');
  const symbol = read('color.svg').replaceAll(PROJECT_COLOUR, colour);
  const own = logo && `<rect width="100%" height="100%" fill="${colour}"/>${imageOf(logo.bytes, logo.path)}`;
  return { 'color.png': drawn(own ? svgOf(own) : symbol), 'outline.png': drawn(read('outline.svg')) };
}
