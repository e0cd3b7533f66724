/**
 * The floor: a bot of botbuilder and restify that does for a press what any such bot must, and nothing else: reads one
 * partition and the contact list, writes one agenda row, saves one transaction, and answers with a card. With `inTurn`
 * it makes all four calls whatever is pressed, one after the other, as a bot that nobody tuned would.
 */
const { TableClient } = require('@azure/data-tables');
const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = require('botbuilder');
const restify = require('restify');

const { connectionString, tablePrefix } = JSON.parse(process.argv[2]);
const table = (name) =>
  TableClient.fromConnectionString(connectionString, tablePrefix + name, { allowInsecureConnection: true });
const [incidents, contacts, own] = ['incidents', 'contacts', 'floor'].map(table);

const rows = async (client, filter) => {
  const found = [];
  for await (const row of client.listEntities({ queryOptions: { filter } })) found.push(row);
  return found;
};

/** About as many bytes as a sealed incident, an entry of its history and a card's row have. */
const [INCIDENT, ENTRY, CARD] = [6000, 700, 700].map((size) => Buffer.alloc(size, 7));
const row = (partitionKey, rowKey, sealed) => ({ partitionKey, rowKey, sealed });
const CARD_OF_THE_ANSWER = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: Array.from({ length: 24 }, (_, at) => ({
    type: 'TextBlock',
    text: `Rad ${at} av ett kort`,
    wrap: true,
  })),
};

let presses = 0;

async function readIn({ id, inTurn }) {
  const incident = rows(incidents, `PartitionKey eq '${id}'`);
  if (inTurn) await incident;
  await Promise.all([incident, rows(contacts, "PartitionKey eq 'contacts'")]);
}

async function press({ id, kind, inTurn }) {
  await readIn({ id, inTurn });
  const at = String(++presses);
  if (kind === 'act') await own.upsertEntity(row('agenda', id, CARD), 'Replace');
  if (kind !== 'read')
    await own.submitTransaction([
      ['upsert', row(id, 'incident', kind === 'act' ? INCIDENT : ENTRY), 'Replace'],
      ['upsert', row(id, `entry${at}`, ENTRY), 'Replace'],
      ['upsert', row(id, 'card', CARD), 'Replace'],
    ]);
}

const answer = async (context) => {
  await press(context.activity.value.action.data);
  const value = {
    statusCode: 200,
    type: 'application/vnd.microsoft.card.adaptive',
    value: CARD_OF_THE_ANSWER,
  };
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: value } });
};

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request, response, answer);
});
own
  .createTable()
  .then(() =>
    server.listen(0, '127.0.0.1', () =>
      process.stdout.write(`${JSON.stringify({ port: server.address().port })}\n`),
    ),
  );
