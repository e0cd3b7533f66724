import { readFileSync } from 'node:fs';

/** Settings of it: paths of files. */
export interface PaperConfig {
  DOCUMENT_LOGO?: string | undefined;
  DOCUMENT_TEMPLATE?: string | undefined;
}

function bytesOf(setting: keyof PaperConfig, path: string | undefined): Buffer | undefined {
  if (!path) return undefined;
  try {
    return readFileSync(path);
  } catch {
    throw new Error(
      `${setting} names a file that cannot be read: ${path}. Put it there, or leave the setting out.`,
    );
  }
}

/** Logo and template, as `src/document/model.ts` takes them. */
interface PaperFiles {
  logo?: { bytes: Uint8Array; width: number; height: number };
  template?: Uint8Array;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

/**
 * The municipality's own paper: logo and template, read once at the start.
 * @throws Error where a setting names what cannot be read, or a logo that is no PNG
 */
export function paperOf({ DOCUMENT_LOGO, DOCUMENT_TEMPLATE }: PaperConfig): PaperFiles {
  const logo = bytesOf('DOCUMENT_LOGO', DOCUMENT_LOGO);
  if (logo && !logo.subarray(0, 4).equals(PNG))
    throw new Error(`DOCUMENT_LOGO must be a PNG file, and ${DOCUMENT_LOGO} is none. Save the logo as PNG.`);
  const template = bytesOf('DOCUMENT_TEMPLATE', DOCUMENT_TEMPLATE);
  return {
    // Width and height stand at fixed places in a PNG's first chunk.
    ...(logo && { logo: { bytes: logo, width: logo.readUInt32BE(16), height: logo.readUInt32BE(20) } }),
    ...(template && { template }),
  };
}
