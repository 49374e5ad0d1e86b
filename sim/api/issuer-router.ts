import { hash, timingSafeEqual } from 'node:crypto';
import express, { type Request, type RequestHandler, type Router } from 'express';
import { ServiceError } from '../errors/index.ts';
import {
  claimCredential,
  consumeLink,
  credentialStatus,
  credentialsOf,
  importRoster,
  issuanceProgress,
  offerOfLink,
  offersTo,
  reinstateCredential,
  reissueCredential,
  resumeIssuance,
  revokeCredential,
  scheduleIssuance,
  schoolDidDocument,
  schoolJwk,
  schoolJwkSet,
  schoolMail,
  schoolProfile,
  suspendCredential,
} from '../issuer/index.ts';
import { type Instant, parseInstant, type RunningWorld } from '../kernel/index.ts';
import { answer } from './answer.ts';
import { claimBody, issuanceBody, linkBody, mailQuery, offersBody, reissueBody, revokeBody } from './issuer-schema.ts';
import { bodyOf, queryOf } from './request-body.ts';
import { addStatusLists } from './status-list-route.ts';

/** A hundred thousand rows of Japanese text. */
const rosterBytesMax = '32mb';
/** As many student numbers. */
const schoolBodyMax = '4mb';
const walletBodyMax = '64kb';
const mailsPerPage = 100;

/**
 * The HTTP of the issuer, at the root of its own origin: for schools, for the wallet, and what anyone may read. The
 * caller mounts the problem handler after it.
 */
export function createIssuerRouter(world: RunningWorld): Router {
  const router = express.Router();
  router.use((_request, response, next) => {
    // Answers hold names and addresses, and a status must be fresh.
    response.setHeader('cache-control', 'no-store');
    next();
  });
  addPublic(router, world);
  addStatusLists(router, world);
  addRosters(router, world);
  addIssuances(router, world);
  addCredentials(router, world);
  addMail(router, world);
  addOffers(router, world);
  return router;
}

function addPublic(router: Router, world: RunningWorld): void {
  router.get('/schools/:school', (request, response) => {
    answer(response, schoolProfile(world, request.params.school));
  });
  router.get('/schools/:school/jwks', (request, response) => {
    // https://www.rfc-editor.org/rfc/rfc7517#section-8.5.2
    response.type('application/jwk-set+json').send(JSON.stringify(schoolJwkSet(world, request.params.school)));
  });
  router.get('/schools/:school/keys/:key', (request, response) => {
    // https://www.rfc-editor.org/rfc/rfc7517#section-8.5.1 ; one bare JWK is what `kid` dereferences to (OB 3.0 §8.2.2).
    const { school, key } = request.params;
    response.type('application/jwk+json').send(JSON.stringify(schoolJwk(world, school, key)));
  });
  router.get('/schools/:school/did.json', (request, response) => {
    // https://www.w3.org/TR/did-core/#application-did-json
    response.type('application/did+json').send(JSON.stringify(schoolDidDocument(world, request.params.school)));
  });
  router.get('/credentials/:credential/status', (request, response) => {
    answer(response, credentialStatus(world, request.params.credential));
  });
}

function addRosters(router: Router, world: RunningWorld): void {
  const anyBytes = express.raw({ type: () => true, limit: rosterBytesMax });
  router.post('/schools/:school/rosters', schoolOnly(world), anyBytes, async (request, response) => {
    const bytes: unknown = request.body;
    answer(
      response,
      await importRoster(world, {
        school: param(request, 'school'),
        period: queryText(request, 'period'),
        bytes: bytes instanceof Uint8Array ? bytes : new Uint8Array(),
      }),
      201,
    );
  });
}

function addIssuances(router: Router, world: RunningWorld): void {
  const json = express.json({ limit: schoolBodyMax });
  router.post('/schools/:school/issuances', schoolOnly(world), json, async (request, response) => {
    const { period, at, studentNumbers } = bodyOf(issuanceBody, request);
    answer(
      response,
      await world.perform(scheduleIssuance, {
        school: param(request, 'school'),
        period: period ?? null,
        at: instantOf(at),
        studentNumbers: studentNumbers ?? null,
      }),
      202,
    );
  });
  router.get('/schools/:school/issuances/:issuance', schoolOnly(world), (request, response) => {
    answer(response, issuanceProgress(world, param(request, 'school'), param(request, 'issuance')));
  });
  router.post('/schools/:school/issuances/:issuance/resume', schoolOnly(world), async (request, response) => {
    const asked = { school: param(request, 'school'), issuance: param(request, 'issuance') };
    answer(response, await world.perform(resumeIssuance, asked), 202);
  });
}

