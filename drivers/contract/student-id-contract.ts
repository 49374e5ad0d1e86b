import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { expect, it } from 'vitest';
import { hanako } from './fake-wallet-state.ts';
import { ja, type Start, showing } from './started-handset.ts';

export function studentIdContract(start: Start): void {
  it('shows name, school, number, faculty, validity, the time and that it is a simulation', async () => {
    const { handset } = await showing(start);
    const text = ja(await handset.screen());
    for (const part of ['SIMULATION', hanako.name, '見本大学', '0012345', '文学部', '2027年4月1日']) {
      expect(text).toContain(part);
    }
  });

  it('is live: its time moves while nobody taps', async () => {
    const { handset, advance } = await showing(start);
    const before = ja(await handset.screen());
    await advance(1_000);
    expect(ja(await handset.screen())).not.toBe(before);
  });

  it('shows a QR that the registered device key has signed, another one each 30 s', async () => {
    const { handset, wallet, advance } = await showing(start);
    const qr = await handset.qrCode();
    const at = qr.lastIndexOf(':');
    expect(qr.slice(0, at)).toMatch(/^todoku:1:cred_0001:\d+:dev_0001$/);
    const key = createPublicKey({ key: wallet.devices[0]?.publicKey as JsonWebKey, format: 'jwk' });
    expect(verify(null, Buffer.from(qr.slice(0, at)), key, Buffer.from(qr.slice(at + 1), 'base64url'))).toBe(true);
    await advance(30_000);
    const later = await handset.qrCode();
    expect(Number(later.split(':')[3])).toBe(Number(qr.split(':')[3]) + 1);
  });

  it('is shown without a network as it was last confirmed, QR and all', async () => {
    const { handset } = await showing(start);
    await handset.setNetwork('off');
    expect((await handset.openApp('wallet')).screen).toBe('credential-list');
    const card = await handset.press('show-id');
    expect(card.screen).toBe('student-id');
    for (const part of ['オフライン', hanako.name, '最終確認']) expect(ja(card)).toContain(part);
    expect(await handset.qrCode()).toMatch(/^todoku:1:/);
  });

  it.each([
    ['revoked', '失効'],
    ['suspended', '一時停止'],
  ])('shows that it was %s once the phone has heard of it', async (status, word) => {
    const { handset, wallet } = await showing(start);
    wallet.status = status;
    await handset.openApp('wallet');
    expect(ja(await handset.press('show-id'))).toContain(word);
  });
}

/** A phone without power, or with a wrong clock. */
export function stateContract(start: Start): void {
  it('shows nothing while its battery is empty, and the ID without another log-in once it is charged', async () => {
    const { handset, wallet } = await showing(start);
    await handset.setBattery('empty');
    const seen = wallet.requests.length;
    expect(await handset.screen()).toMatchObject({ screen: 'powered-off', texts: [], controls: [] });
    expect((await handset.openApp('wallet')).screen).toBe('powered-off');
    expect((await handset.openLink(wallet.receiveLink)).screen).toBe('powered-off');
    expect((await handset.installApp('wallet')).screen).toBe('powered-off');
    await expect(handset.qrCode()).rejects.toMatchObject({ code: 'no-id-on-screen' });
    expect(wallet.requests).toHaveLength(seen);
    await handset.setBattery('charged');
    expect((await handset.screen()).screen).toBe('home');
    await handset.openApp('wallet');
    expect((await handset.press('show-id')).screen).toBe('student-id');
  });

  it('carries the time of its own clock in its QR', async () => {
    const { handset } = await showing(start);
    const step = async (): Promise<number> => Number((await handset.qrCode()).split(':')[3]);
    const right = await step();
    await handset.setClock(-3 * 86_400_000);
    expect(await step()).toBe(right - 3 * 2_880);
    await handset.setClock(0);
    expect(await step()).toBe(right);
  });
}
