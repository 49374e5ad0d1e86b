import { describe, expect, it } from 'vitest';
import { addressOf, type Place, placeAt } from './place.ts';

describe('the address of a place', () => {
  it.each<Place>([
    { type: 'accounts' },
    { type: 'folders', mailbox: 'mbox_0001' },
    { type: 'list', mailbox: 'mbox_0001', folder: 'junk', tab: '' },
    { type: 'list', mailbox: 'mbox_0001', folder: 'inbox', tab: 'promotions' },
    { type: 'search', mailbox: 'mbox_0001', text: '学生証 & #1?' },
    { type: 'mail', mailbox: 'mbox_0001', folder: 'trash', captured: 'cap_0001' },
    { type: 'quarantine', mailbox: 'mbox_0001' },
  ])('leads back to it: $type', (place) => {
    expect(placeAt(addressOf(place))).toEqual(place);
  });

  it.each([
    ['', { type: 'accounts' }],
    ['#/../../x', { type: 'accounts' }],
    ['#/mbox_0001/nowhere', { type: 'folders', mailbox: 'mbox_0001' }],
    ['#/mbox_0001/inbox/../x', { type: 'list', mailbox: 'mbox_0001', folder: 'inbox', tab: '' }],
  ])('%s leads somewhere harmless', (hash, place) => {
    expect(placeAt(hash)).toEqual(place);
  });
});
