/**
 * Loaded into each Playground process (`node --require`) before its own code. The Playground listens on all
 * interfaces and lives on when its parent dies; here it can be reached from this machine only, and ends with its parent.
 */
'use strict';

const { Server } = require('node:net');

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
