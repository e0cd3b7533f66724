import type { ContainerName } from '../../src/storage/blobs/container';
import type { TableName } from '../../src/storage/openTables';

/*
 * Every store, route and setting, and where each duty towards it is met: a file and a text that stands in it, or the reason
 * why there is none. `stores.test.ts` holds it against the code: a new table, route or setting without its row is red.
 */

/** A file, and a text in it; or why the duty does not concern this store. */
export type Met = readonly [file: string, text: string] | string;

/** What is to be done with everything that is stored. */
export const DUTIES = [
  'infra',
  'start',
  'access',
  'fuzz',
  'backup',
  'restore',
  'rehearsal',
  'rotation',
  'rewrap',
  'erasure',
  'hold',
  'retention',
  'personData',
  'leakScan',
  'privacy',
  'security',
] as const;
export type Duty = (typeof DUTIES)[number];
type Row = Readonly<Record<Duty, Met>>;

const BACKUP = 'test/storage/backup.test.ts';
const ROTATION = 'test/storage/rotation.test.ts';
const RETENTION = 'test/conversation/retention.test.ts';
const PRIVACY = 'docs/DATASKYDD.md';

/** Every table is taken by these, whichever it is: each goes through `TABLE_NAMES`. */
const EVERY_TABLE = {
  infra: ['test/infra/rules.ts', 'JSON.stringify(found?.over) !== JSON.stringify(TABLE_NAMES)'],
  start: ['test/storage/tableFaults.test.ts', 'toEqual(new Set(TABLE_NAMES))'],
  backup: ['src/cli/backupCopies.ts', 'for (const table of TABLE_NAMES)'],
  restore: ['src/cli/backupCopies.ts', 'rows += await putFile('],
  rehearsal: ['src/cli/rehearsal/rehearse.ts', "timed('restore'"],
  leakScan: ['test/conversation/atRest.test.ts', 'for (const table of TABLE_NAMES)'],
} as const satisfies Partial<Row>;

const fuzz: Met = ['test/fuzz/fuzz.test.ts', 'by those without access changes nothing, shows nothing'];
const keysWrapped: Met = ['src/storage/sealing/dataKeys.ts', 'rewrap(): Promise<'];
const rowsKeepKeys = 'rows are sealed by data keys: those are wrapped anew, the rows stay';
const ofNobody = 'holds nothing of a person';
const byIncident: Pick<Row, 'hold' | 'retention'> = {
  hold: [RETENTION, 'a hold stops every class; what no decision names is kept'],
  retention: [RETENTION, 'each goes on its own day and by its own decision'],
};
const notOfIncidents: Pick<Row, 'hold' | 'retention'> = {
  hold: 'holds what belongs to no incident: a hold is of a closed incident',
  retention: 'has a time of its own, or none: retention is decided for closed incidents',
};
const opened = (table: string): Met => ['SECURITY.md', `\`${table}\``];

