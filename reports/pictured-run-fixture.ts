import { crc32, deflateSync } from 'node:zlib';
import type { EventData, RunEvent } from '#sim/events';
import { passingRun } from './sample-run.ts';

/** A run with pictures, for tests: of the phone after the steps 4, 5 and 6, of a PC after 7; its files are made here. */
export interface PicturedRun {
  readonly events: readonly RunEvent[];
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

type Captured = EventData<'screen.captured'>;

const captured: readonly Captured[] = [
  { handset: 'hs_0001', step: 4, app: 'mail-app', screen: 'inbox', picture: 'step-05.png', source: 'step-05.xml' },
  { handset: 'hs_0001', step: 5, app: 'browser', screen: 'terms', picture: 'step-06.png' },
  { handset: 'hs_0001', step: 6, app: 'wallet', screen: 'student-id', picture: 'step-07.png' },
  // Nothing changed on the phone.
  { handset: 'hs_0001', step: 7, app: 'wallet', screen: 'student-id', picture: 'step-07.png' },
  { handset: 'hs_0002', step: 7, app: 'browser', screen: 'smartphone-required', picture: 'step-08-pc.png' },
];

export function picturedRun(): PicturedRun {
  const events: Omit<RunEvent, 'seq'>[] = [];
  for (const event of passingRun()) {
    events.push(event);
    if (event.type === 'handset.joined') {
      const pc = { handset: 'hs_0002', platform: 'Windows', version: '11', form: 'pc' };
      events.push({ ...event, data: pc } as RunEvent);
    }
    if (event.type !== 'step.finished') continue;
    for (const data of captured.filter(({ step }) => step === event.data.index)) {
      events.push({ ...event, type: 'screen.captured', data } as RunEvent);
    }
  }
  const pictures = new Map<string, Uint8Array>([
    ['step-05.png', png(90, 195, 220)],
    ['step-05.xml', Buffer.from('<hierarchy><node content-desc="screen-inbox"/></hierarchy>')],
    ['step-06.png', png(90, 195, 180)],
    ['step-07.png', png(90, 195, 140)],
    ['step-08-pc.png', png(160, 90, 200)],
  ]);
  return { events: events.map((event, index) => ({ ...event, seq: index + 1 }) as RunEvent), pictures };
}

/** A picture of one grey: https://www.w3.org/TR/png-3/#5Chunk-layout */
export function png(width: number, height: number, grey: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, greyscale.
  header.writeUInt8(8, 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width, grey)]);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
