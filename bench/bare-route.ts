import type { AddressInfo } from 'node:net';
import express from 'express';

/** What a request costs when nothing is done in it: one route that answers with a little JSON. */
const application = express().disable('x-powered-by').disable('etag');
application.get('/', (_request, response) => {
  response.json({ id: 'http://localhost/schools/mihon-university', type: ['Profile'], name: '見本大学' });
});
const server = application.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
process.once('disconnect', () => process.exit());
