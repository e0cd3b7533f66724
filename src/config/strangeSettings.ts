type Env = Readonly<Record<string, string | undefined>>;

/** Beginnings that only this product's settings have: whatever else begins so is misspelt. */
const FAMILIES =
  /^(?:RETENTION|LINKS|PRIVACY|EVIDENCE|DOCUMENT|DEADMAN|SWEEP|TEAMS|TAB_APP|CONTACT_LIST|VICTIM_READS|KEY_VAULT_KEY|MicrosoftApp)/i;
/** Names of the platform: App Service, Node and npm put them there. Copies of every setting are among them. */
const PLATFORM = /^(?:WEBSITE|SCM|ORYX|APPSETTING|APPSVC|IDENTITY|MSI|AZURE|NODE|npm|OTEL)_/;

/** Shorter names are too near to others' by chance. */
const SHORTEST = 5;
/** From this length two letters may be wrong. */
const LONG = 8;

const plain = (name: string): string => name.toUpperCase().replaceAll('_', '');

/** The number of letters that must be put in, taken away or changed to get from one word to the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries())
      next.push(
        Math.min((row[j] ?? 0) + (letter === other ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The known name nearest to a strange one, if it is near enough to be meant. */
function meant(name: string, known: readonly string[]): string | undefined {
  const word = plain(name);
  const near = known
    .filter((one) => Math.abs(plain(one).length - word.length) <= 2)
    .map((one) => ({ one, away: distance(word, plain(one)) }))
    .sort((a, b) => a.away - b.away)[0];
  if (!near || word.length < SHORTEST) return undefined;
  return near.away <= (word.length < LONG ? 1 : 2) ? near.one : undefined;
}

/**
 * Complaints about names that look like settings and are none: a misspelt one would be left out without a word. Names that resemble
 * nothing are the platform's or somebody else's, and are let through.
 */
export function strangeSettings(env: Env, known: readonly string[]): string[] {
  const names = new Set(known);
  return Object.keys(env)
    .filter((name) => env[name] && !names.has(name) && !PLATFORM.test(name))
    .flatMap((name) => {
      const other = meant(name, known);
      if (other) return [`${name}: there is no such setting; ${other} is meant?`];
      return FAMILIES.test(name) ? [`${name}: there is no such setting; .env.example has them all`] : [];
    });
}
