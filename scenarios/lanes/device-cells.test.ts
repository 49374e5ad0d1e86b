import { describe, expect, it } from 'vitest';
import { readCapabilities } from '#drivers/appium';
import { parseScenario } from '../language/index.ts';
import { type Cell, planCells } from '../runner/index.ts';
import { verbs } from '../steps/index.ts';
import { whyNotOnDevice } from './device-cells.ts';
import { deviceVerbs } from './device-verbs.ts';

function cellWith(steps: string, handset = 'iphone-17', others = ''): Cell {
  const text = `
id: X-1
title: { ja: 試し, en: Trial }
seed: 11
cast:
  school:  { use: mihon-university }
  student: { use: hanako, provider: gmail, handset: ${handset}${others} }
steps:
  - school.issues: {}
${steps}`;
  const [cell] = planCells([parseScenario(text, 'x.yaml', verbs)]);
  if (cell === undefined) throw new TypeError('no cell');
  return cell;
}

const anyIphone = [{ platformName: 'iOS', browserName: 'Safari' }];
const pixel = { 'pixel-7': { platformName: 'Android', browserName: 'Chrome' } };
const phonesOf = (file: object) => readCapabilities(JSON.stringify(file));

const whyNot = (cell: Cell, file: object = anyIphone): string | undefined => whyNotOnDevice(cell, phonesOf(file))?.en;

describe('what a real phone can play', () => {
  it('is said of every verb that scenarios have, and of no other', () => {
    expect(Object.keys(deviceVerbs).sort()).toEqual(verbs.map(({ verb }) => verb as string).sort());
  });

  it('is a cell whose every step is one that a browser can do', () => {
    expect(whyNot(cellWith('  - student.installsApp: wallet\n  - student.completesReceipt: {}\n'))).toBeUndefined();
  });

  it.each([
    ['gate.scans: { verdict: accepted }', /^gate\.scans: the QR code carries the time of the phone/],
    ['handset.battery: { is: empty }', /^handset\.battery: /],
    ['student.installsApp: old-wallet', /^student\.installsApp: no other app/],
    ['student.opensLink: { in: mail-app }', /^student\.opensLink: .*nothing opens inside a mail app/],
    ['expect.screen: { app: store, screen: store-installed }', /^expect\.screen: screens of the system/],
  ])('is not a cell with %s, and the step is named with the reason', (step, reason) => {
    expect(whyNot(cellWith(`  - ${step}\n`))).toMatch(reason);
  });

  it('needs a phone for each device: by its name in the file, or any of its system', () => {
    const receives = '  - student.completesReceipt: {}\n';
    expect(whyNot(cellWith(receives), pixel)).toMatch(/^iPhone 17 .*: the file of capabilities has no such phone/);
    expect(whyNot(cellWith(receives, 'pixel-7'), pixel)).toBeUndefined();
    expect(whyNot(cellWith(receives, 'android-13'), pixel)).toMatch(/no such phone/);
    const two = cellWith(receives, 'iphone-17', ', otherHandsets: { old: iphone-13 }');
    expect(whyNot(two)).toMatch(/^iPhone 13 .*none that is free/);
    expect(whyNot(two, [...anyIphone, ...anyIphone])).toBeUndefined();
  });

  it('is none that the app is not for, and none that somebody has set in a way of their own', () => {
    const receives = '  - student.completesReceipt: {}\n';
    expect(whyNot(cellWith(receives, 'windows-pc'))).toMatch(/devices that the app is not for/);
    const set = '{ use: iphone-17, settings: { freeMb: 5 } }';
    expect(whyNot(cellWith(receives, set))).toMatch(/no phone is set like that/);
  });
});