/** The duties towards each table. */
export const TABLES: Readonly<Record<TableName, Row>> = {
  incidents: {
    ...EVERY_TABLE,
    ...byIncident,
    fuzz,
    access: ['test/access/matrix.test.ts', 'has a row for every verb, page and role that the code knows'],
    rotation: [ROTATION, 'everything is read as before, every chain holds'],
    rewrap: rowsKeepKeys,
    erasure: ['src/storage/repositories/tableErasure.ts', 'await this.removeIncident(id)'],
    personData: ['src/cli/personFile.ts', 'tables.incidents.read(id)'],
    privacy: [PRIVACY, 'Vad som hände, när, var, hur'],
    security: opened('incidents'),
  },
  agenda: {
    ...EVERY_TABLE,
    ...byIncident,
    fuzz,
    access: 'times only: no command reads it to a person',
    rotation: ['src/storage/rotation/rotate.ts', 'await rotateAgenda(rotation)'],
    rewrap: rowsKeepKeys,
    erasure: ['src/storage/repositories/tableErasure.ts', 'await this.removeAgenda(id)'],
    personData: 'times of what the person’s incidents and round say themselves',
    privacy: 'times without a person: what they are times of is listed',
    security: opened('agenda'),
  },
  contacts: {
    ...EVERY_TABLE,
    ...notOfIncidents,
    fuzz,
    access: ['test/access/policy.ts', '| the contact list'],
    rotation: ['src/storage/rotation/rotate.ts', 'await rotateContacts(rotation)'],
    rewrap: 'its key comes from the index secret: nothing of it is wrapped',
    erasure: 'kept with the day on which a post ended: what was done then has a name',
    personData: ['src/cli/personFile.ts', 'contacts.filter((contact) => contact.person === person)'],
    privacy: [PRIVACY, 'Kontaktlista: namn, uppdrag, telefon'],
    security: opened('contacts'),
  },
  people: {
    ...EVERY_TABLE,
    ...notOfIncidents,
    fuzz,
    access: 'a person’s own row: read only for who writes or presses',
    rotation: ['src/storage/rotation/rotate.ts', 'await rotatePeople(rotation)'],
    rewrap: rowsKeepKeys,
    erasure: [RETENTION, 'and has no part in anything: nothing of them is kept'],
    personData: ['src/cli/personFile.ts', 'tables.people.read(person)'],
    privacy: [PRIVACY, 'Namn, konto i Teams, e-post'],
    security: opened('people'),
  },
  drafts: {
    ...EVERY_TABLE,
    ...notOfIncidents,
    fuzz,
    access: ['test/access/door.test.ts', 'are one answer to %s of a draft under the id, warm and cold'],
    rotation: ['src/storage/rotation/rotate.ts', 'await rotateDrafts(rotation)'],
    rewrap: rowsKeepKeys,
    erasure: ['src/storage/repositories/tableErasure.ts', 'await this.parts.drafts.removeAll(id)'],
    personData: [BACKUP, 'lists where they occur, counts drafts'],
    privacy: [PRIVACY, 'Utkast som inte skickats'],
    security: opened('drafts'),
  },
  index: {
    ...EVERY_TABLE,
    ...byIncident,
    fuzz,
    access: ['test/access/door.test.ts', 'a list, a search and the round name no incident of another'],
    rotation: ['src/storage/rotation/rotate.ts', 'await rotateIndex(rotation)'],
    rewrap: 'codes, ids and times: nothing of it is sealed',
    erasure: ['src/storage/repositories/tableErasure.ts', 'await this.removeIndex(id)'],
    personData: ['src/cli/personFile.ts', 'tables.index.of(person, ALL)'],
    privacy: [PRIVACY, 'allt ovan'],
    security: opened('index'),
  },
  rounds: {
    ...EVERY_TABLE,
    ...notOfIncidents,
    fuzz,
    access: 'a person’s own state: read only for who writes or presses',
    rotation: ['src/storage/rotation/rotate.ts', 'await rotateRounds(rotation)'],
    rewrap: rowsKeepKeys,
    erasure: ['src/storage/repositories/tableErasure.ts', 'await rounds.remove(round, rowKey'],
    personData: ['src/cli/personFile.ts', 'tables.persons.read(person)'],
    privacy: [PRIVACY, 'Den som har boten'],
    security: opened('rounds'),
  },
  keys: {
    ...EVERY_TABLE,
    ...byIncident,
    fuzz: 'no activity names a key',
    access: 'no command reads a key to anybody',
    rotation: ['src/storage/rotation/rotate.ts', 'await rotateKeys(rotation)'],
    rewrap: keysWrapped,
    erasure: ['src/storage/repositories/tableErasure.ts', 'await this.parts.keys.destroy(id)'],
    personData: ofNobody,
    privacy: [PRIVACY, 'Kommunens nyckel'],
    security: opened('keys'),
  },
  settings: {
    ...EVERY_TABLE,
    ...notOfIncidents,
    fuzz: 'no activity names a row of it',
    access: 'the bot’s own: no command reads it to anybody',
    rotation: ['src/storage/rotation/rotate.ts', 'await rotatePublicKey(rotation)'],
    rewrap: 'the public half of the wrapping key: written again when the key has a new version',
    erasure: ofNobody,
    personData: ofNobody,
    privacy: ofNobody,
    security: opened('settings'),
  },
  tombstones: {
    ...EVERY_TABLE,
    hold: 'is what is left after erasure: nothing of it is erased',
    retention: 'is what is left after erasure: kept for good',
    fuzz: 'only erasure writes it',
    access: 'read to nobody: an erased incident counts as not there',
    rotation: ['src/storage/rotation/rotate.ts', 'await rotateTombstones(rotation)'],
    rewrap: 'codes, ids and times: nothing of it is sealed',
    erasure: ['src/app/erasure/eraseIncident.ts', 'await bury(deps, read)'],
    personData: 'names nobody: number, days and decision',
    privacy: [PRIVACY, 'Kvar blir en notering'],
    security: opened('tombstones'),
  },
};

