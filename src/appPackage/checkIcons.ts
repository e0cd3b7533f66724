import { PNG } from 'pngjs';
import type { Manifest } from './checkManifest';
import type { Files } from './zip';

/** The sides of the two icons, in pixels. */
const COLOUR_SIDE = 192;
const OUTLINE_SIDE = 32;

/** The most empty pixels round what is drawn in the outline: Teams adds its own. */
const MOST_PADDING = 2;

interface Picture {
  width: number;
  height: number;
  /** Red, green, blue and opacity of each pixel, 0 to 255. */
  data: Uint8Array;
}

/** A picture of the package; a complaint when it is no PNG of that size, undefined when it is not there. */
function pictureOf(files: Files, name: string | undefined, side: number): Picture | string | undefined {
  const bytes = name === undefined ? undefined : files[name];
  if (!bytes) return undefined;
  let picture: Picture;
  try {
    picture = PNG.sync.read(Buffer.from(bytes));
  } catch {
    return `${name} is no PNG file`;
  }
  const { width, height } = picture;
  return width === side && height === side
    ? picture
    : `${name} is ${width} × ${height} pixels: make it ${side} × ${side}`;
}

/** The pixels of a picture: how many of 255 each is opaque, and whether it is white. */
const pixelsOf = ({ data, width }: Picture) =>
  Array.from({ length: data.length / 4 }, (_, at) => {
    const [red, green, blue, opacity = 0] = data.subarray(at * 4, at * 4 + 4);
    return {
      x: at % width,
      y: Math.floor(at / width),
      opacity,
      isWhite: red === 255 && green === 255 && blue === 255,
    };
  });

function outlineFaults(name: string, picture: Picture): string[] {
  const seen = pixelsOf(picture).filter(({ opacity }) => opacity > 0);
  if (seen.length === 0) return [`${name} shows nothing`];
  const faults = seen.every(({ isWhite }) => isWhite)
    ? []
    : [`${name} has another colour than white: Teams colours it itself`];
  const edges = (axis: 'x' | 'y') => seen.map((pixel) => pixel[axis]);
  const padding = [edges('x'), edges('y')].map((all) =>
    Math.min(Math.min(...all), OUTLINE_SIDE - 1 - Math.max(...all)),
  );
  if (seen.length === OUTLINE_SIDE ** 2) faults.push(`${name} is no outline: leave its ground transparent`);
  return Math.max(...padding) > MOST_PADDING
    ? [...faults, `${name} has empty space round it: draw out to ${MOST_PADDING} pixels from the edge`]
    : faults;
}

/** Complaints about the two icons: size, format, ground and colours. */
export function iconFaults(files: Files, { icons = {} }: Manifest): string[] {
  const colour = pictureOf(files, icons.color, COLOUR_SIDE);
  const outline = pictureOf(files, icons.outline, OUTLINE_SIDE);
  const isSolid = (picture: Picture) => pixelsOf(picture).every(({ opacity }) => opacity === 255);
  return [
    ...(typeof colour === 'string' ? [colour] : []),
    ...(typeof colour === 'object' && !isSolid(colour)
      ? [`${icons.color} lets through what is behind it: fill the whole square`]
      : []),
    ...(typeof outline === 'string' ? [outline] : []),
    ...(typeof outline === 'object' ? outlineFaults(icons.outline ?? '', outline) : []),
  ];
}
