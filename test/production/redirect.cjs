/**
 * `node -r …/redirect.cjs`: what a production start calls out to is on this machine instead. Only a test loads this; no
 * setting can. `TEST_ROUTES`: host to port, as JSON. Every other host is refused, so that nothing leaves the machine; and
 * packages of development are not found, as where they were left out.
 */
const Module = require('node:module');
const { readFileSync } = require('node:fs');
const net = require('node:net');
const { join, sep } = require('node:path');
const tls = require('node:tls');

const routes = JSON.parse(process.env.TEST_ROUTES);

/** A plain connection that its user takes for one with TLS: certificates are Node's matter, and are not tried here. */
function connected(port) {
  const socket = net.connect(port, '127.0.0.1');
  socket.encrypted = true;
  socket.authorized = true;
  socket.alpnProtocol = false;
  socket.once('connect', () => socket.emit('secureConnect'));
  return socket;
}

tls.connect = (...given) => {
  const options = given.find((one) => typeof one === 'object' && one !== null) ?? {};
  const host = options.servername || options.host || options.hostname;
  const port = routes[host];
  if (port === undefined) throw new Error(`The test knows no ${host}.`);
  const socket = connected(port);
  const listener = given.find((one) => typeof one === 'function');
  if (listener) socket.once('secureConnect', listener);
  return socket;
};

const root = process.env.TEST_ROOT;
const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
const left = new Set(
  Object.keys(locked)
    .filter((path) => locked[path].dev)
    .map((path) => join(root, path)),
);
/** Folders of packages in which a file lies, the outermost first. One look-up each: a start asks a thousand times. */
function packagesOf(file) {
  const parts = file.split(sep);
  return parts.flatMap((part, at) => {
    if (part !== 'node_modules') return [];
    return [parts.slice(0, at + (parts[at + 1]?.startsWith('@') ? 3 : 2)).join(sep)];
  });
}
const resolve = Module._resolveFilename;
Module._resolveFilename = (...given) => {
  const file = resolve(...given);
  if (packagesOf(file).some((folder) => left.has(folder)))
    throw Object.assign(new Error(`${given[0]} is of development`), { code: 'MODULE_NOT_FOUND' });
  return file;
};
