import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { papers } from './papers';

/*
 * The papers as Word files, and as somebody sees them: LibreOffice makes each a PDF, and a picture of each page. `npm run documents --
 * <folder>`; needs soffice and pdftoppm.
 */

async function print(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of await papers()) {
    const file = join(folder, `${name}.docx`);
    writeFileSync(file, bytes);
    execFileSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, file], {
      stdio: 'ignore',
    });
    const pdf = join(folder, `${name}.pdf`);
    execFileSync('pdftoppm', ['-r', '60', '-png', pdf, join(folder, name)]);
    const pages = /Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }))?.[1];
    process.stdout.write(`${name}: ${pages} pages\n`);
  }
}

void print(process.argv[2] ?? 'documents');
