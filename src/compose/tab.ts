import { join } from 'node:path';
import { createApi } from '../api/door';
import { createFileApi } from '../api/files';
import { createTokenCheck, type TabTrust, TEAMS_CLIENTS } from '../api/token';
import type { Bot } from '../app/bot';
import type { Deps } from '../app/deps';
import { newId } from '../app/runtime/ids';
import type { Municipality } from '../content/municipalities/municipality';
import type { Cloud } from '../teams/clouds';
import type { Credentials } from '../teams/credentials';
import { createRateLimit } from '../teams/inbound/guards/rateLimit';
import { createTally } from '../teams/inbound/guards/tally';
import { openTabFiles } from '../teams/inbound/tab/files';
import type { TabParts } from '../teams/inbound/tab/routes';

/** The folder of the built tab, from sources and from `dist/` alike. */
const FOLDER = join(__dirname, '../../dist/tab');

/** The sandbox's own issuer of tokens for the tab, and the pages that may show it. Refused beside credentials. */
export interface OwnTab {
  trust: TabTrust;
  frames: string;
  /** The address at which a person opens a page of it. */
  link(person: string, page: string): string;
}

/** Settings, credentials and whatever else says by whose tokens the tab is opened. */
interface TabStart {
  config: { TAB_APP_ID?: string | undefined; TEAMS_APP_ID?: string | undefined };
  credentials?: Credentials | undefined;
  cloud: Pick<Cloud, 'signIn'>;
  tab?: OwnTab | undefined;
}

/**
 * The tokens that open the tab: those of Entra for the own tenant. Undefined: there is no tab.
 * @throws Error where a start with credentials brings an issuer of its own
 */
function trustOf({ config, credentials, cloud, tab }: TabStart): TabTrust | undefined {
  if (!credentials) return tab?.trust;
  if (tab) throw new Error("The sandbox's issuer of tokens opens no tab in production.");
  if (!config.TAB_APP_ID) return undefined;
  const { MicrosoftAppTenantId: tenant } = credentials;
  const base = `${cloud.signIn}/${tenant}`;
  return {
    issuer: `${base}/v2.0`,
    audience: config.TAB_APP_ID,
    tenant,
    clients: TEAMS_CLIENTS,
    keys: { url: `${base}/discovery/v2.0/keys` },
  };
}

/** The tab's name in the manifest (src/appPackage/template.ts). */
const ENTITY = 'cases';

/** How a card opens a page of the tab. Undefined: there is no tab, or it is not known by which id Teams has the app. */
export function tabLinkOf({ config, credentials, tab }: Omit<TabStart, 'cloud'>): Municipality['tabLink'] {
  if (!credentials) return tab?.link;
  const { TAB_APP_ID, TEAMS_APP_ID } = config;
  if (!TAB_APP_ID || !TEAMS_APP_ID) return undefined;
  return (_, page) => {
    const context = encodeURIComponent(JSON.stringify({ subEntityId: page }));
    return `https://teams.microsoft.com/l/entity/${TEAMS_APP_ID}/${ENTITY}?context=${context}`;
  };
}

/** The tab as the server serves it; undefined: it is not set up, and its addresses are answered as any unknown one. */
export function tabOf(
  start: TabStart,
  { bot, deps, timeoutMs }: { bot: Bot; deps: Deps; timeoutMs: number },
): TabParts | undefined {
  const trust = trustOf(start);
  if (!trust) return undefined;
  const { realNow, log, municipality } = deps;
  const limit = createRateLimit(realNow);
  const options = {
    bot,
    check: createTokenCheck(trust, { realNow, timeoutMs }),
    mayAsk: (person: string) => limit.take(person) === 'free',
    turnedAway: createTally(log, realNow),
    // What it shows is in the tab already: nothing there leads to it.
    municipality: { ...municipality, tabLink: undefined },
    newId: () => newId(deps),
    log,
  };
  return {
    api: createApi(options),
    fileApi: createFileApi(options),
    files: openTabFiles(FOLDER),
    frames: start.tab?.frames,
  };
}
