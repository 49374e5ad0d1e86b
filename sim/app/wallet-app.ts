import { Router, static as staticFiles } from 'express';
import type { PageApp } from '../api/index.ts';
import type { Bilingual } from '../errors/index.ts';
import { builtFolder } from './built-files.ts';

/** What the app's pages may do: run and load their own files, and ask their own service. https://www.w3.org/TR/CSP3/ */
const walletAppPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
] as const;

const notBuilt: Bilingual = {
  ja: 'アプリのファイルがまだありません。npm run build を実行してから、読み込み直してください。',
  en: 'The files of the app are not there yet. Run npm run build, then load it again.',
};

/** The app as it takes over the pages that mail links lead to; undefined when it was not built. */
export function walletPageApp(folder = builtFolder()): PageApp | undefined {
  if (folder === undefined) return undefined;
  const head = `<link rel="icon" href="/app/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/app/fonts.css"><link rel="stylesheet" href="/app/look.css">
<script type="module" src="/app/wallet-app.js"></script>
`;
  return { head, policy: walletAppPolicy };
}

/** The app as a browser loads it, at `/app/`. Whoever mounts it stands at the origin of the wallet's service. */
export function createWalletApp(
  { folder }: { readonly folder: string | undefined } = { folder: builtFolder() },
): Router {
  const router = Router({ caseSensitive: true });
  router.use('/app', (_request, response, next) => {
    response.setHeader('Content-Security-Policy', [...walletAppPolicy, "frame-ancestors 'none'"].join('; '));
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    // Names carry no hash: another build has the same ones.
    response.setHeader('Cache-Control', 'no-cache');
    next();
  });
  if (folder !== undefined) router.use('/app', staticFiles(folder, { cacheControl: false }));
  else {
    router.get('/app/', (_request, response) => {
      response.type('text').send(`${notBuilt.ja}\n${notBuilt.en}\n`);
    });
  }
  return router;
}
