import { bytes } from './operation/index.ts';
import { serviceOperation } from './service-context.ts';

/** Other hosts show it where they ask a student to let us in: `logo_uri` of RFC 7591 §2. */
export const showLogo = serviceOperation({
  id: 'showLogo',
  method: 'get',
  path: '/logo.png',
  tag: 'About',
  summary: { ja: 'サービスのロゴ', en: 'The logo of the service' },
  source: 'https://www.rfc-editor.org/rfc/rfc7591#section-2',
  answers: { 200: { description: 'A picture that says it is of a simulation.', content: { 'image/png': bytes } } },
  async handle() {
    // Loaded when it is asked for: it brings an XML parser.
    const { studentIdPicture } = await import('../baking/index.ts');
    return { status: 200, body: studentIdPicture.png() };
  },
});
