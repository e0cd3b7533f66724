/** The beginning of a cell that a spreadsheet takes for a formula. */
const FORMULA = /^[=+\-@\t\r]/;
/** Characters that are not seen or change the order of letters: a name would read as another. */
const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** A text as a cell that is no formula and reads as it is. */
export const cellOf = (text: string): string => {
  const seen = text.replace(UNSEEN, (one) => `\\u${(one.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
  const safe = FORMULA.test(seen) ? `'${seen}` : seen;
  return /[",;\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Rows as CSV (RFC 4180). `separator`: Swedish spreadsheets open a semicolon right away. */
export const csvOf = (rows: readonly (readonly string[])[], separator: ',' | ';' = ','): string =>
  rows.map((row) => `${row.map(cellOf).join(separator)}\r\n`).join('');
