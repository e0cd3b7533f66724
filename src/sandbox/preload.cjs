/**
 * Loaded into each Playground process (`node --require`) before its own code. The Playground listens on all
 * interfaces and lives on when its parent dies; here it can be reached from this machine only, and ends with its parent.
 * Its page gets a style and a script of ours, which make it the chat alone when it stands in a frame.
 */
'use strict';

const { readFileSync } = require('node:fs');
const http = require('node:http');
const { Server } = require('node:net');
const { dirname, join } = require('node:path');

const HOST = '127.0.0.1';

/** The arguments of `listen`, with the host in place; pipes and handles are left alone. */
function onLoopback([first, ...rest]) {
  const callback = rest.find((argument) => typeof argument === 'function');
  if (first === undefined || first === null) return [{ port: 0, host: HOST }, callback];
  if (typeof first === 'function') return [{ port: 0, host: HOST }, first];
  if (typeof first === 'object')
    return 'port' in first ? [{ ...first, host: HOST }, ...rest] : [first, ...rest];
  if (Number.isNaN(Number(first))) return [first, ...rest];
  return [{ port: Number(first), host: HOST }, callback];
}

const listen = Server.prototype.listen;
Server.prototype.listen = function listenOnLoopback(...args) {
  return listen.apply(this, onLoopback(args));
};

// 'close' too: a pipe whose other end was killed may give an error instead of an end.
process.stdin.once('end', () => process.exit(0)).once('close', () => process.exit(0));
process.stdin.on('error', () => process.exit(0)).resume();

const ours = (name) => readFileSync(join(__dirname, 'page', name), 'utf8');

/** The Playground's page, with ours first in its head, before its own script. */
function framed() {
  const page = readFileSync(join(dirname(process.argv[1]), 'dist/client/index.html'), 'utf8');
  const head = `<head><style>${ours('frame.css')}</style><script>${ours('frame.js')}</script>`;
  return page.replace('<head>', () => head);
}

const { emit } = http.Server.prototype;
http.Server.prototype.emit = function emitOrAnswer(event, ...args) {
  const [request, response] = args;
  if (event !== 'request' || request.method !== 'GET' || request.url !== '/')
    return emit.call(this, event, ...args);
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  response.end(framed());
  return true;
};