/** The duties towards each blob container. */
export const CONTAINERS: Readonly<Record<ContainerName, Row>> = {
  evidence: {
    infra: ['test/infra/rules.ts', 'JSON.stringify(found?.over) !== JSON.stringify(CONTAINER_NAMES)'],
    start: ['test/storage/files.test.ts', 'that is missing says so, and is never made by a start'],
    access: [
      'test/access/tabFiles.test.ts',
      'is seen by who reads the report, each look logged, and by nobody else',
    ],
    fuzz: 'named by the bot alone: an id that a client sends must stand in the list of an incident that is theirs',
    backup: [BACKUP, 'are copied sealed, once each, and come back as they were'],
    restore: [BACKUP, 'of an incident that was erased since do not come back'],
    rehearsal: [
      'test/operator/rehearse.test.ts',
      'a file that is gone from the copy, or is not what was given',
    ],
    rotation: [ROTATION, 'notes of files stay where they are'],
    rewrap:
      'a file’s key stands sealed in the row that lists it: its data key is wrapped anew, the blob stays',
    erasure: [BACKUP, 'are gone with an erased incident though storage refuses at first'],
    hold: byIncident.hold,
    retention: [BACKUP, 'of an erased report do not come back'],
    personData: ['src/cli/personFile.ts', 'evidence: (incident.evidence ?? [])'],
    leakScan: ['test/storage/files.test.ts', 'carries 20 MB, sealed: none of its bytes stand there'],
    privacy: [PRIVACY, 'Bilder och filer'],
    security: ['SECURITY.md', '`evidence`'],
  },
};

/** Who may call each route, and where that is tried. */
export const ROUTES: Readonly<Record<string, { access: Met; fuzz: Met; infra: Met; security: Met }>> = {
  'POST /api/messages': {
    access: [
      'test/production/production.test.ts',
      'turns away whoever does not show a token of the connector',
    ],
    fuzz,
    infra: ['infra/modules/bot.bicep', '/api/messages'],
    security: ['SECURITY.md', '## The door'],
  },
  'POST /api/tab/ask': {
    access: ['test/access/tab.test.ts', 'that are bad are refused, each with one answer'],
    fuzz: ['test/fuzz/fuzz.test.ts', 'by way of the tab, by those without access'],
    infra: ['infra/main.bicep', 'TAB_APP_ID: tabAppId'],
    security: ['SECURITY.md', '/api/tab/ask'],
  },
  'POST /api/tab/press': {
    access: ['test/access/tab.test.ts', 'of the wrong person, or of a verb that is none, do nothing'],
    fuzz: ['test/fuzz/fuzz.test.ts', 'by way of the tab, by those without access'],
    infra: ['infra/main.bicep', 'TAB_APP_ID: tabAppId'],
    security: ['SECURITY.md', '/api/tab/press'],
  },
  'POST /api/tab/file': {
    access: [
      'test/access/tabFiles.test.ts',
      'is seen by who reads the report, each look logged, and by nobody else',
    ],
    fuzz: ['test/fuzz/fuzz.test.ts', 'by way of the tab, by those without access'],
    infra: ['infra/main.bicep', 'TAB_APP_ID: tabAppId'],
    security: ['SECURITY.md', '/api/tab/file'],
  },
  'POST /api/tab/upload': {
    access: [
      'test/access/tabFiles.test.ts',
      'is given by who may add to the report, as from a chat, and by nobody else',
    ],
    fuzz: ['test/fuzz/fuzz.test.ts', 'by way of the tab, by those without access'],
    infra: ['infra/main.bicep', 'TAB_APP_ID: tabAppId'],
    security: ['SECURITY.md', '/api/tab/upload'],
  },
  'GET /tab': {
    access: 'anybody: a page that holds nothing of anybody',
    fuzz: 'takes no input',
    infra: ['infra/main.bicep', 'TAB_APP_ID: tabAppId'],
    security: ['SECURITY.md', '`GET /tab`'],
  },
  'GET /tab/:file': {
    access: 'anybody: scripts and styles, the same for all',
    fuzz: 'only names that stood in the folder at the start are served',
    infra: ['infra/main.bicep', 'TAB_APP_ID: tabAppId'],
    security: ['SECURITY.md', '`GET /tab/:file`'],
  },
  'GET /document/:id/:ticket': {
    access: 'anybody: a page of fixed words with one button, and nothing is read',
    fuzz: 'takes no input: nothing that comes with it is looked at',
    infra: 'the site is open to browsers; what is behind the button is kept by the ticket',
    security: ['SECURITY.md', '/document/'],
  },
  'POST /document/:id/:ticket': {
    access: ['test/conversation/document.test.ts', 'is nobody else’s: neither link nor log entry'],
    fuzz: ['test/conversation/document.test.ts', 'gives nothing for %s, and says nothing of why'],
    infra: 'the site is open to browsers; what is behind the button is kept by the ticket',
    security: ['SECURITY.md', '/document/'],
  },
  'GET /health/live': {
    access: 'anybody: one word, and nothing is read',
    fuzz: 'takes no input',
    infra: ['infra/modules/site.bicep', "healthCheckPath: '/health/live'"],
    security: ['SECURITY.md', '/health/live'],
  },
  'GET /health/ready': {
    access: 'anybody: counts and times, at most every five seconds anew',
    fuzz: 'takes no input',
    infra: ['infra/modules/site.bicep', '/health/ready'],
    security: ['SECURITY.md', '/health/ready'],
  },
};

