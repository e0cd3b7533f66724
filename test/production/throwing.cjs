/** `NODE_OPTIONS=--require …/throwing.cjs`: a process in which something throws that nobody catches, when it is told to. */
process.on('SIGUSR2', () => {
  throw new TypeError('Eva ringde');
});
