import express, { type Request, type Router } from 'express';
import { type Bilingual, ServiceError } from '../errors/index.ts';
import { isSameSecret, type RunningWorld } from '../kernel/index.ts';
import {
  activateAccount,
  addAddress,
  confirmAddress,
  heldCredential,
  listDevices,
  logOut,
  logOutDevice,
  noteSeen,
  notices,
  presentCredential,
  receiveCredential,
  registerAccount,
  requestActivationMail,
  requestPasswordReset,
  requirePhone,
  resetPassword,
  type Session,
  sessionOf,
  showActivation,
  showConfirmation,
  showOffer,
  showReset,
  startLogin,
  startWithoutLink,
  type WalletPorts,
  walletContent,
} from '../wallet/index.ts';
import { answer } from './answer.ts';
import { languageOf } from './problem-handler.ts';
import { bodyOf } from './request-body.ts';
import {
  activationMailSchema,
  addressSchema,
  newPasswordSchema,
  registrationSchema,
  sessionSchema,
  tokenSchema,
} from './wallet-schema.ts';

/** The HTTP of the wallet backend, at the root of its own origin. The caller mounts the problem handler after it. */
export function createWalletRouter(world: RunningWorld, ports: WalletPorts): Router {
  const router = express.Router();
  router.use(express.json({ limit: '16kb' }));
  router.use((_request, response, next) => {
    // Answers carry tokens and paths carry links: neither stays in a cache nor goes on to another site.
    response.setHeader('cache-control', 'no-store');
    response.setHeader('referrer-policy', 'no-referrer');
    next();
  });
  addLinkPages(router, world, ports);
  addRegistration(router, world, ports);
  addLogin(router, world, ports);
  addDevices(router, world);
  addCredentials(router, world, ports);
  return router;
}

/** What mail links show. No GET here changes anything (invariant I10): mail scanners open every link they see. */
function addLinkPages(router: Router, world: RunningWorld, ports: WalletPorts): void {
  router.get('/receive/:token', async (request, response) => {
    requirePhone(request.get('user-agent') ?? '', request.query.iuv === '1');
    answer(response, await showOffer(world, ports, request.params.token));
  });
  router.get('/activate/:token', (request, response) => answer(response, showActivation(world, request.params.token)));
  router.get('/reset/:token', (request, response) => answer(response, showReset(world, request.params.token)));
  router.get('/addresses/:token', (request, response) =>
    answer(response, showConfirmation(world, request.params.token)),
  );
}

function addRegistration(router: Router, world: RunningWorld, ports: WalletPorts): void {
  router.post('/registrations', async (request, response) => {
    answer(response, await registerAccount(world, ports, bodyOf(registrationSchema, request)), 201);
  });
  router.post('/registrations/start', async (request) => {
    bodyOf(addressSchema, request);
    await startWithoutLink(world);
  });
  router.post('/activation-mails', async (request, response) => {
    await requestActivationMail(world, ports, bodyOf(activationMailSchema, request));
    accept(request, response, notices.activationMail);
  });
  router.post('/activations', async (request, response) => {
    answer(response, await activateAccount(world, bodyOf(tokenSchema, request).token));
  });
}

function addLogin(router: Router, world: RunningWorld, ports: WalletPorts): void {
  router.post('/sessions', async (request, response) => {
    requirePhone(request.get('user-agent') ?? '');
    answer(response, await startLogin(world, ports, bodyOf(sessionSchema, request)), 201);
  });
  router.delete('/sessions/current', async (request, response) => {
    await logOut(world, signedIn(world, request));
    response.status(204).end();
  });
  router.post('/password-resets', async (request, response) => {
    await requestPasswordReset(world, bodyOf(addressSchema, request).address);
    accept(request, response, notices.passwordReset);
  });
  router.put('/passwords', async (request, response) => {
    await resetPassword(world, ports, bodyOf(newPasswordSchema, request));
    response.status(204).end();
  });
}

function addDevices(router: Router, world: RunningWorld): void {
  router.get('/devices', async (request, response) => {
    const session = signedIn(world, request);
    await noteSeen(world, session);
    answer(response, { devices: listDevices(world, session) });
  });
  router.delete('/devices/:device', async (request, response) => {
    await logOutDevice(world, signedIn(world, request), request.params.device);
    response.status(204).end();
  });
  router.post('/addresses', async (request, response) => {
    await addAddress(world, signedIn(world, request), bodyOf(addressSchema, request).address);
    accept(request, response, notices.addressConfirmation);
  });
  router.post('/addresses/confirmations', async (request, response) => {
    answer(response, await confirmAddress(world, signedIn(world, request), bodyOf(tokenSchema, request).token));
  });
}

function addCredentials(router: Router, world: RunningWorld, ports: WalletPorts): void {
  router.get('/credentials', async (request, response) => {
    const session = signedIn(world, request);
    await noteSeen(world, session);
    answer(response, await walletContent(world, ports, session));
  });
  router.get('/credentials/:credential', async (request, response) => {
    const session = signedIn(world, request);
    await noteSeen(world, session);
    answer(response, await heldCredential(world, ports, session, request.params.credential));
  });
  for (const format of ['png', 'svg'] as const) {
    router.get(`/credentials/:credential/badge.${format}`, async (request, response) => {
      const session = signedIn(world, request);
      await noteSeen(world, session);
      const { secured } = await heldCredential(world, ports, session, request.params.credential);
      // Loaded when a badge is asked for: it brings an XML parser.
      const { bake, studentIdPicture } = await import('../baking/index.ts');
      response.type(format).send(Buffer.from(bake(studentIdPicture[format](), secured, 'ob3')));
    });
  }
  router.post('/credentials/:credential/receive', async (request, response) => {
    answer(response, await receiveCredential(world, ports, signedIn(world, request), request.params.credential));
  });
  router.get('/presentations/:credential', async (request, response) => {
    if (!isSameSecret(bearerOf(request), world.keys.secret('gate'))) throw new ServiceError('unauthorized');
    answer(response, await presentCredential(world, request.params.credential));
  });
}

function accept(request: Request, response: express.Response, notice: Bilingual): void {
  const language = languageOf(request);
  response.setHeader('content-language', language);
  answer(response, { notice: notice[language] }, 202);
}

function signedIn(world: RunningWorld, request: Request): Session {
  return sessionOf(world, bearerOf(request));
}

/** https://www.rfc-editor.org/rfc/rfc6750#section-2.1 */
function bearerOf(request: Request): string {
  const [, token] = /^Bearer ([\w.~+/-]+=*)$/i.exec(request.get('authorization') ?? '') ?? [];
  if (token === undefined) throw new ServiceError('unauthorized');
  return token;
}
