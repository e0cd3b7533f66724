import { parseArgs } from 'node:util';
import { z } from 'zod';
import { MUNICIPALITY_NAMES } from '../content/municipalities';
import { contrast, darkerUntil, LEAST_CONTRAST, PROJECT_COLOUR, WHITE } from './colour';

/** Complaints about options or a package: a line each, with how to mend it. */
export class BadPackage extends Error {
  constructor(title: string, faults: readonly string[], ending: string) {
    super([`${title}:`, ...faults.map((fault) => `  ${fault}`), ending].join('\n'));
  }
}

/** A client id or app id of Entra, in lower case. All zeros is nobody's. */
const id = z
  .guid()
  .toLowerCase()
  .refine((text) => !/^[0-]+$/.test(text));

/** A page that anybody may open: an address with a name and a password in it would be shown to all. */
const page = z
  .url({ protocol: /^https$/, hostname: z.regexes.domain })
  .max(2_048)
  .refine((text) => !URL.canParse(text) || !(new URL(text).username || new URL(text).password));

const schema = z.object({
  'app-id': id,
  'bot-id': id,
  'sso-app-id': id,
  domain: z
    .string()
    .toLowerCase()
    .max(253)
    .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/),
  website: page,
  privacy: page,
  terms: page,
  municipality: z.enum(MUNICIPALITY_NAMES).default('oxelosund'),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .toLowerCase()
    .default(PROJECT_COLOUR),
  logo: z
    .string()
    .regex(/\.(png|svg)$/i)
    .optional(),
  version: z
    .string()
    .regex(/^(0|[1-9]\d{0,8})(\.(0|[1-9]\d{0,8})){2}$/)
    .optional(),
  out: z.string().min(1).default('teams-app'),
});

/** The options of `npm run package`, checked. `tab`: the personal tab is in the package. */
export type Options = z.infer<typeof schema> & { tab: boolean };

type Name = keyof typeof schema.shape;
const NAMES = Object.keys(schema.shape) as Name[];

/** The values that each option may have, for complaints. */
const WANTED: Readonly<Record<Name, string>> = {
  'app-id': 'a GUID of your own for the app in Teams; make one once, and keep it for every later version',
  'bot-id': 'the client id (a GUID) of the identity that the Azure Bot resource names: MicrosoftAppId',
  'sso-app-id': 'the client id (a GUID) of the Entra app registration that signs people in to the tab',
  domain: "the bot's host name alone, such as trygghet.kommun.se: no https://, port or path",
  website: 'https://…, the page where people get help with the app',
  privacy: 'https://…, the page on how personal data is used: PRIVACY_URL',
  terms: 'https://…, the page with the terms of use',
  municipality: `${MUNICIPALITY_NAMES.join(' or ')}, the same as MUNICIPALITY`,
  colour: 'a colour with six digits in quotation marks, such as "#0b5a6e"',
  logo: 'the path of a .png or .svg file',
  version: 'three numbers with points, such as 1.4.0, higher than the version in Teams',
  out: 'a folder',
};

interface Typed {
  values: Record<string, string | boolean | undefined>;
  faults: string[];
}

/** The options as they were typed. What cannot be understood becomes a complaint, so that all come at once. */
function typed(args: readonly string[]): Typed {
  const texts = NAMES.map((name) => [name, { type: 'string' as const }] as const);
  const flags = ['tab', 'no-tab'].map((name) => [name, { type: 'boolean' as const }] as const);
  const options = Object.fromEntries([...texts, ...flags]);
  const { values, tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const seen = new Set<string>();
  const faults = tokens.flatMap((token) => {
    if (token.kind === 'positional')
      return [`${token.value} belongs to no option: put quotation marks round a value with a space or a #`];
    if (token.kind !== 'option') return [];
    const isAgain = seen.has(token.name);
    seen.add(token.name);
    if (!(token.name in options)) return [`${token.rawName} is not an option of this command`];
    return isAgain ? [`${token.rawName} is given twice: give it once`] : [];
  });
  if (values.tab && values['no-tab']) faults.push('--tab and --no-tab: give one of them');
  return { values, faults };
}

/** A complaint about an id that stands where another belongs: the bot is a managed identity, which signs nobody in. */
const idFaults = (given: Readonly<Partial<Record<Name, unknown>>>): string[] => {
  const [bot, sso] = [given['bot-id'], given['sso-app-id']].map((value) => id.safeParse(value).data);
  return bot !== undefined && bot === sso
    ? [
        '--sso-app-id is the same as --bot-id: give the client id of the registration of docs/install-teams.md, step 1',
      ]
    : [];
};

/** A complaint about a colour that white does not stand out against; none when it does. */
function colourFaults(colour: string): string[] {
  const has = contrast(colour, WHITE);
  if (has >= LEAST_CONTRAST) return [];
  return [
    `--colour ${colour} is too light: white has a contrast of ${has.toFixed(1)} against it and needs ` +
      `${LEAST_CONTRAST}. Give a darker one, such as "${darkerUntil(colour)}"`,
  ];
}

/** Complaints about the file of a logo on a colour. */
export type LookAtLogo = (path: string, colour: string) => string[];

/** The options of a call. @throws {BadPackage} with every fault, and how to mend each */
export function readOptions(args: readonly string[], lookAtLogo: LookAtLogo): Options {
  const { values, faults } = typed(args);
  const given = Object.fromEntries(NAMES.map((name) => [name, values[name]]));
  const read = schema.safeParse(given);
  const wrong = read.success ? [] : [...new Set(read.error.issues.map((issue) => issue.path[0] as Name))];
  for (const name of wrong)
    faults.push(`--${name} is ${given[name] === undefined ? 'missing' : 'wrong'}: give ${WANTED[name]}`);
  faults.push(...idFaults(given));
  const colour = schema.shape.colour.safeParse(given.colour);
  const logo = schema.shape.logo.safeParse(given.logo);
  if (colour.success) faults.push(...colourFaults(colour.data));
  if (colour.success && logo.data) faults.push(...lookAtLogo(logo.data, colour.data));
  if (!read.success || faults.length > 0)
    throw new BadPackage(
      'These options are missing or wrong',
      faults,
      'Mend them and run it again; docs/install-teams.md explains each one.',
    );
  return { ...read.data, tab: values['no-tab'] !== true };
}
