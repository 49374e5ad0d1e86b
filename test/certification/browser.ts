import { password, type Student, type Web } from './place.ts';

/** A student at a browser: opens the authorization page, signs in and allows it. Returns where the browser is sent to. */
export async function allow(
  web: Web,
  authorizationUrl: string,
  { address }: Pick<Student, 'address'>,
): Promise<string> {
  const page = await web.fetch(authorizationUrl);
  const html = page.body.toString('utf8');
  if (page.status !== 200) throw new Error(`${page.status} ${page.headers.location ?? html}`);
  const [, request = ''] = /name="request" value="([\w-]{43})"/.exec(html) ?? [];
  const { origin, pathname } = new URL(authorizationUrl);
  const sent = await web.fetch(origin + pathname, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
    body: new URLSearchParams({ request, decision: 'allow', address, password }).toString(),
  });
  if (sent.status !== 303) throw new Error(`${sent.status} ${sent.body.toString('utf8')}`);
  return sent.headers.location ?? '';
}
