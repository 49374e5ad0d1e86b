/** A test as a partner would write it, in JavaScript: prints what it found as JSON. */
export const partnerScript = `
import { HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { createMocks } from 'todoku/mocks';

const mocks = createMocks({ seed: 5 });
const server = setupServer(...mocks.handlers);
server.listen({ onUnhandledFrame: 'error' });
const school = \`\${mocks.origins.issuer}/schools/mihon-university\`;
const asSchool = { authorization: \`Bearer \${await mocks.token('mihon-university')}\` };

const taken = await fetch(\`\${school}/rosters\`, {
  method: 'POST',
  headers: { ...asSchool, 'content-type': 'text/csv' },
  body: '学籍番号,氏名,メールアドレス\\n0099999,見本 次郎,jiro@mihon-u.ac.jp.test\\n',
});
const { accepted } = await taken.json();
const issued = { ...asSchool, 'content-type': 'application/json' };
await fetch(\`\${school}/issuances\`, { method: 'POST', headers: issued, body: '{}' });
await mocks.advance('10m');
const mail = (await mocks.mails()).find(({ to }) => to === 'jiro@mihon-u.ac.jp.test');
const link = mail.links.find((one) => one.startsWith(mocks.origins.wallet));
const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1';
const page = await fetch(link, { headers: { 'user-agent': phone, accept: 'application/json' } });
const { screen } = await page.json();

server.use(mocks.override('issuer', 'getSchool', () => new HttpResponse(null, { status: 503 })));
const overridden = (await fetch(school)).status;
server.resetHandlers();
const again = (await fetch(school)).status;
server.close();
console.log(JSON.stringify({ accepted, subject: mail.subject, screen, overridden, again }));
`;

/** The same in TypeScript, for the compiler alone. A line that must be refused says so: an \`any\` would let it through. */
export const partnerTypes = `
import { setupServer } from 'msw/node';
import { createMocks, handlers, handlersByOperation, mocks, sampleSchool, type MockedMail, type OperationId } from 'todoku/mocks';
import { forwardTo } from 'todoku/mocks/browser';

setupServer(...handlers, ...createMocks({ seed: 2, schools: [sampleSchool] }).handlers);
const mails: Promise<MockedMail[]> = mocks.mails();
const named: OperationId<'issuer'> = 'importRoster';
setupServer(handlersByOperation.issuer.importRoster, handlersByOperation.wallet.registerAccount);
setupServer(...forwardTo({ issuer: 'http://localhost:1', wallet: 'http://localhost:2', verifier: 'http://localhost:3' }).handlers);
// @ts-expect-error a seed is a number
createMocks({ seed: 'two' });
// @ts-expect-error no such operation
mocks.override('wallet', 'importRoster', () => undefined);
// @ts-expect-error the verifier has an address too
forwardTo({ issuer: 'http://localhost:1', wallet: 'http://localhost:2' });
// @ts-expect-error it is a promise of a text
const now: number = mocks.now();
export { mails, named, now };
`;
