import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A list of the blobs of a container that has none. */
const EMPTY =
  '<?xml version="1.0" encoding="utf-8"?><EnumerationResults ContainerName="evidence"><Blobs /><NextMarker /></EnumerationResults>';

/**
 * A blob service without a blob, that lets in whoever shows the managed identity's token, as Azure does. What is kept there
 * is tried elsewhere: a start asks only whether it may, and a backup finds an empty container.
 */
export async function startBlobDoor(token: string) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const isLetIn = request.headers.authorization === `Bearer ${token}`;
    asked.push(`${request.method} ${request.url} ${isLetIn ? 'in' : 'out'}`);
    request.resume();
    if (isLetIn && request.method === 'GET' && request.url?.includes('comp=list')) {
      response.writeHead(200, { 'content-type': 'application/xml' });
      response.end(EMPTY);
      return;
    }
    if (isLetIn && request.method === 'PUT' && request.url?.includes('restype=container')) {
      response.writeHead(409, { 'x-ms-error-code': 'ContainerAlreadyExists' });
      response.end();
      return;
    }
    response.writeHead(isLetIn ? 404 : 403, {
      'x-ms-error-code': isLetIn ? 'BlobNotFound' : 'AuthorizationFailure',
    });
    response.end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    /** Method, address, and whether it was let in. */
    asked,
    stop: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
