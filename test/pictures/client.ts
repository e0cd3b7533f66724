import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { type Playground, startPlayground } from '../../src/sandbox/playground';
import { CHROMIUM, openPlayground } from '../support/playgroundPage';
import { squeeze } from './squeeze';

/** As wide as a chat is beside the list of chats on a laptop; so high that the longest card is all in view. */
const WIDTH = 660;
const HEIGHT = 3_000;
/** Teams' own font is not on this machine: one font for texts and buttons stands in for it. */
const FONT = '* { font-family: "Liberation Sans", Arial, sans-serif !important; }';
const TENANT = '7e57da7a-0000-4000-8000-00000000aaaa';
const PERSONA = {
  userId: '7e57da7a-0000-4000-8000-000000000040',
  name: 'Eva Norrlycke',
  email: 'eva.norrlycke@kommun.example',
};
const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** Microsoft's client with a bot behind it that only listens, so that any card can be put into the chat. */
export interface Client {
  /** Puts a card into the chat and takes a picture of it. */
  shoot(card: object, path: string): Promise<void>;
  /** Puts a card into the chat, makes it as narrow as on a phone, and tells what is cut or too narrow there. */
  squeezed(card: object, width: number): Promise<string[]>;
  stop(): Promise<void>;
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  server.close();
  await once(server, 'close');
  return port;
}

export async function openClient(): Promise<Client> {
  const bot = createServer((_, response) => {
    // Not in one line: where restify was loaded before in this process, its `writeHead` returns nothing.
    response.writeHead(200);
    response.end();
  });
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  let playground: Playground | undefined;
  let browser: Browser | undefined;
  const stop = async () => {
    await browser?.close();
    await playground?.stop();
    bot.close();
    bot.closeAllConnections();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const botEndpoint = `http://127.0.0.1:${await listen(bot)}/api/messages`;
    const port = await freePort();
    playground = await startPlayground({
      port,
      persona: PERSONA,
      botEndpoint,
      folder,
      tenantId: TENANT,
      log: silent,
    });
    browser = await chromium.launch({ ...CHROMIUM, headless: true });
    const page = await openPlayground(browser, playground.url, WIDTH, HEIGHT);
    await page.addStyleTag({ content: FONT });
    const { url } = playground;
    return {
      shoot: async (card, path) =>
        void (await (await put(page, url, card)).screenshot({ path, animations: 'disabled' })),
      squeezed: async (card, width) => (await put(page, url, card)).evaluate(squeeze, width),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Puts a card into the chat, and waits until it is there. */
async function put(page: Page, url: string, card: object): Promise<Locator> {
  const cards = page.locator('.ac-adaptiveCard');
  const count = await cards.count();
  const response = await fetch(`${url}/_connector/v3/conversations/chat-${PERSONA.userId}/activities`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      from: { id: '28:trygghetsboten', name: 'Trygghetsboten' },
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
    }),
  });
  if (!response.ok) throw new Error(`The Playground did not take the card: ${await response.text()}`);
  const newest = cards.nth(count);
  await newest.waitFor();
  await page.evaluate('document.fonts.ready');
  await page.mouse.move(0, 0);
  return newest;
}
