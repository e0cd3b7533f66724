/** A bot of botbuilder and restify that does nothing: the least that any bot of these packages takes to start. */
const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = require('botbuilder');
const restify = require('restify');

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(process.env));
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request, response, async () => undefined);
});
server.get('/health/ready', async (_, response) => response.send(200, {}));
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`${JSON.stringify({ msg: 'started', port: server.address().port })}\n`),
);
