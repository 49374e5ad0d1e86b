import { type NextFunction, type Request, type Response, Router, static as staticFiles } from 'express';
import type { Bilingual, Language } from '#sim/errors';
import { builtFolder } from './built-files.ts';
import { type Offer, offer } from './offer.ts';
import { appPage, frontPage, storePagePolicy } from './store-page.ts';
import { type StoreOptions, type StoreVisit, visitOf } from './store-visit.ts';
import { words } from './store-words.ts';

/**
 * The app stores' pages, as the device's platform has them: App Store on iOS, Google Play elsewhere.
 *
 *     sites['https://store.test'] = express().use(createAppStore({ handsetOf, onOffer }));
 *
 *     GET  /                → what the store opens with; ?q= a search; ?app=wallet an app's page
 *     POST /install?app=    → its page with the verdict: `screen-store-installed`, `-incompatible`, `-refused`
 *     POST /update?app=     → the same, for a newer version
 *
 * `?handset=hs_0001` names who asks; without it `platform`, `version` and `form` describe the device. `?lang=ja|en`.
 * Behind a yes the page leaves for `todoku-store://install?app=…`, which the phone takes as the order to fetch the app.
 */
export function createAppStore(options: StoreOptions = {}): Router {
  const router = Router({ caseSensitive: true });
  router.use(guard);
  router.use('/built', (request, response, next) => {
    const folder = builtFolder();
    if (folder === undefined) return next();
    staticFiles(folder, { index: false, redirect: false, cacheControl: false })(request, response, next);
  });
  router.get('/', (request, response) => {
    const visit = visitBy(request, options);
    send(response, visit.app === undefined ? frontPage(visit) : appPage(visit.app, visit));
  });
  for (const wish of ['install', 'update'] as const) {
    router.post(`/${wish}`, async (request, response) => {
      const visit = visitBy(request, options);
      const { app = '', device, circumstances, handset } = visit;
      const made = offer(app, device, circumstances);
      await options.onOffer?.({ handset, app, wish, offer: made });
      const sentence = wish === 'update' ? updateSentence(app, made, visit) : made.sentence;
      send(response, appPage(app, visit, { wish, offer: made, sentence }));
    });
  }
  return router;
}

function updateSentence(app: string, made: Offer, { installed }: StoreVisit): Bilingual {
  if (made.verdict === 'refused') return made.sentence;
  return made.version !== undefined && made.version === installed?.[app] ? words.isNewest : words.updated;
}

function visitBy(request: Request, options: StoreOptions): StoreVisit {
  const spoken: Language = request.acceptsLanguages('ja', 'en') === 'en' ? 'en' : 'ja';
  return visitOf(new URL(request.originalUrl, 'http://localhost'), spoken, options);
}

function send(response: Response, page: string): void {
  response.setHeader('Content-Security-Policy', storePagePolicy);
  response.type('html').send(page);
}

function guard(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cache-Control', 'no-cache');
  next();
}