function addCredentials(router: Router, world: RunningWorld): void {
  const json = express.json({ limit: walletBodyMax });
  router.get('/schools/:school/credentials', schoolOnly(world), (request, response) => {
    answer(response, {
      credentials: credentialsOf(world, param(request, 'school'), queryText(request, 'studentNumber')),
    });
  });
  router.post(
    '/schools/:school/credentials/:credential/reissue',
    schoolOnly(world),
    json,
    async (request, response) => {
      const { mode, address } = bodyOf(reissueBody, request);
      answer(
        response,
        await world.perform(reissueCredential, {
          school: param(request, 'school'),
          credential: param(request, 'credential'),
          mode,
          address: address ?? null,
        }),
        201,
      );
    },
  );
  router.post('/schools/:school/credentials/:credential/revoke', schoolOnly(world), json, async (request, response) => {
    const { reason } = bodyOf(revokeBody, request);
    const asked = { school: param(request, 'school'), credential: param(request, 'credential'), reason };
    answer(response, await world.perform(revokeCredential, asked));
  });
  router.post(
    '/schools/:school/credentials/:credential/suspend',
    schoolOnly(world),
    json,
    async (request, response) => {
      const { reason } = bodyOf(revokeBody, request);
      const asked = { school: param(request, 'school'), credential: param(request, 'credential'), reason };
      answer(response, await world.perform(suspendCredential, asked));
    },
  );
  router.post('/schools/:school/credentials/:credential/reinstate', schoolOnly(world), async (request, response) => {
    const asked = { school: param(request, 'school'), credential: param(request, 'credential') };
    answer(response, await world.perform(reinstateCredential, asked));
  });
}

function addMail(router: Router, world: RunningWorld): void {
  router.get('/schools/:school/mail', schoolOnly(world), (request, response) => {
    const { limit = mailsPerPage, before } = queryOf(mailQuery, request);
    answer(
      response,
      schoolMail(world, param(request, 'school'), { limit: Number(limit), ...(before !== undefined && { before }) }),
    );
  });
}

function addOffers(router: Router, world: RunningWorld): void {
  const json = express.json({ limit: walletBodyMax });
  const walletSecret = digest(world.keys.secret('wallet'));
  const walletOnly = bearer(() => walletSecret);
  router.post('/offers/find', walletOnly, json, (request, response) => {
    answer(response, offerOfLink(world, bodyOf(linkBody, request).token));
  });
  router.post('/offers/consume', walletOnly, json, async (request, response) => {
    answer(response, await world.perform(consumeLink, { token: bodyOf(linkBody, request).token }));
  });
  router.post('/offers/list', walletOnly, json, (request, response) => {
    answer(response, { offers: offersTo(world, bodyOf(offersBody, request).addresses) });
  });
  router.post('/offers/:credential/claim', walletOnly, json, async (request, response) => {
    const { account, addresses } = bodyOf(claimBody, request);
    const asked = { credential: param(request, 'credential'), account, addresses };
    answer(response, await world.perform(claimCredential, asked));
  });
}

function schoolOnly(world: RunningWorld): RequestHandler {
  return bearer((request) => digest(world.keys.secret(`school/${param(request, 'school')}`)));
}

/** https://www.rfc-editor.org/rfc/rfc6750#section-2.1 ; hashes are compared, so that time tells neither content nor length. */
function bearer(secretOf: (request: Request) => Buffer): RequestHandler {
  return (request, response, next) => {
    const [, given = ''] = /^Bearer ([\w.~+/-]+=*)$/i.exec(request.get('authorization') ?? '') ?? [];
    const isRight = timingSafeEqual(digest(given), secretOf(request));
    if (!isRight) response.set('www-authenticate', 'Bearer');
    next(isRight ? undefined : new ServiceError('unauthorized'));
  };
}

function digest(secret: string): Buffer {
  return hash('sha256', secret, 'buffer');
}

function param(request: Request, name: string): string {
  const value = request.params[name];
  return typeof value === 'string' ? value : '';
}

/** Throws ServiceError `request-invalid` when the parameter stands more than once. */
function queryText(request: Request, name: string): string | undefined {
  const value = request.query[name];
  if (value === undefined || typeof value === 'string') return value;
  throw new ServiceError('request-invalid', { pointer: `/${name}`, reason: 'must stand once' });
}

function instantOf(at: string | undefined): Instant | null {
  if (at === undefined) return null;
  const instant = parseInstant(at);
  if (instant === undefined) throw new ServiceError('request-invalid', { pointer: '/at', reason: 'no RFC 3339 time' });
  return instant;
}
