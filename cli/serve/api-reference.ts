import { fileURLToPath } from 'node:url';
import { type Response, Router } from 'express';
import { languageOf, openApiOf, type Service } from '#sim/api';
import type { Language } from '#sim/errors';
import { packageManifest } from '../package-manifest.ts';
import { referenceHeaders } from './security-headers.ts';

export interface Reference {
  readonly title: string;
  /** The origin that the service answers at. */
  readonly server: string;
}

/** The folder that `npm run build` copies swagger-ui into: what is installed with todoku brings none of its package's scripts. */
const builtFolder = fileURLToPath(new URL('../../built/api-reference/', import.meta.url));

const files: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css',
  'swagger-ui-bundle.js': 'text/javascript',
  'favicon-32x32.png': 'image/png',
};

/**
 * `/docs`: the reference of a service, for people. Everything that the page loads comes from the own origin: the files
 * of swagger-ui as they were built, the description from the operations themselves.
 */
export function apiReference<Context>(service: Service<Context>, { title, server }: Reference): Router {
  const router = Router({ caseSensitive: true });
  router.use('/docs', referenceHeaders());
  router.get('/docs', (request, response) => {
    // Its requests go to the server by name: from another name of this machine the page's policy would stop them.
    const home = URL.parse(server);
    if (home !== null && request.headers.host !== home.host) return response.redirect(302, `${home.origin}/docs`);
    send(response, 'text/html', page(title, languageOf(request)));
  });
  const describesItself = service.operations.some(({ path }) => path === '/openapi.json');
  const script = start(describesItself ? '/openapi.json' : '/docs/openapi.json');
  router.get('/docs/start.js', (_request, response) => send(response, 'text/javascript', script));
  router.get('/docs/openapi.json', (request, response) => {
    const info = { title: `todoku ${title}`, version: packageManifest.version, description: '', server };
    const document = openApiOf(service, { ...info, language: languageOf(request) });
    send(response, 'application/json', JSON.stringify(document));
  });
  for (const [name, type] of Object.entries(files)) {
    const file = `${builtFolder}${name}`;
    router.get(`/docs/${name}`, (_request, response, next) => {
      response.sendFile(file, { headers: { 'content-type': type } }, next);
    });
  }
  return router;
}

function send(response: Response, mediaType: string, text: string): void {
  response.setHeader('content-type', `${mediaType}; charset=utf-8`);
  response.end(text);
}

function page(title: string, language: Language): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – todoku API</title>
<link rel="icon" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<div id="reference"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;
}

/** No validator: it would send the address of the document to somebody. */
function start(url: string): string {
  return `SwaggerUIBundle({ url: '${url}', dom_id: '#reference', deepLinking: true, validatorUrl: null });\n`;
}
