import { hash, randomBytes, sign, verify } from 'node:crypto';
import { modules } from '#scenarios/runner';
import { createWorld, type RunningWorld } from '#sim/kernel';
import { origin, playJourneys, stage } from './journey.ts';
import { coreMs, type Spread, spread } from './measure.ts';

const students = 100;
const rounds = 7;

/**
 * What a journey cannot do without, in raw node:crypto and strings: the credential's RS256 signature and the DKIM
 * signatures of its two mails, the gate's verification of the credential, the phone's Ed25519 signature and its
 * verification, and two mails of text and HTML in base64. Sizes are those of a journey.
 */
function floor(world: RunningWorld): void {
  const rsa = world.keys.rsa('dkim/openbadge.net');
  const device = world.keys.ed25519('handset/floor');
  const credential = randomBytes(2_325).toString('base64url');
  const header = `subject:${'x'.repeat(600)}\r\n`;
  const text = '見本大学から、あなたのスマート学生証が発行されました。'.repeat(16);
  const html = `<html><body>${text.repeat(2)}</body></html>`;
  const part = (type: string, content: string): string =>
    `--b\r\nContent-Type: ${type}\r\n\r\n${(
      Buffer.from(content)
        .toString('base64')
        .match(/.{1,76}/g) ?? []
    ).join('\r\n')}\r\n`;
  const mail = (): Buffer => {
    const body = `${part('text/plain', text)}${part('text/html', html)}--b--\r\n`;
    const signed = `${header}dkim-signature:bh=${hash('sha256', body, 'base64')}; b=`;
    const signature = sign('sha256', Buffer.from(signed), rsa.privateKey).toString('base64');
    return Buffer.from(`${signed}${signature}\r\n\r\n${body}`);
  };
  for (let journey = 0; journey < students; journey++) {
    const signature = sign('sha256', Buffer.from(credential), rsa.privateKey);
    mail();
    mail();
    verify('sha256', Buffer.from(credential), rsa.publicKey, signature);
    const code = Buffer.from(`todoku:1:cred_${journey}:1:dev_1`);
    verify(null, code, device.publicKey, sign(null, code, device.privateKey));
  }
}

export interface JourneyFigures {
  /** A second on one core. */
  readonly journeys: Spread;
  readonly floor: Spread;
  /** Journeys over floors, of neighbours in time. */
  readonly ratio: Spread;
}

export async function measureJourneys(): Promise<JourneyFigures> {
  const figures: { journeys: number; floor: number }[] = [];
  for (let round = 0; round <= rounds; round++) {
    using world = createWorld(origin, modules);
    // Mailboxes and phones lie before the journey.
    const play = await stage(world, students);
    const perSecond = (ms: number): number => (students / ms) * 1_000;
    const journeys = perSecond(await coreMs(() => playJourneys(play)));
    const figure = { journeys, floor: perSecond(await coreMs(() => floor(world))) };
    // The first round warms the compiler up.
    if (round > 0) figures.push(figure);
  }
  return {
    journeys: spread(figures.map((figure) => figure.journeys)),
    floor: spread(figures.map((figure) => figure.floor)),
    ratio: spread(figures.map((figure) => figure.journeys / figure.floor)),
  };
}
