import { CONTAINER_NAMES } from '../../src/storage/blobs/container';
import { TABLE_NAMES } from '../../src/storage/openTables';
import { at, type Declared, Expression, isObject, type Template, type Value } from './bicep';

/** A property that the template must have, and copies in which it is broken: `[file, what stands there, what instead]`. */
export interface Rule {
  name: string;
  /** Faults; none: it holds. */
  faults(template: Template): string[];
  broken: readonly (readonly [file: string, from: string | RegExp, to: string])[];
}

const SITE = 'modules/site.bicep';
const STORAGE = 'modules/storage.bicep';
const OWN = 'modules/roles.bicep';
const VAULT = 'modules/vault.bicep';
const PROBES = 'modules/probes.bicep';
const DOMAIN = 'modules/domain.bicep';
const ALERTS = 'modules/alerts.bicep';

const text = (value: Value | undefined): string =>
  value instanceof Expression ? value.text : typeof value === 'string' ? value : JSON.stringify(value);

/** Each resource of a type has these values at these paths; there is at least one. */
function each(type: string, wanted: Readonly<Record<string, Value>>): Rule['faults'] {
  return (template) => {
    const found = template.of(type);
    if (found.length === 0) return [`no ${type}`];
    return found.flatMap(({ symbol, body }) =>
      Object.entries(wanted)
        .filter(([path, value]) => JSON.stringify(at(body, path)) !== JSON.stringify(value))
        .map(([path]) => `${symbol}.${path} is ${text(at(body, path))}`),
    );
  };
}

const all =
  (...rules: Rule['faults'][]): Rule['faults'] =>
  (template) =>
    rules.flatMap((rule) => rule(template));

const fault = (isWrong: boolean, words: string): string[] => (isWrong ? [words] : []);

const sites = ['Microsoft.Web/sites', 'Microsoft.Web/sites/slots'] as const;
const ofSites = (wanted: Readonly<Record<string, Value>>) => all(...sites.map((type) => each(type, wanted)));