const bot = 'infra/modules/site.bicep';
const main = 'infra/main.bicep';
const usual = 'has a usual value: `moreSettings` gives another';

/** Where each setting of production is given when it is deployed. Time limits are the municipality's own and stand as one. */
export const SETTINGS: Readonly<Record<string, Met>> = {
  PORT: 'App Service gives it',
  MUNICIPALITY: [main, 'MUNICIPALITY: municipality'],
  RETENTION_REPORT_DAYS: 'the municipality’s decision, when it has one: `moreSettings`',
  RETENTION_REPORT_DECISION: 'the municipality’s decision, when it has one: `moreSettings`',
  RETENTION_RECORDS_DAYS: 'the municipality’s decision, when it has one: `moreSettings`',
  RETENTION_RECORDS_DECISION: 'the municipality’s decision, when it has one: `moreSettings`',
  RETENTION_TALKS_DAYS: 'the municipality’s decision, when it has one: `moreSettings`',
  RETENTION_TALKS_DECISION: 'the municipality’s decision, when it has one: `moreSettings`',
  RETENTION_LOG_DAYS: 'the municipality’s decision, when it has one: `moreSettings`',
  RETENTION_LOG_DECISION: 'the municipality’s decision, when it has one: `moreSettings`',
  LINKS_DECISION: 'the municipality’s decision, when it has one: `moreSettings`',
  LINKS_PURPOSE: 'the municipality’s decision, when it has one: `moreSettings`',
  LINKS_UNTIL: 'the municipality’s decision, when it has one: `moreSettings`',
  PUBLIC_URL: [bot, 'PUBLIC_URL: '],
  CONTACT_LIST: 'a file at the first start: `moreSettings`',
  PRIVACY_URL: [main, 'PRIVACY_URL: privacyUrl'],
  PRIVACY_BASIS: [main, 'PRIVACY_BASIS: privacyBasis'],
  PRIVACY_CONTACT: [main, 'PRIVACY_CONTACT: privacyContact'],
  PRIVACY_DPO: [main, 'PRIVACY_DPO: privacyDpo'],
  PRIVACY_RECIPIENTS: [main, 'PRIVACY_RECIPIENTS: privacyRecipients'],
  SWEEP_SECONDS: usual,
  SEND_TIMEOUT_SECONDS: usual,
  DEADMAN_SECONDS: usual,
  LOG_LEVEL: usual,
  MicrosoftAppType: [bot, '  MicrosoftAppType: '],
  MicrosoftAppId: [bot, '  MicrosoftAppId: '],
  MicrosoftAppTenantId: [bot, '  MicrosoftAppTenantId: '],
  MicrosoftAppPassword: 'none: the bot is a managed identity there',
  TEAMS_CLOUD: usual,
  TEAMS_SERVICE_HOSTS: usual,
  TAB_APP_ID: [main, 'TAB_APP_ID: tabAppId'],
  TEAMS_APP_ID: 'known once the app is in the catalogue: `moreSettings`',
  TABLES_ENDPOINT: [bot, '  TABLES_ENDPOINT: '],
  BLOBS_ENDPOINT: [bot, '  BLOBS_ENDPOINT: '],
  VICTIM_READS_ASSESSMENTS: usual,
  EVIDENCE_MB: usual,
  DOCUMENT_TEMPLATE: 'a file of the municipality’s own, when it has one: `moreSettings`',
  DOCUMENT_LOGO: 'a file of the municipality’s own, when it has one: `moreSettings`',
  KEY_VAULT_KEY_ID: [bot, '  KEY_VAULT_KEY_ID: '],
  BACKUP_DAYS: usual,
  SWEEP: [bot, '  SWEEP: '],
  HEARTBEAT_URL: usual,
  OTEL_EXPORTER_OTLP_ENDPOINT: usual,
  OTEL_EXPORTER_OTLP_HEADERS: usual,
  INDEX_SECRET: [bot, '  INDEX_SECRET: '],
};
