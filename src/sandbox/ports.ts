import { createServer } from 'node:net';

/** Settings that choose a port, and what each is the port of. */
const SETTINGS = {
  PORT: 'the port of the bot',
  PLAYGROUND_PORT: 'the first of the Playground ports, one a persona',
} as const;

export type PortSetting = keyof typeof SETTINGS;

/** Throws, in words for whoever starts the sandbox, when `port` on 127.0.0.1 cannot be listened on. */
export async function assertPortFree(port: number, setting: PortSetting): Promise<void> {
  const code = await tryToListen(port);
  if (code === undefined) return;
  const why = code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be listened on (${code})`;
  throw new Error(
    `Port ${port} ${why}. Stop what uses it, or set ${setting} (${SETTINGS[setting]}) to another number.`,
  );
}

/** The error code, or undefined when the port is free. */
function tryToListen(port: number): Promise<string | undefined> {
  // The `catch` below: no port at all (80000) is thrown, not emitted.
  return new Promise<string | undefined>((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(undefined)));
  }).catch((error: NodeJS.ErrnoException) => error.code ?? error.message);
}
