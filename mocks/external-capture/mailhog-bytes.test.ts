import { describe, expect, it } from 'vitest';
import { mailhogBytes } from './mailhog-bytes.ts';

const asked: string[] = [];
const ways = (data: string, download: Buffer) => {
  asked.length = 0;
  return {
    data: async () => {
      asked.push('data');
      return data;
    },
    download: async () => {
      asked.push('download');
      return download;
    },
  };
};
const never = ways('', Buffer.alloc(0));

describe('the bytes of a MailHog', () => {
  it('are those of its list, with the line end that it drops', async () => {
    const bytes = await mailhogBytes('Subject: 学生証🎓\r\n\r\nbody', never);
    expect(bytes.toString()).toBe('Subject: 学生証🎓\r\n\r\nbody\r\n');
    expect(asked).toEqual([]);
  });

  it('are asked for once more when the client cut a character in two', async () => {
    const bytes = await mailhogBytes(
      'Subject: \ufffd\ufffd\r\n\r\nbody',
      ways('Subject: 学\r\n\r\nbody', Buffer.alloc(0)),
    );
    expect(bytes.toString()).toBe('Subject: 学\r\n\r\nbody\r\n');
    expect(asked).toEqual(['data']);
  });

  it('have the body of the download behind their own header when that alone is no UTF-8', async () => {
    const data = 'B: 1\r\nA: 学\r\n folded\r\n\r\n\ufffd\ufffd';
    const download = Buffer.concat([
      Buffer.from('A: 学 folded\r\nReceived: trace\r\nB: 1\r\n\r\n'),
      Buffer.from([0x90, 0xe6]),
    ]);
    const bytes = await mailhogBytes(data, ways(data, download));
    expect(bytes).toEqual(
      Buffer.concat([Buffer.from('B: 1\r\nA: 学\r\n folded\r\n\r\n'), Buffer.from([0x90, 0xe6]), Buffer.from('\r\n')]),
    );
    expect(asked).toEqual(['data', 'download']);
  });

  it.each([
    ['its header', 'A: \ufffd\r\n\r\nbody'],
    ['what has no header', '\ufffd'],
  ])('are the download as a whole when %s is no UTF-8', async (_what, data) => {
    const download = Buffer.from([0x41, 0x3a, 0x20, 0x90]);
    expect(await mailhogBytes(data, ways(data, download))).toEqual(Buffer.concat([download, Buffer.from('\r\n')]));
  });
});