/** Both slots' settings by name. */
export const settingsOf = (template: Template, slot: 'production' | 'staging'): { [name: string]: Value } => {
  const type = slot === 'production' ? 'Microsoft.Web/sites/config' : 'Microsoft.Web/sites/slots/config';
  const found = template.of(type).find(({ body }) => body.name === 'appsettings')?.body.properties;
  if (isObject(found)) return found;
  // `union(settings, …)`: the first part comes as a parameter from main.bicep.
  const { text: call = '' } = found instanceof Expression ? found : {};
  const parts = /^union\(settings, (\w+), (\w+), \{/.exec(call);
  const literal = Object.fromEntries(
    [...call.matchAll(/^ {2}(\w+): (.+)$/gm)].map(([, name = '', value = '']) => [
      name,
      value.startsWith("'") ? value.slice(1, -1) : new Expression(value),
    ]),
  );
  const [, ...names] = parts ?? [];
  const inner = names.map((name) => template.variable(SITE, name));
  return Object.assign({}, ...inner.filter(isObject), literal) as { [name: string]: Value };
};

const sticky: Rule['faults'] = (template) => {
  const found = template.of('Microsoft.Web/sites/config').find(({ body }) => body.name === 'slotConfigNames');
  const names = text(at(found?.body, 'properties.appSettingNames'));
  return fault(
    !/^union\(objectKeys\(productionSettings\), objectKeys\(stagingSettings\)[,)]/.test(names),
    `appSettingNames is ${names}: a swap would take settings along`,
  );
};

const sweeps: Rule['faults'] = (template) => {
  const [production, staging] = [settingsOf(template, 'production'), settingsOf(template, 'staging')];
  return [
    ...fault(production.SWEEP !== 'on', `production has SWEEP ${text(production.SWEEP)}`),
    ...fault(staging.SWEEP !== 'off', `staging has SWEEP ${text(staging.SWEEP)}`),
  ];
};

/** What a slot may not have in common with production. */
const ownOfSlot: Rule['faults'] = (template) => {
  const [production, staging] = [settingsOf(template, 'production'), settingsOf(template, 'staging')];
  const site = template.module('site');
  return [
    ...['TABLES_ENDPOINT', 'BLOBS_ENDPOINT', 'KEY_VAULT_KEY_ID', 'INDEX_SECRET']
      .filter((name) => !staging[name] || text(staging[name]) === text(production[name]))
      .map((name) => `staging has production's ${name}`),
    ...fault(text(site.tablesEndpoint) !== 'storage.outputs.tablesEndpoint', 'production has other tables'),
    ...fault(
      text(site.stagingTablesEndpoint) !== 'stagingStorage.outputs.tablesEndpoint',
      "staging is given production's tables",
    ),
    ...fault(
      text(template.module('storage').name) === text(template.module('stagingStorage').name),
      'one account serves both',
    ),
  ];
};

/** Where Teams, browsers and the watch reach the bot: one name, the municipality's own where it has given one. */
const oneHost: Rule['faults'] = (template) => {
  const host = text(template.variable('main.bicep', 'host'));
  const publicHost = text(template.variable(SITE, 'publicHost'));
  const inMain = ['bot', 'probes'].filter((name) => text(template.module(name).host) !== host);
  const early = ['bot', 'probes'].filter((name) => !text(template.dependsOn(name)).includes('domain'));
  return [
    ...fault(host !== 'empty(customDomain) ? site.outputs.host : customDomain', `host is ${host}`),
    ...fault(
      publicHost !== "empty(customDomain) ? '${name}.azurewebsites.net' : customDomain",
      `publicHost is ${publicHost}`,
    ),
    ...fault(
      text(settingsOf(template, 'production').PUBLIC_URL) !== 'https://${publicHost}',
      'PUBLIC_URL goes elsewhere',
    ),
    ...inMain.map((name) => `${name} goes by another name`),
    ...early.map((name) => `${name} does not wait until the name is bound`),
    ...fault(text(template.module('site').customDomain) !== 'customDomain', 'the app is not told its name'),
    ...fault(text(template.module('domain').domain) !== 'customDomain', 'another name is bound'),
  ];
};

/** The name answers by https alone, with a certificate made for it; the bare binding is of the first deployment. */
const ownDomain: Rule['faults'] = (template) => {
  const bindings = template.of('Microsoft.Web/sites/hostNameBindings');
  const bare = bindings.filter(({ body }) => text(at(body, 'properties.sslState')) !== 'SniEnabled');
  return [
    ...fault(
      bindings.length !== 2 || bare.length !== 1,
      'the name is not bound once bare and once with a certificate',
    ),
    ...bare
      .filter(({ condition }) => !condition?.includes('!isBound'))
      .map(({ symbol }) => `${symbol} takes the certificate away at each deployment`),
    ...bindings
      .filter((one) => !bare.includes(one) && text(at(one.body, 'properties.thumbprint')) !== 'thumbprint')
      .map(({ symbol }) => `${symbol} has no certificate`),
    ...each('Microsoft.Web/certificates', {
      'properties.canonicalName': new Expression('domain'),
      'properties.serverFarmId': new Expression('planId'),
    })(template),
  ];
};

const tables: Rule['faults'] = (template) => {
  const [found] = template.of('Microsoft.Storage/storageAccounts/tableServices/tables');
  return fault(
    JSON.stringify(found?.over) !== JSON.stringify(TABLE_NAMES),
    `tables are ${JSON.stringify(found?.over)}`,
  );
};

const containers: Rule['faults'] = (template) => {
  const [found] = template.of('Microsoft.Storage/storageAccounts/blobServices/containers');
  return [
    ...fault(
      JSON.stringify(found?.over) !== JSON.stringify(CONTAINER_NAMES),
      `containers are ${JSON.stringify(found?.over)}`,
    ),
    ...fault(at(found?.body, 'properties.publicAccess') !== 'None', 'a container is open to the public'),
  ];
};

/** The roles that are given, where. Nothing else may be. */
const ROLES: readonly (readonly [file: string, scope: string, role: string])[] = [
  [STORAGE, 'containers[index]', 'roles.outputs.filesRole'],
  [STORAGE, 'tables[index]', 'roles.outputs.rowsRole'],
  [VAULT, 'keys[index]', 'e147488a-f6f5-4113-8e2d-b22465e65bf6'],
  [VAULT, 'vault', '4633458b-17de-408a-b874-0445c86b69e6'],
];

const roles: Rule['faults'] = (template) => {
  const given = template.of('Microsoft.Authorization/roleAssignments').map(({ file, body }) => {
    const named = /, (\w+)\)$/.exec(text(at(body, 'properties.roleDefinitionId')))?.[1] ?? '';
    const role = template.variable(file, named);
    // A role of the project's own comes as a parameter: both accounts must be given the same.
    const own = ['storage', 'stagingStorage'].map((module) => text(template.module(module)[named] ?? ''));
    return [file, text(body.scope), role ? text(role) : [...new Set(own)].join('|')].join(' ');
  });
  const wanted = ROLES.map((one) => one.join(' '));
  return [
    ...given.filter((one) => !wanted.includes(one)).map((one) => `given: ${one}`),
    ...wanted.filter((one) => !given.includes(one)).map((one) => `missing: ${one}`),
  ];
};

const ROWS = 'Microsoft.Storage/storageAccounts/tableServices/tables/entities';
const FILES = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs';

/** What the roles of the project's own allow, word by word: nothing on a table, a container or an account. */
const OWN_ROLES: Readonly<Record<string, readonly string[]>> = {
  rows: [`${ROWS}/read`, `${ROWS}/write`, `${ROWS}/add/action`, `${ROWS}/update/action`, `${ROWS}/delete`],
  files: [`${FILES}/read`, `${FILES}/write`, `${FILES}/add/action`, `${FILES}/delete`],
};

const ownRoles: Rule['faults'] = (template) => {
  const found = template.of('Microsoft.Authorization/roleDefinitions');
  return [
    ...fault(
      found.map(({ symbol }) => symbol).join() !== Object.keys(OWN_ROLES).join(),
      `roles are ${found.map(({ symbol }) => symbol).join()}`,
    ),
    ...found.flatMap(({ symbol, body }) => {
      const permissions = at(body, 'properties.permissions');
      const wanted = [{ actions: [], notActions: [], dataActions: OWN_ROLES[symbol], notDataActions: [] }];
      const output = `output ${symbol}Role string = ${symbol}.name\n`;
      return [
        ...fault(JSON.stringify(permissions) !== JSON.stringify(wanted), `${symbol} allows something else`),
        ...fault(
          JSON.stringify(at(body, 'properties.assignableScopes')) !==
            JSON.stringify([new Expression('resourceGroup().id')]),
          `${symbol} can be given elsewhere`,
        ),
        ...fault(at(body, 'properties.type') !== 'CustomRole', `${symbol} is no role of its own`),
        ...fault(!template.texts[OWN]?.includes(output), `${symbol} is given out by another name`),
      ];
    }),
  ];
};

const locks: Rule['faults'] = (template) => {
  const found = template.of('Microsoft.Authorization/locks');
  const scopes = found.map(({ body }) => text(body.scope)).sort();
  return [
    ...fault(scopes.join() !== 'account,vault', `locks are on ${scopes.join()}`),
    ...found
      .filter(({ body }) => at(body, 'properties.level') !== 'CanNotDelete')
      .map(({ file }) => `${file}: no lock against deletion`),
    ...fault(template.module('storage').isLocked !== true, "production's account is not locked"),
    ...found
      .filter(({ condition }) => condition && condition !== '(isLocked)')
      .map(({ file }) => `${file}: a condition`),
  ];
};

/** Beginnings of names, by type (Microsoft's abbreviations for Azure resources). */
const BEGINNINGS: Readonly<Record<string, string>> = {
  identity: 'id-',
  network: 'vnet-',
  storage: 'st',
  stagingStorage: 'st',
  vault: 'kv-',
  workspace: 'log-',
  insights: 'appi-',
  plan: 'asp-',
  app: 'app-',
  bot: 'bot-',
  actionGroup: 'ag-',
  budget: 'budget-',
};

const names: Rule['faults'] = (template) => {
  const found = template.variable('main.bicep', 'names');
  const given: { [name: string]: Value } = isObject(found) ? found : {};
  return [
    ...fault(Object.keys(given).sort().join() !== Object.keys(BEGINNINGS).sort().join(), 'other names'),
    ...Object.entries(BEGINNINGS)
      .filter(([name, beginning]) => !text(given[name] ?? '').startsWith(beginning))
      .map(([name]) => `${name} is named ${text(given[name] ?? '')}`),
  ];
};

/** Types that take no tags. */
const UNTAGGED =
  /\/(?:tables|tableServices|containers|blobServices|roleAssignments|roleDefinitions|locks|diagnosticSettings|config|basicPublishingCredentialsPolicies|channels|keys|budgets|hostNameBindings)$/;

const tagged: Rule['faults'] = (template) =>
  template.declared
    .filter(({ type }) => type.startsWith('Microsoft.') && !UNTAGGED.test(type))
    .filter(({ body }) => !/^(?:tags|union\(tags, )/.test(text(body.tags)) && !isObject(body.tags))
    .map(({ file, symbol }) => `${file}: ${symbol} has no tags`);

const noBodies: Rule['faults'] = (template) => {
  const found = [
    ...Object.keys(settingsOf(template, 'production')),
    ...Object.keys(settingsOf(template, 'staging')),
  ];
  const logged = JSON.stringify(template.of('Microsoft.Insights/diagnosticSettings').map(({ body }) => body));
  const categories = JSON.stringify(template.variable(SITE, 'categories'));
  return [
    ...found
      .filter((name) => /^APPLICATIONINSIGHTS_|^ApplicationInsights|^APPINSIGHTS/.test(name))
      .map((name) => `${name} loads an agent`),
    ...fault(/HTTPLogs/.test(logged + categories), 'a log of requests'),
  ];
};

const isOpen = ({ body }: Declared): boolean =>
  text(at(body, 'properties.networkAcls.defaultAction')) !== 'Deny';

const MINUTES: Readonly<Record<string, number>> = {
  PT5M: 5,
  PT10M: 10,
  PT15M: 15,
  PT1H: 60,
  PT2H: 120,
  P1D: 1_440,
};

/** Their line comes once, of each incident or of what lasts: such an alert speaks each time, and stays until somebody closes it. */
const SAID_ONCE = ['nobody-reached', 'sweep-off'];

/** One line is enough, but for the one that waits for silence; and no line is looked past: each look reaches back to the one before. */
const alertsOnLines: Rule['faults'] = (template) => {
  const rules = template.variable(ALERTS, 'rules');
  return (Array.isArray(rules) ? rules : []).filter(isObject).flatMap((rule) => {
    const [operator, threshold] = rule.name === 'silent' ? ['LessThan', 1] : ['GreaterThan', 0];
    const [window, every] = [MINUTES[text(rule.window)] ?? 0, MINUTES[text(rule.every)] ?? 0];
    return [
      ...fault(
        rule.operator !== operator || rule.threshold !== threshold,
        `${text(rule.name)} waits for more`,
      ),
      ...fault(every === 0 || window < every, `${text(rule.name)} looks past lines`),
      ...fault(rule.severity === 0 && every > 5, `${text(rule.name)} is late`),
      ...fault(
        rule.endsByItself !== !SAID_ONCE.includes(text(rule.name)),
        `${text(rule.name)} is on too long, or not long enough`,
      ),
    ];
  });
};

export const RULES: readonly Rule[] = [
  {
    name: 'no key opens the storage accounts; ZRS, TLS 1.2 or later, https, nothing public',
    faults: each('Microsoft.Storage/storageAccounts', {
      'sku.name': 'Standard_ZRS',
      'properties.allowSharedKeyAccess': false,
      'properties.allowBlobPublicAccess': false,
      'properties.minimumTlsVersion': 'TLS1_2',
      'properties.supportsHttpsTrafficOnly': true,
    }),
    broken: [
      [STORAGE, 'allowSharedKeyAccess: false', 'allowSharedKeyAccess: true'],
      [STORAGE, '    allowSharedKeyAccess: false\n', ''],
      [STORAGE, 'Standard_ZRS', 'Standard_LRS'],
      [STORAGE, 'TLS1_2', 'TLS1_0'],
      [STORAGE, 'supportsHttpsTrafficOnly: true', 'supportsHttpsTrafficOnly: false'],
      [STORAGE, 'allowBlobPublicAccess: false', 'allowBlobPublicAccess: true'],
    ],
  },
  {
    name: 'tables can get a key of the municipality’s own',
    faults: each('Microsoft.Storage/storageAccounts', {
      'properties.encryption.services.table': { enabled: true, keyType: 'Account' },
    }),
    broken: [[STORAGE, "keyType: 'Account'", "keyType: 'Service'"]],
  },
  {
    name: 'tables and vault let in the app and the operators alone',
    faults: (template) =>
      [...template.of('Microsoft.Storage/storageAccounts'), ...template.of('Microsoft.KeyVault/vaults')]
        .filter(isOpen)
        .map(({ symbol }) => `${symbol} is open to every network`),
    broken: [
      [STORAGE, "defaultAction: 'Deny'", "defaultAction: 'Allow'"],
      [VAULT, "defaultAction: 'Deny'", "defaultAction: 'Allow'"],
    ],
  },
  {
    name: 'every table of the bot is made, and no other',
    faults: tables,
    broken: [
      [STORAGE, "  'tombstones'\n", ''],
      [STORAGE, "  'tombstones'\n", "  'tombstones'\n  'more'\n"],
    ],
  },
  {
    name: 'every container of the bot is made, and no other; none is open to the public',
    faults: containers,
    broken: [
      [STORAGE, "  'evidence'\n", ''],
      [STORAGE, "publicAccess: 'None'", "publicAccess: 'Blob'"],
    ],
  },
  {
    name: 'the identity has four roles: on single tables, single containers, single keys, and the vault’s secrets',
    faults: roles,
    broken: [
      [STORAGE, 'scope: tables[index]', 'scope: account'],
      [STORAGE, 'scope: containers[index]', 'scope: account'],
      [STORAGE, "roleDefinitions', rowsRole)", "roleDefinitions', '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3')"],
      [STORAGE, "roleDefinitions', filesRole)", "roleDefinitions', rowsRole)"],
      ['main.bicep', 'rowsRole: roles.outputs.rowsRole', 'rowsRole: roles.outputs.filesRole'],
      [
        'main.bicep',
        'filesRole: roles.outputs.filesRole',
        "filesRole: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'",
      ],
      [VAULT, 'scope: keys[index]', 'scope: vault'],
      [VAULT, 'e147488a-f6f5-4113-8e2d-b22465e65bf6', '12338af0-0e69-4776-bea7-57ae8d297424'],
      [
        'main.bicep',
        'module network',
        "resource more 'Microsoft.Authorization/roleAssignments@2022-04-01' = {\n  name: 'more'\n}\n\nmodule network",
      ],
    ],
  },
  {
    name: 'the vault goes by roles and cannot be purged; its keys wrap and do nothing else',
    faults: all(
      each('Microsoft.KeyVault/vaults', {
        'properties.enableRbacAuthorization': true,
        'properties.enableSoftDelete': true,
        'properties.enablePurgeProtection': true,
        'properties.networkAcls.defaultAction': 'Deny',
        'properties.networkAcls.bypass': 'AzureServices',
        'properties.softDeleteRetentionInDays': 90,
      }),
      each('Microsoft.KeyVault/vaults/keys', {
        'properties.kty': 'RSA',
        'properties.keySize': 3072,
        'properties.keyOps': ['wrapKey', 'unwrapKey'],
      }),
    ),
    broken: [
      [VAULT, 'enablePurgeProtection: true', 'enablePurgeProtection: false'],
      [VAULT, "defaultAction: 'Deny'", "defaultAction: 'Allow'"],
      [VAULT, "bypass: 'AzureServices'", "bypass: 'None'"],
      [VAULT, 'enableRbacAuthorization: true', 'enableRbacAuthorization: false'],
      [VAULT, 'keySize: 3072', 'keySize: 2048'],
      [VAULT, "['wrapKey', 'unwrapKey']", "['wrapKey', 'unwrapKey', 'sign']"],
    ],
  },
  {
    name: 'no secret stands in the template: the index secret is a reference',
    faults: (template) => [
      ...template.of('Microsoft.KeyVault/vaults/secrets').map(({ file }) => `${file} makes a secret`),
      ...(['production', 'staging'] as const)
        .filter(
          (slot) =>
            !/^@Microsoft\.KeyVault\(SecretUri=\$\{vaultUri\}secrets\/index-secret/.test(
              text(settingsOf(template, slot).INDEX_SECRET),
            ),
        )
        .map((slot) => `${slot}: INDEX_SECRET is no reference`),
    ],
    broken: [
      [SITE, /'@Microsoft\.KeyVault\(SecretUri=\$\{vaultUri\}secrets\/index-secret\)'/, "'c2VjcmV0'"],
      [
        VAULT,
        'resource audit',
        "resource secret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {\n  parent: vault\n  name: 'index-secret'\n}\n\nresource audit",
      ],
    ],
  },
  {
    name: 'the bot is the managed identity, without a secret, in the EU, on Teams',
    faults: all(
      each('Microsoft.BotService/botServices', {
        'properties.msaAppType': 'UserAssignedMSI',
        'properties.disableLocalAuth': true,
        location: 'westeurope',
        kind: 'azurebot',
      }),
      each('Microsoft.BotService/botServices/channels', { name: 'MsTeamsChannel' }),
    ),
    broken: [
      ['modules/bot.bicep', 'UserAssignedMSI', 'SingleTenant'],
      ['modules/bot.bicep', "'westeurope'", "'global'"],
      ['modules/bot.bicep', "name: 'MsTeamsChannel'", "name: 'DirectLineChannel'"],
      ['modules/bot.bicep', 'disableLocalAuth: true', 'disableLocalAuth: false'],
    ],
  },
  {
    name: 'the app runs Node 22 on Linux, always on, twice, watched, over https',
    faults: all(
      ofSites({
        'properties.httpsOnly': true,
        'properties.siteConfig.linuxFxVersion': 'NODE|22-lts',
        'properties.siteConfig.alwaysOn': true,
        'properties.siteConfig.healthCheckPath': '/health/live',
        'properties.siteConfig.minTlsVersion': '1.2',
        'properties.siteConfig.ftpsState': 'Disabled',
        'properties.siteConfig.remoteDebuggingEnabled': false,
        'identity.type': 'UserAssigned',
      }),
      each('Microsoft.Web/serverfarms', { 'sku.capacity': 2, 'properties.reserved': true }),
    ),
    broken: [
      [SITE, 'alwaysOn: true', 'alwaysOn: false'],
      [SITE, 'capacity: 2', 'capacity: 1'],
      [SITE, 'NODE|22-lts', 'NODE|20-lts'],
      [SITE, "  healthCheckPath: '/health/live'\n", ''],
      [SITE, 'httpsOnly: true', 'httpsOnly: false'],
      [SITE, "ftpsState: 'Disabled'", "ftpsState: 'AllAllowed'"],
    ],
  },
  {
    name: 'the site is open to Teams and browsers, its deployment site is not, and no password opens it',
    faults: all(
      ofSites({
        'properties.siteConfig.ipSecurityRestrictionsDefaultAction': 'Allow',
        'properties.siteConfig.scmIpSecurityRestrictionsUseMain': false,
        'properties.siteConfig.scmIpSecurityRestrictionsDefaultAction': 'Deny',
        'properties.siteConfig.scmMinTlsVersion': '1.2',
        'properties.virtualNetworkSubnetId': new Expression('subnetId'),
        'properties.keyVaultReferenceIdentity': new Expression('identityId'),
      }),
      (template) =>
        sites.flatMap((type) =>
          template
            .of(type)
            .filter(
              ({ body }) =>
                !text(at(body, 'properties.siteConfig.scmIpSecurityRestrictions')).includes(
                  'in operatorAddresses:',
                ),
            )
            .map(({ symbol }) => `${symbol}: others than the operators deploy`),
        ),
      (template) =>
        (['production', 'staging'] as const)
          .filter((slot) => settingsOf(template, slot).WEBSITE_RUN_FROM_PACKAGE !== '1')
          .map((slot) => `${slot}: what is deployed can be written over`),
      each('Microsoft.Web/sites/basicPublishingCredentialsPolicies', { 'properties.allow': false }),
      each('Microsoft.Web/sites/slots/basicPublishingCredentialsPolicies', { 'properties.allow': false }),
    ),
    broken: [
      [
        SITE,
        "scmIpSecurityRestrictionsDefaultAction: 'Deny'",
        "scmIpSecurityRestrictionsDefaultAction: 'Allow'",
      ],
      [SITE, 'scmIpSecurityRestrictionsUseMain: false', 'scmIpSecurityRestrictionsUseMain: true'],
      [SITE, 'scmIpSecurityRestrictions: operatorRules', 'scmIpSecurityRestrictions: []'],
      [SITE, "scmMinTlsVersion: '1.2'", "scmMinTlsVersion: '1.0'"],
      [SITE, '  virtualNetworkSubnetId: subnetId\n', ''],
      [SITE, '  keyVaultReferenceIdentity: identityId\n', ''],
      [SITE, "WEBSITE_RUN_FROM_PACKAGE: '1'", "WEBSITE_RUN_FROM_PACKAGE: '0'"],
      [SITE, 'allow: false', 'allow: true'],
      [SITE, " ipSecurityRestrictionsDefaultAction: 'Allow'", " ipSecurityRestrictionsDefaultAction: 'Deny'"],
    ],
  },
  {
    name: 'production sweeps and the slot does not',
    faults: sweeps,
    broken: [
      [SITE, "SWEEP: 'on'", "SWEEP: 'off'"],
      [SITE, "SWEEP: 'off'", "SWEEP: 'on'"],
      [SITE, "  SWEEP: 'off'\n", ''],
    ],
  },
  {
    name: 'every setting stays with its slot at a swap',
    faults: sticky,
    broken: [
      [SITE, 'union(objectKeys(productionSettings), objectKeys(stagingSettings)', "union(['SWEEP']"],
      [SITE, 'objectKeys(stagingSettings)', "['LOG_LEVEL']"],
      [SITE, "name: 'slotConfigNames'", "name: 'web'"],
    ],
  },
  {
    name: 'the slot has tables, key and secret of its own',
    faults: ownOfSlot,
    broken: [
      [SITE, 'TABLES_ENDPOINT: stagingTablesEndpoint', 'TABLES_ENDPOINT: tablesEndpoint'],
      [SITE, 'BLOBS_ENDPOINT: stagingBlobsEndpoint', 'BLOBS_ENDPOINT: blobsEndpoint'],
      [SITE, 'keys/wrapping-staging', 'keys/wrapping'],
      [SITE, 'secrets/index-secret-staging', 'secrets/index-secret'],
      ['main.bicep', 'stagingTablesEndpoint: stagingStorage.', 'stagingTablesEndpoint: storage.'],
      ['main.bicep', 'name: names.stagingStorage', 'name: names.storage'],
    ],
  },
  {
    name: 'a swap waits for production’s tables, and nothing is built in Azure',
    faults: (template) =>
      (['production', 'staging'] as const).flatMap((slot) => {
        const set = settingsOf(template, slot);
        const wanted = {
          WEBSITE_SWAP_WARMUP_PING_PATH: '/health/ready',
          WEBSITE_SWAP_WARMUP_PING_STATUSES: '200',
          SCM_DO_BUILD_DURING_DEPLOYMENT: 'false',
          ENABLE_ORYX_BUILD: 'false',
        };
        return Object.entries(wanted).flatMap(([name, value]) =>
          fault(set[name] !== value, `${slot}: ${name}`),
        );
      }),
    broken: [
      [SITE, "WEBSITE_SWAP_WARMUP_PING_PATH: '/health/ready'", "WEBSITE_SWAP_WARMUP_PING_PATH: '/'"],
      [SITE, "SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'", "SCM_DO_BUILD_DURING_DEPLOYMENT: 'true'"],
    ],
  },
  {
    name: 'no agent and no log sees a request’s body, path or address',
    faults: all(
      noBodies,
      each('Microsoft.Insights/components', {
        'properties.DisableLocalAuth': true,
        'properties.DisableIpMasking': false,
      }),
      each('Microsoft.OperationalInsights/workspaces', { 'properties.features.disableLocalAuth': true }),
      ofSites({
        'properties.siteConfig.httpLoggingEnabled': false,
        'properties.siteConfig.detailedErrorLoggingEnabled': false,
        'properties.siteConfig.requestTracingEnabled': false,
      }),
    ),
    broken: [
      [SITE, "'AppServiceAuditLogs'", "'AppServiceHTTPLogs'"],
      [
        SITE,
        "  ENABLE_ORYX_BUILD: 'false'\n",
        "  ENABLE_ORYX_BUILD: 'false'\n  ApplicationInsightsAgent_EXTENSION_VERSION: '~3'\n",
      ],
      [SITE, 'httpLoggingEnabled: false', 'httpLoggingEnabled: true'],
      ['modules/logs.bicep', '    DisableLocalAuth: true', '    DisableLocalAuth: false'],
    ],
  },
  {
    name: 'whoever writes or deletes rows or files, and whoever uses the vault, stands in the log',
    faults: (template) => {
      const settings = template.of('Microsoft.Insights/diagnosticSettings');
      const categories = (scope: string) => {
        const found = settings.find(({ body }) => text(body.scope) === scope);
        return JSON.stringify(at(found?.body, 'properties.logs') ?? null);
      };
      const changes = JSON.stringify(
        ['StorageWrite', 'StorageDelete'].map((category) => ({ category, enabled: true })),
      );
      return [
        ...['tableService', 'blobService']
          .filter((scope) => categories(scope) !== changes)
          .map((scope) => `${scope} does not tell who changed what`),
        ...fault(
          categories('vault') !== JSON.stringify([{ category: 'AuditEvent', enabled: true }]),
          'the vault does not tell who used it',
        ),
        ...['storage', 'stagingStorage', 'vault']
          .filter((name) => text(template.module(name).workspaceId) !== 'logs.outputs.workspaceId')
          .map((name) => `${name} tells it to another workspace`),
      ];
    },
    broken: [
      [STORAGE, "category: 'StorageDelete', enabled: true", "category: 'StorageDelete', enabled: false"],
      [STORAGE, "category: 'StorageWrite'", "category: 'StorageRead'"],
      [STORAGE, 'scope: tableService', 'scope: blobService'],
      [VAULT, "category: 'AuditEvent', enabled: true", "category: 'AuditEvent', enabled: false"],
    ],
  },
  {
    name: 'the roles for rows and files let nobody make or drop a table or a container',
    faults: ownRoles,
    broken: [
      [OWN, 'actions: []', "actions: ['Microsoft.Storage/storageAccounts/tableServices/tables/delete']"],
      [OWN, 'actions: []', "actions: ['*']"],
      [OWN, "tables/entities/delete'", "tables/*'"],
      [OWN, "  'Microsoft.Storage/storageAccounts/tableServices/tables/entities/delete'\n", ''],
      [OWN, "  'Microsoft.Storage/storageAccounts/tableServices/tables/entities/update/action'\n", ''],
      [OWN, "blobs/delete'", "delete'"],
      [OWN, "blobs/add/action'", "blobs/immutableStorage/runAsSuperUser/action'"],
      [OWN, 'group = resourceGroup().id', 'group = subscription().id'],
      [OWN, 'assignableScopes: [group]', "assignableScopes: ['/']"],
      [OWN, 'dataActions: rowActions', 'dataActions: fileActions'],
      [OWN, 'output rowsRole string = rows.name', 'output rowsRole string = files.name'],
    ],
  },
  {
    name: 'storage and vault cannot be deleted by mistake',
    faults: locks,
    broken: [
      [STORAGE, "level: 'CanNotDelete'", "level: 'ReadOnly'"],
      ['main.bicep', 'isLocked: true', 'isLocked: false'],
      [VAULT, /resource lock [\s\S]*?\n}\n/, ''],
    ],
  },
  {
    name: 'the watch from outside asks for the tables too, and wakes somebody; server errors do',
    faults: all(
      each('Microsoft.Insights/webtests', {
        'properties.Enabled': true,
        'properties.Request.RequestUrl': 'https://${host}/health/ready',
        'properties.ValidationRules.ExpectedHttpStatusCode': 200,
      }),
      each('Microsoft.Insights/metricAlerts', { 'properties.enabled': true }),
      (template) =>
        fault(
          !template
            .of('Microsoft.Insights/metricAlerts')
            .some(({ body }) => text(body.properties).includes('Http5xx')),
          'nobody hears of server errors',
        ),
    ),
    broken: [
      [PROBES, '/health/ready', '/health/live'],
      [PROBES, "metricName: 'Http5xx'", "metricName: 'Requests'"],
      [PROBES, /enabled: true/, 'enabled: false'],
    ],
  },
  {
    name: 'Teams, browsers and the watch from outside go by one name: the municipality’s own, once it is bound',
    faults: oneHost,
    broken: [
      ['main.bicep', / {4}host: host\n {2}}\n {2}\/\/ Teams/, '    host: site.outputs.host\n  }\n  // Teams'],
      [
        'main.bicep',
        'siteId: site.outputs.id\n    host: host',
        'siteId: site.outputs.id\n    host: site.outputs.host',
      ],
      ['main.bicep', / {2}dependsOn: \[domain\]\n/, ''],
      ['main.bicep', '    customDomain: customDomain\n', "    customDomain: ''\n"],
      ['main.bicep', '? site.outputs.host : customDomain', '? customDomain : site.outputs.host'],
      [SITE, "PUBLIC_URL: 'https://${publicHost}'", "PUBLIC_URL: 'https://${name}.azurewebsites.net'"],
      [SITE, "'${name}.azurewebsites.net' : customDomain", "'${name}.azurewebsites.net' : name"],
    ],
  },
  {
    name: 'the municipality’s own name has a certificate that is made for it, and keeps it',
    faults: ownDomain,
    broken: [
      [DOMAIN, ' = if (!isBound) {', ' = {'],
      [DOMAIN, 'canonicalName: domain', 'canonicalName: siteName'],
      ['modules/domainTls.bicep', "sslState: 'SniEnabled'", "sslState: 'Disabled'"],
      ['modules/domainTls.bicep', 'thumbprint: thumbprint', "thumbprint: ''"],
    ],
  },
  {
    name: 'somebody hears of it when no backup was made',
    faults: (template) => {
      const rule = template
        .of('Microsoft.Insights/scheduledQueryRules')
        .find(({ body }) => text(body.name) === 'alert-backup');
      if (!rule) return ['nobody watches the backups'];
      const criteria = text(at(rule.body, 'properties.criteria'));
      return [
        ...fault(at(rule.body, 'properties.enabled') !== true, 'nobody watches the backups'),
        ...fault(
          !criteria.includes('LessThan') || !criteria.includes('backup-made'),
          'it waits for something else',
        ),
        ...fault(!text(at(rule.body, 'properties.actions')).includes('group.id'), 'it wakes nobody'),
        ...fault(text(at(rule.body, 'properties.windowSize')) !== 'P2D', 'it looks back too short a time'),
      ];
    },
    broken: [
      ['modules/alerts.bicep', "name: 'alert-backup'", "name: 'alert-other'"],
      ['modules/alerts.bicep', "windowSize: 'P2D'", "windowSize: 'PT6H'"],
      ['modules/alerts.bicep', '/secrets/backup-made', '/secrets/index-secret'],
      [
        'modules/alerts.bicep',
        /operator: 'LessThan'\n {10}threshold: 1\n/,
        "operator: 'GreaterThan'\n          threshold: 1\n",
      ],
    ],
  },
  {
    name: 'every alert is on, wakes somebody, and ends by itself unless its line comes but once',
    faults: all(
      each('Microsoft.Insights/scheduledQueryRules', {
        'properties.enabled': true,
        'properties.actions.actionGroups': [new Expression('group.id')],
      }),
      each('Microsoft.Insights/metricAlerts', {
        'properties.enabled': true,
        'properties.autoMitigate': true,
        'properties.actions': [{ actionGroupId: new Expression('actionGroupId') }],
      }),
      each('Microsoft.Insights/actionGroups', { 'properties.enabled': true }),
      (template) =>
        template
          .of('Microsoft.Insights/scheduledQueryRules')
          .filter(
            ({ body }) => !['true', 'rule.endsByItself'].includes(text(at(body, 'properties.autoMitigate'))),
          )
          .map(({ symbol }) => `${symbol} does not end as its rule says`),
      alertsOnLines,
    ),
    broken: [
      [ALERTS, 'endsByItself: false', 'endsByItself: true'],
      [ALERTS, 'endsByItself: true', 'endsByItself: false'],
      [ALERTS, 'autoMitigate: rule.endsByItself', 'autoMitigate: false'],
      [ALERTS, /actionGroups: \[group\.id\]/, 'actionGroups: []'],
      [ALERTS, /severity: rule\.severity\n {4}enabled: true/, 'severity: rule.severity\n    enabled: false'],
      [ALERTS, "threshold: 0\n    window: 'PT5M'", "threshold: 9\n    window: 'PT5M'"],
      [ALERTS, "operator: 'LessThan'", "operator: 'GreaterThan'"],
      [ALERTS, "every: 'PT5M'", "every: 'PT1D'"],
      [PROBES, /enabled: true/, 'enabled: false'],
      [PROBES, /\{ actionGroupId: actionGroupId \}/, ''],
    ],
  },
  {
    name: 'a budget warns before the month is over',
    faults: each('Microsoft.Consumption/budgets', {
      'properties.timeGrain': 'Monthly',
      'properties.notifications.actual.enabled': true,
    }),
    broken: [['modules/budget.bicep', 'enabled: true', 'enabled: false']],
  },
  {
    name: 'names follow the convention',
    faults: names,
    broken: [['main.bicep', "vault: 'kv-", "vault: 'keys-"]],
  },
  {
    name: 'everything that takes tags has them',
    faults: tagged,
    broken: [
      [VAULT, '  tags: tags\n', ''],
      [PROBES, /tags: tags\n/, ''],
    ],
  },
];
